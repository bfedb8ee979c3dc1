import type { FindingDetails, Span } from "../../core/index.ts";
import type { PythonValue } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import { defineCheck } from "../define.ts";
import { judgeMarkup } from "./html.ts";
import { itemsNamed, writesTo } from "./support.ts";

const usual: FindingDetails = { severity: "low", confidence: "low", audience: "audit" };

/** What to say of a text that becomes HTML; undefined where there is nothing to say. */
function detailsFor(view: JavaScriptView, value: PythonValue): FindingDetails | undefined {
  const markup = judgeMarkup(view, value);
  if (markup === "clean") return undefined;
  if (markup === "unknown") return usual;
  return { message: "Markdown becomes part of a page, with the HTML that it may hold" };
}

/** Functions that take HTML as this argument. */
const calls: readonly (readonly [method: string, argument: number])[] = [
  ["insertAdjacentHTML", 1],
  ["document.write", 0],
  ["document.writeln", 0],
  ["createContextualFragment", 0],
  ["bypassSecurityTrustHtml", 0],
];

export const htmlUnescaped = defineCheck({
  meta: {
    id: "html-unescaped",
    code: "PV-JS-008",
    title: "A text becomes part of a page as HTML",
    asset: "javascript",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-79", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "HTML in an answer of a model, or in a document it quotes, runs script with the rights of the visitor, or loads an image whose address carries the conversation away.",
    mend: "Set `textContent`, let the framework escape, or clean the HTML with DOMPurify last of all.",
    blind:
      "Where the text comes from: only what is made of Markdown is shown by default, the rest on request (audit).",
    references: ["https://marked.js.org/#usage", "https://github.com/cure53/DOMPurify"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.tsx",
          code: 'import { marked } from "marked";\nexport const Answer = ({ text }) => <div dangerouslySetInnerHTML={{ __html: marked.parse(text) }} />;\n',
        },
        { path: "a.js", code: "box.innerHTML = answer;\n" },
      ],
      clean: [
        {
          path: "a.tsx",
          code: 'import { marked } from "marked";\nimport DOMPurify from "dompurify";\nexport const Answer = ({ text }) => <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(marked.parse(text)) }} />;\n',
        },
        { path: "a.js", code: 'box.innerHTML = "<b>ready</b>";\nbox.textContent = answer;\n' },
      ],
    },
  },
  wants: (file) =>
    ["innerHTML", "outerHTML", "InnerHTML", "__html", "srcdoc"].some((word) =>
      file.mentions(word),
    ) || calls.some(([name]) => file.mentions(name)),
  run: (view, report) => {
    const judge = (value: PythonValue, extent: Span): void => {
      const details = detailsFor(view, value);
      if (details !== undefined) report(value, { ...details, extent });
    };
    for (const { value, where } of writesTo(view, "innerHTML", "outerHTML", "srcdoc"))
      judge(value, where);
    for (const { value, dict } of itemsNamed(view, "__html")) judge(value, dict);
    for (const [name, argument] of calls) {
      const found = name.includes(".") ? view.calls(name) : view.methods(name);
      for (const call of found) {
        const value = call.positional(argument);
        if (value !== undefined) judge(value, call);
      }
    }
  },
});
