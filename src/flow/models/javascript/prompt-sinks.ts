import type { SinkModel } from "../../model.ts";

/** Where text becomes an instruction, beside the calls of models. */
export const promptSinks: readonly SinkModel[] = [
  {
    kind: "system-prompt",
    call: [
      "*.SystemMessage",
      "@langchain/*.SystemMessage",
      "*.SystemMessagePromptTemplate.fromTemplate",
    ],
    arguments: [0, "content"],
  },
  { kind: "system-prompt", call: ["*.getGenerativeModel"], arguments: ["systemInstruction"] },
  {
    kind: "system-prompt",
    call: ["*.chats.create", "*.caches.create", "*.live.connect"],
    arguments: ["config.systemInstruction"],
  },
  { kind: "system-prompt", call: ["*.startChat"], arguments: ["systemInstruction"] },
  {
    kind: "system-prompt",
    call: [
      "*.beta.assistants.create",
      "*.beta.assistants.update",
      "*.createAgent",
      "*.createReactAgent",
      "*.createDeepAgent",
    ],
    arguments: ["instructions", "systemPrompt", "prompt", "stateModifier", "messageModifier"],
  },
  {
    kind: "system-prompt",
    call: [
      "*.Agent",
      "*.ToolLoopAgent",
      "*.Experimental_Agent",
      "*.RealtimeAgent",
      "*.LlmAgent",
      "*.ReActAgent",
      "*.OpenAIAgent",
      "*.FunctionAgent",
      "*.agent",
    ],
    arguments: ["instructions", "instruction", "system", "systemPrompt", "handoffDescription"],
  },
  {
    kind: "system-prompt",
    call: ["*.ConverseCommand", "*.ConverseStreamCommand"],
    arguments: ["system"],
  },
  { kind: "system-prompt", call: ["*.definePrompt"], arguments: ["system"] },
  {
    kind: "system-prompt",
    call: ["LanguageModel.create", "*.languageModel.create"],
    arguments: ["systemPrompt", "initialPrompts"],
  },
  {
    kind: "system-prompt",
    call: ["*.updateSession", "*session.update"],
    arguments: ["instructions", "session.instructions"],
  },
  {
    kind: "system-prompt",
    returned: {
      callback: { call: ["@openai/agents*.Agent", "@mastra/*.Agent"], argument: "instructions" },
    },
    label: "the instructions that the function returns",
  },
  { kind: "system-prompt", key: "systemPrompt" },
  { kind: "system-prompt", key: "systemInstruction" },
  { kind: "system-prompt", key: "system_prompt" },
  {
    kind: "system-prompt",
    key: "system",
    when: { given: ["messages", "anthropic_version", "max_tokens", "prompt"] },
  },
  {
    kind: "prompt",
    call: [
      "*.InvokeModelCommand",
      "*.InvokeModelWithResponseStreamCommand",
      "*.ConverseCommand",
      "*.ConverseStreamCommand",
    ],
    arguments: ["body", "messages", "system"],
  },

  {
    kind: "tool-description",
    call: [
      "ai.tool",
      "ai.dynamicTool",
      "@openai/agents.tool",
      "@openai/agents-core.tool",
      "@mastra/*.createTool",
      "*.createTool",
      "*.DynamicTool",
      "*.DynamicStructuredTool",
      "*.defineTool",
      "*.addTool",
      "*.betaZodTool",
      "*.betaTool",
      "*.FunctionTool.from",
      "@langchain/*.tool",
      "langchain.tool",
      "llamaindex.tool",
      "@llamaindex/*.tool",
      "*.registerTool",
      "*.createRetrieverTool",
      "*.asTool",
      "*.QueryEngineTool",
    ],
    arguments: ["description", "toolDescription", "metadata.description"],
  },
  {
    kind: "tool-description",
    call: ["*.tool"],
    arguments: [1],
    when: { on: "server|mcp", plain: [1] },
  },
  {
    kind: "tool-description",
    call: ["@anthropic-ai/claude-agent-sdk.tool", "@anthropic-ai/claude-code.tool"],
    arguments: [1],
  },
  {
    kind: "tool-description",
    call: ["*.McpServer", "@modelcontextprotocol/*.Server"],
    arguments: ["instructions"],
    label: "the instructions that a tool server gives to its clients' models",
  },
];
