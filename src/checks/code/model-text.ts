import type { Expression } from "../../formats/python/nodes.ts";
import { lookUp, type Scope } from "../../formats/python/scopes.ts";
import { splitWords } from "./words.ts";

// What looks like a model's answer by its form, for values whose way cannot be followed: a
// parameter, a name of a cell before. Where the answer was asked for in reach, data flow knows better.

/** Longest chain of attributes, calls and subscripts that is looked at. */
const maxChain = 40;

/** Attributes that only answers of models have, from the end of the chain. */
const shapes =
  /(?:^|\.)(?:choices\.\d*\.?(?:message|text|delta)|message\.content|output_text|generations|tool_calls?|function_call|tool_call\.\w+|function\.(?:name|arguments))(?:\.|$)/;

const speakers =
  /^(?:llm|gpt|gpt3|gpt4|chatgpt|claude|gemini|assistant|ai|genai|openai|model|bot|agent)$/;
const spoken =
  /^(?:output|outputs|answer|response|reply|result|text|code|sql|query|html|markdown|completion|message|command|generated|url|path)$/;

/** Names that mean a model's answer wherever they stand: `llm_output`, `generated_sql`, `completion`. */
export function isModelName(name: string): boolean {
  const words = splitWords(name);
  const last = words.at(-1) ?? "";
  if (words.length === 1) return /^(?:completion|completions)$/.test(last);
  if (!spoken.test(last)) return false;
  const before = words.slice(0, -1);
  return before.some((word) => speakers.test(word)) || before[0] === "generated";
}

/** Names that mean it where a page is made of it. */
export function isAnswerName(name: string): boolean {
  return (
    isModelName(name) ||
    /^(?:answer|response|reply|bot_response|bot_message|ai_message)$/.test(name)
  );
}

interface Chain {
  readonly base: string;
  /** Names and numbers from the base to the end, joined by dots. */
  readonly path: string;
}

function chainOf(expression: Expression): Chain | undefined {
  const parts: string[] = [];
  let current = expression;
  for (let length = 0; length < maxChain; length++) {
    switch (current.kind) {
      case "Name":
        parts.push(current.id);
        return { base: current.id, path: parts.toReversed().join(".") };
      case "Attribute":
        parts.push(current.attr);
        current = current.value;
        break;
      case "Subscript":
        if (current.slice.kind === "Constant") parts.push(String(current.slice.value));
        current = current.value;
        break;
      case "Call":
        current = current.func;
        break;
      case "Await":
        current = current.value;
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** True for a name that the file does not bind, or that a caller hands over. */
function isHandedOver(name: string, scope: Scope): boolean {
  const found = lookUp(scope, name);
  if (found === null) return true;
  const { imports, values, isOpaque } = found.binding;
  return isOpaque && imports.length === 0 && values.length === 0;
}

/**
 * True where an expression looks like a model's answer that was handed over: by its shape
 * (`response.choices[0].message.content`), or by the name that it has.
 */
export function isModelText(
  expression: Expression,
  scope: Scope,
  isName: (name: string) => boolean = isModelName,
): boolean {
  const whole = unwrapped(expression);
  if (whole.kind === "JoinedStr")
    return whole.values.some(
      (part) => part.kind === "FormattedValue" && isModelText(part.value, scope, isName),
    );
  const chain = chainOf(whole);
  if (chain === undefined || !isHandedOver(chain.base, scope)) return false;
  return isName(chain.base) || shapes.test(chain.path);
}

/** What is stripped, joined or named `text(…)` is the same text. */
function unwrapped(expression: Expression): Expression {
  let current = expression;
  for (let hops = 0; hops < 5 && current.kind === "Call"; hops++) {
    const { func, args } = current;
    if (
      func.kind === "Attribute" &&
      /^(?:strip|lower|replace|removeprefix|removesuffix)$/.test(func.attr)
    )
      current = func.value;
    else if (
      func.kind === "Name" &&
      /^(?:str|text|Path|markdown)$/.test(func.id) &&
      args[0] !== undefined
    )
      current = args[0];
    else break;
  }
  return current;
}
