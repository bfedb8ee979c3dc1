import { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isStringLiteral } from "./support.ts";

/** True where every part of the text is written in this file. */
function isFixed(value: PythonValue): boolean {
  if (value.string() !== undefined) return true;
  const { node } = value;
  if (node.kind === "BinOp" && node.op === "%" && isStringLiteral(node.left)) {
    const parts = node.right.kind === "Tuple" ? node.right.elts : [node.right];
    return parts.every((part) => new PythonValue(part, value.scope).string() !== undefined);
  }
  if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr !== "format")
    return false;
  if (node.func.value.kind !== "Constant" || node.keywords.length > 0) return false;
  return node.args.every((part) => new PythonValue(part, value.scope).string() !== undefined);
}

export const markSafeDynamic = defineCheck({
  meta: {
    id: "mark-safe-dynamic",
    code: "PV-CODE-060",
    title: "Text that is put together is marked as safe HTML",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B703", "S703"],
    controls: ["CWE-79", "CWE-80"],
    why: "Text of a user or a model in it becomes script in the browser of whoever reads the page.",
    mend: "Use `format_html`, which escapes its arguments.",
    blind: "Where the text comes from.",
    since: "0.1.0",
    examples: {
      found: [
        { code: 'from django.utils.safestring import mark_safe\nmark_safe("<b>%s</b>" % name)\n' },
      ],
      clean: [{ code: 'from django.utils.safestring import mark_safe\nmark_safe("<b>new</b>")\n' }],
    },
  },
  run: (view, report) => {
    if (!view.imports().some(({ name }) => name.includes("django.utils.safestring"))) return;
    for (const call of view.methods(
      "mark_safe",
      "SafeText",
      "SafeUnicode",
      "SafeString",
      "SafeBytes",
    )) {
      const text = call.positional(0);
      if (text === undefined || isStringLiteral(text.node) || isFixed(view.value(text.node)))
        continue;
      report(call);
    }
  },
});
