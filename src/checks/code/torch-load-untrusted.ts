import type { FindingDetails, Report } from "../../core/index.ts";
import type { Node } from "../../formats/python/nodes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { usesModule } from "./support.ts";

const loaders = ["torch.load", "torch.serialization.load"] as const;

/** Bandit reports only what is written out, in files that import `torch` itself. */
function aliasesOf(call: PythonCall, isImported: boolean): FindingDetails {
  return isImported && call.isWrittenOut() ? {} : { aliases: [] };
}

function isInHandler(node: Node): boolean {
  for (let current: Node | null = node; current !== null; current = current.parent) {
    if (current.kind === "ExceptHandler") return true;
    if (current.kind === "FunctionDef" || current.kind === "ClassDef") return false;
  }
  return false;
}

function judge(call: PythonCall): FindingDetails | undefined {
  const weightsOnly = call.keyword("weights_only");
  if (weightsOnly === undefined || weightsOnly.is(null)) {
    if (!call.hasUnknownArguments()) return {};
    return {
      severity: "low",
      audience: "audit",
      message:
        "torch.load gets arguments from elsewhere; they decide whether it runs code hidden in the file",
    };
  }
  const isSafe = weightsOnly.truth();
  if (isSafe === true) return undefined;
  if (isSafe === undefined) {
    return {
      severity: "low",
      audience: "audit",
      message:
        "Whether torch.load runs code hidden in the file is decided elsewhere (`weights_only`)",
    };
  }
  const unpickler = call.argument(2, "pickle_module");
  if (unpickler !== undefined && !/^(?:pickle|dill|cloudpickle)$/.test(unpickler.name())) {
    return {
      severity: "low",
      message: "What torch.load may run is up to the module that is passed as `pickle_module`",
    };
  }
  const message = isInHandler(call.node)
    ? "A file that safe loading refuses is loaded again with `weights_only=False`: an attacker makes the first attempt fail"
    : "torch.load with `weights_only=False` runs code hidden in the file";
  return { severity: "high", confidence: "high", message };
}

/** Functions that a pickle needs for running code; allowing one of them allows everything. */
const openers =
  /^(?:getattr|setattr|eval|exec|compile|__import__|open|print|builtins\.\w+|(?:os|subprocess|shutil|importlib|runpy|pickle|dill|cloudpickle)\.[\w.]+|functools\.partial|operator\.(?:attrgetter|methodcaller|itemgetter))$/;

/** `torch.serialization.add_safe_globals([eval])` */
function reportSafeGlobals(view: PythonView, report: Report): void {
  for (const call of view.calls(
    "torch.serialization.add_safe_globals",
    "torch.serialization.safe_globals",
  )) {
    const allowed = call.positional(0)?.elements() ?? [];
    const opener = allowed.find((value) => openers.test(value.name()));
    if (opener === undefined) continue;
    report(opener, {
      extent: call,
      severity: "high",
      aliases: [],
      message: `Safe loading is told to allow \`${opener.name()}\`, with which a checkpoint runs code`,
    });
  }
}

/** `torch.load = …`: from there on the default of every library in the process is another. */
function reportPatches(view: PythonView, report: Report): void {
  if (!/\btorch\.load\s*=[^=]/.test(view.text)) return;
  const unsafe = view.facts.functions.filter(({ start, end }) =>
    /weights_only["']?\]?\s*[=:,]\s*False/.test(view.text.slice(start, end)),
  );
  for (const assign of view.facts.assigns) {
    const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
    if (
      target?.kind !== "Attribute" ||
      target.attr !== "load" ||
      view.value(target).name() !== "torch.load"
    )
      continue;
    // A call or a lambda is judged by what stands in it; a name that was saved before is put back.
    const value = assign.value;
    if (value?.kind !== "Name" || !unsafe.some(({ name }) => name === value.id)) continue;
    report(assign, {
      severity: "high",
      aliases: [],
      message:
        "torch.load is replaced for the whole process by a function that passes `weights_only=False`",
    });
  }
}

export const torchLoadUntrusted = defineCheck({
  meta: {
    id: "torch-load-untrusted",
    code: "PV-CODE-104",
    title: "torch.load can run code hidden in the file",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B614"],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "A checkpoint is a pickle: whoever wrote the file decides what runs when it is loaded, with the rights of the process.",
    mend: "Pass `weights_only=True` and name the classes it needs with `torch.serialization.add_safe_globals`, or load safetensors.",
    blind:
      "Whether the file comes from somebody else. From torch 2.6 on, `weights_only` is true by default; the version that is installed is not looked up.",
    references: ["CVE-2025-32434", "https://pytorch.org/docs/stable/generated/torch.load.html"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import torch\nmodel = torch.load("model.pt")\n' }],
      clean: [{ code: 'import torch\nmodel = torch.load("model.pt", weights_only=True)\n' }],
    },
  },
  run: (view, report) => {
    if (!usesModule(view, "torch")) return;
    const isImported = view
      .imports()
      .some(({ name, statement }) => statement.kind === "Import" && name === "torch");
    for (const call of view.calls(...loaders)) {
      const details = judge(call);
      if (details !== undefined) report(call, { ...aliasesOf(call, isImported), ...details });
    }
    for (const call of view.calls("functools.partial", "functools.partialmethod")) {
      if (!loaders.some((name) => call.positional(0)?.name() === name)) continue;
      const details = judge(call);
      if (details !== undefined) report(call, { ...details, aliases: [] });
    }
    reportPatches(view, report);
    reportSafeGlobals(view, report);
  },
});
