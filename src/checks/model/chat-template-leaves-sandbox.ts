import { defineCheck } from "../define.ts";
import { nameOf } from "../../formats/setting/view.ts";
import { judgeTemplate } from "./report-template.ts";

export const chatTemplateLeavesSandbox = defineCheck({
  meta: {
    id: "chat-template-leaves-sandbox",
    code: "PV-MODEL-007",
    title: "A chat template in a configuration reaches for Python's objects",
    asset: "setting",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "CWE-94", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
    why: "A chat template is rendered for every request. Where the renderer is not sandboxed, or its sandbox has a hole, the author of the model runs code on the server (CVE-2024-34359, CVE-2026-5760).",
    mend: "Do not load the model. Take its template from the authors of the base model, and render it in an immutable sandbox (`jinja2.sandbox.ImmutableSandboxedEnvironment`).",
    blind:
      "Templates that only change what the model is told, and names that are put together from what a user says.",
    since: "0.1.0",
    references: ["CVE-2024-34359", "CVE-2026-5760"],
    examples: {
      found: [
        {
          path: "tokenizer_config.json",
          code: '{"chat_template": "{{ cycler.__init__.__globals__.os.popen(\'id\').read() }}"}',
        },
      ],
      clean: [
        {
          path: "tokenizer_config.json",
          code: "{\"chat_template\": \"{% for m in messages %}{{ m['role'] }}: {{ m['content'] | trim }}{% endfor %}\"}",
        },
      ],
    },
  },
  wants: (file) => file.mentions("{{") || file.mentions("{%"),
  run: ({ settings }, report) => {
    for (const setting of settings) {
      if (!/\{[{%]/.test(setting.value)) continue;
      const isChat =
        /chat_?template|^template$/i.test(nameOf(setting)) || /chat_template/.test(setting.key);
      const found = judgeTemplate(setting.value, { isChat });
      if (found !== undefined) report(setting, found.details);
    }
  },
});
