import { defineCheck } from "../define.ts";
import { isFixed } from "./support.ts";

export const pageFrameUnsandboxed = defineCheck({
  meta: {
    id: "page-frame-unsandboxed",
    code: "PV-JS-016",
    title: "A generated page is shown in a frame with the rights of the site",
    asset: "javascript",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-79", "CWE-1021", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "A frame with `srcDoc` belongs to your origin: a page that a model wrote reads cookies and storage, and calls your API as the visitor.",
    mend: 'Give the frame `sandbox="allow-scripts"` and never `allow-same-origin` beside it, or serve the page from another origin.',
    blind: "Where the page comes from; frames that are made with `document.createElement`.",
    references: [
      "https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox",
    ],
    since: "0.1.0",
    examples: {
      found: [
        { path: "a.tsx", code: "export const Preview = ({ html }) => <iframe srcDoc={html} />;\n" },
      ],
      clean: [
        {
          path: "a.tsx",
          code: 'export const Preview = ({ html }) => <iframe srcDoc={html} sandbox="allow-scripts" />;\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("srcDoc"),
  run: (view, report) => {
    for (const call of view.calls("<iframe>")) {
      const page = call.keyword("srcDoc");
      if (page === undefined || isFixed(page) || call.hasUnknownArguments()) continue;
      const sandbox = call.keyword("sandbox");
      if (sandbox === undefined) {
        report(call);
        continue;
      }
      const words = sandbox.string()?.split(/\s+/) ?? [];
      if (words.includes("allow-scripts") && words.includes("allow-same-origin"))
        report(sandbox, {
          extent: call,
          message: "With `allow-scripts` and `allow-same-origin` a frame can take its sandbox off",
        });
    }
  },
});
