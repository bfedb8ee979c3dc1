import { atLeast, type Span } from "../../core/index.ts";
import type { FunctionDef } from "../../formats/python/nodes.ts";
import { enclosingClass, type Scope } from "../../formats/python/scopes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { toolsOf, type AgentTool } from "./agent-tools.ts";
import { effectOf, type Effect } from "./tool-effects.ts";

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
  worst: Found | undefined;
  readonly callees: Set<FunctionDef>;
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
    const parameters = new Set([...posonlyargs, ...args, ...kwonlyargs].map(({ arg }) => arg));
    parameters.delete("self");
    let asked: boolean | undefined;
    const isAsking = (): boolean => (asked ??= asks.test(textOf(node, view)));
    bodies.set(node, { worst: undefined, callees: new Set(), parameters, asks: isAsking });
    const owner = node.parent?.kind === "ClassDef" ? `${node.parent.name}.` : "";
    byName.set(owner + node.name, node);
  }
  for (const call of view.allCalls()) {
    const around = functionOf(call.scope);
    const body = around === undefined ? undefined : bodies.get(around);
    if (body === undefined) continue;
    const effect = effectOf(call, body.parameters);
    const found = effect === undefined ? undefined : { effect, call };
    if (isWorse(found, body.worst)) body.worst = found;
    const callee = byName.get(calleeOf(call));
    if (callee !== undefined && callee !== around) body.callees.add(callee);
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
  const seen = new Set<FunctionDef>([tool.function]);
  let worst: Found | undefined;
  for (const node of seen) {
    const body = bodies.get(node);
    if (body === undefined) continue;
    if (body.asks()) return undefined;
    if (isWorse(body.worst, worst)) worst = body.worst;
    for (const callee of body.callees) {
      if (seen.size >= maxFunctions) break;
      seen.add(callee);
    }
  }
  return worst;
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
    if (tools.length === 0 || asksForAll.test(view.text)) return;
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
