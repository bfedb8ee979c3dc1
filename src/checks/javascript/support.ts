import type { Dict, Expression, FunctionDef, Node } from "../../formats/python/nodes.ts";
import { PythonValue, type PythonCall } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";

/** Arguments of a call in which an object with options is looked for. */
const mostArguments = 6;

/** The value of a key of an object literal among the arguments: `apiKey` of `new X({ apiKey })`. */
export function option(call: PythonCall, key: string): PythonValue | undefined {
  for (let index = 0; index < Math.min(call.node.args.length, mostArguments); index++) {
    const item = call.positional(index)?.item(key);
    if (item !== undefined) return item;
  }
  return undefined;
}

/** A key of an object literal with its value. */
export interface FoundItem {
  readonly dict: Dict;
  readonly value: PythonValue;
}

const itemsOf = new WeakMap<JavaScriptView, ReadonlyMap<string, readonly FoundItem[]>>();

/** Every object literal with this key, wherever it stands; gathered once for each file. */
export function itemsNamed(view: JavaScriptView, key: string): readonly FoundItem[] {
  let items = itemsOf.get(view);
  if (items === undefined) {
    const gathered = new Map<string, FoundItem[]>();
    for (const dict of view.facts.dicts) {
      for (const [index, each] of dict.keys.entries()) {
        const value = dict.values[index];
        if (each?.kind !== "Constant" || typeof each.value !== "string" || value === undefined)
          continue;
        const found = { dict, value: view.value(value) };
        const list = gathered.get(each.value);
        if (list === undefined) gathered.set(each.value, [found]);
        else list.push(found);
      }
    }
    items = gathered;
    itemsOf.set(view, items);
  }
  return items.get(key) ?? [];
}

/** Attributes and elements of JSX with this name. */
export function* attributesNamed(
  view: JavaScriptView,
  name: string,
): Generator<{ readonly call: PythonCall; readonly value: PythonValue }> {
  for (const call of view.allCalls()) {
    if (call.node.keywords.length === 0) continue;
    const value = call.keyword(name);
    if (value !== undefined) yield { call, value };
  }
}

/** Assignments to an attribute of this name. */
export function* writesTo(
  view: JavaScriptView,
  ...names: readonly string[]
): Generator<{ readonly where: Node; readonly target: Expression; readonly value: PythonValue }> {
  for (const assign of view.facts.assigns) {
    if (assign.kind !== "Assign") continue;
    for (const target of assign.targets) {
      if (target.kind === "Attribute" && names.includes(target.attr))
        yield { where: assign, target, value: view.value(assign.value) };
    }
  }
}

/** Names of the program itself that nobody outside of it chooses. */
const own = new Set([
  "__dirname",
  "__filename",
  "process.execPath",
  "process.pid",
  "process.platform",
]);
const ownCalls =
  /^(?:path\.(?:\w+\.)?(?:join|resolve|dirname|basename)|process\.cwd|url\.fileURLToPath|JSON\.stringify)$/;
const deepest = 30;

/** True for a text that the program alone decides about: constants, and paths of its own. */
export function isFixed(value: PythonValue, depth = 0): boolean {
  if (value.constant() !== undefined) return true;
  const { node, scope } = value;
  if (depth > deepest) return false;
  const inner = (each: Expression): boolean => isFixed(new PythonValue(each, scope), depth + 1);
  switch (node.kind) {
    case "JoinedStr":
      return node.values.every((part) => part.kind === "Constant" || inner(part.value));
    case "BinOp":
      return node.op === "+" && inner(node.left) && inner(node.right);
    case "IfExp":
      return inner(node.body) && inner(node.orelse);
    case "Call":
      return ownCalls.test(value.name().replace(/\(\)$/, "")) && node.args.every(inner);
    default:
      return own.has(value.name());
  }
}

/** The functions that a view has, by the names that stand for them. */
const functionsOf = new WeakMap<JavaScriptView, ReadonlyMap<string, FunctionDef>>();

/** The function that is given as an argument: written there, or by its name. */
export function functionOf(
  view: JavaScriptView,
  node: Expression | undefined,
): FunctionDef | undefined {
  if (node?.kind !== "Name") return undefined;
  let functions = functionsOf.get(view);
  if (functions === undefined) {
    functions = new Map(view.facts.functions.map((each) => [each.name, each]));
    functionsOf.set(view, functions);
  }
  return functions.get(node.id);
}

/** The function that a node stands in, the innermost first. */
export function* functionsAround(node: Node): Generator<FunctionDef> {
  for (let current = node.parent; current !== null; current = current.parent)
    if (current.kind === "FunctionDef") yield current;
}

/** True where the path says that a file is a test or an example of one. */
export function isTestPath(path: string): boolean {
  return /(?:^|[/_.-])(?:tests?|testing|__tests__|specs?|fixtures?|mocks?)(?:[/_.-]|$)/i.test(path);
}
