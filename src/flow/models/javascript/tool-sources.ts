import type { SourceModel } from "../../model.ts";

const label = "an argument that the model chose for the tool";

/** Arguments that a model chose, and what tools return. */
export const toolSources: readonly SourceModel[] = [
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "ai.tool",
          "ai.dynamicTool",
          "@ai-sdk/provider-utils.tool",
          "@openai/agents.tool",
          "@openai/agents-core.tool",
          "@openai/agents*.tool",
          "@mastra/*.createTool",
          "@voltagent/*.createTool",
          "llamaindex.tool",
          "@llamaindex/*.tool",
          "*.createTool",
          "*.dynamicTool",
          "@google/adk.FunctionTool",
          "@strands-agents/*.tool",
          "ai/rsc.streamUI",
        ],
        argument: "execute",
      },
      only: [0],
      schemas: ["inputSchema", "parameters"],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      callback: { call: ["*.addTool", "fastmcp*.addTool"], argument: "execute" },
      only: [0],
      schemas: ["parameters"],
    },
    label,
  },
  {
    // (fn, { name, schema })
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "@langchain/*.tool",
          "langchain.tool",
          "langchain/*.tool",
          "*.FunctionTool.from",
          "*.FunctionTool",
          "@langchain/*.RunnableToolLike",
        ],
        argument: 0,
      },
      only: [0],
      schemas: ["schema", "parameters"],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      callback: { call: ["*.DynamicTool", "*.DynamicStructuredTool"], argument: "func" },
      only: [0],
      schemas: ["schema"],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      method: { base: ["*.Tool", "*.StructuredTool", "@langchain/*.Tool"], name: ["_call"] },
      only: [0],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "@anthropic-ai/*.betaTool",
          "@anthropic-ai/*.betaZodTool",
          "*.betaZodTool",
          "*.betaTool",
        ],
        argument: "run",
      },
      only: [0],
      schemas: ["inputSchema"],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: ["@anthropic-ai/claude-agent-sdk.tool", "@anthropic-ai/claude-code.tool"],
        argument: 3,
      },
      only: [0],
      schemas: [2],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      callback: { call: ["*.defineTool"], argument: 1 },
      only: [0],
      schemas: ["inputSchema"],
    },
    label,
  },
  {
    // MCP: (name, …, handler). Parameters are the arguments, and what the server says of the call.
    kind: "tool-input",
    parameters: {
      callback: { call: ["*.registerTool"], argument: "*" },
      only: [0],
      schemas: ["inputSchema"],
    },
    label,
  },
  {
    kind: "tool-input",
    parameters: { callback: { call: ["*.tool"], argument: "*" }, only: [0], schemas: [1, 2] },
    when: { on: "server|mcp" },
    label,
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: ["*.registerResource", "@modelcontextprotocol/*.resource", "*server.resource"],
        argument: "*",
      },
      only: [0, 1],
    },
    label: "the URI of the resource that a client asked for",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: ["*.registerPrompt", "@modelcontextprotocol/*.prompt", "*server.prompt"],
        argument: "*",
      },
      only: [0],
    },
    label: "an argument of the prompt that a client asked for",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: { call: ["*.setRequestHandler"], argument: 1 },
      only: [0],
      below: ["params"],
    },
    when: {
      matches: [
        {
          argument: 0,
          pattern: "CallTool|ReadResource|GetPrompt|^(?:tools/call|resources/read|prompts/get)$",
        },
      ],
    },
    label: "what the client called the tool with",
  },
  {
    kind: "tool-input",
    read: ["*request.params", "*req.params"],
    when: { imports: ["@modelcontextprotocol/"] },
    label: "what the client called the tool with",
  },
  {
    // Where the program runs the tool itself: the call in the answer.
    kind: "tool-input",
    read: [
      "*.function.arguments",
      "*.function_call.arguments",
      "*.functionCall.args",
      "*toolCall.args",
      "*toolCall.input",
      "*toolCall.arguments",
      "*tool_call.args",
      "*toolUse.input",
      "*tool_use.input",
      "*.tool_calls",
      "*.toolCalls",
      "*.functionCalls",
    ],
    label: "the arguments that the model chose for the tool",
  },
  {
    kind: "tool-input",
    read: ["*block.input", "*content.input"],
    when: { imports: ["@anthropic-ai/"] },
    label: "the arguments that the model chose for the tool",
  },
  {
    kind: "model-output",
    read: [
      "*.choices[].message.content",
      "*.choices[].message",
      "*.choices[].delta.content",
      "*.choices[].text",
      "*.output_text",
    ],
    label: "the model's answer",
  },
  {
    kind: "tool-result",
    call: [
      "*.callTool",
      "@modelcontextprotocol/*.readResource",
      "@modelcontextprotocol/*.getPrompt",
      "@modelcontextprotocol/*.listTools",
      "*.getMcpTools",
      "*.execute_tool",
      "*.executeTool",
    ],
    label: "what the tool server returned",
  },
  {
    kind: "tool-result",
    call: ["*.readResource", "*.getPrompt", "*.listTools", "*.tools"],
    when: {
      imports: ["@modelcontextprotocol/", "@ai-sdk/mcp", "@langchain/mcp-adapters"],
      on: "client|session|mcp",
    },
    label: "what the tool server returned",
  },
  {
    kind: "tool-result",
    call: ["*.invoke", "*.call"],
    when: { imports: ["@langchain/", "langchain"], on: "tool" },
    label: "what the tool returned",
  },
];
