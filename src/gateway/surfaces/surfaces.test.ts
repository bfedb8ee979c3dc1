import { describe, expect, test } from "vitest";
import type { EventReading, ModelRequest, Refusal } from "../surface.ts";
import { protocols } from "../testing/protocols/index.ts";
import { surfaceOf, surfaces, unguardedPath, unguardedPaths } from "./index.ts";

const query = new URLSearchParams();
const blocked: Refusal = { status: 400, code: "guard_blocked", message: "It was blocked." };
const failed: Refusal = { status: 502, code: "upstream_failed", message: "It broke off." };

function read(path: string, body: unknown, asked = query): ModelRequest {
  const request = surfaceOf("POST", path)!.readRequest({ path, query: asked, body });
  if ("problem" in request) throw new Error(request.problem);
  return request;
}

function problemOf(path: string, body: unknown, asked = query): string {
  const request = surfaceOf("POST", path)!.readRequest({ path, query: asked, body });
  return "problem" in request ? request.problem : "none";
}

describe("paths", () => {
  test.each([
    ["POST", "/v1/chat/completions", "openai-chat"],
    ["POST", "/chat/completions", "openai-chat"],
    ["POST", "/openai/deployments/gpt/chat/completions", "openai-chat"],
    ["POST", "/openai/v1/chat/completions", "openai-chat"],
    ["POST", "/v1beta/openai/chat/completions", "openai-chat"],
    ["POST", "/api/v1/chat/completions", "openai-chat"],
    ["POST", "/openai/deployments/gpt/completions", "openai-completions"],
    ["POST", "/v1/responses", "openai-responses"],
    ["POST", "/v1/responses/compact", "openai-responses"],
    ["GET", "/v1/responses/resp_1", "openai-stored-responses"],
    ["DELETE", "/v1/responses/resp_1", "openai-stored-responses"],
    ["POST", "/v1/responses/resp_1/cancel", "openai-stored-responses"],
    ["GET", "/v1/responses/resp_1/input_items", "openai-stored-responses"],
    ["POST", "/v1/conversations", "openai-conversations"],
    ["POST", "/v1/conversations/conv_1/items", "openai-conversations"],
    ["POST", "/v1/messages", "anthropic-messages"],
    ["POST", "/anthropic/v1/messages", "anthropic-messages"],
    ["POST", "/v1beta/models/gemini-2.5-pro:generateContent", "gemini-generate"],
    ["POST", "/v1/models/gemini-2.5-pro:streamGenerateContent", "gemini-generate"],
    [
      "POST",
      "/v1/projects/p/locations/l/publishers/google/models/g:generateContent",
      "gemini-generate",
    ],
    ["POST", "/v1beta/models/g:countTokens", "gemini-count"],
    ["POST", "/api/chat", "ollama-chat"],
    ["POST", "/api/embeddings", "ollama-embed"],
    ["GET", "/v1/models", "openai-read"],
    ["GET", "/v1/models/meta/llama-3", "openai-read"],
    ["GET", "/v1beta/models/gemini-2.5-pro", "gemini-read"],
    ["GET", "/api/tags", "ollama-read"],
  ])("%s %s is %s", (method, path, name) => {
    expect(surfaceOf(method, path)?.name).toBe(name);
    expect(surfaces.filter((surface) => surface.matches(method, path))).toHaveLength(1);
  });

  test.each([
    ["POST", "/v1/files", "openai-files"],
    ["POST", "/v1/batches", "openai-batches"],
    ["POST", "/v1/fine_tuning/jobs", "openai-fine-tuning"],
    ["GET", "/v1/realtime", "openai-realtime"],
    ["POST", "/v1/audio/transcriptions", "openai-audio"],
    ["POST", "/v1/images/generations", "openai-images"],
    ["GET", "/v1/chat/completions/chatcmpl-1", "openai-stored-completions"],
    ["POST", "/v1/messages/batches", "anthropic-batches"],
    ["POST", "/upload/v1beta/files", "gemini-files"],
    ["POST", "/v1beta/cachedContents", "gemini-caches"],
    ["POST", "/v1beta/interactions", "gemini-interactions"],
    ["POST", "/v1beta/models/imagen:predict", "gemini-media"],
    ["POST", "/api/pull", "ollama-models"],
    ["POST", "/generate", "server-native"],
    ["POST", "/tokenize", "server-native"],
  ])("%s %s is unguarded: %s", (method, path, name) => {
    expect(surfaceOf(method, path)).toBeUndefined();
    expect(unguardedPath(path)?.name).toBe(name);
  });

  test("each of the unguarded parts has a name and a reason of its own", () => {
    expect(new Set(unguardedPaths.map(({ name }) => name)).size).toBe(unguardedPaths.length);
    for (const { why } of unguardedPaths) expect(why).not.toBe("");
  });

  test.each([
    "/V1/chat/completions",
    "/v1//chat/completions",
    "/v1/chat/completions/",
    "/v1/chat%2fcompletions",
    "/x/v1/chat/completions",
    "/v1/responses/a/b/c",
    "/v1beta/models/g%3AgenerateContent",
  ])("%s is nothing's", (path) => expect(surfaceOf("POST", path)).toBeUndefined());
});

describe("what cannot be read", () => {
  test("token ids are named", () => {
    const ids = (body: object): readonly string[] | undefined =>
      read("/v1/completions", body).unreadable;
    expect(ids({ prompt: [1, 2] })).toEqual(["/prompt"]);
    expect(ids({ prompt: ["a", [1, 2]] })).toEqual(["/prompt/1"]);
    expect(ids({ prompt: ["a", "b"] })).toEqual([]);
    expect(read("/v1/embeddings", { input: [[1], [2]] }).unreadable).toEqual([
      "/input/0",
      "/input/1",
    ]);
  });

  test("speech that is asked for is named", () => {
    const modalities = ["text", "audio"];
    expect(read("/v1/chat/completions", { messages: [], modalities }).unreadable).toHaveLength(1);
  });

  test("two spellings of one member, and cases that only some servers see, are refused", () => {
    expect(problemOf("/v1/chat/completions", { messages: [], Messages: [] })).toContain("Messages");
    expect(problemOf("/api/chat", { messages: [], ſtream: true })).toContain("ſtream");
    const path = "/v1beta/models/g:generateContent";
    const twice = { generationConfig: {}, generation_config: {} };
    expect(problemOf(path, twice)).toContain("two spellings");
    const inside = { generationConfig: { maxOutputTokens: 1, max_output_tokens: 9 } };
    expect(problemOf(path, inside)).toContain("two spellings");
    expect(problemOf(path, {}, new URLSearchParams("alt=sse&alt=json"))).toContain("alt");
    expect(problemOf(path, {}, new URLSearchParams("alt=proto"))).toContain("alt");
  });

  test.each([
    [{ stream: "true" }, "stream"],
    [{ n: "2" }, "none"],
    [{ n: 0 }, '"n"'],
    [{ n: 1.5 }, '"n"'],
    [{ max_tokens: "many" }, "max_tokens"],
    [{ max_tokens: Infinity }, "max_tokens"],
  ])("%j: %s", (more, what) => {
    expect(problemOf("/v1/chat/completions", { messages: [], ...more })).toContain(what);
  });

  test("arguments in parts by path are refused, and never judged as whole", () => {
    const toolConfig = { functionCallingConfig: { streamFunctionCallArguments: true } };
    expect(problemOf("/v1beta/models/g:generateContent", { toolConfig })).toContain("in parts");
  });
});

describe("limits", () => {
  test.each([
    [{ max_tokens: 10, n: 3 }, 30, { max_tokens: 4, n: 3 }],
    [{ max_completion_tokens: 10 }, 10, { max_completion_tokens: 12 }],
    [{}, undefined, { max_completion_tokens: 12 }],
    [{ max_tokens: -1 }, undefined, { max_tokens: 12 }],
    [{ max_tokens: 0 }, undefined, { max_tokens: 12 }],
    [{ max_tokens: null }, undefined, { max_completion_tokens: 12 }],
  ])("%j lets the model write %s", (more, most, limited) => {
    const request = read("/v1/chat/completions", { messages: [], ...more });
    expect(request.maxOutputTokens).toBe(most);
    request.limitOutputTokens(12);
    expect(request.body).toMatchObject(limited);
  });

  test("each of several prompts is answered", () => {
    const request = read("/v1/completions", { prompt: ["a", "b"], n: 2, max_tokens: 5 });
    expect(request.maxOutputTokens).toBe(20);
  });

  test("objects that are missing are made", () => {
    const gemini = read("/v1beta/models/g:generateContent", { contents: [] });
    gemini.limitOutputTokens(7);
    expect(gemini.body).toEqual({ contents: [], generationConfig: { maxOutputTokens: 7 } });
    const ollama = read("/api/chat", { messages: [] });
    ollama.limitOutputTokens(7);
    expect(ollama.body).toEqual({ messages: [], options: { num_predict: 7 } });
  });
});

test.each([
  ["/v1/chat/completions", { messages: [] }, { messages: [{ role: "system", content: "more" }] }],
  [
    "/v1/chat/completions",
    { messages: [{ role: "system", content: "be" }] },
    { messages: [{ role: "system", content: "be\n\nmore" }] },
  ],
  ["/v1/messages", { messages: [], system: "be" }, { messages: [], system: "be\n\nmore" }],
  [
    "/v1/responses",
    { input: "hi", instructions: "be" },
    {
      instructions: "be",
      input: [
        { type: "message", role: "system", content: "more" },
        { type: "message", role: "user", content: "hi" },
      ],
    },
  ],
  ["/v1/completions", { prompt: ["a", "b"] }, { prompt: ["more\n\na", "more\n\nb"] }],
  [
    "/v1beta/models/g:generateContent",
    { system_instruction: { parts: [{ text: "be" }] } },
    { system_instruction: { parts: [{ text: "be" }, { text: "more" }] } },
  ],
  ["/api/chat", { messages: [] }, { messages: [{ role: "system", content: "more" }] }],
  ["/api/generate", { prompt: "hi" }, { prompt: "hi", system: "more" }],
] as const)("%s, %j takes another system text", (path, body, after) => {
  const request = read(path, structuredClone(body));
  request.addSystemText("more");
  expect(request.body).toEqual(after);
});

describe("log probabilities", () => {
  const choice = {
    index: 0,
    message: { role: "assistant", content: "secret" },
    logprobs: {
      content: [
        { token: "sec", top_logprobs: [{ token: "se" }, { token: "x" }] },
        { token: "ret", top_logprobs: [{ token: "cret" }, { token: "y" }] },
      ],
    },
  };

  test("say the text again, and what was nearly said", () => {
    const body = { choices: [structuredClone(choice)] };
    const { slots } = surfaceOf("POST", "/v1/chat/completions")!.readAnswer(body);
    expect(slots.map(({ text }) => text)).toEqual(["secret", "secret", "secret", "xy"]);
    slots[3]!.replace("no");
    expect(body.choices[0]!.logprobs).toBeNull();
  });

  test("go where the text is changed", () => {
    const body = { choices: [structuredClone(choice)] };
    const { slots } = surfaceOf("POST", "/v1/chat/completions")!.readAnswer(body);
    slots[0]!.replace("[x]");
    expect(JSON.stringify(body)).not.toContain("sec");
  });

  test("of completions have their tokens as names", () => {
    const text_completion = {
      text: "ab",
      logprobs: { tokens: ["a", "b"], top_logprobs: [{ c: -1 }, { d: -1 }], text_offset: [0, 1] },
    };
    const surface = surfaceOf("POST", "/v1/completions")!;
    const { slots } = surface.readAnswer({ choices: [text_completion] });
    expect(slots.map(({ text }) => text)).toEqual(["ab", "ab", "cd"]);
  });
});

/** All readings of a stream in the shape of its provider. */
function readings(name: string, said: Parameters<NonNullable<(typeof protocols)[0]["stream"]>>[0]) {
  const protocol = protocols.find((each) => each.name === name)!;
  const surface = surfaces.find((each) => each.name === protocol.surface)!;
  const stream = surface.openStream();
  const all: EventReading[] = [];
  const isArray = name.includes("(array)");
  for (const event of protocol.stream!(said)) {
    const text = isArray ? event.replace(/^\[|^,/u, "").replace(/\]\s*$/u, "") : event;
    const line = isArray ? text : text.replace(/^event: .*\n/u, "").replace(/^data: /u, "");
    const data: unknown = line.startsWith("[DONE]") ? undefined : JSON.parse(line);
    all.push(stream.read({ name: undefined, data, raw: event }));
  }
  return all;
}

const streamed = protocols.filter(({ stream }) => (stream?.({}).length ?? 0) > 0);

test.each(streamed.map(({ name }) => name))(
  "%s: channels grow, end, and are said again",
  (name) => {
    const { carries } = protocols.find((each) => each.name === name)!;
    const argument = carries.includes("tool arguments") ? { argument: ["the wea", "ther"] } : {};
    const all = readings(name, { text: ["Good ", "morning."], ...argument });
    const grown = new Map<string, string>();
    const whole = new Map<string, string>();
    const ended = new Set<string>();
    for (const { pieces, ended: now } of all) {
      for (const { channel, text, isWhole } of pieces) {
        if (!isWhole) expect(ended).not.toContain(channel);
        if (isWhole) whole.set(channel, text);
        else grown.set(channel, (grown.get(channel) ?? "") + text);
      }
      for (const channel of now) ended.add(channel);
    }
    expect([...grown.values(), ...whole.values()]).toContain("Good morning.");
    if (argument.argument !== undefined)
      expect([...grown.values(), ...whole.values()]).toContain('{"text":"the weather"}');
    expect([...ended].toSorted()).toEqual([...grown.keys()].toSorted());
    for (const [channel, text] of whole)
      if (grown.has(channel)) expect(grown.get(channel)).toBe(text);
    const usage = all.findLast((reading) => reading.usage !== undefined)?.usage;
    if (!name.includes("functions") && !name.includes("completions"))
      expect(usage).toMatchObject({ inputTokens: 9, outputTokens: 12 });
    if (!name.startsWith("Gemini")) expect(all.at(-1)?.isLast).toBe(true);
  },
);

test.each(streamed.map(({ name }) => name))(
  "%s: the event that begins a call waits for its arguments",
  (name) => {
    const { carries } = protocols.find((each) => each.name === name)!;
    if (!carries.includes("tool arguments")) return;
    const all = readings(name, { argument: ["x"] });
    const begin = all.find(({ pieces }) =>
      pieces.some(({ text, channel }) => text === "lookup" && !channel.startsWith("tools/")),
    );
    expect(begin?.pieces).toContainEqual(
      expect.objectContaining({ kind: "tool-arguments", tool: "lookup" }),
    );
  },
);

describe("calls that come whole and without a number", () => {
  test("are told apart by their ids", () => {
    const stream = surfaceOf("POST", "/v1/chat/completions")!.openStream();
    const channels = ["a", "b"].map((id) => {
      const call = { id, type: "function", function: { name: id, arguments: "{}" } };
      const data = { choices: [{ delta: { tool_calls: [call] } }] };
      return stream
        .read({ name: undefined, data, raw: "" })
        .pieces.filter(({ kind }) => kind === "tool-arguments");
    });
    expect(channels.flat().map(({ tool, call }) => [tool, call])).toEqual([
      ["a", "a"],
      ["b", "b"],
    ]);
    expect(new Set(channels.flat().map(({ channel }) => channel)).size).toBe(2);
  });

  test("are told apart by their events", () => {
    const parts = ["a", "b"].map((name) => ({ functionCall: { name, args: { x: name } } }));
    const stream = surfaceOf("POST", "/v1beta/models/g:generateContent")!.openStream();
    const pieces = parts.flatMap((part) => {
      const data = { candidates: [{ content: { parts: [part] } }] };
      return stream.read({ name: undefined, data, raw: "" }).pieces;
    });
    const calls = pieces.filter(({ kind }) => kind === "tool-arguments");
    expect(calls.map(({ text }) => text)).toEqual(['{"x":"a"}', '{"x":"b"}']);
    expect(new Set(calls.map(({ channel }) => channel)).size).toBe(2);
  });
});

describe("the end of a stream that is refused", () => {
  const stream = (path: string) => surfaceOf("POST", path)!.openStream();

  test("finishes every open choice", () => {
    const chat = stream("/v1/chat/completions");
    const choices = [0, 1, 2].map((index) => ({ index, delta: { content: "x" } }));
    const head = { id: "chatcmpl-7", created: 5, model: "gpt-test" };
    chat.read({ name: undefined, data: { ...head, choices }, raw: "" });
    const done = { choices: [{ index: 1, delta: {}, finish_reason: "stop" }] };
    chat.read({ name: undefined, data: done, raw: "" });
    const text = chat.refuse(blocked);
    const chunk: unknown = JSON.parse(text.split("\n")[0]!.slice("data: ".length));
    expect(chunk).toMatchObject({
      ...head,
      choices: [0, 2].map((index) => ({ index, finish_reason: "content_filter" })),
    });
    expect(text).toMatch(/\n\ndata: \[DONE\]\n\n$/u);
    expect(chat.refuse(failed)).toContain('"code":"upstream_failed"');
  });

  test("keeps nothing of the provider's that does not look like an id", () => {
    const chat = stream("/v1/responses");
    const response = { id: "a sentence that nobody has judged", model: "gpt-test" };
    const data = { type: "response.created", response };
    chat.read({ name: undefined, data, raw: "" });
    expect(chat.refuse(blocked)).not.toContain("sentence");
  });

  test("is said in each protocol's words", () => {
    expect(stream("/v1/messages").refuse(blocked)).toMatch(
      /^event: error\ndata: \{"type":"error"/u,
    );
    expect(stream("/v1/responses").refuse(failed)).toMatch(/^event: response.failed\n/u);
    expect(stream("/v1beta/models/g:generateContent").refuse(blocked)).toContain(
      '"finishReason":"SAFETY","finishMessage":"It was blocked."',
    );
    expect(stream("/v1beta/models/g:generateContent").refuse(failed)).toContain('"INTERNAL"');
    expect(stream("/api/chat").refuse(blocked)).toMatch(
      /"done":true.*"error":"It was blocked."\}\n$/u,
    );
  });

  test("is an element where the stream is an array", () => {
    const path = "/v1beta/models/g:streamGenerateContent";
    const surface = surfaceOf("POST", path)!;
    const text = surface.openStream(read(path, {})).refuse(blocked);
    expect(JSON.parse(text)).toHaveProperty("candidates");
  });
});

test("a part that nobody knows is read", () => {
  const surface = surfaceOf("POST", "/v1/responses")!;
  const data = { type: "response.later.delta", delta: { saying: ["something"] } };
  const { pieces } = surface.openStream().read({ name: undefined, data, raw: "" });
  expect(pieces.map(({ text }) => text)).toEqual(["something"]);
});

test.each([
  ["/v1/chat/completions", { x_groq: { id: "req_01" }, choices: [{ delta: { content: "a" } }] }],
  ["/v1beta/models/g:generateContent", { later: "id 1", candidates: [] }],
  ["/v1/messages", { type: "ping", later: { id: "req 1" } }],
])("%s: what a vendor adds beside the answer holds nothing up", (path, data) => {
  const { pieces } = surfaceOf("POST", path)!.openStream().read({ name: undefined, data, raw: "" });
  const beside = pieces.filter(({ text }) => text !== "a");
  expect(beside).toHaveLength(1);
  expect(beside[0]?.isWhole).toBe(true);
});
