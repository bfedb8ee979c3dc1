import { checkCases } from "../../testing/check-cases.ts";
import { markSafeDynamic } from "./mark-safe-dynamic.ts";

checkCases(markSafeDynamic, {
  found: [
    "from django.utils.safestring import mark_safe\ndef f(x):\n  return mark_safe(x)",
    'from django.utils.safestring import SafeString\nSafeString(f"{a}")',
  ],
  clean: [
    "mark_safe(x)",
    'from django.utils.safestring import mark_safe\nx = "a"\nmark_safe(x)',
    'from django.utils.safestring import mark_safe\nmark_safe("a{}".format("b"))',
  ],
});
