/** Keys by which the protocols of models decide what is read, and how the answer comes. */
const known: ReadonlySet<string> = new Set([
  "content", "contents", "conversation", "function", "functionCall", "functionResponse",
  "functions", "images", "inlineData", "input", "instructions", "max_completion_tokens",
  "max_output_tokens", "max_tokens", "messages", "model", "name", "num_predict", "options",
  "parts", "previous_response_id", "prompt", "raw", "role", "stream", "stream_options", "suffix",
  "system", "systemInstruction", "template", "text", "thinking", "tool_call_id", "tool_calls",
  "tools", "type",
]); // prettier-ignore

/** Their values are the application's own; names in them mean nothing to a protocol. */
const freeForm: ReadonlySet<string> = new Set([
  "args", "arguments", "format", "headers", "input_schema", "json_schema", "labels", "logit_bias",
  "metadata", "parameters", "parametersJsonSchema", "properties", "response", "responseSchema",
  "response_format", "schema", "output_config",
]); // prettier-ignore

/** As Go's encoding/json folds: letters, and the two characters whose lower case is an ASCII letter. */
function fold(key: string): string {
  return key.toLowerCase().replaceAll("ſ", "s").replaceAll("\u{212A}", "k");
}

const folded: ReadonlySet<string> = new Set([...known].map(fold));

function search(value: object, depth: number): string | undefined {
  // Messages lie four deep and their parts six; below that only the application's own values are left.
  if (depth > 8) return undefined;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) {
      const found = typeof item === "object" && item !== null ? search(item, depth + 1) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const key in value) {
    if (known.has(key)) {
      const item: unknown = (value as Record<string, unknown>)[key];
      if (typeof item !== "object" || item === null) continue;
      // `input` is a list of items, or the arguments of a call.
      if (key === "input" && !Array.isArray(item)) continue;
      const found = search(item, depth + 1);
      if (found !== undefined) return found;
    } else if (folded.has(fold(key))) return key;
    else if (!freeForm.has(key)) {
      const item: unknown = (value as Record<string, unknown>)[key];
      const found = typeof item === "object" && item !== null ? search(item, depth + 1) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/**
 * A key that only differs in case from one of a protocol's. Servers written in Go read `Messages` as
 * `messages`, and where both occur the last one counts: a guard that knows exact names would judge one
 * text and the model read the other.
 */
export function foldedKey(body: unknown): string | undefined {
  return typeof body === "object" && body !== null ? search(body, 0) : undefined;
}
