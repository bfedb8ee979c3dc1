import type { ModelCall } from "../model-calls.ts";

const langChain = ["langchain", "@langchain/"];

/** Whoever answers for a model. Keys of an object argument count as keywords. */
export const modelCalls: readonly ModelCall[] = [
  // OpenAI and those who speak its protocol.
  {
    label: "the model's answer (chat completions)",
    call: [
      "*.chat.completions.create",
      "*.chat.completions.stream",
      "*.chat.completions.runTools",
      "*.chat.completions.runFunctions",
      "*.createChatCompletion",
      "*.createCompletion",
    ],
    prompt: ["messages", "prompt"],
  },
  {
    label: "the model's answer (chat completions)",
    call: ["*.chat.completions.parse"],
    prompt: ["messages"],
    schema: "response_format",
  },
  {
    label: "the model's answer (responses)",
    call: ["*.responses.create", "*.responses.stream", "*.responses.retrieve"],
    prompt: ["input", "instructions"],
    system: ["instructions"],
  },
  {
    label: "the model's answer (responses)",
    call: ["*.responses.parse"],
    prompt: ["input", "instructions"],
    system: ["instructions"],
    schema: "text.format",
  },
  {
    label: "the model's completion",
    call: ["*.completions.create"],
    prompt: ["prompt"],
    when: { given: ["prompt"] },
  },
  {
    label: "the assistant's answer",
    call: [
      "*.threads.messages.list",
      "*.threads.messages.retrieve",
      "*.threads.runs.create",
      "*.threads.runs.createAndPoll",
      "*.threads.runs.stream",
      "*.threads.runs.submitToolOutputs",
      "*.threads.createAndRun",
    ],
    prompt: ["instructions", "additional_instructions", "additional_messages"],
    system: ["instructions", "additional_instructions"],
  },
  {
    label: "what a speech model heard",
    call: [
      "*.audio.transcriptions.create",
      "*.audio.translations.create",
      "ai.experimental_transcribe",
      "ai.transcribe",
    ],
    prompt: [],
  },

  // Anthropic.
  {
    label: "Claude's answer",
    call: [
      "*.messages.stream",
      "*.messages.parse",
      "*.beta.messages.create",
      "*.beta.messages.toolRunner",
      "@anthropic-ai/*.messages.create",
      "@anthropic-ai/*.completions.create",
    ],
    prompt: ["messages", "system", "prompt"],
    system: ["system"],
  },
  {
    // Twilio and OpenAI's threads have a method of this name as well.
    label: "Claude's answer",
    call: ["*.messages.create"],
    prompt: ["messages", "system"],
    system: ["system"],
    when: { given: ["max_tokens", "messages"] },
  },
  {
    label: "the agent's answer (Claude)",
    call: ["@anthropic-ai/claude-agent-sdk.query", "@anthropic-ai/claude-code.query"],
    prompt: ["prompt"],
    system: ["options.systemPrompt", "options.appendSystemPrompt"],
  },

  // Google.
  {
    label: "Gemini's answer",
    call: ["*.generateContent", "*.generateContentStream"],
    prompt: [0, "contents", "config"],
    system: ["config.systemInstruction", "systemInstruction"],
  },
  {
    label: "Gemini's answer",
    call: ["*.sendMessage", "*.sendMessageStream"],
    prompt: [0, "message"],
    when: { imports: ["@google/"], on: "chat|convo|session|gemini" },
  },
  {
    label: "Gemini's answer",
    call: ["*.interactions.create"],
    prompt: ["input"],
    system: ["system_instruction"],
  },

  // The AI SDK of Vercel.
  {
    label: "the model's answer (AI SDK)",
    call: [
      "ai.generateText",
      "ai.streamText",
      "ai/rsc.streamUI",
      "@ai-sdk/rsc.streamUI",
      "ai.experimental_generateText",
      "ai.experimental_streamText",
    ],
    prompt: ["prompt", "messages", "system", "instructions"],
    system: ["system", "instructions"],
  },
  {
    label: "the model's answer (AI SDK)",
    call: ["ai.generateObject", "ai.streamObject", "ai.experimental_generateObject"],
    prompt: ["prompt", "messages", "system"],
    system: ["system"],
    schema: "schema",
  },
  {
    label: "the agent's answer (AI SDK)",
    call: [
      "ai.Agent().generate",
      "ai.Agent().stream",
      "ai.Experimental_Agent().generate",
      "ai.Experimental_Agent().stream",
      "ai.ToolLoopAgent().generate",
      "ai.ToolLoopAgent().stream",
    ],
    prompt: ["prompt", "messages"],
  },
  {
    label: "the model's answer (AI SDK)",
    call: [
      "@ai-sdk/react.useChat",
      "@ai-sdk/react.useCompletion",
      "@ai-sdk/react.useObject",
      "@ai-sdk/react.experimental_useObject",
      "ai/react.useChat",
      "ai/react.useCompletion",
      "@ai-sdk/vue.useChat",
      "@ai-sdk/svelte.useChat",
    ],
    prompt: [],
  },

  // LangChain and LangGraph.
  {
    label: "the model's answer (LangChain)",
    call: ["*.withStructuredOutput().invoke", "*.withStructuredOutput().stream"],
    prompt: [0],
    schema: "this",
  },
  {
    label: "the model's answer (LangChain)",
    call: ["*.invoke", "*.stream", "*.batch", "*.streamEvents", "*.streamLog"],
    prompt: [0],
    when: {
      imports: langChain,
      notOn:
        "retriev|tool|prompt|embed|lambda|search|loader|splitter|client|http|fetch|redis|queue|socket|file|db$|structuredoutput",
    },
  },
  {
    label: "the model's answer (LangChain)",
    call: [
      "*.call",
      "*.run",
      "*.predict",
      "*.predictMessages",
      "*.generate",
      "*.callPrompt",
      "*.apply",
    ],
    prompt: [0],
    when: { imports: langChain, on: "llm|chat|model|chain|agent|executor|gpt|qa" },
  },
  {
    label: "the model's answer",
    call: [
      "*llm.invoke",
      "*llm.call",
      "*llm.predict",
      "*llm.complete",
      "*llm.chat",
      "*llm.stream",
      "*llm.generate",
      "*chatModel.invoke",
    ],
    prompt: [0, "messages", "prompt"],
  },

  // LlamaIndex, Mistral, Cohere, Groq, Ollama, Replicate, Hugging Face, Bedrock.
  {
    label: "the model's answer (LlamaIndex)",
    call: [
      "*.asQueryEngine().query",
      "*queryEngine.query",
      "*chatEngine.chat",
      "llamaindex*.chat",
      "llamaindex*.complete",
      "llamaindex*.query",
      "@llamaindex/*.chat",
      "@llamaindex/*.complete",
      "@llamaindex/*.query",
      "*.asChatEngine().chat",
    ],
    prompt: [0, "query", "message", "messages", "prompt"],
  },
  {
    label: "the model's answer (LlamaIndex)",
    call: ["*.query", "*.chat", "*.run", "*.complete"],
    prompt: [0],
    when: { imports: ["llamaindex", "@llamaindex/"], on: "engine|agent|llm|workflow|synthesizer" },
  },
  {
    label: "Mistral's answer",
    call: [
      "*.chat.complete",
      "*.chat.stream",
      "*.chat.parse",
      "*.agents.complete",
      "*.agents.stream",
      "*.fim.complete",
      "*.ocr.process",
      "*.beta.conversations.start",
      "*.beta.conversations.append",
    ],
    prompt: ["messages", "prompt", "inputs"],
    system: ["instructions"],
    when: { imports: ["@mistralai/"] },
  },
  {
    label: "Cohere's answer",
    call: [
      "cohere-ai*.chat",
      "cohere-ai*.chatStream",
      "cohere-ai*.generate",
      "cohere-ai*.summarize",
      "*cohere.chat",
      "*cohere.chatStream",
      "*cohere.generate",
    ],
    prompt: ["message", "messages", "prompt"],
    system: ["preamble"],
  },
  {
    label: "the model's answer (Ollama)",
    call: [
      "ollama.chat",
      "ollama.generate",
      "ollama*.chat",
      "ollama*.generate",
      "*ollama.chat",
      "*ollama.generate",
    ],
    prompt: ["messages", "prompt", "system"],
    system: ["system"],
  },
  {
    label: "Replicate's answer",
    call: [
      "replicate*.run",
      "replicate*.stream",
      "replicate*.predictions.create",
      "replicate*.predictions.get",
      "*replicate.run",
      "*replicate.stream",
    ],
    prompt: ["input", "input.prompt"],
    system: ["input.system_prompt"],
  },
  {
    label: "the model's answer (Hugging Face)",
    call: [
      "*.chatCompletion",
      "*.chatCompletionStream",
      "*.textGeneration",
      "*.textGenerationStream",
      "@huggingface/inference*.summarization",
      "@huggingface/inference*.translation",
      "@huggingface/inference*.questionAnswering",
      "@huggingface/inference*.automaticSpeechRecognition",
      "@huggingface/inference*.imageToText",
      "@huggingface/transformers.pipeline()",
      "@xenova/transformers.pipeline()",
    ],
    prompt: ["messages", "inputs", 0],
  },
  {
    // The prompt stands in the command that is sent.
    label: "Bedrock's answer",
    call: ["*.send"],
    prompt: [0],
    when: { imports: ["@aws-sdk/client-bedrock"], on: "bedrock|client|runtime" },
  },
  {
    label: "the model's answer (Azure)",
    call: [
      "*.getChatCompletions",
      "*.streamChatCompletions",
      "*.listChatCompletions",
      "*.getCompletions",
    ],
    prompt: [1],
  },

  // Agents.
  {
    label: "the agent's answer (OpenAI Agents)",
    call: ["@openai/agents.run", "@openai/agents-core.run", "@openai/agents*.Runner().run"],
    prompt: [1],
  },
  {
    label: "the agent's answer (Mastra)",
    call: [
      "@mastra/*.generate",
      "@mastra/*.stream",
      "@mastra/*.generateVNext",
      "@mastra/*.streamVNext",
      "@mastra/*.network",
      "*.getAgent().generate",
      "*.getAgent().stream",
      "*.getAgent().network",
    ],
    prompt: [0],
    system: ["instructions"],
  },
  {
    label: "the agent's answer",
    call: ["*.generate", "*.stream", "*.run"],
    prompt: [0, "prompt", "messages"],
    when: {
      imports: [
        "@mastra/",
        "ai",
        "@openai/agents",
        "@voltagent/",
        "@google/adk",
        "bee-agent-framework",
        "beeai-framework",
      ],
      on: "agent|assistant",
    },
  },
  {
    label: "the model's answer (Genkit)",
    call: [
      "genkit.genkit().generate",
      "genkit.genkit().generateStream",
      "*ai.generate",
      "*ai.generateStream",
      "genkit*.definePrompt()",
      "genkit*.chat().send",
      "@genkit-ai/*.generate",
    ],
    prompt: [0, "prompt", "messages", "system"],
    system: ["system"],
  },
  {
    label: "the model's answer (WebLLM, Chrome)",
    call: [
      "@mlc-ai/web-llm*.chat.completions.create",
      "LanguageModel.create().prompt",
      "LanguageModel.create().promptStreaming",
      "*.languageModel.create().prompt",
      "node-llama-cpp*.prompt",
      "node-llama-cpp*.promptWithMeta",
    ],
    prompt: [0],
  },
];
