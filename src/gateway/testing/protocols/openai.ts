import {
  type Answered,
  argumentParts,
  event,
  type ProtocolCase,
  type Said,
  typed,
} from "./protocol-case.ts";

const usage = { prompt_tokens: 9, completion_tokens: 12, total_tokens: 21 };
const parameters = {
  type: "object",
  properties: { text: { type: "string", description: "What to look for." } },
  required: ["text"],
};

function joined(parts: readonly string[] | undefined): string | null {
  return parts === undefined ? null : parts.join("");
}

function argumentsOf(said: Answered): string {
  return argumentParts(said.argument ?? []).join("");
}

function messages(said: Said): unknown[] {
  const list: unknown[] = [
    { role: "system", content: "You help." },
    { role: "user", content: said.input ?? "Hello there." },
  ];
  if (said.toolResult === undefined && said.earlierArguments === undefined) return list;
  const text = argumentParts([said.earlierArguments ?? "weather"]).join("");
  list.push(
    {
      role: "assistant",
      content: null,
      tool_calls: [
        { id: "call_1", type: "function", function: { name: "lookup", arguments: text } },
      ],
    },
    { role: "tool", tool_call_id: "call_1", content: said.toolResult ?? "Nothing found." },
  );
  return list;
}

const chunkHead = {
  id: "chatcmpl-1",
  object: "chat.completion.chunk",
  created: 1_700_000_000,
  model: "gpt-test",
};

function chunk(delta: unknown, reason: string | null = null): string {
  return event({
    ...chunkHead,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }],
  });
}

function chatStream(said: Answered): readonly string[] {
  const events = [chunk({ role: "assistant", content: "" })];
  for (const content of said.text ?? []) events.push(chunk({ content }));
  if (said.argument !== undefined) {
    const start = { name: "lookup", arguments: "" };
    events.push(
      chunk({ tool_calls: [{ index: 0, id: "call_9", type: "function", function: start }] }),
    );
    for (const part of argumentParts(said.argument))
      events.push(chunk({ tool_calls: [{ index: 0, function: { arguments: part } }] }));
  }
  events.push(
    chunk({}, said.argument === undefined ? "stop" : "tool_calls"),
    event({ ...chunkHead, choices: [], usage }),
    "data: [DONE]\n\n",
  );
  return events;
}

export const chat: ProtocolCase = {
  name: "OpenAI chat completions",
  surface: "openai-chat",
  path: () => "/v1/chat/completions",
  contentType: "text/event-stream",
  carries: ["input", "output", "tool arguments", "tool results"],
  ask: (said, isStream) => ({
    model: "gpt-test",
    messages: messages(said),
    tools: [
      {
        type: "function",
        function: { name: "lookup", description: said.description ?? "Looks up.", parameters },
      },
    ],
    ...(isStream ? { stream: true, stream_options: { include_usage: true } } : {}),
  }),
  answer: (said) => ({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: "gpt-test",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: joined(said.text),
          refusal: null,
          ...(said.argument === undefined
            ? {}
            : {
                tool_calls: [
                  {
                    id: "call_9",
                    type: "function",
                    function: { name: "lookup", arguments: argumentsOf(said) },
                  },
                ],
              }),
        },
        logprobs: null,
        finish_reason: said.argument === undefined ? "stop" : "tool_calls",
      },
    ],
    usage,
  }),
  stream: chatStream,
};

/** `functions` and `function_call`, which old clients still send. */
export const legacyChat: ProtocolCase = {
  ...chat,
  name: "OpenAI chat completions (functions)",
  path: () => "/openai/deployments/gpt-test/chat/completions",
  carries: ["input", "output", "tool arguments", "tool results"],
  ask: (said, isStream) => ({
    messages: [
      { role: "user", content: said.input ?? "Hello there." },
      {
        role: "assistant",
        content: null,
        function_call: {
          name: "lookup",
          arguments: argumentParts([said.earlierArguments ?? "weather"]).join(""),
        },
      },
      { role: "function", name: "lookup", content: said.toolResult ?? "Nothing found." },
    ],
    functions: [{ name: "lookup", description: said.description ?? "Looks up.", parameters }],
    ...(isStream ? { stream: true } : {}),
  }),
  answer: (said) => ({
    ...chunkHead,
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: joined(said.text),
          ...(said.argument === undefined
            ? {}
            : { function_call: { name: "lookup", arguments: argumentsOf(said) } }),
        },
        finish_reason: said.argument === undefined ? "stop" : "function_call",
      },
    ],
    usage,
  }),
  stream: (said) => {
    const events = [chunk({ role: "assistant", content: "" })];
    for (const content of said.text ?? []) events.push(chunk({ content }));
    if (said.argument !== undefined) {
      events.push(chunk({ function_call: { name: "lookup", arguments: "" } }));
      for (const part of argumentParts(said.argument))
        events.push(chunk({ function_call: { arguments: part } }));
    }
    return [...events, chunk({}, "stop"), "data: [DONE]\n\n"];
  },
};

export const completions: ProtocolCase = {
  name: "OpenAI completions",
  surface: "openai-completions",
  path: () => "/v1/completions",
  contentType: "text/event-stream",
  carries: ["input", "output"],
  ask: (said, isStream) => ({
    model: "gpt-base",
    prompt: [said.input ?? "Once upon a time"],
    max_tokens: 20,
    ...(isStream ? { stream: true } : {}),
  }),
  answer: (said) => ({
    id: "cmpl-1",
    object: "text_completion",
    created: 1_700_000_000,
    model: "gpt-base",
    choices: [{ index: 0, text: joined(said.text) ?? "", logprobs: null, finish_reason: "stop" }],
    usage,
  }),
  stream: (said) => {
    const head = {
      id: "cmpl-1",
      object: "text_completion",
      created: 1_700_000_000,
      model: "gpt-base",
    };
    const one = (text: string, reason: string | null): string =>
      event({ ...head, choices: [{ index: 0, text, logprobs: null, finish_reason: reason }] });
    return [
      ...(said.text ?? []).map((text) => one(text, null)),
      one("", "stop"),
      "data: [DONE]\n\n",
    ];
  },
};

export const embeddings: ProtocolCase = {
  name: "OpenAI embeddings",
  surface: "openai-embeddings",
  path: () => "/v1/embeddings",
  contentType: "application/json",
  carries: ["input"],
  ask: (said) => ({ model: "text-embedding-test", input: ["First.", said.input ?? "Second."] }),
  answer: () => ({
    object: "list",
    model: "text-embedding-test",
    data: [
      { object: "embedding", index: 0, embedding: [0.1, 0.2] },
      { object: "embedding", index: 1, embedding: [0.3, 0.4] },
    ],
    usage: { prompt_tokens: 4, total_tokens: 4 },
  }),
};

function outputOf(said: Answered): { readonly id: string; readonly [key: string]: unknown }[] {
  const items = [];
  if (said.text !== undefined) items.push(messageItem(said.text.join("")));
  if (said.argument !== undefined) items.push(callItem(argumentsOf(said), "completed"));
  return items;
}

function messageItem(text: string) {
  const content = [{ type: "output_text", text, annotations: [], logprobs: [] }];
  return { id: "msg_1", type: "message", role: "assistant", status: "completed", content };
}

function callItem(text: string, status: string) {
  return {
    id: "fc_1",
    type: "function_call",
    call_id: "call_9",
    name: "lookup",
    arguments: text,
    status,
  };
}

function responseBody(said: Answered, status = "completed") {
  return {
    id: "resp_1",
    object: "response",
    created_at: 1_700_000_000,
    status,
    error: null,
    incomplete_details: null,
    instructions: "You help.",
    max_output_tokens: null,
    model: "gpt-test",
    output: status === "completed" ? outputOf(said) : [],
    parallel_tool_calls: true,
    previous_response_id: null,
    temperature: 1,
    text: { format: { type: "text" } },
    tool_choice: "auto",
    tools: [
      {
        type: "function",
        name: "lookup",
        description: "Looks up.",
        parameters,
        strict: false,
      },
    ],
    top_p: 1,
    truncation: "disabled",
    usage:
      status === "completed"
        ? {
            input_tokens: 9,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: 12,
            output_tokens_details: { reasoning_tokens: 0 },
            total_tokens: 21,
          }
        : null,
    user: null,
    metadata: {},
  };
}

function textEvents(parts: readonly string[]): readonly Event[] {
  const at = { item_id: "msg_1", output_index: 0 };
  const inPart = { ...at, content_index: 0 };
  const whole = parts.join("");
  const empty = { type: "output_text", text: "", annotations: [], logprobs: [] };
  return [
    {
      type: "response.output_item.added",
      output_index: 0,
      item: { ...messageItem(""), status: "in_progress", content: [] },
    },
    { type: "response.content_part.added", ...inPart, part: empty },
    ...parts.map((delta) => ({
      type: "response.output_text.delta",
      ...inPart,
      delta,
      logprobs: [],
      obfuscation: "aBc123",
    })),
    { type: "response.output_text.done", ...inPart, text: whole, logprobs: [] },
    { type: "response.content_part.done", ...inPart, part: { ...empty, text: whole } },
    { type: "response.output_item.done", output_index: 0, item: messageItem(whole) },
  ];
}

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

function callEvents(said: Answered, index: number): readonly Event[] {
  const at = { item_id: "fc_1", output_index: index };
  const text = argumentsOf(said);
  return [
    {
      type: "response.output_item.added",
      output_index: index,
      item: callItem("", "in_progress"),
    },
    ...argumentParts(said.argument ?? []).map((delta) => ({
      type: "response.function_call_arguments.delta",
      ...at,
      delta,
    })),
    { type: "response.function_call_arguments.done", ...at, arguments: text },
    {
      type: "response.output_item.done",
      output_index: index,
      item: callItem(text, "completed"),
    },
  ];
}

function responseStream(said: Answered): readonly string[] {
  const events: Event[] = [
    { type: "response.created", response: responseBody(said, "in_progress") },
    { type: "response.in_progress", response: responseBody(said, "in_progress") },
    ...(said.text === undefined ? [] : textEvents(said.text)),
    ...(said.argument === undefined ? [] : callEvents(said, said.text === undefined ? 0 : 1)),
    { type: "response.completed", response: responseBody(said) },
  ];
  return events.map((data, sequence) => typed({ ...data, sequence_number: sequence }));
}

export const responses: ProtocolCase = {
  name: "OpenAI responses",
  surface: "openai-responses",
  path: () => "/v1/responses",
  contentType: "text/event-stream",
  carries: ["input", "output", "tool arguments", "tool results"],
  ask: (said, isStream) => ({
    model: "gpt-test",
    instructions: "You help.",
    input: [
      { role: "user", content: [{ type: "input_text", text: said.input ?? "Hello there." }] },
      ...(said.toolResult === undefined && said.earlierArguments === undefined
        ? []
        : [
            {
              type: "function_call",
              call_id: "call_1",
              name: "lookup",
              arguments: argumentParts([said.earlierArguments ?? "weather"]).join(""),
            },
            {
              type: "function_call_output",
              call_id: "call_1",
              output: said.toolResult ?? "Nothing found.",
            },
          ]),
    ],
    tools: [
      {
        type: "function",
        name: "lookup",
        description: said.description ?? "Looks up.",
        parameters,
        strict: false,
      },
    ],
    ...(isStream ? { stream: true } : {}),
  }),
  answer: responseBody,
  stream: responseStream,
};

/** A response that was made in the background, read later. */
export const storedResponse: ProtocolCase = {
  name: "OpenAI responses, read again",
  surface: "openai-stored-responses",
  method: "GET",
  path: (isStream) => `/v1/responses/resp_1${isStream ? "?stream=true" : ""}`,
  contentType: "text/event-stream",
  carries: ["output", "tool arguments"],
  answer: responseBody,
  stream: responseStream,
};
