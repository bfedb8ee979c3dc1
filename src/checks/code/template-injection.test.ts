import { checkCases } from "../../testing/check-cases.ts";
import { templateInjection } from "./template-injection.ts";

checkCases(templateInjection, {
  found: [
    "from jinja2 import Template\nTemplate(llm_output).render()",
    "import flask\nflask.render_template_string('<h1>' + title + '</h1>')",
    "from jinja2 import Template as T\ndef f(user_prompt):\n    return T(user_prompt).render()",
    "import jinja2\nenv = jinja2.Environment()\nenv.from_string(f'Hello {name}')",
    "from flask import request, render_template_string\nrender_template_string(request.args['t'])",
    "import jinja2\njinja2.Template(\n  'a %s' % b)",
  ],
  clean: [
    "import jinja2\njinja2.Template('{{ a }}').render(a=a)",
    "import jinja2\nTEXT = 'a' + 'b'\njinja2.Template(TEXT)",
    "from jinja2.sandbox import SandboxedEnvironment\nSandboxedEnvironment().from_string(text)",
    "from string import Template\nTemplate(user_input)",
    "import flask\nflask.render_template('a.html', a=a)",
  ],
});
