import type { SourceModel } from "../../model.ts";

/** What the person at the keyboard says, or whoever starts the program. */
export const localSources: readonly SourceModel[] = [
  {
    kind: "local-input",
    read: ["sys.argv", "sys.orig_argv", "sys.stdin"],
    label: "what the program was started with",
  },
  {
    kind: "local-input",
    call: [
      "input",
      "raw_input",
      "sys.stdin.read",
      "sys.stdin.readline",
      "sys.stdin.readlines",
      "sys.stdin.buffer.read",
      "fileinput.input",
      "getpass.getpass",
      "prompt_toolkit.prompt",
      "prompt_toolkit.PromptSession().prompt",
      "prompt_toolkit.PromptSession().prompt_async",
      "questionary.text().ask",
      "questionary*.ask",
      "inquirer.prompt",
      "click.prompt",
      "typer.prompt",
      "rich.prompt.Prompt.ask",
      "rich.console.Console().input",
      "*.raw_input",
    ],
    label: "what the person typed",
  },
  {
    kind: "local-input",
    call: [
      "argparse.ArgumentParser().parse_args",
      "argparse.ArgumentParser().parse_known_args",
      "*.parse_args",
      "*.parse_known_args",
      "optparse.OptionParser().parse_args",
      "docopt.docopt",
      "getopt.getopt",
      "simple_parsing.parse",
      "transformers.HfArgumentParser().parse_args_into_dataclasses",
      "tyro.cli",
    ],
    label: "an argument of the command line",
  },
  {
    kind: "local-input",
    parameters: {
      decorator: [
        "click.command",
        "click.group().command",
        "*.command",
        "typer.Typer().command",
        "typer.Typer().callback",
      ],
      except: ["ctx", "context"],
      filled: ["click.Context", "typer.Context", "*.Context"],
    },
    when: { imports: ["click", "typer", "asyncclick", "cyclopts"] },
    label: "an argument of the command line",
  },
  {
    kind: "local-input",
    parameters: { callback: { call: ["fire.Fire", "typer.run"], argument: 0 } },
    label: "an argument of the command line",
  },
  {
    kind: "environment",
    read: ["os.environ", "os.environb"],
    label: "the environment",
  },
  {
    kind: "environment",
    call: [
      "os.environ.get",
      "os.getenv",
      "os.getenvb",
      "decouple.config",
      "environs.Env()",
      "environs.Env().str",
    ],
    label: "the environment",
  },
];
