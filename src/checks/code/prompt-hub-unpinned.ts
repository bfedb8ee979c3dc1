import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

/** True for a call that fetches a prompt from LangChain's hub. */
function isPull({ name }: PythonCall): boolean {
  return (
    /^langchain\w*\.hub\.pull$/.test(name) ||
    /^langsmith\b.*\.pull_prompt(?:_commit)?$/.test(name) ||
    // In a fragment, this is what it is called.
    name === "hub.pull"
  );
}

export const promptHubUnpinned = defineCheck({
  meta: {
    id: "prompt-hub-unpinned",
    code: "PV-CODE-529",
    title: "A prompt is fetched from a hub without naming a commit",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-1427",
      "OWASP-LLM04:2026",
      "OWASP-LLM01:2026",
      "OWASP-LLM03:2025",
      "OWASP-ASI04:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: "Whoever owns the prompt there rewrites the instructions of your agent, and what is fetched is an object that is built, not only text.",
    mend: "Keep the prompt in the repository, or name a commit: `owner/name:0a1b2c3d`.",
    blind: "Names that come from elsewhere.",
    references: [
      "https://docs.langchain.com/langsmith/manage-prompts-programmatically",
      "CVE-2025-68664",
    ],
    since: "0.1.0",
    examples: {
      found: [{ code: 'from langchain import hub\nprompt = hub.pull("acme/answer")\n' }],
      clean: [{ code: 'from langchain import hub\nprompt = hub.pull("acme/answer:50442af1")\n' }],
    },
  },
  wants: (file) => file.mentions("pull"),
  run: (view, report) => {
    for (const call of view.methods("pull", "pull_prompt")) {
      const name = call.positional(0)?.string() ?? call.keyword("owner_repo_commit")?.string();
      // A name without an owner is a prompt of one's own.
      if (name === undefined || !isPull(call) || !/^[\w.-]+\/[\w.-]+$/.test(name)) continue;
      report(call, { message: `The prompt \`${name}\` is whatever its owner makes of it` });
    }
  },
});
