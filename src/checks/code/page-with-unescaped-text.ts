import type { FindingDetails } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isAnswerName, isModelText } from "./model-text.ts";
import { isFormatted } from "./support.ts";

/** Calls that put HTML into a page as it is, with the argument that holds it; `Markup` has a check of its own. */
const sinks: readonly (readonly [name: RegExp, index: number, keyword: string])[] = [
  [/^streamlit\.components\.v1\.html$/, 0, "html"],
  [/^streamlit(?:\.\w+(?:\(\))?)*\.html$/, 0, "body"],
  [/^gradio\.HTML$/, 0, "value"],
  [/^IPython\.(?:core\.)?display\.HTML$/, 0, "data"],
  [/^(?:starlette|fastapi)\.responses\.HTMLResponse$/, 0, "content"],
  [/^nicegui\.ui\.html$/, 0, "content"],
  [/^panel\.pane\.HTML$/, 0, "object"],
];

function htmlOf(call: PythonCall): PythonValue | undefined {
  const isUnsafe =
    call.keyword("unsafe_allow_html")?.is(true) === true ||
    call.keyword("dangerously_allow_html")?.is(true) === true;
  if (isUnsafe) return call.argument(0, call.method === "Markdown" ? "children" : "body");
  const sink = sinks.find(([name]) => name.test(call.name));
  return sink === undefined ? undefined : call.argument(sink[1], sink[2]);
}

/** Text of the file itself, a table's own `to_html`, and what is escaped are harmless. */
function isOwn(node: Expression, value: PythonValue): boolean {
  if (value.constant() !== undefined) return true;
  const origin = value.origin();
  if (origin.kind === "Constant") return true;
  return (
    node.kind === "Call" &&
    node.func.kind === "Attribute" &&
    /^(?:to_html|_repr_html_|escape|render|getvalue|get_html|read_text|read)$/.test(node.func.attr)
  );
}

function judge(call: PythonCall, value: PythonValue): FindingDetails | undefined {
  const { node } = value;
  if (isOwn(node, value)) return undefined;
  if (/\b(?:escape|bleach|nh3|sanitize\w*)\b/.test(value.name())) return undefined;
  const origin = value.origin();
  const built = origin.kind === "JoinedStr" ? origin : node;
  if (isModelText(built, call.scope, isAnswerName))
    return { message: "What a model answered becomes part of the page as it is" };
  const isUnsafe = call.keyword("unsafe_allow_html") !== undefined;
  const isBuilt = isFormatted(node);
  if (!isUnsafe && !isBuilt && node.kind !== "Name") return undefined;
  return {
    severity: "low",
    confidence: "low",
    audience: "pedantic",
    message: "Text becomes part of the page as it is, with every tag in it",
  };
}

export const pageWithUnescapedText = defineCheck({
  meta: {
    id: "page-with-unescaped-text",
    code: "PV-CODE-534",
    title: "Text becomes part of a page without being escaped",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-79", "CWE-1426", "OWASP-LLM10:2026", "OWASP-LLM05:2025", "ATLAS:AML.T0077"],
    why: "A model repeats what it has read: a tag in a document becomes a script, or an image whose address carries the conversation away.",
    mend: "Show it as Markdown or text (`st.markdown` without `unsafe_allow_html`, `st.text`), or clean it (nh3) first.",
    blind:
      "Answers are known by the names that they usually have; those that are asked for in the same program are followed by data flow.",
    references: ["https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "import streamlit as st\ndef show(answer):\n    st.markdown(answer, unsafe_allow_html=True)\n",
        },
      ],
      clean: [
        {
          code: 'import streamlit as st\nst.markdown("<style>p { color: red }</style>", unsafe_allow_html=True)\n',
        },
        { code: "import streamlit as st\ndef show(answer):\n    st.markdown(answer)\n" },
      ],
    },
  },
  wants: (file) =>
    ["unsafe_allow_html", "HTML", "html", "_allow_html"].some((word) => file.mentions(word)),
  run: (view, report) => {
    for (const call of view.methods(
      "markdown",
      "Markdown",
      "write",
      "html",
      "HTML",
      "HTMLResponse",
      "caption",
      "title",
      "header",
      "subheader",
    )) {
      const html = htmlOf(call);
      const details = html === undefined ? undefined : judge(call, html);
      if (details !== undefined) report(call, details);
    }
  },
});
