import { defineCheck } from "../define.ts";
import { nameOf } from "../../formats/setting/view.ts";
import { judgeTemplate, templateMeta } from "./report-template.ts";

export const chatTemplateLeavesSandbox = defineCheck({
  meta: {
    id: "chat-template-leaves-sandbox",
    code: "PV-MODEL-007",
    title: "A chat template in a configuration reaches for Python's objects",
    asset: "setting",
    ...templateMeta,
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
