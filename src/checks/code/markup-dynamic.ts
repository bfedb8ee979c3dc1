import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const markupDynamic = defineCheck({
  meta: {
    id: "markup-dynamic",
    code: "PV-CODE-061",
    title: "Text that is put together is marked as safe HTML for Jinja",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: ["B704", "S704"],
    controls: ["CWE-79"],
    why: "Text of a user or a model in it becomes script in the browser of whoever reads the page.",
    mend: 'Use `Markup("<b>{}</b>").format(text)`, which escapes its arguments, or `escape`.',
    since: "0.1.0",
    examples: {
      found: [{ code: 'from markupsafe import Markup\nMarkup(f"<b>{name}</b>")\n' }],
      clean: [{ code: 'from markupsafe import Markup\nMarkup("<b>{}</b>").format(name)\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("markupsafe.Markup", "flask.Markup")) {
      const [text] = call.node.args;
      if (text !== undefined && text.kind !== "Constant") report(call, aliasesOf(call));
    }
  },
});
