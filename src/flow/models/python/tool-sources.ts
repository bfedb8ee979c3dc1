import type { SourceModel } from "../../model.ts";

/** What frameworks fill in beside the arguments that the model chose. */
const filled = [
  "*.Context",
  "*.RunContext",
  "*.RunContextWrapper",
  "*.ToolContext",
  "*.ToolRuntime",
  "*.CallbackContext",
  "*.CancellationToken",
  "*.ServerSession",
  "*.AsyncCallbackManagerForToolRun",
  "*.CallbackManagerForToolRun",
  "*.RunnableConfig",
  "*.InjectedState",
  "*.InjectedStore",
  "*.InjectedToolArg",
  "*.InjectedToolCallId",
  "*.CurrentContext",
  "*.Depends",
  "*.Kernel",
] as const;
const except = [
  "self",
  "ctx",
  "context",
  "run_manager",
  "config",
  "cancellation_token",
  "tool_context",
  "runtime",
] as const;

/** Arguments that a model chose, where the program receives them. */
export const toolSources: readonly SourceModel[] = [
  {
    kind: "tool-input",
    parameters: {
      decorator: [
        "langchain*.tool",
        "crewai*.tool",
        "smolagents*.tool",
        "haystack*.tool",
        "agents.function_tool",
        "agents*.function_tool",
        "*.function_tool",
        "strands*.tool",
        "agno*.tool",
        "camel*.tool",
        "controlflow*.tool",
        "claude_agent_sdk.tool",
        "anthropic.beta_tool",
        "anthropic.beta_async_tool",
        "anthropic*.beta_tool",
        "livekit*.function_tool",
        "livekit*.ai_callable",
        "griptape*.activity",
        "agent_framework*.ai_function",
        "agent_framework*.tool",
        "*.register_func",
        "promptflow*.tool",
        "marvin.fn",
        "tool",
      ],
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    // FastMCP, MCPServer and Pydantic AI: a method of the server or the agent.
    kind: "tool-input",
    parameters: { decorator: ["*.tool", "*.tool_plain"], except, filled },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      decorator: ["mcp*.resource", "fastmcp*.resource", "*mcp.resource", "*server.resource"],
      except,
      filled,
    },
    label: "a part of the URI of the resource that a client asked for",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: ["mcp*.prompt", "fastmcp*.prompt", "*mcp.prompt", "*server.prompt"],
      except,
      filled,
    },
    label: "an argument of the prompt that a client asked for",
  },
  {
    // The low-level server of the MCP SDK: (name, arguments).
    kind: "tool-input",
    parameters: {
      decorator: ["*.call_tool", "*.read_resource", "*.get_prompt", "*.complete"],
      except,
      filled,
    },
    when: { imports: ["mcp"] },
    label: "what the client called the tool with",
  },
  {
    // Since version 2 of the MCP SDK handlers are given to the constructor: (context, parameters).
    kind: "tool-input",
    parameters: {
      callback: { call: ["mcp*.Server", "mcp.server.lowlevel.Server"], argument: "on_call_tool" },
      only: [1],
    },
    label: "what the client called the tool with",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: ["mcp*.Server", "mcp.server.lowlevel.Server"],
        argument: "on_read_resource",
      },
      only: [1],
    },
    label: "the URI of the resource that a client asked for",
  },
  {
    kind: "tool-input",
    parameters: {
      decorator: ["*.kernel_function", "semantic_kernel*.sk_function"],
      except,
      filled,
    },
    label: "an argument that the model chose for the function",
  },
  {
    kind: "tool-input",
    parameters: {
      decorator: ["*.register_for_execution", "*.register_for_llm", "autogen*.register_function"],
      except,
      filled,
    },
    label: "an argument that the model chose for the function",
  },
  {
    kind: "tool-input",
    parameters: {
      method: {
        base: [
          "langchain*.BaseTool",
          "crewai*.BaseTool",
          "*.BaseTool",
          "*.StructuredTool",
          "agno*.Toolkit",
        ],
        name: ["_run", "_arun", "run", "execute", "call"],
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      method: {
        base: ["smolagents*.Tool", "transformers*.Tool", "dspy*.Tool"],
        name: ["forward", "__call__"],
      },
      except,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "langchain*.Tool",
          "langchain*.Tool.from_function",
          "langchain*.StructuredTool",
          "langchain*.StructuredTool.from_function",
          "*.StructuredTool.from_function",
        ],
        argument: "func",
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "langchain*.Tool",
          "langchain*.StructuredTool.from_function",
          "*.StructuredTool.from_function",
        ],
        argument: "coroutine",
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: { callback: { call: ["langchain*.Tool"], argument: 1 }, except, filled },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "langchain*.StructuredTool.from_function",
          "langchain*.Tool.from_function",
          "*.FunctionTool.from_defaults",
          "*.FunctionTool",
          "pydantic_ai*.Tool",
          "*.function_tool",
          "dspy.Tool",
          "*.register_function",
          "mcp*.add_tool",
          "fastmcp*.add_tool",
          "*mcp.add_tool",
          "fastmcp*.Tool.from_function",
        ],
        argument: 0,
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "*.FunctionTool.from_defaults",
          "*.FunctionTool",
          "haystack*.Tool",
          "*.register_function",
        ],
        argument: "fn",
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: { callback: { call: ["haystack*.Tool"], argument: "function" }, except, filled },
    label: "an argument that the model chose for the tool",
  },
  {
    // The whole argument object is one text: the JSON that the model wrote.
    kind: "tool-input",
    parameters: {
      callback: { call: ["agents*.FunctionTool"], argument: "on_invoke_tool" },
      only: [1],
    },
    label: "the arguments that the model chose for the tool",
  },
  {
    // Functions that are given as tools, as they are or in a list.
    kind: "tool-input",
    parameters: {
      callback: {
        call: [
          "*.Agent",
          "*.LlmAgent",
          "*.AssistantAgent",
          "*.FunctionAgent",
          "*.ReActAgent",
          "*.CodeActAgent",
          "*.ChatAgent",
          "*.ChatCompletionAgent",
          "*.AgentWorkflow.from_tools_or_functions",
          "*.create_react_agent",
          "*.create_agent",
          "*.create_deep_agent",
          "*.GenerativeModel",
          "*.GenerateContentConfig",
          "*.ReAct",
          "*.ToolNode",
          "*.FunctionToolset",
          "*.chat",
          "*.tool_runner",
          "*.act",
        ],
        argument: "tools",
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: { call: ["*.bind_tools", "*.ToolNode", "*.FunctionToolset"], argument: 0 },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: ["*.create_react_agent", "*.create_agent", "dspy.ReAct", "dspy.CodeAct"],
        argument: 1,
      },
      except,
      filled,
    },
    label: "an argument that the model chose for the tool",
  },
  {
    kind: "tool-input",
    parameters: {
      callback: {
        call: ["autogen*.UserProxyAgent", "*.ConversableAgent", "*.register_function"],
        argument: "function_map",
      },
      except,
    },
    label: "an argument that the model chose for the function",
  },
  {
    // Where the program runs the tool itself: the call in the answer.
    kind: "tool-input",
    read: [
      "*.function.arguments",
      "*.function_call.arguments",
      "*.function_call.args",
      "*tool_call.args",
      "*tool_call.arguments",
      "*tool_call.input",
      "*tool_use.input",
    ],
    label: "the arguments that the model chose for the tool",
  },
  {
    kind: "tool-input",
    read: ["*.tool_calls"],
    when: { imports: ["langgraph"] },
    label: "the arguments that the model chose for the tool",
  },
  {
    kind: "tool-input",
    read: ["*block.input", "*content.input", "*fc.args"],
    when: { imports: ["anthropic", "google.genai", "google.generativeai"] },
    label: "the arguments that the model chose for the tool",
  },
];
