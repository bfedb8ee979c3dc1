import { pushChildren } from "../../formats/python/children.ts";
import type { Node, While } from "../../formats/python/nodes.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { modelCalls, modelWords } from "./model-calls.ts";

/** Nodes of one loop that are looked at; a longer one is not judged. */
const maxNodes = 5000;

/** What can end a loop, or makes each turn wait for somebody. */
type Exit = "none" | "counted" | "other";

/** Calls that wait: for a person, for work in a queue, for the clock. */
const waits =
  /^(?:input|get|recv\w*|receive\w*|accept|listen|sleep|wait\w*|read\w*|readline|prompt|ask|exit|quit|_exit|get_nowait|poll|pop|blpop|brpop|consume|take|next|anext|prompt_async|get_message|get_input|raise_for_status)$/;

function exitOf(loop: While): Exit {
  const open: Node[] = [...loop.body];
  let exit: Exit = "none";
  for (let seen = 0; open.length > 0; seen++) {
    if (seen > maxNodes) return "counted";
    const node = open.pop()!;
    if (node.kind === "FunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda") continue;
    if (node.kind === "AugAssign" && node.op.startsWith("+")) return "counted";
    if (node.kind === "Yield" || node.kind === "YieldFrom") return "counted";
    if (isWait(node)) return "counted";
    if (node.kind === "Return" || node.kind === "Raise" || isBreakOf(node, loop)) exit = "other";
    pushChildren(node, open);
  }
  return exit;
}

function isWait(node: Node): boolean {
  if (node.kind !== "Call") return false;
  const { func } = node;
  if (func.kind === "Name") return waits.test(func.id);
  return func.kind === "Attribute" && waits.test(func.attr);
}

/** A `break` of this loop, not of one inside it. */
function isBreakOf(node: Node, loop: While): boolean {
  if (node.kind !== "Break") return false;
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above === loop) return true;
    if (above.kind === "While" || above.kind === "For") return false;
  }
  return false;
}

/** The loop without a condition that a node stands in, within its function. */
function endlessLoop(node: Node, view: PythonView): While | undefined {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.kind === "FunctionDef" || above.kind === "Lambda") return undefined;
    if (above.kind === "While" && view.value(above.test).truth() === true) return above;
  }
  return undefined;
}

export const modelCallInEndlessLoop = defineCheck({
  meta: {
    id: "model-call-in-endless-loop",
    code: "PV-CODE-524",
    title: "A model is called in a loop without end",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-835",
      "CWE-770",
      "OWASP-LLM06:2026",
      "OWASP-LLM10:2025",
      "OWASP-ASI08:2026",
      "ATLAS:AML.T0034.002",
    ],
    why: "Each turn is paid for. An answer that never says what the loop waits for runs until somebody notices the bill.",
    mend: "Loop over a range, or count the turns and the tokens and stop at a limit.",
    blind: "Ends that lie in functions that are called.",
    references: ["https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from openai import OpenAI\nclient = OpenAI()\nwhile True:\n    answer = client.chat.completions.create(model="gpt-4o", messages=messages)\n    messages.append(answer.choices[0].message)\n',
        },
      ],
      clean: [
        {
          code: 'from openai import OpenAI\nclient = OpenAI()\nfor turn in range(8):\n    answer = client.chat.completions.create(model="gpt-4o", messages=messages)\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("while") && modelWords.some((word) => file.mentions(word)),
  run: (view, report) => {
    const exits = new Map<While, Exit>();
    for (const { call } of modelCalls(view)) {
      const loop = endlessLoop(call.node, view);
      if (loop === undefined || exits.has(loop)) continue;
      const exit = exitOf(loop);
      exits.set(loop, exit);
      if (exit === "none") report(call, { extent: loop });
      else if (exit === "other") {
        report(call, {
          severity: "low",
          audience: "pedantic",
          message: "Only what the model answers ends the loop that it is called in",
        });
      }
    }
  },
});
