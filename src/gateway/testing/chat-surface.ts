import type { Source } from "../../guard/contract.ts";
import type { ModelAnswer, Piece, Slot, Surface, Usage } from "../surface.ts";

// A small protocol for tests of the server: what it needs of OpenAI's chat, and no more.

type Json = Record<string, unknown>;

function usageOf(body: Json): Usage | undefined {
  const usage = body["usage"] as Json | null | undefined;
  if (usage === null || usage === undefined) return undefined;
  return {
    inputTokens: Number(usage["prompt_tokens"]),
    outputTokens: Number(usage["completion_tokens"]),
  };
}

function slot(owner: Json, key: string, rest: Omit<Slot, "text" | "replace">): Slot {
  return {
    ...rest,
    text: String(owner[key]),
    replace: (text) => {
      owner[key] = text;
    },
  };
}

const sources: Readonly<Record<string, Source>> = {
  system: "system",
  user: "user",
  tool: "tool",
  assistant: "assistant",
};

/** OpenAI's chat completions, in small. */
export const chatSurface: Surface = {
  name: "test-chat",
  provider: "openai",
  framing: "sse",
  matches: (method, path) => method === "POST" && path === "/v1/chat/completions",
  readRequest: ({ body }) => {
    const whole = body as Json;
    if (!Array.isArray(whole["messages"])) return { problem: "messages is missing" };
    const messages = whole["messages"] as Json[];
    return {
      surface: "test-chat",
      model: String(whole["model"]),
      isStream: whole["stream"] === true,
      body,
      slots: messages.map((message, at) =>
        slot(message, "content", {
          pointer: `/messages/${at}/content`,
          source: sources[String(message["role"])] ?? "user",
          kind: message["role"] === "tool" ? "tool-result" : "text",
        }),
      ),
      tools: [],
      references: [],
      attachments: [],
      maxOutputTokens: whole["max_tokens"] as number | undefined,
      limitOutputTokens: (most) => {
        whole["max_tokens"] = most;
      },
      addSystemText: (text) => {
        messages.unshift({ role: "system", content: text });
      },
      wantsLogProbabilities: false,
    };
  },
  readAnswer: (body): ModelAnswer => {
    const choices = ((body as Json)["choices"] ?? []) as { message: Json }[];
    const slots: Slot[] = [];
    for (const { message } of choices) {
      if (typeof message["content"] === "string")
        slots.push(slot(message, "content", { pointer: "", source: "assistant", kind: "text" }));
      for (const call of (message["tool_calls"] ?? []) as { function: Json }[]) {
        const tool = String(call.function["name"]);
        const kind = "tool-arguments";
        slots.push(
          slot(call.function, "arguments", { pointer: "", source: "assistant", kind, tool }),
        );
      }
    }
    return { body, slots, references: [], usage: usageOf(body as Json) };
  },
  openStream: () => ({
    read: ({ data, raw }) => {
      if (data === undefined)
        return {
          pieces: [],
          ended: [],
          references: [],
          usage: undefined,
          isLast: raw.includes("[DONE]"),
        };
      const pieces: Piece[] = [];
      const ended: string[] = [];
      const choices = ((data as Json)["choices"] ?? []) as {
        delta: Json;
        finish_reason?: unknown;
      }[];
      for (const { delta, finish_reason: reason } of choices) {
        if (typeof delta["content"] === "string") {
          pieces.push({
            channel: "0",
            kind: "text",
            text: delta["content"],
            isWhole: false,
            replace: (text) => {
              delta["content"] = text;
            },
          });
        }
        for (const call of (delta["tool_calls"] ?? []) as { index: number; function: Json }[]) {
          pieces.push({
            channel: `call ${call.index}`,
            kind: "tool-arguments",
            tool: call.function["name"] as string | undefined,
            text: String(call.function["arguments"]),
            isWhole: false,
            replace: (text) => {
              call.function["arguments"] = text;
            },
          });
        }
        if (typeof reason === "string") ended.push("0", "call 0", "call 1");
      }
      return { pieces, ended, references: [], usage: usageOf(data as Json), isLast: false };
    },
    refuse: ({ code, message }) =>
      `data: ${JSON.stringify({ error: { code, message } })}\n\ndata: [DONE]\n\n`,
  }),
  errorBody: ({ code, message }) => ({ error: { code, message } }),
};
