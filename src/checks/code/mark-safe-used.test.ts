import { checkCases } from "../../testing/check-cases.ts";
import { markSafeUsed } from "./mark-safe-used.ts";

checkCases(markSafeUsed, {
  found: ["from django.utils.safestring import mark_safe\nmark_safe(text)\n"],
  clean: ['from django.utils.html import format_html\nformat_html("<b>{}</b>", text)\n'],
});
