import { describe, expect, test } from "vitest";
import { ask, marks, check, surfaceAt } from "../testing/marks.ts";

describe("answers", () => {
  test("OpenAI chat completions", () => {
    const { mark, expected } = marks();
    const { slots, usage } = surfaceAt("/v1/chat/completions").readAnswer({
      id: "chatcmpl-1",
      object: "chat.completion",
      model: "gpt-test",
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: mark("assistant"),
            reasoning: mark("assistant"),
            annotations: [
              {
                type: "url_citation",
                url_citation: { url: mark("assistant"), title: mark("assistant") },
              },
            ],
            audio: { id: "audio_1", data: "UklGRg==", transcript: mark("assistant") },
          },
          finish_reason: "stop",
          logprobs: { content: [{ token: mark("assistant"), bytes: [1], top_logprobs: [] }] },
        },
        {
          index: 1,
          message: {
            role: "assistant",
            refusal: mark("assistant"),
            tool_calls: [
              {
                id: "call_1",
                type: "function",
                function: {
                  name: "lookup",
                  arguments: mark("assistant", "tool-arguments", "lookup"),
                },
              },
            ],
            later: { field: mark("assistant") },
          },
          finish_reason: "tool_calls",
        },
      ],
      usage: {
        prompt_tokens: 5,
        completion_tokens: 6,
        prompt_tokens_details: { cached_tokens: 2 },
      },
      later: mark("assistant"),
    });
    check(slots, expected);
    expect(usage).toEqual({ inputTokens: 5, outputTokens: 6, cachedTokens: 2 });
  });

  test("OpenAI responses, but for what they repeat", () => {
    const { mark, expected } = marks();
    const surface = surfaceAt("/v1/responses");
    const tools = [{ type: "function", name: "lookup", description: "It looks things up." }];
    const request = ask("/v1/responses", { instructions: "You help people.", tools, input: "hi" });
    const body = {
      id: "resp_1",
      object: "response",
      status: "completed",
      instructions: "You help people.",
      tools,
      output: [
        {
          id: "msg_1",
          type: "message",
          role: "assistant",
          content: [
            {
              type: "output_text",
              text: mark("assistant"),
              annotations: [
                { type: "url_citation", url: mark("assistant"), title: mark("assistant") },
                {
                  type: "container_file_citation",
                  file_id: "cfile_1",
                  filename: mark("assistant"),
                },
              ],
            },
            { type: "refusal", refusal: mark("assistant") },
          ],
        },
        {
          type: "web_search_call",
          id: "ws_1",
          action: { type: "search", query: mark("assistant", "text", "web_search") },
        },
        {
          type: "file_search_call",
          id: "fs_1",
          queries: [mark("assistant", "text", "file_search")],
          results: [{ file_id: "file-1", text: mark("tool", "tool-result", "file_search") }],
        },
        {
          type: "code_interpreter_call",
          id: "ci_1",
          container_id: "cntr_1",
          code: mark("assistant", "text", "code_interpreter"),
          outputs: [{ type: "logs", logs: mark("tool", "tool-result", "code_interpreter") }],
        },
        {
          type: "image_generation_call",
          id: "ig_1",
          result: "iVBORw0KGgo=",
          revised_prompt: mark("assistant", "text", "image_generation"),
        },
        {
          type: "shell_call",
          id: "sh_1",
          call_id: "call_1",
          action: { commands: [mark("assistant", "tool-arguments", "shell")] },
        },
      ],
      usage: { input_tokens: 5, output_tokens: 6 },
    };
    const { slots, references } = surface.readAnswer(body, request);
    check(slots, expected);
    expect(references.map(({ kind, id }) => `${kind} ${id}`)).toContain("response resp_1");
    expect(references.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["msg_1", "cfile_1", "file-1", "cntr_1"]),
    );
    const changed = structuredClone({ ...body, instructions: "Something else." });
    expect(surface.readAnswer(changed, request).slots.map(({ text }) => text)).toContain(
      "Something else.",
    );
  });

  test("Anthropic messages", () => {
    const { mark, expected } = marks();
    const { slots, usage } = surfaceAt("/v1/messages").readAnswer({
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "claude-test",
      content: [
        { type: "thinking", thinking: mark("assistant"), signature: "EqQBexample" },
        {
          type: "text",
          text: mark("assistant"),
          citations: [
            {
              type: "web_search_result_location",
              cited_text: mark("assistant"),
              url: mark("assistant"),
              title: mark("assistant"),
              encrypted_index: "Eo8BCexample",
            },
          ],
        },
        {
          type: "server_tool_use",
          id: "srvtoolu_1",
          name: "web_search",
          input: { query: mark("assistant", "tool-arguments", "web_search") },
        },
        {
          type: "web_search_tool_result",
          tool_use_id: "srvtoolu_1",
          content: [
            {
              type: "web_search_result",
              url: mark("tool", "tool-result", "web_search"),
              title: mark("tool", "tool-result", "web_search"),
              encrypted_content: "EqgfCexample",
            },
          ],
        },
        {
          type: "tool_use",
          id: "toolu_1",
          name: "lookup",
          input: { place: mark("assistant", "tool-arguments", "lookup") },
        },
      ],
      stop_reason: "refusal",
      stop_details: { type: "refusal", category: null, explanation: mark("assistant") },
      usage: { input_tokens: 3, cache_read_input_tokens: 2, output_tokens: 6 },
    });
    check(slots, expected);
    expect(usage).toEqual({ inputTokens: 5, outputTokens: 6, cachedTokens: 2 });
  });

  test("Gemini", () => {
    const { mark, expected } = marks();
    const { slots } = surfaceAt("/v1beta/models/gemini-test:generateContent").readAnswer({
      candidates: [
        {
          content: {
            role: "model",
            parts: [
              { text: mark("assistant") },
              { text: mark("assistant"), thought: true },
              {
                functionCall: { name: "f", args: { a: mark("assistant", "tool-arguments", "f") } },
              },
              { inlineData: { mimeType: "image/png", data: "iVBORw0KGgo=" } },
            ],
          },
          finishReason: "STOP",
          finishMessage: mark("assistant"),
          citationMetadata: { citationSources: [{ uri: mark("assistant") }] },
          groundingMetadata: {
            searchEntryPoint: { renderedContent: mark("assistant") },
            groundingChunks: [{ web: { uri: mark("assistant"), title: mark("assistant") } }],
            groundingSupports: [{ segment: { text: mark("assistant") } }],
            webSearchQueries: [mark("assistant")],
          },
          logprobsResult: { chosenCandidates: [{ token: mark("assistant"), tokenId: 1 }] },
        },
      ],
      promptFeedback: { blockReason: "SAFETY", blockReasonMessage: mark("assistant") },
    });
    check(slots, expected);
  });
});
