import type { FindingDetails, Severity } from "../../core/index.ts";
import { flag, option, type Command, type Word } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { door, opening, verbOf } from "./doors.ts";

const scripts = /(?:^|\/)(?:webui|launch|server|main|app|one_click)(?:\.py|\.sh|\.bat)$/;
/** The same as programs of their own. */
const pages: ReadonlySet<string> = new Set(["comfyui", "invokeai-web", "sdnext"]);
const insecure = "--enable-insecure-extension-access";
const logins = ["--gradio-auth", "--gradio-auth-path", "--api-auth", "--auth"] as const;

/** The words of a web interface for models: of its command, or of the variable that its script reads. */
function* wordsOf(
  commands: readonly Command[],
  variables: readonly { name: string; value: Word }[],
): Generator<Command> {
  for (const command of commands) {
    const script = command.program === "python" ? (command.args[0]?.text ?? "") : command.program;
    if (scripts.test(script) || pages.has(command.program)) yield command;
  }
  for (const { name, value } of variables) {
    if (name !== "COMMANDLINE_ARGS" && name !== "CLI_ARGS" && name !== "EXTRA_LAUNCH_ARGS")
      continue;
    const args = value.text.split(/\s+/).map((text) => ({ ...value, text }));
    yield {
      program: name,
      name: value,
      isModule: false,
      args,
      environment: [],
      reach: "network",
      start: value.start,
      end: value.end,
    };
  }
}

function judge(command: Command): { where: Word; details: FindingDetails } | undefined {
  const share = flag(command, "--share");
  const listen = flag(command, "--listen");
  const where = share ?? listen;
  if (where === undefined) return undefined;
  if (flag(command, insecure) !== undefined) {
    return {
      where,
      details: { message: "Whoever reaches the page installs extensions, which are code" },
    };
  }
  if (option(command, ...logins) !== undefined) return undefined;
  if (share === undefined)
    return {
      where,
      details: { severity: "low", message: "The page is open to the network without a login" },
    };
  return {
    where,
    details: {
      severity: "medium",
      message: "The page is published through a public tunnel without a login",
    },
  };
}

interface Builder {
  readonly program: string;
  readonly verb: string;
  readonly variables: readonly string[];
  readonly severity: Severity;
  readonly message: string;
}

/** Programs with a page, or a door, to models and tools that ask for no login as they come. */
const builders: readonly Builder[] = [
  {
    program: "langflow",
    verb: "run",
    variables: ["LANGFLOW_HOST"],
    severity: "medium",
    message: "Whoever reaches Langflow builds flows, and flows run code",
  },
  {
    program: "chainlit",
    verb: "run",
    variables: ["CHAINLIT_HOST"],
    severity: "low",
    message: "The chat is open to the network; without a login anybody uses the model",
  },
  {
    program: "mcp-proxy",
    verb: "",
    variables: [],
    severity: "medium",
    message: "Whoever reaches the proxy calls the tools behind it",
  },
  {
    program: "fastmcp",
    verb: "run",
    variables: ["FASTMCP_HOST"],
    severity: "medium",
    message: "Whoever reaches the server calls its tools",
  },
];

export const webuiOpen = defineCheck({
  meta: {
    id: "webui-open",
    code: "PV-CMD-024",
    title: "A web interface for models is open to others",
    asset: "command",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-1327",
      "CWE-749",
      "OWASP-LLM06:2026",
      "OWASP-LLM10:2025",
      "ATLAS:AML.T0040",
      "ATLAS:AML.T0049",
    ],
    why: "Everybody who finds the page uses the machine, loads models from any address, and with extensions allowed runs code.",
    mend: "Leave `--share` and `--listen` off, or set a login (`--gradio-auth`); never together with `--enable-insecure-extension-access`.",
    blind: "A proxy or firewall in front.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "start.sh",
          code: "python launch.py --listen --enable-insecure-extension-access\n",
        },
      ],
      clean: [{ path: "start.sh", code: "python launch.py --port 7860\n" }],
    },
  },
  run: ({ commands, environment }, report) => {
    for (const command of wordsOf(commands, environment)) {
      const seen = judge(command);
      if (seen !== undefined) report(seen.where, { extent: command, ...seen.details });
    }
    for (const command of commands) {
      const builder = builders.find(
        ({ program, verb }) =>
          command.program === program && (verb === "" || verbOf(command) === verb),
      );
      if (builder === undefined) continue;
      const where = opening(command, {
        options: ["--host", "--server-host", "-h"],
        variables: builder.variables,
      });
      if (where === undefined || option(command, ...logins) !== undefined) continue;
      const { message, severity } = builder;
      report(where, { extent: command, message, ...door(command.reach, severity) });
    }
  },
});
