import type { ClassDef, Expression, FunctionDef, Node } from "../../formats/python/nodes.ts";
import { enclosingClass } from "../../formats/python/scopes.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { callsWith } from "./agents.ts";
import { lastWord } from "./support.ts";

/** A function that a model may call, and where that is said. */
export interface AgentTool {
  readonly function: FunctionDef;
  /** The decorator, or the call that it is given to; the class for a method of a tool class. */
  readonly declared: Node;
}

/** Decorators that make a tool of a function, by their last word. */
const decorators: ReadonlySet<string> = new Set([
  "tool",
  "tool_plain",
  "function_tool",
  "kernel_function",
  "ai_function",
  "beta_tool",
  "beta_async_tool",
  "agent_action",
  "register_for_llm",
  "register_for_execution",
  "register_tool",
  "skill_function",
  "sk_function",
]);

/** Calls that make a tool of a function that they are given, with the parameter that takes it. */
const makers: ReadonlyMap<string, readonly [index: number, names: readonly string[]]> = new Map([
  ["Tool", [1, ["func", "function", "coroutine", "fn"]]],
  ["StructuredTool", [9, ["func", "coroutine"]]],
  ["from_function", [0, ["func", "coroutine", "fn"]]],
  ["from_defaults", [9, ["fn", "async_fn"]]],
  ["FunctionTool", [0, ["func", "fn"]]],
  ["tool", [0, []]],
  ["function_tool", [0, []]],
  ["register_function", [0, ["f"]]],
  ["add_tool", [0, ["fn", "func"]]],
]);

/** Methods with which classes of tools do their work. */
const workers: ReadonlySet<string> = new Set(["_run", "_arun", "forward", "_execute"]);

/** True for a base class of tools. */
function isToolBase(base: Expression): boolean {
  const word = lastWord(base) ?? "";
  return (
    word === "Tool" || word === "BaseTool" || word === "AsyncTool" || word === "StructuredTool"
  );
}

/** The word that names a decorator: `tool` of `@mcp.tool(name="x")`. */
function wordOfDecorator(decorator: Expression): string | undefined {
  return lastWord(decorator.kind === "Call" ? decorator.func : decorator);
}

/** What is made a tool as it is, of this file or not: `Tool(func=subprocess.getoutput)`. */
export function* givenAsTools(
  view: PythonView,
): Generator<{ readonly call: PythonCall; readonly value: PythonValue }> {
  for (const call of view.methods(...makers.keys()))
    for (const node of givenTo(call)) yield { call, value: view.value(node) };
  // Many agents may share one list; it is looked at once.
  const seen = new Set<Expression>();
  for (const name of ["tools", "functions"]) {
    for (const { call, value } of callsWith(view, name)) {
      const list = value.origin();
      if (seen.has(list)) continue;
      seen.add(list);
      for (const element of value.elements() ?? []) yield { call, value: element };
    }
  }
}

const known = new WeakMap<PythonView, readonly AgentTool[]>();

/** The functions of a file that models may call, each once. */
export function toolsOf(view: PythonView): readonly AgentTool[] {
  const tools = known.get(view) ?? findTools(view);
  known.set(view, tools);
  return tools;
}

function findTools(view: PythonView): readonly AgentTool[] {
  const found = new Map<FunctionDef, AgentTool>();
  const byName = new Map<string, FunctionDef>();
  for (const node of view.facts.functions) {
    const name = node.parent?.kind === "ClassDef" ? `${node.parent.name}.${node.name}` : node.name;
    if (!byName.has(name)) byName.set(name, node);
    const decorator = node.decorators.find((each) => decorators.has(wordOfDecorator(each) ?? ""));
    if (decorator !== undefined) found.set(node, { function: node, declared: decorator });
    else if (workers.has(node.name) && node.parent?.kind === "ClassDef" && isTool(node.parent))
      found.set(node, { function: node, declared: node.parent });
  }
  for (const { call, value } of [...givenAsTools(view), ...givenToToolkits(view)]) {
    const node = byName.get(nameOf(value));
    if (node !== undefined && !found.has(node))
      found.set(node, { function: node, declared: call.node });
  }
  return [...found.values()];
}

/** `f`, or `Class.method` of `self.method`. */
function nameOf({ node, scope }: PythonValue): string {
  if (node.kind === "Name") return node.id;
  if (node.kind !== "Attribute" || node.value.kind !== "Name" || node.value.id !== "self")
    return "";
  const owner = enclosingClass(scope)?.node;
  return owner?.kind === "ClassDef" ? `${owner.name}.${node.attr}` : "";
}

/** `tools.append(self.run)` and `self.register(self.run)` in a class of tools. */
function* givenToToolkits(
  view: PythonView,
): Generator<{ readonly call: PythonCall; readonly value: PythonValue }> {
  if (!view.text.includes("Toolkit")) return;
  for (const call of view.methods("append", "register")) {
    const owner = enclosingClass(call.scope)?.node;
    const value = call.positional(0);
    if (value === undefined || owner?.kind !== "ClassDef") continue;
    // `tools.append`, `self.functions.append`, `self.register`; not `atexit.register`.
    const { func } = call.node;
    const of = func.kind === "Attribute" ? lastWord(func.value) : undefined;
    if (!(call.method === "register" ? of === "self" : /tool|function/i.test(of ?? ""))) continue;
    if (owner.bases.some((base) => lastWord(base)?.endsWith("Toolkit") === true))
      yield { call, value };
  }
}

function isTool(node: ClassDef): boolean {
  return node.bases.some(isToolBase);
}

function givenTo(call: PythonCall): readonly Expression[] {
  const [index, names] = makers.get(call.method) ?? [0, []];
  const given = names.flatMap((name) => call.keyword(name)?.node ?? []);
  const first = call.positional(index)?.node;
  return first === undefined ? given : [...given, first];
}
