import { checkCases } from "../../testing/check-cases.ts";
import { markupDynamic } from "./markup-dynamic.ts";

checkCases(markupDynamic, {
  found: ["from flask import Markup\nMarkup(html)"],
  clean: ["from markupsafe import Markup\nMarkup()", 'from markupsafe import Markup\nMarkup("x")'],
});
