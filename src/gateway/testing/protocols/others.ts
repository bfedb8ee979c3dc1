import {
  type Answered,
  argumentParts,
  event,
  type ProtocolCase,
  type Said,
  typed,
} from "./protocol-case.ts";

const schema = {
  type: "object",
  properties: { text: { type: "string", description: "What to look for." } },
  required: ["text"],
};

function joined(parts: readonly string[] | undefined): string {
  return (parts ?? []).join("");
}

function hasTools(said: Said): boolean {
  return said.toolResult !== undefined || said.earlierArguments !== undefined;
}

const messageHead = {
  id: "msg_1",
  type: "message",
  role: "assistant",
  model: "claude-test",
  stop_sequence: null,
};

function blocks(said: Answered): unknown[] {
  const list = [];
  if (said.text !== undefined)
    list.push({ type: "text", text: joined(said.text), citations: null });
  if (said.argument !== undefined)
    list.push({
      type: "tool_use",
      id: "toolu_9",
      name: "lookup",
      input: { text: joined(said.argument) },
    });
  return list;
}

function messageStream(said: Answered): readonly string[] {
  const events: ({ readonly type: string } & Readonly<Record<string, unknown>>)[] = [
    {
      type: "message_start",
      message: {
        ...messageHead,
        content: [],
        stop_reason: null,
        usage: { input_tokens: 9, output_tokens: 1 },
      },
    },
    { type: "ping" },
  ];
  let index = 0;
  if (said.text !== undefined) {
    events.push({ type: "content_block_start", index, content_block: { type: "text", text: "" } });
    for (const text of said.text)
      events.push({ type: "content_block_delta", index, delta: { type: "text_delta", text } });
    events.push({ type: "content_block_stop", index });
    index++;
  }
  if (said.argument !== undefined) {
    const block = { type: "tool_use", id: "toolu_9", name: "lookup", input: {} };
    events.push({ type: "content_block_start", index, content_block: block });
    for (const part of argumentParts(said.argument))
      events.push({
        type: "content_block_delta",
        index,
        delta: { type: "input_json_delta", partial_json: part },
      });
    events.push({ type: "content_block_stop", index });
  }
  const reason = said.argument === undefined ? "end_turn" : "tool_use";
  events.push(
    {
      type: "message_delta",
      delta: { stop_reason: reason, stop_sequence: null },
      usage: { output_tokens: 12 },
    },
    { type: "message_stop" },
  );
  return events.map(typed);
}

export const messages: ProtocolCase = {
  name: "Anthropic messages",
  surface: "anthropic-messages",
  path: () => "/v1/messages",
  contentType: "text/event-stream",
  carries: ["input", "output", "tool arguments", "tool results"],
  ask: (said, isStream) => ({
    model: "claude-test",
    max_tokens: 100,
    system: [{ type: "text", text: "You help." }],
    messages: [
      { role: "user", content: [{ type: "text", text: said.input ?? "Hello there." }] },
      ...(hasTools(said)
        ? [
            {
              role: "assistant",
              content: [
                {
                  type: "tool_use",
                  id: "toolu_1",
                  name: "lookup",
                  input: { text: said.earlierArguments ?? "weather" },
                },
              ],
            },
            {
              role: "user",
              content: [
                {
                  type: "tool_result",
                  tool_use_id: "toolu_1",
                  content: [{ type: "text", text: said.toolResult ?? "Nothing found." }],
                },
              ],
            },
          ]
        : []),
    ],
    tools: [{ name: "lookup", description: said.description ?? "Looks up.", input_schema: schema }],
    ...(isStream ? { stream: true } : {}),
  }),
  answer: (said) => ({
    ...messageHead,
    content: blocks(said),
    stop_reason: said.argument === undefined ? "end_turn" : "tool_use",
    usage: { input_tokens: 9, output_tokens: 12 },
  }),
  stream: messageStream,
};

export const countTokens: ProtocolCase = {
  ...messages,
  name: "Anthropic count tokens",
  path: () => "/v1/messages/count_tokens",
  carries: ["input", "tool results"],
  answer: () => ({ input_tokens: 9 }),
  stream: () => [],
};

const usageMetadata = { promptTokenCount: 9, candidatesTokenCount: 12, totalTokenCount: 21 };

function candidate(parts: readonly unknown[], reason?: string): unknown {
  return {
    candidates: [
      {
        content: { parts, role: "model" },
        ...(reason === undefined ? {} : { finishReason: reason }),
        index: 0,
      },
    ],
    usageMetadata,
    modelVersion: "gemini-test",
    responseId: "r1",
  };
}

function parts(said: Answered): unknown[] {
  return [
    ...(said.text === undefined ? [] : [{ text: joined(said.text) }]),
    ...(said.argument === undefined
      ? []
      : [{ functionCall: { name: "lookup", args: { text: joined(said.argument) } } }]),
  ];
}

function chunks(said: Answered): readonly unknown[] {
  return [
    ...(said.text ?? []).map((text) => candidate([{ text }])),
    ...(said.argument === undefined
      ? []
      : [candidate([{ functionCall: { name: "lookup", args: { text: joined(said.argument) } } }])]),
    candidate([{ text: "" }], "STOP"),
  ];
}

export const gemini: ProtocolCase = {
  name: "Gemini generateContent",
  surface: "gemini-generate",
  path: (isStream) =>
    `/v1beta/models/gemini-test:${isStream ? "streamGenerateContent?alt=sse" : "generateContent"}`,
  contentType: "text/event-stream",
  carries: ["input", "output", "tool arguments", "tool results"],
  ask: (said) => ({
    systemInstruction: { parts: [{ text: "You help." }] },
    contents: [
      { role: "user", parts: [{ text: said.input ?? "Hello there." }] },
      ...(hasTools(said)
        ? [
            {
              role: "model",
              parts: [
                {
                  functionCall: {
                    name: "lookup",
                    args: { text: said.earlierArguments ?? "weather" },
                  },
                },
              ],
            },
            {
              role: "user",
              parts: [
                {
                  functionResponse: {
                    name: "lookup",
                    response: { result: said.toolResult ?? "Nothing found." },
                  },
                },
              ],
            },
          ]
        : []),
    ],
    tools: [
      {
        functionDeclarations: [
          {
            name: "lookup",
            description: said.description ?? "Looks up.",
            parameters: {
              type: "OBJECT",
              properties: { text: { type: "STRING" } },
              required: ["text"],
            },
          },
        ],
      },
    ],
  }),
  answer: (said) => candidate(parts(said), "STOP"),
  stream: (said) => chunks(said).map((chunk) => event(chunk)),
};

/** What Google's servers send where no `alt` is asked for: one array that grows. */
export const geminiArray: ProtocolCase = {
  ...gemini,
  name: "Gemini streamGenerateContent (array)",
  path: (isStream) =>
    `/v1beta/models/gemini-test:${isStream ? "streamGenerateContent" : "generateContent"}`,
  contentType: "application/json",
  stream: (said) =>
    chunks(said).map((chunk, index, all) => {
      const end = index === all.length - 1 ? "]\n" : "";
      return `${index === 0 ? "[" : ",\r\n"}${JSON.stringify(chunk, null, 2)}${end}`;
    }),
};

export const geminiEmbed: ProtocolCase = {
  name: "Gemini embedContent",
  surface: "gemini-embed",
  path: () => "/v1beta/models/gemini-embedding-test:batchEmbedContents",
  contentType: "application/json",
  carries: ["input"],
  ask: (said) => ({
    requests: [
      {
        model: "models/gemini-embedding-test",
        content: { parts: [{ text: said.input ?? "First." }] },
      },
    ],
  }),
  answer: () => ({ embeddings: [{ values: [0.1, 0.2] }] }),
};

export const geminiCount: ProtocolCase = {
  ...gemini,
  name: "Gemini countTokens",
  surface: "gemini-count",
  path: () => "/v1beta/models/gemini-test:countTokens",
  carries: ["input", "tool results"],
  answer: () => ({ totalTokens: 9 }),
  stream: () => [],
};

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

const ollamaHead = { model: "llama-test", created_at: "2026-01-01T00:00:00.000Z" };
const counts = {
  done: true,
  done_reason: "stop",
  total_duration: 5,
  load_duration: 1,
  prompt_eval_count: 9,
  prompt_eval_duration: 2,
  eval_count: 12,
  eval_duration: 2,
};

function ollamaMessage(said: Answered): unknown {
  return {
    role: "assistant",
    content: joined(said.text),
    ...(said.argument === undefined
      ? {}
      : {
          tool_calls: [
            { function: { name: "lookup", arguments: { text: joined(said.argument) } } },
          ],
        }),
  };
}

export const ollamaChat: ProtocolCase = {
  name: "Ollama chat",
  surface: "ollama-chat",
  path: () => "/api/chat",
  contentType: "application/x-ndjson",
  carries: ["input", "output", "tool arguments", "tool results"],
  ask: (said, isStream) => ({
    model: "llama-test",
    messages: [
      { role: "system", content: "You help." },
      { role: "user", content: said.input ?? "Hello there." },
      ...(hasTools(said)
        ? [
            {
              role: "assistant",
              content: "",
              tool_calls: [
                {
                  function: {
                    name: "lookup",
                    arguments: { text: said.earlierArguments ?? "weather" },
                  },
                },
              ],
            },
            { role: "tool", tool_name: "lookup", content: said.toolResult ?? "Nothing found." },
          ]
        : []),
    ],
    tools: [
      {
        type: "function",
        function: {
          name: "lookup",
          description: said.description ?? "Looks up.",
          parameters: schema,
        },
      },
    ],
    ...(isStream ? {} : { stream: false }),
  }),
  answer: (said) => ({ ...ollamaHead, message: ollamaMessage(said), ...counts }),
  stream: (said) => [
    ...(said.text ?? []).map((content) =>
      line({ ...ollamaHead, message: { role: "assistant", content }, done: false }),
    ),
    ...(said.argument === undefined
      ? []
      : [
          line({ ...ollamaHead, message: ollamaMessage({ argument: said.argument }), done: false }),
        ]),
    line({ ...ollamaHead, message: { role: "assistant", content: "" }, ...counts }),
  ],
};

export const ollamaGenerate: ProtocolCase = {
  name: "Ollama generate",
  surface: "ollama-generate",
  path: () => "/api/generate",
  contentType: "application/x-ndjson",
  carries: ["input", "output"],
  ask: (said, isStream) => ({
    model: "llama-test",
    prompt: said.input ?? "Once upon a time",
    ...(isStream ? {} : { stream: false }),
  }),
  answer: (said) => ({ ...ollamaHead, response: joined(said.text), context: [1, 2, 3], ...counts }),
  stream: (said) => [
    ...(said.text ?? []).map((response) => line({ ...ollamaHead, response, done: false })),
    line({ ...ollamaHead, response: "", context: [1, 2, 3], ...counts }),
  ],
};

export const ollamaEmbed: ProtocolCase = {
  name: "Ollama embed",
  surface: "ollama-embed",
  path: () => "/api/embed",
  contentType: "application/json",
  carries: ["input"],
  ask: (said) => ({ model: "llama-test", input: ["First.", said.input ?? "Second."] }),
  answer: () => ({ model: "llama-test", embeddings: [[0.1], [0.2]], prompt_eval_count: 4 }),
};
