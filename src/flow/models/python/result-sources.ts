import type { SourceModel } from "../../model.ts";

/** What tools and tool servers return, and answers of models that came from elsewhere. */
export const resultSources: readonly SourceModel[] = [
  {
    kind: "tool-result",
    call: [
      "*.call_tool",
      "*.call_tool_mcp",
      "mcp*.read_resource",
      "mcp*.get_prompt",
      "mcp*.list_tools",
      "mcp*.list_prompts",
      "mcp*.list_resources",
      "fastmcp*.read_resource",
      "fastmcp*.get_prompt",
      "fastmcp*.list_tools",
    ],
    label: "what the tool server returned",
  },
  {
    kind: "tool-result",
    call: ["*.read_resource", "*.get_prompt", "*.list_tools", "*.list_prompts", "*.list_resources"],
    when: { imports: ["mcp", "fastmcp"], on: "session|client|server|mcp" },
    label: "what the tool server returned",
  },
  {
    kind: "tool-result",
    call: ["*.invoke", "*.ainvoke", "*.run", "*.arun"],
    when: { imports: ["langchain", "langgraph"], on: "tool" },
    label: "what the tool returned",
  },
  {
    kind: "tool-result",
    call: [
      "langchain_community.tools*.run",
      "langchain_community.tools*.invoke",
      "langchain_community.agent_toolkits*.run",
      "composio*.execute_action",
      "composio*.tools.execute",
      "e2b_code_interpreter*.run_code",
      "*.execute_tool",
    ],
    label: "what the tool returned",
  },
  {
    // A message that is handed to a function of its own: its maker is not in sight.
    kind: "model-output",
    read: [
      "*.choices[].message.content",
      "*.choices[].message.parsed",
      "*.choices[].message",
      "*.choices[].text",
      "*.choices[].delta.content",
      "*.choices[].delta",
      "*.output_text",
    ],
    when: {
      imports: [
        "openai",
        "litellm",
        "groq",
        "together",
        "mistralai",
        "azure.ai",
        "anthropic",
        "aisuite",
      ],
    },
    label: "the model's answer",
  },
  {
    kind: "model-output",
    read: ["*.content[].text", "*.candidates[].content.parts", "*.candidates[].content"],
    when: { imports: ["anthropic", "google.genai", "google.generativeai", "vertexai"] },
    label: "the model's answer",
  },
  {
    // Nodes of a graph and steps of a flow are called with what the ones before them made.
    kind: "model-output",
    parameters: {
      callback: {
        call: ["langgraph*.add_node", "*graph.add_node", "*workflow.add_node", "*builder.add_node"],
        argument: "*",
      },
      only: [0],
      filled: ["*.RunnableConfig", "*.Runtime", "*.BaseStore"],
    },
    when: { imports: ["langgraph"] },
    label: "the state that a model fills",
  },
  {
    kind: "model-output",
    parameters: { decorator: ["crewai*.listen", "crewai*.router"], except: ["self"] },
    label: "what the step before returned",
  },
  {
    kind: "model-output",
    parameters: { callback: { call: ["crewai*.Task"], argument: "callback" }, only: [0] },
    label: "the crew's answer",
  },
  {
    kind: "model-output",
    parameters: {
      decorator: [
        "*.output_validator",
        "*.result_validator",
        "agents*.output_guardrail",
        "agents.output_guardrail",
      ],
      except: ["ctx", "context", "agent"],
      filled: ["*.RunContext", "*.RunContextWrapper", "*.Agent"],
    },
    when: { imports: ["pydantic_ai", "agents"] },
    label: "the agent's answer",
  },
  {
    // Steps that a framework calls with what the model said.
    kind: "model-output",
    parameters: {
      method: {
        base: [
          "langchain*.BaseOutputParser",
          "langchain*.BaseLLMOutputParser",
          "langchain*.BaseTransformOutputParser",
          "*.AgentOutputParser",
          "*.StrOutputParser",
        ],
        name: ["parse", "parse_result", "aparse", "parse_with_prompt"],
      },
      only: [0],
    },
    label: "the model's answer",
  },
  {
    kind: "model-output",
    parameters: {
      method: {
        base: ["langchain*.BaseCallbackHandler", "langchain*.AsyncCallbackHandler"],
        name: ["on_llm_end", "on_llm_new_token", "on_agent_action", "on_agent_finish"],
      },
      only: [0],
    },
    label: "the model's answer",
  },
];
