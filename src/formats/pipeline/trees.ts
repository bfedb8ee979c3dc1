import type { Problem, Span } from "../../core/index.ts";
import type { Command } from "../command/view.ts";
import { entriesOf, itemsOf, scalar, type ScalarNode, type TreeNode } from "../setting/tree.ts";
import { parseShell } from "../shell/parse.ts";
import type { Entry, Image, Script, Text, Use } from "./view.ts";

/** Steps of one file that are read; YAML aliases can make more out of few lines. */
export const maxSteps = 5_000;
/** Characters of scripts of one file that are read, aliases counted as often as they are used. */
const maxScript = 1_000_000;
/** Variables of one file that are kept, those of what a job extends counted with each job. */
const maxVariables = 50_000;

/** What may still be read of one file. */
export interface Budget {
  steps: number;
  script: number;
  variables: number;
  readonly problems: Problem[];
}

/** A whole budget. */
export function openBudget(): Budget {
  return { steps: maxSteps, script: maxScript, variables: maxVariables, problems: [] };
}

/** Takes from a budget; false, and a problem, where there is not enough left. */
export function spend(budget: Budget, kind: "steps" | "script" | "variables", amount = 1): boolean {
  if (budget[kind] >= amount) {
    budget[kind] -= amount;
    return true;
  }
  budget[kind] = 0;
  const message = `${kind === "script" ? "scripts" : kind} of the pipeline beyond the limit`;
  if (!budget.problems.some((each) => each.message === message))
    budget.problems.push({ reason: "limit", message, at: 0 });
  return false;
}

/** A scalar as a plain value. */
export function textOf(node: TreeNode | undefined): Text | undefined {
  const found = scalar(node);
  if (found === undefined) return undefined;
  const { value, place, start, end } = found;
  return { value, place, start, end };
}

/** A scalar, or each scalar of a list. */
export function textsOf(node: TreeNode | undefined): readonly Text[] {
  const nodes = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  return nodes.flatMap((each) => textOf(each) ?? []);
}

/** Variables of a map, or of a list of `NAME=value` or `{name, value}`. */
export function variablesIn(node: TreeNode | undefined): readonly Entry[] {
  const pairs = entriesOf(node).flatMap(({ key, keySpan, value }) => {
    // GitLab writes a variable with a description as a map.
    const text = textOf(value) ?? textOf(valueIn(value));
    return text === undefined ? [] : [{ name: key, value: text, ...covering(keySpan, text) }];
  });
  const items = itemsOf(node).flatMap((item) => {
    if (item.kind === "scalar") return assignment(item);
    const name = textOf(item.kind === "map" ? last(item, "name") : undefined);
    const value = textOf(item.kind === "map" ? last(item, "value") : undefined);
    return name === undefined || value === undefined
      ? []
      : [{ name: name.value, value, ...covering(name, value) }];
  });
  return [...pairs, ...items];
}

function valueIn(node: TreeNode): TreeNode | undefined {
  return node.kind === "map" ? last(node, "value") : undefined;
}

function last(node: TreeNode, key: string): TreeNode | undefined {
  return entriesOf(node).findLast((each) => each.key === key)?.value;
}

/** `NAME=value`; `NAME` alone takes its value from elsewhere, which is an unknown one. */
function assignment({ value, place, start, end }: ScalarNode): readonly Entry[] {
  const equals = value.indexOf("=");
  const name = equals < 0 ? value : value.slice(0, equals);
  const text: Text = {
    value: equals < 0 ? `\${${name}}` : value.slice(equals + 1),
    place: (from, to) => place(from + equals + 1, to + equals + 1),
    start,
    end,
  };
  return [{ name, value: text, start, end }];
}

/** A key and its value; what an alias stands for may be written before its key. */
export function covering(key: Span, value: Span): Span {
  return key.start <= value.start
    ? { start: key.start, end: Math.max(key.end, value.end) }
    : { start: key.start, end: key.end };
}

/** The scripts that the budget allows for. */
export function affordable(scripts: readonly Script[], budget: Budget): readonly Script[] {
  return scripts.filter(({ value }) => spend(budget, "script", value.length));
}

/** What a script in shell starts; nothing for other languages. */
export function commandsOfScript(script: Script): readonly Command[] {
  if (script.language !== "shell") return [];
  return parseShell({ text: script.value, place: script.place }).commands;
}

/** The language of a script, from the name of the shell that is given it. */
export function languageOf(shell: string): Script["language"] {
  const name = shell.trim().toLowerCase();
  if (name === "" || /^(?:\/\S+\/)?(?:ba|da|z|k|a)?sh\b/.test(name)) return "shell";
  if (/^(?:pwsh|powershell)/.test(name)) return "powershell";
  if (name.startsWith("python")) return "python";
  return /^(?:node|bun|deno)\b/.test(name) ? "javascript" : "other";
}

/** `owner/repository/path@ref`, `./path`, `docker://image`. */
export function readUse(text: Text): Use {
  const written = text.value.trim();
  const span = { start: text.start, end: text.end };
  if (written.startsWith("./") || written.startsWith("../"))
    return { ...span, written, kind: "local", name: written };
  if (written.startsWith("docker://"))
    return { ...span, written, kind: "image", name: written.slice("docker://".length) };
  const at = written.indexOf("@");
  const name = (at < 0 ? written : written.slice(0, at)).toLowerCase();
  const kind = /\.ya?ml$/.test(name) ? "workflow" : "action";
  return { ...span, written, kind, name, ...(at < 0 ? {} : { ref: written.slice(at + 1) }) };
}

/** An image that is named by a value. */
export function imageOf(text: Text | undefined, role: Image["role"]): Image | undefined {
  if (text === undefined || text.value.trim() === "") return undefined;
  const reference = withDefaults(text.value.trim());
  const { start, end } = text;
  return { reference, isKnown: !/\$/.test(reference), role, start, end };
}

/** `${TAG:-1.2}` is `1.2` unless somebody says otherwise. */
export function withDefaults(text: string): string {
  return text.replaceAll(/\$\{\w+:?-([^{}$]*)\}/g, "$1");
}
