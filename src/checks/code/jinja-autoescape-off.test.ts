import { checkCases } from "../../testing/check-cases.ts";
import { jinjaAutoescapeOff } from "./jinja-autoescape-off.ts";

checkCases(jinjaAutoescapeOff, {
  found: [
    "from jinja2 import Environment\nEnvironment()",
    "import jinja2\njinja2.Environment(autoescape=choose)",
  ],
  clean: ["from jinja2 import Environment\nEnvironment(autoescape=True)", "Environment()"],
});
