import type { FindingDetails } from "../../core/index.ts";
import { isOff, option, type Command, type Word } from "../../formats/command/view.ts";
import { isCommit, isLocalPath } from "../code/artifacts.ts";
import { defineCheck } from "../define.ts";
import { verbOf } from "./doors.ts";

const models = [
  "--model",
  "--model-id",
  "--model_id",
  "--model-path",
  "--model_path",
  "--model_name_or_path",
  "--model-name-or-path",
  "-m",
];

/** The option itself, or as one of `lm_eval --model_args a=b,trust_remote_code=True`. */
function trusts(command: Command): Word | undefined {
  return command.args.find(({ text }, index) => {
    if (/(?:^|,)trust_remote_code=(?:true|1)(?:,|$)/i.test(text)) return true;
    const [name, value] = text.split("=", 2);
    if (!/^--(?:[a-z]+[-_])?trust[-_]remote[-_]code$/.test(name ?? "")) return false;
    return !isOff(value ?? command.args[index + 1]?.text ?? "");
  });
}

function modelOf(command: Command): Word | undefined {
  const named = option(command, ...models);
  if (named !== undefined) return named;
  if (command.program !== "vllm" || verbOf(command) !== "serve") return undefined;
  const serve = command.args.findIndex(({ text }) => text === "serve");
  const model = command.args[serve + 1];
  return model?.text.startsWith("-") === false ? model : undefined;
}

function judge(command: Command): FindingDetails {
  const model = modelOf(command);
  const revision = option(command, "--revision", "--model_revision", "--model-revision");
  if (revision !== undefined && isCommit(revision.text)) {
    const code = option(command, "--code-revision", "--code_revision");
    const message = "Code from the model's repository runs, as it was at the commit that is named";
    return { severity: code === undefined ? "medium" : "low", message };
  }
  if (model === undefined || !model.isKnown) {
    return {
      severity: "medium",
      confidence: "medium",
      message: "Whatever model is named here, code from its repository runs",
    };
  }
  if (isLocalPath(model.text)) {
    return {
      severity: "low",
      audience: "pedantic",
      message: `Code in \`${model.text}\` runs when the model is loaded`,
    };
  }
  return { message: `Whatever code the owner of \`${model.text}\` puts there runs here` };
}

export const trustRemoteCodeOption = defineCheck({
  meta: {
    id: "trust-remote-code-option",
    code: "PV-CMD-009",
    title: "A program is told to run code from a model's repository",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-829",
      "CWE-94",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0011.000",
    ],
    why: "Python files of the repository run with the rights of the program. Its owner, or whoever takes the account over, can change them any day.",
    mend: "Use a model that needs no code of its own; else read the code and pin `--revision` and `--code-revision` to the commit you have read.",
    blind: "Models that come from configuration files.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "vllm serve acme/net-7b --trust-remote-code\n" }],
      clean: [{ path: "start.sh", code: "vllm serve acme/net-7b\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      const where = trusts(command);
      if (where !== undefined) report(where, { extent: command, ...judge(command) });
    }
  },
});
