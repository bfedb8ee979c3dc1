import { defineCheck } from "../define.ts";
import { judgeTemplate } from "./report-template.ts";

export const templateLeavesSandbox = defineCheck({
  meta: {
    id: "template-leaves-sandbox",
    code: "PV-MODEL-008",
    title: "A template reaches for Python's objects",
    asset: "text",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "CWE-94", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "A chat template is rendered for every request. Where the renderer is not sandboxed, or its sandbox has a hole, the author of the model runs code on the server (CVE-2024-34359, CVE-2026-5760).",
    mend: "Do not load the model. Take its template from the authors of the base model, and render it in an immutable sandbox (`jinja2.sandbox.ImmutableSandboxedEnvironment`).",
    blind:
      "Templates that only change what the model is told, and names that are put together from what a user says.",
    since: "0.1.0",
    references: ["CVE-2024-34359", "CVE-2026-5760"],
    examples: {
      found: [
        { path: "chat_template.jinja", code: "{{ ''.__class__.__mro__[1].__subclasses__() }}\n" },
      ],
      clean: [
        {
          path: "chat_template.jinja",
          code: "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% endfor %}\n",
        },
      ],
    },
  },
  wants: (file) => /\.(?:jinja2?|j2|template|tmpl)$|chat_?template/i.test(file.path),
  run: ({ path, text }, report) => {
    if (/\.(?:json|ya?ml|toml)$/i.test(path)) return;
    const found = judgeTemplate(text, { isChat: /chat_?template/i.test(path) });
    if (found !== undefined) report(found.where, found.details);
  },
});
