import { atLeast, type Span } from "../../core/index.ts";
import type { FunctionDef } from "../../formats/python/nodes.ts";
import { enclosingClass, type Scope } from "../../formats/python/scopes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { givenAsTools, toolsOf, type AgentTool } from "./agent-tools.ts";
import { effectOf, effectOfName, parameterIn, type Effect } from "./tool-effects.ts";

/** Characters of a function in which it is sought whether somebody is asked. */
const maxText = 50_000;
/** Functions that are looked into for one tool. */
const maxFunctions = 40;

/** Words with which code asks a person, or leaves it to one. */
const asks =
  /approv|confirm|interrupt\(|human|consent|elicit|ask_user|ask_permission|permission|dry_run|\binput\(|sandbox|authorize\(|is_allowed|allow_?list|whitelist/i;

/** Settings of a whole agent or server with which a person is asked before tools are called. */
const asksForAll =
  /HumanInTheLoop|HumanApproval|interrupt_before|interrupt_on|requires?_confirmation|needs_approval|require_approval|approval_mode|human_in_the_loop|human_input_mode\s*=\s*["']ALWAYS/;

interface Found {
  readonly effect: Effect;
  readonly call: PythonCall;
}

/** What one function does itself, and which functions of the file it calls. */
interface Body {
  /** The worst effect, and the worst of those that hang on a parameter. */
  worst: Found | undefined;
  chosen: Found | undefined;
  readonly callees: Map<FunctionDef, PythonCall>;
  readonly order: readonly string[];
  readonly parameters: ReadonlySet<string>;
  /** Worked out when it is first asked for: most functions are no tools. */
  readonly asks: () => boolean;
}

function functionOf(scope: Scope): FunctionDef | undefined {
  for (let current: Scope | null = scope; current !== null; current = current.parent)
    if (current.node.kind === "FunctionDef") return current.node;
  return undefined;
}

/** Every function of a file with its effects, in one pass over the calls. */
function bodiesOf(view: PythonView): ReadonlyMap<FunctionDef, Body> {
  const bodies = new Map<FunctionDef, Body>();
  const byName = new Map<string, FunctionDef>();
  for (const node of view.facts.functions) {
    const { posonlyargs, args, kwonlyargs } = node.args;
    const order = [...posonlyargs, ...args, ...kwonlyargs]
      .map(({ arg }) => arg)
      .filter((arg) => arg !== "self" && arg !== "cls");
    const parameters = new Set(order);
    let asked: boolean | undefined;
    const isAsking = (): boolean => (asked ??= asks.test(textOf(node, view)));
    bodies.set(node, {
      worst: undefined,
      chosen: undefined,
      callees: new Map(),
      order,
      parameters,
      asks: isAsking,
    });
    const owner = node.parent?.kind === "ClassDef" ? `${node.parent.name}.` : "";
    byName.set(owner + node.name, node);
  }
  for (const call of view.allCalls()) {
    const around = functionOf(call.scope);
    const body = around === undefined ? undefined : bodies.get(around);
    if (body === undefined) continue;
    const effect = effectOf(call, body.parameters);
    const found = effect === undefined ? undefined : { effect, call };
    if (effect?.chosenBy !== undefined) {
      if (isWorse(found, body.chosen)) body.chosen = found;
    } else if (isWorse(found, body.worst)) body.worst = found;
    const callee = byName.get(calleeOf(call));
    if (callee === undefined || callee === around) continue;
    // Of several calls of one function, the last that hands something over.
    const isBetter = [...call.node.args, ...call.node.keywords.map(({ value }) => value)].some(
      (given) => parameterIn(given, call, body.parameters) !== undefined,
    );
    if (isBetter || !body.callees.has(callee)) body.callees.set(callee, call);
  }
  return bodies;
}

/** `f` of `f()`, and `Class.method` of `self.method()`. */
function calleeOf(call: PythonCall): string {
  const { func } = call.node;
  if (func.kind === "Name") return func.id;
  if (func.kind !== "Attribute" || func.value.kind !== "Name" || func.value.id !== "self")
    return "";
  const owner = enclosingClass(call.scope)?.node;
  return owner?.kind === "ClassDef" ? `${owner.name}.${func.attr}` : "";
}

/** The worst effect of a tool; undefined where there is none, or somebody is asked on the way. */
function worstOf(tool: AgentTool, bodies: ReadonlyMap<FunctionDef, Body>): Found | undefined {
  const own = bodies.get(tool.function);
  if (own === undefined) return undefined;
  /** The functions on the way, each with the parameters that the model decides about. */
  const handed = new Map<FunctionDef, ReadonlySet<string>>([[tool.function, own.parameters]]);
  let worst: Found | undefined;
  for (const [node, chosen] of handed) {
    const body = bodies.get(node);
    if (body === undefined) continue;
    if (body.asks()) return undefined;
    const isChosen = chosen.has(body.chosen?.effect.chosenBy ?? "");
    for (const found of [body.worst, isChosen ? body.chosen : quieter(body.chosen)])
      if (isWorse(found, worst)) worst = found;
    for (const [callee, call] of body.callees) {
      if (handed.size >= maxFunctions) break;
      if (!handed.has(callee)) handed.set(callee, handedOver(call, chosen, bodies.get(callee)));
    }
  }
  return worst;
}

/** What the tool chose itself: of interest to those who look closely, where it is about files. */
function quieter(found: Found | undefined): Found | undefined {
  if (found === undefined || found.effect.does.includes("database")) return undefined;
  return { ...found, effect: { ...found.effect, isQuiet: true } };
}

/** The parameters of a callee that get something which a caller's parameters decide about. */
function handedOver(
  call: PythonCall,
  chosen: ReadonlySet<string>,
  callee: Body | undefined,
): ReadonlySet<string> {
  if (callee === undefined) return new Set();
  if (call.hasUnknownArguments()) return callee.parameters;
  return new Set(
    callee.order.filter((name, index) => {
      const given = call.argument(index, name);
      return given !== undefined && parameterIn(given.node, call, chosen) !== undefined;
    }),
  );
}

function isWorse(found: Found | undefined, than: Found | undefined): boolean {
  if (found === undefined) return false;
  return than === undefined || weight(found.effect) > weight(than.effect);
}

function weight({ severity, isQuiet }: Effect): number {
  return (atLeast(severity, "medium") ? 2 : 0) + (isQuiet === true ? 0 : 1);
}

/** The line of `def`. */
function headOf({ start, body }: FunctionDef): Span {
  return { start, end: Math.min(body[0]?.start ?? start + 1, start + 200) };
}

/** A decorator that says that somebody is asked is part of the function, though it stands before it. */
function textOf(node: FunctionDef, view: PythonView): string {
  const start = Math.min(node.start, ...node.decorators.map((each) => each.start));
  return view.text.slice(start, Math.min(node.end, start + maxText));
}

export const agentToolUnapprovedEffect = defineCheck({
  meta: {
    id: "agent-tool-unapproved-effect",
    code: "PV-CODE-521",
    title: "A model's tool acts on the world without asking anybody",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-862",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "ATLAS:AML.T0053",
      "ATLAS:AML.T0086",
    ],
    why: "Models call tools with what a document or a guest told them to. What is sent, paid, deleted or written cannot be taken back.",
    mend: "Let a person approve the call (`interrupt`, `needs_approval`, human-in-the-loop middleware), or take the effect out of the tool.",
    blind:
      "Approval in another file or in the client that shows the call; effects in functions of other files.",
    references: [
      "https://genai.owasp.org/llmrisk/llm062025-excessive-agency/",
      "https://modelcontextprotocol.io/specification/2025-06-18/server/tools#security-considerations",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "import smtplib\nfrom langchain_core.tools import tool\n\n@tool\ndef write_to(customer: str, text: str) -> str:\n    smtplib.SMTP('mail').sendmail('desk@riverbank.io', customer, text)\n    return 'sent'\n",
        },
      ],
      clean: [
        {
          code: "import smtplib\nfrom langchain_core.tools import tool\nfrom langgraph.types import interrupt\n\n@tool\ndef write_to(customer: str, text: str) -> str:\n    interrupt({'to': customer, 'text': text})\n    smtplib.SMTP('mail').sendmail('desk@riverbank.io', customer, text)\n    return 'sent'\n",
        },
        {
          code: "from langchain_core.tools import tool\n\n@tool\ndef rate(loan: str) -> float:\n    return 0.1\n",
        },
      ],
    },
  },
  wants: (file) => file.mentions("ool") || file.mentions("functions"),
  run: (view, report) => {
    const tools = toolsOf(view);
    if (asksForAll.test(view.text)) return;
    for (const { call, value } of givenAsTools(view)) {
      const name = value.name();
      const effect = effectOfName(name);
      // What runs programs is a shell, and has a check of its own.
      if (effect === undefined || effect.does.includes("programs")) continue;
      const message = `\`${name}\`, which a model may call, ${effect.does} without asking anybody`;
      report(value, { extent: call, message, severity: effect.severity });
    }
    if (tools.length === 0) return;
    const bodies = bodiesOf(view);
    for (const tool of tools) {
      const worst = worstOf(tool, bodies);
      if (worst === undefined) continue;
      const { effect, call } = worst;
      const { function: made } = tool;
      report(call, {
        message: `\`${made.name}\`, which a model may call, ${effect.does} without asking anybody`,
        severity: effect.severity,
        ...(effect.isQuiet === true ? { audience: "pedantic" as const } : {}),
        steps: [
          { where: headOf(made), message: "a model may call this" },
          { where: call, message: `it ${effect.does}` },
        ],
      });
    }
  },
});
