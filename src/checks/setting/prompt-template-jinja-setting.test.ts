import { commandCases } from "../../testing/command-cases.ts";
import { promptTemplateJinjaSetting } from "./prompt-template-jinja-setting.ts";

commandCases(promptTemplateJinjaSetting, {
  found: [
    ["json", '{"_type": "prompt", "template_format": "jinja2", "template": "{{ x }}"}'],
    ["yaml", "_type: prompt\ntemplate_format: jinja2\n"],
  ],
  clean: [
    ["json", '{"template_format": "f-string", "engine": "jinja2"}'],
    ["yaml", "template: jinja2\n"],
  ],
});
