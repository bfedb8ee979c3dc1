import { defineCheck } from "../define.ts";
import { judgeTemplate, templateMeta } from "./report-template.ts";

export const templateLeavesSandbox = defineCheck({
  meta: {
    id: "template-leaves-sandbox",
    code: "PV-MODEL-008",
    title: "A template reaches for Python's objects",
    asset: "text",
    ...templateMeta,
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
