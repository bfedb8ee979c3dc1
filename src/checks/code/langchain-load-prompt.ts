import { defineCheck } from "../define.ts";

export const langchainLoadPrompt = defineCheck({
  meta: {
    id: "langchain-load-prompt",
    code: "PV-CODE-506",
    title: "A prompt file chooses which other files are read",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-22", "CWE-1427", "OWASP-LLM01:2026", "OWASP-LLM01:2025", "ATLAS:AML.T0051.001"],
    why: "`load_prompt` follows `template_path` and examples in the file: whoever chooses it reads text files of this machine and writes the instructions.",
    mend: "Upgrade langchain-core, keep prompts in the repository under a fixed name, and build `PromptTemplate` from their text.",
    blind: "Where the path comes from. A path that is written out is not reported.",
    references: ["CVE-2026-34070", "CVE-2024-28088"],
    since: "0.1.0",
    examples: {
      found: [
        { code: "from langchain_core.prompts import load_prompt\nprompt = load_prompt(path)\n" },
      ],
      clean: [
        {
          code: 'from langchain_core.prompts import load_prompt\nprompt = load_prompt("prompts/answer.yaml")\n',
        },
      ],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods(
      "load_prompt",
      "load_prompt_from_config",
      "load_chain",
      "load_agent",
    )) {
      if (!call.name.startsWith("langchain")) continue;
      const path = call.argument(0, call.method === "load_prompt_from_config" ? "config" : "path");
      if (path === undefined) continue;
      const text = path.string();
      if (text === undefined) report(call);
      else if (/^(?:lc|https?):\/\//.test(text))
        report(call, { message: "A prompt is fetched from elsewhere and trusted" });
    }
  },
});
