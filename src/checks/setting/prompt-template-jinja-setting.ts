import { defineCheck } from "../define.ts";

export const promptTemplateJinjaSetting = defineCheck({
  meta: {
    id: "prompt-template-jinja-setting",
    code: "PV-CONF-020",
    title: "A prompt in a file is a template that can run code",
    asset: "setting",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "CWE-94", "OWASP-LLM01:2026", "OWASP-LLM05:2025", "OWASP-LLM10:2026"],
    why: "Whoever writes the file, or takes over where it is fetched from, writes a program: Jinja reaches the objects of Python behind the values.",
    mend: "Use the format `f-string` or `mustache`.",
    blind: "Whether the library evaluates it in a sandbox.",
    references: ["CVE-2023-36281", "CVE-2025-65106"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "prompt.yaml",
          code: '_type: prompt\ntemplate_format: jinja2\ntemplate: "Answer {{ question }}"\n',
        },
      ],
      clean: [
        {
          path: "prompt.yaml",
          code: '_type: prompt\ntemplate_format: f-string\ntemplate: "Answer {question}"\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("jinja2") && file.mentions("template_format"),
  run: ({ named }, report) => {
    for (const setting of named("template_format")) if (setting.value === "jinja2") report(setting);
  },
});
