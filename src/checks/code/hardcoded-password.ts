import type { FindingDetails, Report } from "../../core/index.ts";
import type { Constant, Dict, FunctionDef } from "../../formats/python/nodes.ts";
import { findSecrets, isLikelySecret, kindOfName } from "../../detect/secrets/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isSecretName, looksSecret } from "./secret-names.ts";
import { isStringLiteral, lastWord } from "./support.ts";

/** True where the checks of every text (`secret-by-name`, …) say more of this than can be said here. */
function isSpokenFor(name: string, value: string): boolean {
  const kind = kindOfName(name);
  return (
    (kind !== undefined && isLikelySecret(kind, value)) ||
    (value.length <= 500 && findSecrets(value, { depth: 0 }).length > 0)
  );
}

/** What to say of a value: more, where it looks like a real one. */
function detailsFor(
  { name, value }: { readonly name: string; readonly value: string },
  alias: "B105" | "B106" | "B107" | null,
): FindingDetails {
  const aliases = alias === null ? [] : [alias, alias.replace("B", "S")];
  if (!looksSecret(value) || isSpokenFor(name, value))
    return { aliases, ...(value.length >= 3 ? { secret: value } : {}) };
  return { aliases, secret: value, severity: "medium", audience: "default" };
}

/** Strings that are assigned to, compared with, or stored under a name that says what they are. */
function reportAssigned(node: Constant, report: Report): void {
  const parent = node.parent!;
  switch (parent.kind) {
    case "Assign": {
      const name = parent.targets.map((target) => lastWord(target) ?? "").find(isSecretName);
      if (name === undefined) return;
      const value = String(node.value);
      report(node, { ...detailsFor({ name, value }, "B105"), extent: parent });
      return;
    }
    case "AnnAssign":
      if (parent.value === node && isSecretName(lastWord(parent.target) ?? "")) {
        const name = lastWord(parent.target) ?? "";
        const value = String(node.value);
        report(node, { ...detailsFor({ name, value }, null), extent: parent });
      }
      return;
    case "Subscript": {
      const assign = parent.parent;
      if (
        assign?.kind !== "Assign" ||
        !isStringLiteral(assign.value) ||
        !isSecretName(String(node.value))
      )
        return;
      const written = { name: String(node.value), value: String((assign.value as Constant).value) };
      report(node, { ...detailsFor(written, "B105"), extent: assign });
      return;
    }
    case "Compare": {
      const [first] = parent.comparators;
      if (!isSecretName(lastWord(parent.left) ?? "") || !isStringLiteral(first)) return;
      const name = lastWord(parent.left) ?? "";
      const value = String((first as Constant).value);
      report(node, { ...detailsFor({ name, value }, "B105"), extent: parent });
      return;
    }
    default:
  }
}

function reportKeys(dict: Dict, report: Report): void {
  dict.keys.forEach((key, index) => {
    const value = dict.values[index];
    if (value?.kind !== "Constant" || key?.kind !== "Constant" || key.type !== "str") return;
    if (!isSecretName(String(key.value))) return;
    const text = typeof value.value === "string" ? value.value : "";
    report(key, {
      ...detailsFor({ name: String(key.value), value: text }, "B105"),
      extent: dict,
    });
  });
}

function reportArguments(call: PythonCall, report: Report): void {
  let isFirst = true;
  for (const { arg, value } of call.node.keywords) {
    if (value.kind !== "Constant" || value.type !== "str" || arg === null || !isSecretName(arg))
      continue;
    const written = { name: arg, value: String(value.value) };
    report(value, { ...detailsFor(written, isFirst ? "B106" : null), extent: call });
    isFirst = false;
  }
}

function reportDefaults(definition: FunctionDef, report: Report): void {
  const { args, defaults } = definition.args;
  const offset = args.length - defaults.length;
  const index = args.findIndex(
    ({ arg }, position) => isStringLiteral(defaults[position - offset]) && isSecretName(arg),
  );
  const value = defaults[index - offset];
  if (index < 0 || value?.kind !== "Constant") return;
  const header = { start: definition.start, end: definition.args.end };
  const written = { name: args[index]?.arg ?? "", value: String(value.value) };
  report(header, {
    ...detailsFor(written, definition.isAsync ? null : "B107"),
    extent: definition,
  });
}

export const hardcodedPassword = defineCheck({
  meta: {
    id: "hardcoded-password",
    code: "PV-CODE-051",
    title: "A password is written into the code",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "audit",
    aliases: ["B105", "S105", "B106", "S106", "B107", "S107"],
    controls: ["CWE-259", "CWE-798", "OWASP-LLM02:2026", "OWASP-LLM02:2025"],
    why: "Everybody who reads the code, its history or a built image has the password; it cannot be changed without a release.",
    mend: "Read it from the environment or a secret store, and change the one that was written down.",
    blind: "Keys by their own form; names other than password, pass, pwd, token and secret.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'db_password = "tr0ub4dor3x"\n' }],
      clean: [{ code: 'import os\ndb_password = os.environ["DB_PASSWORD"]\n' }],
    },
  },
  run: ({ facts, allCalls }, report) => {
    for (const node of facts.strings) {
      if (node.type === "str" && node.parent !== null) reportAssigned(node, report);
    }
    for (const dict of facts.dicts) reportKeys(dict, report);
    for (const call of allCalls()) reportArguments(call, report);
    for (const definition of facts.functions) reportDefaults(definition, report);
  },
});
