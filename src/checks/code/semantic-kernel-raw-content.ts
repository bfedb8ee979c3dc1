import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

const option = "allow_dangerously_set_content";

export const semanticKernelRawContent = defineCheck({
  meta: {
    id: "semantic-kernel-raw-content",
    code: "PV-CODE-518",
    title: "Variables of a prompt may contain messages of their own",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-1427", "OWASP-LLM01:2026", "OWASP-LLM01:2025", "ATLAS:AML.T0051"],
    why: 'What a user writes is put into the prompt unescaped: with `<message role="system">` they speak as the system.',
    mend: "Leave the option off, so that values are encoded; set it only for text that no user can influence.",
    blind: "Where the values come from.",
    references: [
      "https://learn.microsoft.com/en-us/semantic-kernel/concepts/prompts/prompt-injection-attacks",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from semantic_kernel.prompt_template import InputVariable\nvariable = InputVariable(name="input", allow_dangerously_set_content=True)\n',
        },
      ],
      clean: [
        {
          code: 'from semantic_kernel.prompt_template import InputVariable\nvariable = InputVariable(name="input")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const { call, value } of callsWith(view, option))
      if (value.is(true)) report(value, { extent: call });
  },
});
