import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Slot, Surface } from "../surface.ts";
import { protocols } from "../testing/protocols/index.ts";
import { surfaces } from "./index.ts";

const query = new URLSearchParams();

/** A path of each surface that takes a body. */
const paths = new Map<Surface, string>(
  protocols.flatMap(({ path, method, surface: name }) => {
    const surface = surfaces.find((each) => each.name === name);
    return surface === undefined || method === "GET" ? [] : [[surface, path(false).split("?")[0]!]];
  }),
);

/** Names that protocols know, so that generated bodies reach deep into the tables. */
const names = [
  "messages", "role", "content", "type", "text", "tool_calls", "function", "arguments", "name",
  "tools", "parameters", "properties", "description", "input", "output", "instructions", "system",
  "parts", "contents", "functionCall", "functionResponse", "args", "response", "inlineData", "data",
  "source", "choices", "delta", "message", "index", "candidates", "logprobs", "top_logprobs", "token",
  "tokens", "content_block", "partial_json", "thinking", "citations", "title", "url", "image_url",
  "file", "file_data", "action", "summary", "annotations", "item", "part", "options", "format",
  "prompt", "generationConfig", "responseSchema", "error", "id", "call_id", "function_call", "enum",
]; // prettier-ignore

const values = [
  "user", "assistant", "tool", "system", "function", "function_call", "message", "tool_use",
  "tool_result", "text", "document", "response.output_text.delta", "response.completed", "reasoning",
  "content_block_start", "content_block_delta", "message_start", "shell_call", "mcp_call", "model",
  "data:text/plain;base64,aGVsbG8=", "a sentence of several words",
]; // prettier-ignore

const body = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom(...values),
    fc.string(),
    fc.constantFrom(null, true, 0, -1, 1e21, ""),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie("value"), { maxKeys: 6 }),
  ),
})).value;

/** What is no text of the exchange, by the name of its member; everything else is read. */
const unread = new Set([
  "signature", "encrypted_content", "encrypted_index", "encrypted_stdout", "data", "obfuscation",
  "partial_image_b64", "image", "embedding", "embeddings", "values", "context", "authorization",
  "authorization_token", "headers", "domain_secrets", "thoughtSignature", "thought_signature",
  "sdkBlob", "continuationToken", "file_id", "file_ids", "container_id", "vector_store_ids",
  "cachedContent", "previous_response_id", "conversation", "id", "container", "fileUri", "logprobs",
  "prompt_embeds", "result", "fileSearchStoreNames", "previous_message_id", "continuation_id",
  "comparison_response_id", "file_data", "image_url", "video_url", "audio_url", "url", "images",
  "file_url",
]); // prettier-ignore

/** Every string of a value that is text, under the names above it. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value))
    if (Array.isArray(value) || !unread.has(key)) yield* textsOf(member);
}

/** The same body, in which every string has blanks, so that none of them looks like an identifier. */
function spoken(value: unknown): unknown {
  let count = 0;
  const speak = (one: unknown, key: string): unknown => {
    if (typeof one === "string") {
      count++;
      return values.includes(one) && !one.includes(" ") ? one : `words ${key} number ${count} end`;
    }
    if (Array.isArray(one)) return one.map((item) => speak(item, "item"));
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, speak(item, "")]));
  };
  return speak(value, "");
}

function readAll(surface: Surface, value: unknown): readonly { readonly text: string }[] {
  return surface.openStream().read({ name: undefined, data: value, raw: "" }).pieces;
}

describe("any JSON", () => {
  test.each(surfaces.map((surface) => [surface.name, surface] as const))(
    "%s never throws",
    (_, surface) => {
      fc.assert(
        fc.property(fc.oneof(body, fc.jsonValue()), (value) => {
          const path = paths.get(surface) ?? "/v1/responses/resp_1";
          const request = surface.readRequest({ path, query, body: structuredClone(value) });
          if (!("problem" in request)) {
            request.limitOutputTokens(5);
            request.addSystemText("more");
            for (const slot of request.slots) slot.replace("other");
          }
          const answer = surface.readAnswer(structuredClone(value));
          for (const slot of answer.slots) slot.replace("other");
          const stream = surface.openStream();
          for (const name of [undefined, "message"]) {
            const event = { name, data: structuredClone(value), raw: "" };
            for (const piece of stream.read(event).pieces) piece.replace("other");
          }
          expect(stream.refuse({ status: 400, code: "guard_blocked", message: "no" })).not.toBe("");
          JSON.stringify(
            surface.errorBody({ status: 502, code: "upstream_failed", message: "no" }),
          );
        }),
        { numRuns: 150 },
      );
    },
  );

  test.each([...paths].map(([surface, path]) => [surface.name, surface, path] as const))(
    "%s reads every text of a request that it lets through",
    (_, surface, path) => {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...names), body), (value) => {
          const asked = { messages: [], ...(spoken(value) as object) };
          const texts = [...textsOf(asked)];
          const request = surface.readRequest({ path, query, body: asked });
          if ("problem" in request) return;
          const read = request.slots.map(({ text }) => text).join("\n");
          for (const text of texts) if (text.includes(" ")) expect(read).toContain(text);
        }),
        { numRuns: 200 },
      );
    },
  );

  test.each(
    surfaces
      .filter(({ name }) => !name.endsWith("-read"))
      .map((each) => [each.name, each] as const),
  )("%s reads every text of an answer and of an event", (_, surface) => {
    fc.assert(
      fc.property(body, (value) => {
        const spokenValue = spoken(value);
        const texts = [...textsOf(spokenValue)].filter((text) => text.includes(" "));
        const answer = surface.readAnswer(structuredClone(spokenValue));
        const read = answer.slots.map(({ text }) => text).join("\n");
        const streamed = readAll(surface, structuredClone(spokenValue));
        const heard = streamed.map(({ text }) => text).join("\n");
        for (const text of texts) {
          expect(read).toContain(text);
          expect(heard).toContain(text);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function strings(value: unknown): string {
  return JSON.stringify(value);
}

describe("replace", () => {
  const isWritten = ({ text }: Slot): boolean => text.length > 0;

  test.each([...paths].map(([surface, path]) => [surface.name, surface, path] as const))(
    "%s writes each text of a request through to its body",
    (_, surface, path) => {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...names), body), (value) => {
          const asked = { messages: [], ...(spoken(value) as object) };
          const request = surface.readRequest({ path, query, body: asked });
          if ("problem" in request) return;
          const slots = request.slots.filter(isWritten);
          for (const [index, slot] of slots.entries()) slot.replace(`"put ${index} here"`);
          const written = strings(request.body);
          const again = surface.readRequest({ path, query, body: request.body });
          for (const [index, { text }] of slots.entries()) {
            if (text.includes(" ") && text.startsWith("words")) expect(written).not.toContain(text);
            if ("problem" in again) continue;
            expect(again.slots.some((slot) => slot.text.includes(`put ${index} here`))).toBe(true);
          }
        }),
        { numRuns: 150 },
      );
    },
  );
});

test("a body that nests a million levels deep is refused and stops nothing", () => {
  const deep: unknown = JSON.parse(`${'{"a":['.repeat(200_000)}"end"${"]}".repeat(200_000)}`);
  for (const [surface, path] of paths) {
    const request = surface.readRequest({ path, query, body: { messages: [], input: deep } });
    expect(request).toHaveProperty("problem");
    expect(surface.readAnswer(deep).slots.map(({ text }) => text)).toContain("end");
  }
});

test("a megabyte of little texts is refused", () => {
  const many = Array.from({ length: 250_000 }, () => "a");
  for (const [surface, path] of paths)
    expect(surface.readRequest({ path, query, body: { messages: [], later: many } })).toEqual({
      problem: "more than 20000 texts",
    });
});
