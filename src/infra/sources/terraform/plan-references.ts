import { parseHclExpression } from "../../../formats/hcl/parse.ts";
import type { Expression } from "../../../formats/hcl/tree.ts";
import { entry, itemsOf, scalar, type TreeNode } from "../../../formats/setting/tree.ts";

/** What an expression of a plan's configuration refers to, absolute within the plan. */
export interface Target {
  readonly resource: string;
  readonly attribute: readonly string[];
}

/** Where an expression stands: in which module of the configuration, at which address. */
export interface ConfigScope {
  /** `module` of the configuration. */
  readonly node: TreeNode | undefined;
  /** `module.lake`, without keys; empty for the root. */
  readonly address: string;
  /** The name by which its caller calls it. */
  readonly name: string;
  readonly caller?: ConfigScope;
}

const maxHops = 20;

/** The scope of `module.a["x"].module.b`. */
export function scopeOfModule(root: TreeNode | undefined, address: string): ConfigScope {
  let scope: ConfigScope = { node: root, address: "", name: "" };
  for (const [, name, key] of address.matchAll(
    /module\.([\w-]+)((?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?)/g,
  )) {
    if (name === undefined) continue;
    const call = entry(entry(scope.node, "module_calls"), name);
    const inner = `module.${name}${key ?? ""}`;
    scope = {
      node: entry(call, "module"),
      address: scope.address === "" ? inner : `${scope.address}.${inner}`,
      name,
      caller: scope,
    };
  }
  return scope;
}

/** The resources that a module of the configuration has, by their address in it. */
export function configuredIn({ node }: ConfigScope): ReadonlyMap<string, TreeNode> {
  return new Map(
    itemsOf(entry(node, "resources")).flatMap((each) => {
      const address = scalar(entry(each, "address"))?.value;
      return address === undefined ? [] : [[address, each] as const];
    }),
  );
}

/** The texts of `references`, most exact first: each is followed by what it is a part of. */
function referencesOf(expression: TreeNode | undefined): readonly string[] {
  const all = itemsOf(entry(expression, "references")).flatMap((each) => scalar(each)?.value ?? []);
  return all.filter(
    (each, at) =>
      !all
        .slice(0, at)
        .some((before) => before.startsWith(`${each}.`) || before.startsWith(`${each}[`)),
  );
}

interface Words {
  readonly words: readonly string[];
  /** Key after the resource or module itself, as it is written. */
  readonly keys: ReadonlyMap<number, string>;
}

/** `a.b["k"].c` as words, with the keys that stand after them. */
function wordsOf(text: string): Words | undefined {
  const { value, problems } = parseHclExpression(text);
  if (problems.length > 0) return undefined;
  const chain: Expression[] = [];
  let first = value;
  while (first.kind === "member" || first.kind === "index") {
    chain.push(first);
    first = first.of;
  }
  if (first.kind !== "name") return undefined;
  const words = [first.name];
  const keys = new Map<number, string>();
  for (const step of chain.reverse()) {
    if (step.kind === "member") words.push(step.name);
    else if (step.kind === "index" && step.key.kind === "literal")
      keys.set(words.length, `[${JSON.stringify(step.key.value)}]`);
  }
  return { words, keys };
}

/**
 * What an expression refers to, through variables and outputs of modules; all that it refers to, for
 * a plan does not say how an expression is made of its references.
 */
export function targetsOf(
  expression: TreeNode | undefined,
  scope: ConfigScope,
  hops = 0,
): readonly (Target | string)[] {
  if (hops > maxHops) return [];
  return referencesOf(expression).flatMap((text) => targetOf(text, scope, hops));
}

function targetOf(text: string, scope: ConfigScope, hops: number): readonly (Target | string)[] {
  const found = wordsOf(text);
  if (found === undefined) return [text];
  const { words, keys } = found;
  const [first, second, third] = words;
  if (first === "var" && second !== undefined && scope.caller !== undefined) {
    const call = entry(entry(scope.caller.node, "module_calls"), scope.name);
    const passed = entry(entry(call, "expressions"), second);
    return passed === undefined ? [text] : targetsOf(passed, scope.caller, hops + 1);
  }
  if (first === "module" && second !== undefined && third !== undefined) {
    const call = entry(entry(scope.node, "module_calls"), second);
    const node = entry(call, "module");
    const name = `module.${second}${keys.get(2) ?? ""}`;
    const inner: ConfigScope = { node, address: within(scope, name), name: second, caller: scope };
    const output = entry(entry(entry(node, "outputs"), third), "expression");
    return output === undefined ? [text] : targetsOf(output, inner, hops + 1);
  }
  if (first === undefined || /^(?:var|local|each|count|path|terraform|self|module)$/.test(first))
    return [text];
  const size = first === "data" ? 3 : 2;
  if (words.length < size) return [text];
  const address = words.slice(0, size).join(".") + (keys.get(size) ?? "");
  return [{ resource: within(scope, address), attribute: words.slice(size) }];
}

function within({ address }: ConfigScope, name: string): string {
  return address === "" ? name : `${address}.${name}`;
}
