import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";

/** A call that asks a model for an answer, and what its arguments are called. */
export interface ModelCall {
  readonly call: PythonCall;
  /** Keywords that limit the answer; empty where the limit is set elsewhere. */
  readonly limits: readonly string[];
}

const openai = ["max_tokens", "max_completion_tokens", "extra_body"];

/** Methods that ask a model, with the end of the qualified name that they must have. */
const endings: ReadonlyMap<string, readonly (readonly [end: RegExp, limits: readonly string[]])[]> =
  new Map([
    [
      "create",
      [
        [/(?:^|\.)(?:chat\.completions|completions)\.create$/, openai],
        [/(?:^|\.)(?:ChatCompletion|Completion)\.create$/, openai],
        [/(?:^|\.)responses\.create$/, ["max_output_tokens"]],
        [/^anthropic\b.*\.messages\.create$/, ["max_tokens"]],
        [/(?:^|[._])(?:client|anthropic|claude)\.messages\.create$/, ["max_tokens"]],
      ],
    ],
    ["acreate", [[/(?:^|\.)(?:ChatCompletion|Completion)\.acreate$/, openai]]],
    ["parse", [[/\.(?:chat\.completions|responses)\.parse$/, [...openai, "max_output_tokens"]]]],
    ["completion", [[/^litellm\.completion$/, openai]]],
    ["acompletion", [[/^litellm\.acompletion$/, openai]]],
    ["complete", [[/\.chat\.complete$/, ["max_tokens"]]]],
    ["generate_content", [[/\.generate_content$/, ["config", "generation_config"]]]],
    ["chat", [[/^(?:ollama|cohere)\b/, ["max_tokens", "options"]]]],
    ["generate", [[/^(?:ollama|cohere)\b/, ["max_tokens", "options"]]]],
    ["converse", [[/^boto3\b/, ["inferenceConfig"]]]],
    ["invoke_model", [[/^boto3\b/, []]]],
    ...["invoke", "ainvoke", "predict", "apredict", "run", "arun", "kickoff", "generate_reply"].map(
      (name): [string, readonly (readonly [RegExp, readonly string[]])[]] => [
        name,
        [
          [/^(?:langchain|langgraph|crewai|autogen|llama_index|smolagents|agents\.Runner)\b/, []],
          [/^langchain_\w+\./, []],
          [/^~?(?:llm|agent|chain|agent_executor|crew|chat_model)\.\w+$/, []],
        ],
      ],
    ),
  ]);

/** The calls of a file that ask a model. */
export function modelCalls(view: PythonView): readonly ModelCall[] {
  const found: ModelCall[] = [];
  for (const call of view.methods(...endings.keys())) {
    const ending = endings.get(call.method)?.find(([end]) => end.test(call.name));
    if (ending !== undefined) found.push({ call, limits: ending[1] });
  }
  return found;
}

/** Words of which a file that asks models has at least one. */
export const modelWords: readonly string[] = [
  "ompletion",
  "messages",
  "responses",
  "generate_content",
  "llm",
  "agent",
  "chain",
  "ollama",
  "cohere",
  "crew",
];
