import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const markSafeUsed = defineCheck({
  meta: {
    id: "mark-safe-used",
    code: "PV-CODE-018",
    title: "mark_safe switches off the escaping of HTML",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B308", "S308"],
    controls: ["CWE-79", "CWE-80"],
    why: "Text of a user or a model in it becomes script in the browser of whoever reads the page.",
    mend: "Use `format_html`, which escapes its arguments.",
    blind: "What the text is; see `mark-safe-dynamic`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from django.utils.safestring import mark_safe\nmark_safe(text)\n" }],
      clean: [
        { code: 'from django.utils.html import format_html\nformat_html("<b>{}</b>", text)\n' },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("django.utils.safestring.mark_safe")) report(call, aliasesOf(call));
  },
});
