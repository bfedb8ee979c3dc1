import { defineCheck } from "../define.ts";
import { itemsNamed, option } from "./support.ts";

/** Packages that let HTML in Markdown through, and those that take it out again. */
const raw = "rehype-raw";
const cleaning = [
  "rehype-sanitize",
  "dompurify",
  "isomorphic-dompurify",
  "sanitize-html",
  "xss",
  "hast-util-sanitize",
  "rehype-harden",
  "harden-react-markdown",
];

export const markdownRawHtml = defineCheck({
  meta: {
    id: "markdown-raw-html",
    code: "PV-JS-009",
    title: "HTML in Markdown is passed on to the page",
    asset: "javascript",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-79", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Answers are shown as Markdown. With this option a model that was told so by a document writes script and images into the visitor's page.",
    mend: "Leave HTML off, or put `rehype-sanitize` behind `rehype-raw`; clean what markdown-it makes with DOMPurify.",
    blind: "A cleaning step in another file; Markdown of your own that no model or user writes.",
    references: [
      "https://github.com/rehypejs/rehype-raw#security",
      "https://github.com/markdown-it/markdown-it/blob/master/docs/security.md",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.tsx",
          code: 'import Markdown from "react-markdown";\nimport rehypeRaw from "rehype-raw";\nexport const Answer = ({ text }) => <Markdown rehypePlugins={[rehypeRaw]}>{text}</Markdown>;\n',
        },
      ],
      clean: [
        {
          path: "a.tsx",
          code: 'import Markdown from "react-markdown";\nimport rehypeRaw from "rehype-raw";\nimport rehypeSanitize from "rehype-sanitize";\nexport const Answer = ({ text }) => <Markdown rehypePlugins={[rehypeRaw, rehypeSanitize]}>{text}</Markdown>;\n',
        },
      ],
    },
  },
  wants: (file) =>
    [raw, "markdown-it", "remark", "allowDangerousHtml"].some((word) => file.mentions(word)),
  run: (view, report) => {
    if (cleaning.some((module) => view.hasImport(module))) return;
    for (const { name, statement } of view.imports()) if (name === raw) report(statement);
    for (const call of view.calls("markdown-it")) {
      const html = option(call, "html");
      if (html?.is(true)) report(html, { extent: call, message: "markdown-it passes HTML on" });
    }
    if (view.hasImport(raw)) return;
    for (const { value, dict } of itemsNamed(view, "allowDangerousHtml"))
      if (value.is(true)) report(value, { extent: dict });
    for (const { value, dict } of itemsNamed(view, "sanitize")) {
      const isRemark = view.imports().some(({ name }) => name === "remark-html");
      if (isRemark && value.is(false)) report(value, { extent: dict });
    }
  },
});
