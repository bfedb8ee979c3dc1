import type { Expression, FunctionDef } from "../../formats/python/nodes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import { functionOf, option } from "./support.ts";

/** Packages in which a model is given tools; a method alone says too little. */
const packages = [
  "@modelcontextprotocol/",
  "mcp-framework",
  "fastmcp",
  "ai",
  "@ai-sdk/",
  "@langchain/",
  "langchain",
  "@openai/agents",
  "@anthropic-ai/",
  "@mastra/",
  "llamaindex",
  "@llamaindex/",
  "@google/genai",
  "@google/adk",
  "genkit",
  "openai",
  "@genkit-ai/",
];

/** Options of a tool that hold its function. */
const keys = ["execute", "func", "handler", "run", "invoke"] as const;
/** Methods of a server or of a library that take a tool. */
const methods =
  /^(?:tool|registerTool|addTool|createTool|defineTool|dynamicTool|DynamicTool|DynamicStructuredTool|FunctionTool|from|setRequestHandler|betaZodTool|betaTool)$/;

const known = new WeakMap<JavaScriptView, ReadonlySet<FunctionDef>>();

function isOfAgents(name: string): boolean {
  return packages.some((each) =>
    each.endsWith("/")
      ? name.startsWith(each)
      : name === each || name.startsWith(`${each}/`) || name.startsWith(`${each}.`),
  );
}

/** True where the file uses a library in which a model calls tools. */
export function usesAgents(view: JavaScriptView): boolean {
  return view.imports().some(({ name }) => isOfAgents(name));
}

/** The functions of a file that a model calls: tools of agents and of MCP servers. */
export function toolHandlers(view: JavaScriptView): ReadonlySet<FunctionDef> {
  const before = known.get(view);
  if (before !== undefined) return before;
  const handlers = new Set<FunctionDef>();
  if (usesAgents(view)) {
    for (const call of view.allCalls())
      if (methods.test(call.method)) for (const node of handlersOf(call)) add(view, node, handlers);
  }
  known.set(view, handlers);
  return handlers;
}

function* handlersOf(call: PythonCall): Generator<Expression> {
  for (const key of keys) {
    const value = option(call, key);
    if (value !== undefined) yield value.node;
  }
  // `server.tool("name", schema, handler)`; of LangChain's `tool(handler, options)` the first.
  yield* call.node.args;
}

function add(view: JavaScriptView, node: Expression, handlers: Set<FunctionDef>): void {
  const found = functionOf(view, node);
  if (found !== undefined) handlers.add(found);
}
