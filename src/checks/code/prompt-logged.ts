import type { FindingDetails } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { personality } from "./personal-data.ts";
import { namesIn, splitWords } from "./words.ts";

const levels = [
  "debug",
  "info",
  "warning",
  "warn",
  "error",
  "critical",
  "exception",
  "log",
] as const;
const loggers =
  /^(?:~?(?:\w*_)?(?:logger|logging|log)|logging\.getLogger\(\)|loguru\.logger|structlog\.\w+\(\))\.\w+$|\.(?:_?logger|log)\.\w+$/i;

/** Names of what goes to a model and comes from it. */
const talk: ReadonlySet<string> = new Set([
  "prompt",
  "prompts",
  "messages",
  "completion",
  "completions",
  "conversation",
  "transcript",
]);
/** Counts and names of prompts say nothing of what is in them. */
const about =
  /(?:^|_)(?:id|ids|name|names|len|length|count|tokens?|template|type|path|file|version|key|role|hash|cost|usage|size|num|index|url|model|error)(?:_|$)/;

function isTalk(name: string): boolean {
  const words = splitWords(name);
  return words.some((word) => talk.has(word)) && !about.test(words.join("_"));
}

/** The names in the arguments; what is only counted or measured does not count. */
function namesOf(call: PythonCall): readonly string[] {
  return [...call.node.args, ...call.node.keywords.map(({ value }) => value)]
    .filter(
      (node) => !(node.kind === "Call" && node.func.kind === "Name" && node.func.id === "len"),
    )
    .flatMap((node) => namesIn(node));
}

function judge(
  call: PythonCall,
  view: PythonView,
  models: () => boolean,
): FindingDetails | undefined {
  const names = namesOf(call);
  const isPrompt = names.some(isTalk);
  const grave = names.find((name) => personality(name) === "grave");
  if (grave !== undefined && (isPrompt || models()))
    return { message: `\`${grave}\` is written to a log${isPrompt ? ", with what is asked" : ""}` };
  const text = view.text.slice(call.start, Math.min(call.end, call.start + 500));
  if (isPrompt && /\brequest\.(?:args|form|json|values|query_params|data|get_json)\b/.test(text))
    return { severity: "low", message: "What users ask is written to a log as it comes" };
  const plain = names.find((name) => personality(name) === "plain");
  if (plain !== undefined && isPrompt)
    return { severity: "low", message: `\`${plain}\` is written to a log with what is asked` };
  if (
    models() &&
    /\b(?:user|customer|patient|client|person|member)\.(?:email|phone|full_name|address)\b/.test(
      text,
    )
  )
    return { severity: "low", message: "Who a user is, is written to a log" };
  if (plain !== undefined && models())
    return { severity: "low", audience: "pedantic", message: `\`${plain}\` is written to a log` };
  return isPrompt ? { severity: "low", audience: "pedantic" } : undefined;
}

/** True for a file that works with language models. */
function isAboutModels(view: PythonView): boolean {
  return /\b(?:openai|anthropic|langchain\w*|litellm|llama_index|ollama|llm|prompt|chat)\b/i.test(
    view.text,
  );
}

export const promptLogged = defineCheck({
  meta: {
    id: "prompt-logged",
    code: "PV-CODE-526",
    title: "What is asked of a model is written to a log",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-532", "CWE-359", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0057"],
    why: "People tell a model what they would tell no log: names, illnesses, keys. Logs are read by more people, kept longer and sent to other companies.",
    mend: "Log an id, the length and the cost; where the text is needed, mask personal data first and keep it for days.",
    blind: "What a handler filters out before it writes; names that do not say what they hold.",
    references: ["https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import logging\ndef ask(llm, prompt, patient):\n    logging.info("prompt %s for %s", prompt, patient.date_of_birth)\n    return llm.invoke(prompt)\n',
        },
      ],
      clean: [
        {
          code: 'import logging\ndef ask(llm, prompt):\n    logging.info("prompt of %d characters", len(prompt))\n    return llm.invoke(prompt)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    let isAbout: boolean | undefined;
    const models = (): boolean => (isAbout ??= isAboutModels(view));
    for (const call of view.methods(...levels)) {
      if (!loggers.test(call.name)) continue;
      const details = judge(call, view, models);
      if (details !== undefined) report(call, details);
    }
  },
});
