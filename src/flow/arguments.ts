import type { Call, Expression } from "../formats/python/nodes.ts";
import { PythonValue, type PythonCall } from "../formats/python/values.ts";
import type { Machine } from "./machine.ts";
import type { ArgumentRef } from "./model.ts";
import { importsModule } from "./reads.ts";
import { clean, readPart, type Value } from "./value.ts";
import type { ArgumentFact, CallFacts } from "./when.ts";

/** The arguments of a call with what is known of each. */
export interface Given {
  readonly slot: number | string;
  readonly node: Expression;
  readonly value: Value;
}

/** Slots of what is unpacked with `*` and `**`. */
export const spread = "*";
export const spreadKeywords = "**";

/** The expression of an argument, where it is written out. */
export function argumentOf(call: Call, reference: ArgumentRef): Expression | undefined {
  if (typeof reference === "object")
    return argumentOf(call, reference[1]) ?? argumentOf(call, reference[0]);
  if (reference === "this") return call.func.kind === "Attribute" ? call.func.value : undefined;
  if (typeof reference === "number") {
    const before = call.args.slice(0, reference + 1);
    return before.some(({ kind }) => kind === "Starred") ? undefined : call.args[reference];
  }
  const keyword = call.keywords.find(({ arg }) => arg === reference)?.value;
  if (keyword !== undefined) return keyword;
  return keyOf(call, reference.split("."));
}

/** A key of an argument that is an object literal, as JavaScript gives its options. */
function keyOf(call: Call, path: readonly string[]): Expression | undefined {
  for (const argument of call.args) {
    let at: Expression | undefined = argument;
    for (const key of path) {
      if (at?.kind !== "Dict") {
        at = undefined;
        break;
      }
      const index: number = at.keys.findIndex(
        (one) => one?.kind === "Constant" && one.value === key,
      );
      at = at.values[index];
    }
    if (at !== undefined) return at;
  }
  return undefined;
}

/** The value of an argument. `*` and `**` stand for each that has no keyword, and each that has one. */
export function givenValues(
  machine: Machine,
  { given, receiver }: { readonly given: readonly Given[]; readonly receiver: Value },
  reference: ArgumentRef,
): readonly Given[] {
  if (typeof reference === "object") {
    const named = givenValues(machine, { given, receiver }, reference[1]);
    return named.length > 0 ? named : givenValues(machine, { given, receiver }, reference[0]);
  }
  if (reference === "this")
    return [{ slot: "this", node: machine.callee ?? none, value: receiver }];
  if (reference === "*")
    return given.filter(({ slot }) => typeof slot === "number" || slot === spread);
  if (reference === "**")
    return given.filter(({ slot }) => typeof slot === "string" && slot !== spread);
  const own = given.filter(({ slot }) => slot === reference);
  if (own.length > 0) return own;
  const unpacked = given.find(
    ({ slot }) => slot === (typeof reference === "number" ? spread : spreadKeywords),
  );
  if (unpacked !== undefined) {
    const name = typeof reference === "number" ? String(reference) : reference;
    const value = readPart(unpacked.value, name, machine.isWhole);
    return value === clean ? [] : [{ ...unpacked, value }];
  }
  if (typeof reference === "number") return [];
  return keyedValues(machine, given, reference.split("."));
}

const none: Expression = { kind: "Name", id: "", start: 0, end: 0, parent: null };

function keyedValues(
  machine: Machine,
  given: readonly Given[],
  path: readonly string[],
): readonly Given[] {
  // `config.systemInstruction`, where `config` is itself a keyword.
  const first = given.find(({ slot }) => slot === path[0]);
  const from = first === undefined ? given.filter(({ slot }) => typeof slot === "number") : [first];
  const rest = first === undefined ? path : path.slice(1);
  const found: Given[] = [];
  for (const one of from) {
    let { value } = one;
    let node: Expression = one.node;
    let isThere = value.parts !== null;
    for (const key of rest) {
      isThere &&= value.parts?.has(key) === true;
      value = isThere ? readPart(value, key, machine.isWhole) : clean;
      if (node.kind === "Dict") {
        const dict: Extract<Expression, { kind: "Dict" }> = node;
        const index = dict.keys.findIndex(
          (each) => each?.kind === "Constant" && each.value === key,
        );
        node = dict.values[index] ?? node;
      }
    }
    if (isThere) found.push({ slot: one.slot, node, value });
  }
  return found;
}

/** What the conditions of a model may ask of a call. */
export function factsOfCall(machine: Machine, call: Call, known: PythonCall): CallFacts {
  const { func } = call;
  const receiver =
    func.kind !== "Attribute"
      ? undefined
      : func.value.kind === "Attribute"
        ? func.value.attr
        : func.value.kind === "Name"
          ? func.value.id
          : undefined;
  return {
    name: known.name,
    ...(receiver === undefined ? {} : { receiver }),
    argument: (reference) => factOf(call, known, reference),
    imports: (prefix) => importsModule(machine, prefix),
  };
}

/** The source of a regular expression that is written out: `RegExp("…")`, `re.compile("…")`. */
function patternOf(value: PythonValue): string | undefined {
  const origin = value.origin();
  if (origin.kind !== "Call" || !/(?:^|\.)(?:RegExp|compile)$/.test(lastName(origin.func)))
    return undefined;
  const [source] = origin.args;
  return source === undefined ? undefined : new PythonValue(source, value.scope).string();
}

function lastName(node: Expression): string {
  return node.kind === "Attribute" ? node.attr : node.kind === "Name" ? node.id : "";
}

function factOf(call: Call, known: PythonCall, reference: ArgumentRef): ArgumentFact | undefined {
  let value: PythonValue | undefined;
  if (reference === "this") {
    if (call.func.kind !== "Attribute") return undefined;
    value = new PythonValue(call.func.value, known.scope);
  } else if (typeof reference === "object") {
    value = known.argument(reference[0], reference[1]);
    if (value === undefined) {
      const keyed = argumentOf(call, reference[1]);
      value = keyed === undefined ? undefined : new PythonValue(keyed, known.scope);
    }
  } else if (typeof reference === "number") value = known.positional(reference);
  else {
    value = known.keyword(reference);
    if (value === undefined) {
      const keyed = argumentOf(call, reference);
      value = keyed === undefined ? undefined : new PythonValue(keyed, known.scope);
    }
  }
  if (value === undefined) return undefined;
  const pattern = patternOf(value);
  if (pattern !== undefined) return { text: pattern };
  const { kind } = value.node;
  const isContainer = kind === "Dict" || kind === "List" || kind === "Tuple" || kind === "Set";
  const constant = value.constant();
  if (constant !== undefined)
    return constant.type === "none"
      ? { constant: null }
      : { constant: constant.value, text: String(constant.value) };
  const elements = value.elements();
  if (elements !== undefined) {
    const words: string[] = [];
    for (const element of elements.slice(0, 8)) {
      const word = element.string() ?? element.name();
      if (!/^[^~?]/.test(word)) break;
      words.push(word);
    }
    return { text: words.join(" "), isContainer };
  }
  return { text: value.name(), isContainer };
}
