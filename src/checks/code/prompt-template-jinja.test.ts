import { checkCases } from "../../testing/check-cases.ts";
import { promptTemplateJinja } from "./prompt-template-jinja.ts";

checkCases(promptTemplateJinja, {
  found: [
    "PromptTemplate(template=text, template_format='jinja2', input_variables=[])",
    "F = 'jinja2'\nChatPromptTemplate.from_messages(m, template_format=F)",
    "kw = {'template_format': 'jinja2'}\nPromptTemplate.from_template(t, **kw)",
  ],
  clean: [
    "PromptTemplate.from_template(t, template_format='f-string')",
    "PromptTemplate.from_template(t, template_format=template_format)",
    "PromptTemplate.from_template('{{ x }}')",
  ],
});
