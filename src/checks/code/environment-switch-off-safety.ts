import type { Report, Span } from "../../core/index.ts";
import type { PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { isEnvironmentSwitch, thrownSwitch } from "./environment-switches.ts";

/** Methods that take a name and a value. */
const setters = ["putenv", "setdefault", "setenv", "set_env"] as const;

function isEnvironment(name: string): boolean {
  return (
    name === "os.environ" ||
    name === "os.environb" ||
    name.endsWith(".env") ||
    name.endsWith(".environ")
  );
}

interface Pair {
  readonly name: string;
  readonly value: PythonValue;
  readonly where: Span;
}

/** `os.environ.update(NAME="1")` and `dict(os.environ, NAME="1")`. */
function* keywordPairs(view: PythonView): Generator<Pair> {
  for (const call of view.calls("os.environ.update", "dict")) {
    for (const { arg, value, start, end } of call.node.keywords) {
      if (arg !== null && isEnvironmentSwitch(arg))
        yield { name: arg, value: view.value(value), where: { start, end } };
    }
  }
}

/** Every place where the file pairs a name in quotes with a value, as far as an environment may be meant. */
function* pairs(view: PythonView): Generator<Pair> {
  for (const assign of view.facts.assigns) {
    if (assign.kind !== "Assign") continue;
    for (const target of assign.targets) {
      if (target.kind !== "Subscript") continue;
      const name = view.value(target.slice).string();
      if (name !== undefined && isEnvironment(view.value(target.value).name())) {
        yield { name, value: view.value(assign.value), where: assign };
      }
    }
  }
  for (const assign of view.facts.assigns) {
    const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
    if (target?.kind !== "Attribute" || assign.value === null || !isEnvironmentSwitch(target.attr))
      continue;
    // What the library read from the environment when it was imported: `datasets.config`.
    if (
      /^(?:datasets|transformers|huggingface_hub|vllm)\b.*\b(?:config|constants|envs)$/.test(
        view.value(target.value).name(),
      )
    )
      yield { name: target.attr, value: view.value(assign.value), where: assign };
  }
  for (const call of view.methods(...setters)) {
    const name = call.positional(0)?.string();
    const value = call.positional(1);
    if (name !== undefined && value !== undefined) yield { name, value, where: call };
  }
  for (const dict of view.facts.dicts) {
    for (const [index, key] of dict.keys.entries()) {
      const value = dict.values[index];
      if (key?.kind !== "Constant" || typeof key.value !== "string" || value === undefined)
        continue;
      yield {
        name: key.value,
        value: view.value(value),
        where: { start: key.start, end: value.end },
      };
    }
  }
}

function run(view: PythonView, report: Report): void {
  const isNamed =
    view.facts.strings.some(
      ({ value }) => typeof value === "string" && isEnvironmentSwitch(value),
    ) || /\.(?:config|constants|envs)\.[A-Z_]+\s*=/.test(view.text);
  for (const { name, value, where } of [...keywordPairs(view), ...(isNamed ? pairs(view) : [])]) {
    // A switch of a module is a truth, a variable of the environment is text.
    const text = value.string() ?? (value.is(true) ? "1" : undefined);
    const thrown = text === undefined ? undefined : thrownSwitch(name, text);
    if (thrown === undefined) continue;
    const { severity, controls, effect, audience } = thrown;
    report(where, {
      severity,
      controls,
      message: `\`${name}\` ${effect}`,
      ...(audience === undefined ? {} : { audience }),
    });
  }
}

export const environmentSwitchOffSafety = defineCheck({
  meta: {
    id: "environment-switch-off-safety",
    code: "PV-CODE-101",
    title: "An environment variable turns a protection off",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "The switch works for the whole process and its children: every library in it loses the protection, not only the line that needed it.",
    mend: "Remove it, and mend the one place that fails: name the classes that may be loaded, install the missing certificate, or pin and review the code.",
    blind: "Values that are put together at run time.",
    references: [
      "https://docs.pytorch.org/docs/stable/miscellaneous_environment_variables.html",
      "https://github.com/psf/requests/issues/6071",
      "https://docs.vllm.ai/en/latest/configuration/env_vars.html",
    ],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import os\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\n' }],
      clean: [{ code: 'import os\nos.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"\n' }],
    },
  },
  run,
});
