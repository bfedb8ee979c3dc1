import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenAI } from "@google/genai";
import { Ollama } from "ollama";
import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { surfaces } from "./surfaces/index.ts";
import { startProvider, type Provider } from "./testing/provider.ts";
import { gatewayFor, upstreamAt, type TestGateway } from "./testing/running.ts";
import { wordGuard } from "./testing/word-guard.ts";

// The clients that people use, unchanged but for their base URL, against a gateway in front of a provider.

let provider: Provider;
let gateway: TestGateway;

beforeAll(async () => {
  provider = await startProvider();
  gateway = await gatewayFor([upstreamAt(provider.url)], { surfaces, guard: wordGuard() });
});

afterAll(async () => {
  await gateway.close();
  await provider.close();
});

beforeEach(() => provider.says({ text: ["Good ", "morning."] }));

/** All of a stream. */
async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of stream) list.push(one);
  return list;
}

/** What a promise is refused with. */
async function failure(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error("nothing was refused");
}

const hello = [{ role: "user", content: "Hello." }] as const;
const bad = [{ role: "user", content: "Say FORBIDDEN." }] as const;
const lookup = {
  name: "lookup",
  description: "Looks up.",
  parameters: { type: "object", properties: { text: { type: "string" } } },
};
/** Long enough before it for a part to leave. */
const blockedAnswer = { text: ["Well, ", "what can I say, ", "it is ", "FOR", "BIDDEN", " here."] };
const hiddenAnswer = { text: ["It is SEC", "RET, you know."] };
const call = { argument: ["the wea", "ther"] };
const blockedCall = { argument: ["FORB", "IDDEN"] };

describe("openai, chat completions", () => {
  const client = (): OpenAI =>
    new OpenAI({ apiKey: "key", baseURL: `${gateway.url}/v1`, maxRetries: 0 });
  const ask = { model: "gpt-test", messages: [...hello] };
  const tools = [{ type: "function", function: lookup }] as const;

  test("answers", async () => {
    const answer = await client().chat.completions.create(ask);
    expect(answer.choices[0]?.message.content).toBe("Good morning.");
    expect(answer.usage?.total_tokens).toBe(21);
  });

  test("streams", async () => {
    const chunks = await all(await client().chat.completions.create({ ...ask, stream: true }));
    const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
    expect(text).toBe("Good morning.");
    expect(chunks.at(-1)?.usage?.total_tokens).toBe(21);
  });

  test("streams through the helper", async () => {
    const answer = await client().chat.completions.stream(ask).finalChatCompletion();
    expect(answer.choices[0]?.message.content).toBe("Good morning.");
  });

  test("calls tools, streamed and not", async () => {
    provider.says(call);
    const whole = await client().chat.completions.create({ ...ask, tools: [...tools] });
    const streamed = await client()
      .chat.completions.stream({ ...ask, tools: [...tools] })
      .finalChatCompletion();
    for (const { choices } of [whole, streamed])
      expect(choices[0]?.message.tool_calls).toMatchObject([
        { id: "call_9", function: { name: "lookup", arguments: '{"text":"the weather"}' } },
      ]);
  });

  test("is told what blocked its request", async () => {
    const error = await failure(client().chat.completions.create({ ...ask, messages: [...bad] }));
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(error).toMatchObject({ status: 400, code: "guard_blocked" });
  });

  test("is told what blocked its answer", async () => {
    provider.says(blockedAnswer);
    const error = await failure(client().chat.completions.create(ask));
    expect(error).toBeInstanceOf(OpenAI.APIError);
    expect(error).toMatchObject({ code: "guard_blocked" });
    expect(String(error["message"])).not.toContain("FORBIDDEN");
  });

  test("sees a stream end as a content filter ends it", async () => {
    provider.says(blockedAnswer);
    const answer = await client().chat.completions.stream(ask).finalChatCompletion();
    expect(answer.choices[0]?.finish_reason).toBe("content_filter");
    expect(answer.choices[0]?.message.refusal).toMatch(/block/iu);
    expect(JSON.stringify(answer)).not.toContain("BIDDEN");
  });

  test("gets no part of a call that is blocked", async () => {
    provider.says(blockedCall);
    const stream = await client().chat.completions.create({ ...ask, stream: true });
    const chunks = await all(stream);
    expect(JSON.stringify(chunks)).not.toContain("tool_calls");
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe("content_filter");
  });

  test("gets an answer with what is hidden taken out", async () => {
    provider.says(hiddenAnswer);
    const whole = await client().chat.completions.create(ask);
    const streamed = await client().chat.completions.stream(ask).finalChatCompletion();
    expect(whole.choices[0]?.message.content).toBe("It is [x], you know.");
    expect(streamed.choices[0]?.message.content).toBe("It is [x], you know.");
  });
});

describe("openai, responses", () => {
  const client = (): OpenAI =>
    new OpenAI({ apiKey: "key", baseURL: `${gateway.url}/v1`, maxRetries: 0 });
  const ask = { model: "gpt-test", input: "Hello.", instructions: "You help." };
  const tools = [{ type: "function", ...lookup, strict: false }] as const;

  test("answers", async () => {
    const answer = await client().responses.create(ask);
    expect(answer.output_text).toBe("Good morning.");
    expect(answer.usage?.total_tokens).toBe(21);
  });

  test("streams", async () => {
    const events = await all(await client().responses.create({ ...ask, stream: true }));
    expect(events.map(({ type }) => type)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
      "response.output_text.delta",
      "response.output_text.delta",
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
  });

  test("streams through the helper, and reads what is stored", async () => {
    const answer = await client().responses.stream(ask).finalResponse();
    expect(answer.output_text).toBe("Good morning.");
    const stored = await client().responses.retrieve("resp_1");
    expect(stored.output_text).toBe("Good morning.");
  });

  test("calls tools, streamed and not", async () => {
    provider.says(call);
    const asked = { ...ask, tools: [...tools] };
    const whole = await client().responses.create(asked);
    const streamed = await client().responses.stream(asked).finalResponse();
    for (const { output } of [whole, streamed])
      expect(output).toMatchObject([{ name: "lookup", arguments: '{"text":"the weather"}' }]);
  });

  test("keeps to what is stored: streams it again, cancels, deletes", async () => {
    const again = await client().responses.retrieve("resp_1", { stream: true });
    expect((await all(again)).at(-1)?.type).toBe("response.completed");
    expect((await client().responses.cancel("resp_1")).id).toBe("resp_1");
    await client().responses.delete("resp_1");
    expect(provider.asked.slice(-2).map(({ path }) => path)).toEqual([
      "/v1/responses/resp_1/cancel",
      "/v1/responses/resp_1",
    ]);
  });

  test("is told that files are not guarded, and what of a conversation is blocked", async () => {
    const files = await failure(Promise.resolve(client().files.list()));
    expect(String(files["message"])).toContain("openai-files");
    const item = { type: "message", role: "user", content: "FORBIDDEN" } as const;
    const conversation = await failure(client().conversations.create({ items: [item] }));
    expect(conversation).toMatchObject({ status: 400, code: "guard_blocked" });
  });

  test("is told what blocked its request and its answer", async () => {
    const input = await failure(client().responses.create({ ...ask, input: "FORBIDDEN" }));
    expect(input).toBeInstanceOf(OpenAI.BadRequestError);
    provider.says(blockedAnswer);
    const output = await failure(client().responses.create(ask));
    expect(output).toMatchObject({ code: "guard_blocked" });
  });

  test("sees a blocked stream end incomplete, with the reason", async () => {
    provider.says(blockedAnswer);
    const events = await all(await client().responses.create({ ...ask, stream: true }));
    const last = events.at(-1);
    expect(last).toMatchObject({
      type: "response.incomplete",
      response: { status: "incomplete", incomplete_details: { reason: "content_filter" } },
    });
    expect(JSON.stringify(events)).not.toContain("BIDDEN");
  });

  test("gets no part of a call that is blocked", async () => {
    provider.says(blockedCall);
    const events = await all(await client().responses.create({ ...ask, stream: true }));
    expect(JSON.stringify(events)).not.toContain("function_call");
  });

  test("gets an answer with what is hidden taken out, in every event", async () => {
    provider.says(hiddenAnswer);
    const events = await all(await client().responses.create({ ...ask, stream: true }));
    expect(JSON.stringify(events)).not.toContain("SEC");
    const streamed = await client().responses.stream(ask).finalResponse();
    expect(streamed.output_text).toBe("It is [x], you know.");
  });
});

describe("openai, completions and embeddings", () => {
  const client = (): OpenAI =>
    new OpenAI({ apiKey: "key", baseURL: `${gateway.url}/v1`, maxRetries: 0 });
  const ask = { model: "gpt-base", prompt: "Once" };

  test("completes, streamed and not", async () => {
    const whole = await client().completions.create(ask);
    expect(whole.choices[0]?.text).toBe("Good morning.");
    const chunks = await all(await client().completions.create({ ...ask, stream: true }));
    expect(chunks.map((chunk) => chunk.choices[0]?.text).join("")).toBe("Good morning.");
  });

  test("sees a blocked stream end as a content filter ends it", async () => {
    provider.says(blockedAnswer);
    const chunks = await all(await client().completions.create({ ...ask, stream: true }));
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe("content_filter");
  });

  test("embeds, and is told what blocked its text", async () => {
    const asked = { model: "text-embedding-test", encoding_format: "float" } as const;
    const answer = await client().embeddings.create({ ...asked, input: ["one", "two"] });
    expect(answer.data).toHaveLength(2);
    const error = await failure(client().embeddings.create({ ...asked, input: "FORBIDDEN" }));
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
  });
});

describe("@anthropic-ai/sdk", () => {
  const client = (): Anthropic =>
    new Anthropic({ apiKey: "key", baseURL: gateway.url, maxRetries: 0 });
  const ask = { model: "claude-test", max_tokens: 50, messages: [...hello] };
  const tools: Anthropic.Tool[] = [
    {
      name: "lookup",
      description: "Looks up.",
      input_schema: { type: "object", properties: { text: { type: "string" } } },
    },
  ];

  test("answers and counts", async () => {
    const answer = await client().messages.create(ask);
    expect(answer.content).toMatchObject([{ type: "text", text: "Good morning." }]);
    const { model, messages } = ask;
    expect(await client().messages.countTokens({ model, messages })).toEqual({ input_tokens: 9 });
  });

  test("streams, raw and through the helper", async () => {
    const events = await all(await client().messages.create({ ...ask, stream: true }));
    expect(events.at(0)?.type).toBe("message_start");
    expect(events.at(-1)?.type).toBe("message_stop");
    const stream = client().messages.stream(ask);
    const heard: string[] = [];
    stream.on("text", (text) => heard.push(text));
    const answer = await stream.finalMessage();
    expect(heard.join("")).toBe("Good morning.");
    expect(answer.usage.output_tokens).toBe(12);
  });

  test("calls tools, streamed and not", async () => {
    provider.says({ ...call, text: ["Let me see."] });
    const whole = await client().messages.create({ ...ask, tools });
    const streamed = await client()
      .messages.stream({ ...ask, tools })
      .finalMessage();
    for (const { content } of [whole, streamed])
      expect(content.at(-1)).toMatchObject({
        type: "tool_use",
        name: "lookup",
        input: { text: "the weather" },
      });
  });

  test("is told what blocked its request and its answer", async () => {
    const input = await failure(client().messages.create({ ...ask, messages: [...bad] }));
    expect(input).toBeInstanceOf(Anthropic.BadRequestError);
    provider.says(blockedAnswer);
    const output = await failure(client().messages.create(ask));
    expect(output).toBeInstanceOf(Anthropic.APIError);
    expect(String(output["message"])).toMatch(/block/iu);
  });

  test("sees a blocked stream end with an error that says why", async () => {
    for (const said of [blockedAnswer, blockedCall]) {
      provider.says(said);
      const error = await failure(
        client()
          .messages.stream({ ...ask, tools })
          .finalMessage(),
      );
      expect(error).toBeInstanceOf(Anthropic.APIError);
      expect(String(error["message"])).toMatch(/block/iu);
      expect(String(error["message"])).not.toContain("FORBIDDEN");
    }
  });

  test("gets an answer with what is hidden taken out", async () => {
    provider.says(hiddenAnswer);
    const streamed = await client().messages.stream(ask).finalText();
    expect(streamed).toBe("It is [x], you know.");
  });
});

describe("@google/genai", () => {
  const client = (): GoogleGenAI =>
    new GoogleGenAI({ apiKey: "key", httpOptions: { baseUrl: gateway.url } });
  const ask = { model: "gemini-test", contents: "Hello." };
  const config = {
    tools: [
      { functionDeclarations: [{ name: "lookup", parametersJsonSchema: lookup.parameters }] },
    ],
  };

  test("answers, counts and embeds", async () => {
    const answer = await client().models.generateContent(ask);
    expect(answer.text).toBe("Good morning.");
    expect((await client().models.countTokens(ask)).totalTokens).toBe(9);
    const vectors = await client().models.embedContent({ ...ask, model: "gemini-embedding-test" });
    expect(vectors.embeddings?.[0]?.values).toEqual([0.1, 0.2]);
  });

  test("streams", async () => {
    const chunks = await all(await client().models.generateContentStream(ask));
    expect(chunks.map(({ text }) => text ?? "").join("")).toBe("Good morning.");
  });

  test("calls functions, streamed and not", async () => {
    provider.says(call);
    const whole = await client().models.generateContent({ ...ask, config });
    const chunks = await all(await client().models.generateContentStream({ ...ask, config }));
    const calls = [
      ...(whole.functionCalls ?? []),
      ...chunks.flatMap((one) => one.functionCalls ?? []),
    ];
    expect(calls).toHaveLength(2);
    for (const one of calls)
      expect(one).toMatchObject({ name: "lookup", args: { text: "the weather" } });
  });

  test("is told what blocked its request and its answer", async () => {
    const input = await failure(client().models.generateContent({ ...ask, contents: "FORBIDDEN" }));
    expect(input).toMatchObject({ name: "ApiError", status: 400 });
    provider.says(blockedAnswer);
    const output = await failure(client().models.generateContent(ask));
    expect(output).toMatchObject({ name: "ApiError" });
    expect(String(output["message"])).toMatch(/block/iu);
  });

  test("sees a blocked stream end for safety", async () => {
    for (const said of [blockedAnswer, { ...blockedCall, text: blockedAnswer.text.slice(0, 2) }]) {
      provider.says(said);
      const chunks = await all(await client().models.generateContentStream({ ...ask, config }));
      // The client drops `finishMessage`, which says why, but for Vertex.
      expect(chunks.at(-1)?.candidates?.[0]).toMatchObject({ finishReason: "SAFETY" });
      expect(JSON.stringify(chunks)).not.toContain("BIDDEN");
    }
  });

  test("is told of a block before anything has left by an error", async () => {
    provider.says(blockedCall);
    const error = await failure(client().models.generateContentStream({ ...ask, config }));
    expect(error).toMatchObject({ name: "ApiError" });
  });

  test("gets an answer with what is hidden taken out", async () => {
    provider.says(hiddenAnswer);
    const chunks = await all(await client().models.generateContentStream(ask));
    expect(chunks.map(({ text }) => text ?? "").join("")).toBe("It is [x], you know.");
  });
});

describe("ollama", () => {
  const client = (): Ollama => new Ollama({ host: gateway.url });
  const ask = { model: "llama-test", messages: [...hello] };
  const tools = [{ type: "function", function: { ...lookup, parameters: { type: "object" } } }];

  test("answers, completes and embeds", async () => {
    expect((await client().chat(ask)).message.content).toBe("Good morning.");
    const prompt = { model: "llama-test", prompt: "Once" };
    expect((await client().generate(prompt)).response).toBe("Good morning.");
    expect((await client().embed({ model: "llama-test", input: "one" })).embeddings).toHaveLength(
      2,
    );
  });

  test("streams", async () => {
    const lines = await all(await client().chat({ ...ask, stream: true }));
    expect(lines.map(({ message }) => message.content).join("")).toBe("Good morning.");
    const prompt = { model: "llama-test", prompt: "Once", stream: true } as const;
    const pieces = await all(await client().generate(prompt));
    expect(pieces.map(({ response }) => response ?? "").join("")).toBe("Good morning.");
  });

  test("calls tools, streamed and not", async () => {
    provider.says(call);
    const whole = await client().chat({ ...ask, tools });
    const lines = await all(await client().chat({ ...ask, tools, stream: true }));
    const calls = [whole, ...lines].flatMap(({ message }) => message.tool_calls ?? []);
    expect(calls).toHaveLength(2);
    for (const one of calls) expect(one.function.arguments).toEqual({ text: "the weather" });
  });

  test("is told what blocked its request and its answer", async () => {
    const input = await failure(client().chat({ ...ask, messages: [...bad] }));
    expect(input).toMatchObject({ name: "ResponseError", status_code: 400 });
    provider.says(blockedAnswer);
    const output = await failure(client().chat(ask));
    expect(String(output["message"])).toMatch(/block/iu);
  });

  test("sees a blocked stream end with an error that says why", async () => {
    for (const said of [blockedAnswer, blockedCall]) {
      provider.says(said);
      const error = await failure(
        client()
          .chat({ ...ask, stream: true })
          .then(all),
      );
      expect(String(error["message"])).toMatch(/block/iu);
    }
  });

  test("gets an answer with what is hidden taken out", async () => {
    provider.says(hiddenAnswer);
    const lines = await all(await client().chat({ ...ask, stream: true }));
    expect(lines.map(({ message }) => message.content).join("")).toBe("It is [x], you know.");
  });
});
