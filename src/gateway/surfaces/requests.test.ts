import { describe, expect, test } from "vitest";
import { ask, base64, marks, check } from "../testing/marks.ts";

describe("requests", () => {
  test("OpenAI chat completions", () => {
    const { mark, expected } = marks();
    const described = (tool: string): string => mark("system", "tool-description", tool);
    const request = ask("/v1/chat/completions", {
      model: "gpt-test",
      messages: [
        { role: "system", content: mark("system"), name: mark("system") },
        { role: "developer", content: [{ type: "text", text: mark("system") }] },
        {
          role: "user",
          name: mark("user"),
          content: [
            { type: "text", text: mark("user") },
            { type: "image_url", image_url: { url: "https://a.example/b.png", detail: "low" } },
            { type: "image_url", image_url: { url: "data:image/png;base64,iVBORw0KGgo=" } },
            { type: "input_audio", input_audio: { data: "UklGRg==", format: "wav" } },
            {
              type: "file",
              file: {
                filename: mark("user"),
                file_data: `data:text/markdown;base64,${base64(mark("tool"))}`,
              },
            },
            { type: "file", file: { file_id: "file-1" } },
          ],
        },
        {
          role: "assistant",
          content: [{ type: "refusal", refusal: mark("assistant") }],
          reasoning_content: mark("assistant"),
          tool_calls: [
            {
              id: "call_1",
              type: "function",
              function: {
                name: "lookup",
                arguments: `{"a":"${mark("assistant", "tool-arguments", "lookup")}"}`,
              },
            },
            {
              id: "call_2",
              type: "custom",
              custom: { name: "shell", input: mark("assistant", "tool-arguments", "shell") },
            },
          ],
        },
        { role: "tool", tool_call_id: "call_1", content: mark("tool", "tool-result", "lookup") },
        {
          role: "tool",
          tool_call_id: "call_2",
          content: [{ type: "text", text: mark("tool", "tool-result", "shell") }],
        },
        {
          role: "assistant",
          function_call: {
            name: "old",
            arguments: mark("assistant", "tool-arguments", "old"),
          },
        },
        { role: "function", name: "old", content: mark("tool", "tool-result", "old") },
        { role: "new-role", content: mark("user"), later: { field: [mark("user")] } },
      ],
      tools: [
        {
          type: "function",
          function: {
            name: "lookup",
            description: described("lookup"),
            parameters: {
              type: "object",
              title: described("lookup"),
              properties: {
                place: {
                  type: "string",
                  description: described("lookup"),
                  enum: [described("lookup")],
                  default: described("lookup"),
                },
                [`a long name ${described("lookup")}`]: { type: "string" },
                list: { type: "array", items: { anyOf: [{ const: described("lookup") }] } },
              },
              required: ["place"],
              $defs: { x: { examples: [described("lookup")] } },
            },
          },
        },
        {
          type: "custom",
          custom: {
            name: "shell",
            description: described("shell"),
            format: { type: "grammar", grammar: { definition: described("shell") } },
          },
        },
      ],
      functions: [{ name: "old", description: described("old") }],
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "answer",
          description: mark("system"),
          schema: { type: "object", description: mark("system") },
        },
      },
      prediction: { type: "content", content: mark("user") },
      stop: [mark("system")],
      metadata: { note: mark("user") },
      web_search_options: { user_location: { approximate: { city: mark("user") } } },
    });
    check(request.slots, expected);
    expect(request.tools.map(({ name }) => name)).toEqual(["lookup", "shell", "old"]);
    expect(request.references).toMatchObject([{ kind: "file", id: "file-1" }]);
    expect(request.attachments.map(({ kind, bytes }) => [kind, bytes])).toEqual([
      ["image", 0],
      ["image", 9],
      ["audio", 6],
      ["file", expect.any(Number)],
    ]);
  });

  test("OpenAI responses", () => {
    const { mark, expected } = marks();
    const described = (tool: string): string => mark("system", "tool-description", tool);
    const request = ask("/v1/responses", {
      model: "gpt-test",
      instructions: mark("system"),
      previous_response_id: "resp_0",
      conversation: { id: "conv_1" },
      input: [
        { role: "user", content: mark("user") },
        {
          type: "message",
          role: "developer",
          content: [{ type: "input_text", text: mark("system") }],
        },
        {
          role: "user",
          content: [
            { type: "input_image", file_id: "file-1", detail: "auto" },
            { type: "input_file", filename: mark("user"), file_data: base64(mark("tool")) },
          ],
        },
        {
          type: "function_call",
          call_id: "call_1",
          name: "lookup",
          arguments: `{"a":"${mark("assistant", "tool-arguments", "lookup")}"}`,
        },
        {
          type: "function_call_output",
          call_id: "call_1",
          output: mark("tool", "tool-result", "lookup"),
        },
        {
          type: "function_call_output",
          call_id: "call_1",
          output: [{ type: "input_text", text: mark("tool", "tool-result", "lookup") }],
        },
        {
          type: "custom_tool_call",
          call_id: "call_2",
          name: "write",
          input: mark("assistant", "tool-arguments", "write"),
        },
        {
          type: "local_shell_call",
          call_id: "call_3",
          action: { command: [mark("assistant", "tool-arguments", "local_shell")] },
        },
        {
          type: "local_shell_call_output",
          id: "call_3",
          output: mark("tool", "tool-result", "local_shell"),
        },
        {
          type: "mcp_call",
          id: "mcp_1",
          name: "fetch",
          server_label: "web",
          arguments: `{"u":"${mark("assistant", "tool-arguments", "fetch")}"}`,
          output: mark("tool", "tool-result", "fetch"),
        },
        {
          type: "reasoning",
          id: "rs_1",
          summary: [{ type: "summary_text", text: mark("assistant") }],
          encrypted_content: "gAAAAABexample",
        },
        { type: "item_reference", id: "msg_9" },
        { type: "later_item", saying: mark("assistant") },
      ],
      tools: [
        {
          type: "function",
          name: "lookup",
          description: described("lookup"),
          parameters: { type: "object", properties: { a: { description: described("lookup") } } },
        },
        {
          type: "mcp",
          server_label: "web",
          server_url: "https://mcp.example/",
          server_description: mark("system", "tool-description"),
          authorization: "secret-token",
          headers: { "x-key": "secret-token" },
        },
        { type: "file_search", vector_store_ids: ["vs_1"] },
        { type: "code_interpreter", container: { type: "auto", file_ids: ["file-2"] } },
        {
          type: "namespace",
          name: "crm",
          description: described("crm"),
          tools: [{ type: "function", name: "find", description: described("find") }],
        },
      ],
      text: { format: { type: "json_schema", name: "a", schema: { title: mark("system") } } },
      prompt: { id: "pmpt_1", variables: { who: mark("user") } },
      metadata: { note: mark("user") },
    });
    check(request.slots, expected);
    expect(request.references.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "response resp_0",
      "conversation conv_1",
      "file file-1",
      "response msg_9",
      "file vs_1",
      "file file-2",
    ]);
    expect(request.tools.map(({ name, isHosted }) => `${name} ${isHosted}`)).toEqual([
      "lookup false",
      "mcp true",
      "file_search true",
      "code_interpreter true",
      "find false",
    ]);
  });

  test("Anthropic messages", () => {
    const { mark, expected } = marks();
    const described = (tool: string): string => mark("system", "tool-description", tool);
    const request = ask("/v1/messages", {
      model: "claude-test",
      max_tokens: 9,
      system: [{ type: "text", text: mark("system"), cache_control: { type: "ephemeral" } }],
      messages: [
        { role: "user", content: mark("user") },
        { role: "system", content: mark("system") },
        {
          role: "user",
          content: [
            { type: "text", text: mark("user") },
            {
              type: "image",
              source: { type: "base64", media_type: "image/png", data: "iVBORw==" },
            },
            {
              type: "document",
              title: mark("tool"),
              context: mark("tool"),
              source: { type: "text", media_type: "text/plain", data: mark("tool") },
            },
            {
              type: "document",
              source: { type: "content", content: [{ type: "text", text: mark("tool") }] },
            },
            { type: "document", source: { type: "file", file_id: "file_1" } },
            {
              type: "search_result",
              source: mark("tool"),
              title: mark("tool"),
              content: [{ type: "text", text: mark("tool") }],
            },
          ],
        },
        {
          role: "assistant",
          content: [
            { type: "thinking", thinking: mark("assistant"), signature: "EqQBexample" },
            { type: "redacted_thinking", data: "EmwKexample" },
            {
              type: "tool_use",
              id: "toolu_1",
              name: "lookup",
              input: { place: mark("assistant", "tool-arguments", "lookup") },
            },
          ],
        },
        {
          role: "user",
          content: [
            {
              type: "tool_result",
              tool_use_id: "toolu_1",
              content: [
                { type: "text", text: mark("tool", "tool-result", "lookup") },
                {
                  type: "document",
                  source: { type: "text", data: mark("tool", "tool-result", "lookup") },
                },
              ],
            },
            {
              type: "tool_result",
              tool_use_id: "toolu_1",
              content: mark("tool", "tool-result", "lookup"),
            },
            { type: "later_block", saying: [{ more: mark("user") }] },
          ],
        },
      ],
      tools: [
        {
          name: "lookup",
          description: described("lookup"),
          input_schema: { type: "object", properties: { a: { description: described("lookup") } } },
          input_examples: [{ place: described("lookup") }],
        },
        { type: "web_search_20250305", name: "web_search", allowed_domains: ["a.example"] },
        { type: "bash_20250124", name: "bash" },
      ],
      mcp_servers: [
        { type: "url", name: "web", url: "https://mcp.example/", authorization_token: "secret" },
      ],
      stop_sequences: [mark("system")],
      container: "container_1",
    });
    check(request.slots, expected);
    expect(request.tools.map(({ name, isHosted }) => `${name} ${isHosted}`)).toEqual([
      "lookup false",
      "web_search true",
      "bash false",
    ]);
    expect(request.references.map(({ id }) => id)).toEqual(["file_1", "container_1"]);
  });

  test.each(["camel", "snake"])("Gemini in %s case", (spelling) => {
    const { mark, expected } = marks();
    const described = (tool?: string): string => mark("system", "tool-description", tool);
    const body = {
      systemInstruction: { parts: [{ text: mark("system") }] },
      contents: [
        {
          role: "user",
          parts: [
            { text: mark("user") },
            { inlineData: { mimeType: "image/png", data: "iVBORw0KGgo=" } },
            { inlineData: { mimeType: "text/plain", data: base64(mark("tool")) } },
            {
              fileData: {
                mimeType: "application/pdf",
                fileUri: "https://g.example/v1beta/files/abc",
              },
            },
          ],
        },
        {
          role: "model",
          parts: [
            { text: mark("assistant"), thought: true, thoughtSignature: "CiQBexample" },
            {
              functionCall: {
                name: "lookup",
                args: { place: mark("assistant", "tool-arguments", "lookup") },
              },
            },
            { executableCode: { language: "PYTHON", code: mark("assistant") } },
            { codeExecutionResult: { outcome: "OUTCOME_OK", output: mark("tool", "tool-result") } },
          ],
        },
        {
          role: "user",
          parts: [
            {
              functionResponse: {
                name: "lookup",
                response: { result: mark("tool", "tool-result", "lookup") },
              },
            },
            { laterPart: { saying: mark("user") } },
          ],
        },
      ],
      tools: [
        {
          functionDeclarations: [
            {
              name: "lookup",
              description: described("lookup"),
              parameters: {
                type: "OBJECT",
                properties: { place: { type: "STRING", description: described("lookup") } },
              },
            },
          ],
        },
        { googleSearch: {} },
      ],
      generationConfig: {
        stopSequences: [mark("system")],
        maxOutputTokens: 20,
        candidateCount: 2,
        responseSchema: { type: "OBJECT", properties: { a: { description: mark("system") } } },
      },
      cachedContent: "cachedContents/1",
    };
    const given = spelling === "camel" ? body : snake(body);
    const request = ask("/v1beta/models/gemini-test:generateContent", given);
    check(request.slots, expected);
    expect(request.model).toBe("gemini-test");
    expect(request.maxOutputTokens).toBe(40);
    request.limitOutputTokens(10);
    expect(JSON.stringify(request.body)).toMatch(/[kK]ens":5[,}]/u);
    expect(request.references.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "file files/abc",
      "cache cachedContents/1",
    ]);
    expect(request.tools).toMatchObject([
      { name: "lookup", isHosted: false, parameters: { type: "object" } },
      { isHosted: true },
    ]);
    expect(request.answerSchema).toMatchObject({ type: "object" });
  });

  test("Ollama", () => {
    const { mark, expected } = marks();
    const request = ask("/api/chat", {
      model: "llama-test",
      messages: [
        { role: "system", content: mark("system") },
        { role: "user", content: mark("user"), images: ["iVBORw0KGgo="] },
        {
          role: "assistant",
          content: "",
          thinking: mark("assistant"),
          tool_calls: [
            {
              function: {
                name: "lookup",
                arguments: { place: mark("assistant", "tool-arguments", "lookup") },
              },
            },
          ],
        },
        { role: "tool", tool_name: "lookup", content: mark("tool", "tool-result", "lookup") },
      ],
      tools: [
        {
          type: "function",
          function: {
            name: "lookup",
            description: mark("system", "tool-description", "lookup"),
            parameters: { type: "object" },
          },
        },
      ],
      format: { type: "object", properties: { a: { description: mark("system") } } },
      options: { num_predict: 7, stop: [mark("system")] },
      keep_alive: "5m",
    });
    check(request.slots, expected);
    expect(request).toMatchObject({ isStream: true, maxOutputTokens: 7 });
    expect(request.attachments).toHaveLength(1);
    const generate = marks();
    const other = ask("/api/generate", {
      model: "llama-test",
      prompt: generate.mark("user"),
      suffix: generate.mark("user"),
      system: generate.mark("system"),
      template: generate.mark("system"),
      context: [1, 2],
    });
    check(other.slots, generate.expected);
    expect(other.unreadable).toEqual(["/context"]);
  });
});

/** Names in the other spelling that JSON of protocol buffers may have. */
function snake(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snake);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      snake(member),
    ]),
  );
}
