import { checkCases } from "../../testing/check-cases.ts";
import { makoTemplate } from "./mako-template.ts";

checkCases(makoTemplate, {
  found: ["from mako.template import Template\nTemplate(text)\n"],
  clean: ["from string import Template\nTemplate(text)\n"],
});
