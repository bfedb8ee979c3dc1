import { protocols } from "./protocols/index.ts";
import { event, typed } from "./protocols/protocol-case.ts";

/** A place in a stream that carries a text in parts, and the wire that carries it there. */
export interface Carrier {
  readonly name: string;
  readonly surface: string;
  readonly framing: "sse" | "ndjson" | "json-array";
  readonly wire: (parts: readonly string[]) => string;
}

const framings: Readonly<Record<string, Carrier["framing"]>> = {
  "text/event-stream": "sse",
  "application/x-ndjson": "ndjson",
  "application/json": "json-array",
};

/** The two places that every protocol has. */
function common(): readonly Carrier[] {
  return protocols.flatMap(({ name, surface, stream, carries, contentType }) => {
    if (stream === undefined || stream({}).length === 0) return [];
    const framing = framings[contentType] ?? "sse";
    const text: Carrier = {
      name: `${name}: text`,
      surface,
      framing,
      wire: (parts) => stream({ text: parts }).join(""),
    };
    const call: Carrier = {
      name: `${name}: arguments of a call`,
      surface,
      framing,
      wire: (parts) => stream({ argument: parts }).join(""),
    };
    return carries.includes("tool arguments") ? [text, call] : [text];
  });
}

function chat(name: string, choiceOf: (part: string) => object): Carrier {
  return {
    name: `OpenAI chat completions: ${name}`,
    surface: "openai-chat",
    framing: "sse",
    wire: (parts) =>
      parts
        .map((part) => event({ id: "c", choices: [{ index: 0, delta: {}, ...choiceOf(part) }] }))
        .concat(event({ id: "c", choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }))
        .join("") + "data: [DONE]\n\n",
  };
}

function tokens(part: string): object {
  return { token: part, logprob: -0.1, bytes: [...Buffer.from(part)], top_logprobs: [] };
}

const chats: readonly Carrier[] = [
  chat("reasoning", (part) => ({ delta: { reasoning_content: part } })),
  chat("refusal", (part) => ({ delta: { refusal: part } })),
  chat("name of a tool", (part) => ({
    delta: { tool_calls: [{ index: 0, id: "c1", function: { name: part } }] },
  })),
  chat("second of two calls at once", (part) => ({
    delta: {
      tool_calls: [
        { index: 0, id: "c1", function: { name: "f", arguments: " " } },
        { index: 1, id: "c2", function: { arguments: part } },
      ],
    },
  })),
  chat("custom tool", (part) => ({
    delta: { tool_calls: [{ index: 0, id: "c1", type: "custom", custom: { input: part } }] },
  })),
  chat("another choice", (part) => ({ index: 1, delta: { content: part } })),
  chat("log probabilities", (part) => ({ logprobs: { content: [tokens(part)] } })),
  chat("likeliest tokens", (part) => ({
    logprobs: { content: [{ token: "a", top_logprobs: [{ token: "b" }, tokens(part)] }] },
  })),
  chat("transcript of speech", (part) => ({ delta: { audio: { id: "a", transcript: part } } })),
  chat("a field that nobody knows", (part) => ({ delta: { later: { said: part } } })),
  chat("a name of a member that nobody knows", (part) => ({ delta: { later: { [part]: 1 } } })),
];

function response(
  name: string,
  eventsOf: (parts: readonly string[]) => readonly object[],
): Carrier {
  return {
    name: `OpenAI responses: ${name}`,
    surface: "openai-responses",
    framing: "sse",
    wire: (parts) =>
      [...eventsOf(parts), { type: "response.completed", response: { id: "r", output: [] } }]
        .map((data) => typed(data as { type: string }))
        .join(""),
  };
}

/** Events of a family that grows a text, and the one that says it again. */
function family(name: string, member: string): Carrier {
  const at = { item_id: "i", output_index: 0, content_index: 0, summary_index: 0 };
  return response(name, (parts) => [
    ...parts.map((delta) => ({ type: `response.${name}.delta`, ...at, delta })),
    { type: `response.${name}.done`, ...at, [member]: parts.join("") },
  ]);
}

const responses: readonly Carrier[] = [
  family("refusal", "refusal"),
  family("reasoning_text", "text"),
  family("reasoning_summary_text", "text"),
  family("mcp_call_arguments", "arguments"),
  family("custom_tool_call_input", "input"),
  family("code_interpreter_call_code", "code"),
  family("audio.transcript", "transcript"),
  family("something_new", "saying"),
  response("shell command", (parts) =>
    parts.map((delta) => ({
      type: "response.shell_call_command.delta",
      output_index: 0,
      command_index: 0,
      delta,
    })),
  ),
  response("said once, when it is done", (parts) => [
    {
      type: "response.output_text.done",
      output_index: 0,
      content_index: 0,
      text: parts.join(""),
    },
  ]),
  response("said once, in the end", (parts) => [
    {
      type: "response.completed",
      response: {
        output: [{ type: "message", content: [{ type: "output_text", text: parts.join("") }] }],
      },
    },
  ]),
  response("title of a source", (parts) => [
    {
      type: "response.output_text.annotation.added",
      output_index: 0,
      content_index: 0,
      annotation_index: 0,
      annotation: { type: "url_citation", url: "https://a.example/", title: parts.join("") },
    },
  ]),
  response("log probabilities", (parts) =>
    parts.map((part) => ({
      type: "response.output_text.delta",
      output_index: 0,
      content_index: 0,
      delta: "",
      logprobs: [tokens(part)],
    })),
  ),
];

function message(name: string, deltaOf: (part: string) => object): Carrier {
  return {
    name: `Anthropic messages: ${name}`,
    surface: "anthropic-messages",
    framing: "sse",
    wire: (parts) =>
      [
        { type: "message_start", message: { id: "m", content: [] } },
        { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
        ...parts.map((part) => ({ type: "content_block_delta", index: 0, delta: deltaOf(part) })),
        { type: "content_block_stop", index: 0 },
        { type: "message_stop" },
      ]
        .map(typed)
        .join(""),
  };
}

const messages: readonly Carrier[] = [
  message("thinking", (thinking) => ({ type: "thinking_delta", thinking })),
  message("summary of what was before", (content) => ({ type: "compaction_delta", content })),
  message("a delta that nobody knows", (saying) => ({ type: "later_delta", saying })),
];

function candidate(name: string, partOf: (part: string) => object): Carrier {
  return {
    name: `Gemini generateContent: ${name}`,
    surface: "gemini-generate",
    framing: "sse",
    wire: (parts) =>
      parts
        .map((part) => event({ candidates: [{ content: { parts: [partOf(part)] } }] }))
        .concat(event({ candidates: [{ finishReason: "STOP" }] }))
        .join(""),
  };
}

const others: readonly Carrier[] = [
  candidate("thoughts", (text) => ({ text, thought: true })),
  candidate("code", (code) => ({ executableCode: { language: "PYTHON", code } })),
  candidate("what code printed", (output) => ({ codeExecutionResult: { output } })),
  candidate("a part that nobody knows", (saying) => ({ later: { saying } })),
  {
    name: "Ollama chat: thinking",
    surface: "ollama-chat",
    framing: "ndjson",
    wire: (parts) =>
      parts
        .map((thinking) => ({ message: { role: "assistant", content: "", thinking }, done: false }))
        .concat({ message: { role: "assistant", content: "", thinking: "" }, done: true })
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
  },
];

/** Every place of a stream in which a model can say something. */
export const carriers: readonly Carrier[] = [
  ...common(),
  ...chats,
  ...responses,
  ...messages,
  ...others,
];
