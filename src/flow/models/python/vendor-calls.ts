import type { ModelCall } from "../model-calls.ts";

/**
 * The clients of those who serve models. What `.parse()` and its like answer was checked against a
 * schema, and is still text of the model wherever the schema has a field of free text.
 */
export const vendorCalls: readonly ModelCall[] = [
  // OpenAI, and whoever speaks its protocol with a client of the same form: Groq, Together, vLLM's
  // server, DeepSeek, xAI, LiteLLM's proxy, Azure OpenAI, aisuite, Hugging Face's InferenceClient.
  {
    label: "the model's answer (chat completions)",
    call: [
      "*.chat.completions.create",
      "*.chat.completions.acreate",
      "openai.ChatCompletion.create",
      "openai.ChatCompletion.acreate",
    ],
    prompt: ["messages"],
    schema: "response_model",
  },
  {
    label: "the model's answer (chat completions)",
    call: ["*.chat.completions.parse", "*.chat.completions.stream"],
    prompt: ["messages"],
    schema: "response_format",
  },
  {
    // The method of the wrapped client that Instructor gives back.
    label: "the model's answer (Instructor)",
    call: [
      "*.chat.completions.create_with_completion",
      "*.chat.completions.create_partial",
      "*.chat.completions.create_iterable",
      "instructor*.create",
      "instructor*.create_with_completion",
      "instructor*.create_partial",
      "instructor*.create_iterable",
    ],
    prompt: ["messages"],
    schema: "response_model",
  },
  {
    label: "the model's answer (responses)",
    call: ["*.responses.create", "*.responses.retrieve", "*.responses.compact"],
    prompt: ["input", "instructions", "prompt"],
    system: ["instructions"],
  },
  {
    label: "the model's answer (responses)",
    call: ["*.responses.parse", "*.responses.stream"],
    prompt: ["input", "instructions", "prompt"],
    system: ["instructions"],
    schema: "text_format",
  },
  {
    label: "OpenAI's completion",
    call: ["openai*.completions.create", "openai.Completion.create", "openai.Completion.acreate"],
    prompt: ["prompt"],
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
      "*.beta.threads.messages.list",
      "*.beta.threads.messages.retrieve",
      "*.beta.threads.runs.retrieve",
      "*.beta.threads.runs.submit_tool_outputs",
      "*.beta.threads.runs.submit_tool_outputs_and_poll",
    ],
    prompt: [],
  },
  {
    label: "the assistant's answer",
    call: [
      "*.beta.threads.runs.create",
      "*.beta.threads.runs.create_and_poll",
      "*.beta.threads.runs.stream",
      "*.beta.threads.create_and_run",
      "*.beta.threads.create_and_run_poll",
    ],
    prompt: ["instructions", "additional_instructions", "additional_messages", "thread"],
    system: ["instructions", "additional_instructions"],
  },
  {
    label: "what a speech model heard",
    call: [
      "*.audio.transcriptions.create",
      "*.audio.translations.create",
      "*.audio.transcriptions.complete",
      "openai.Audio.transcribe",
      "litellm.transcription",
      "litellm.atranscription",
    ],
    prompt: ["prompt"],
  },
  {
    label: "the model's answers of a batch",
    call: ["openai*.files.content", "openai*.files.retrieve_content", "*.messages.batches.results"],
    prompt: [],
  },
  {
    label: "the model's answer (realtime)",
    call: ["openai*.realtime.connect", "*.aio.live.connect"],
    prompt: [],
  },

  // Anthropic, on its own servers, Bedrock and Vertex AI.
  {
    label: "Claude's answer",
    call: [
      "*.messages.stream",
      "*.messages.parse",
      "*.beta.messages.create",
      "*.beta.messages.tool_runner",
      "anthropic*.messages.create",
      "anthropic*.completions.create",
    ],
    prompt: ["messages", "system", "prompt"],
    system: ["system"],
    schema: "output_format",
  },
  {
    // Twilio and OpenAI's threads have a method of this name as well.
    label: "Claude's answer",
    call: ["*.messages.create"],
    prompt: ["messages", "system"],
    system: ["system"],
    when: { given: ["max_tokens", "messages"] },
  },

  // Google: google-genai, google-generativeai, Vertex AI.
  {
    label: "Gemini's answer",
    call: ["*.generate_content", "*.generate_content_async", "*.generate_content_stream"],
    prompt: [[0, "contents"], "config"],
    system: ["system_instruction"],
  },
  {
    label: "Gemini's answer",
    call: ["*.interactions.create", "*.interactions.get"],
    prompt: ["input", "system_instruction"],
    system: ["system_instruction"],
  },
  {
    label: "Gemini's answer",
    call: [
      "google*.send_message",
      "google*.send_message_stream",
      "google*.send_message_async",
      "vertexai*.send_message",
      "vertexai*.send_message_async",
      "vertexai*.send_message_streaming",
      "vertexai*.predict",
      "vertexai*.predict_async",
      "vertexai*.predict_streaming",
      "google.cloud.aiplatform*.predict",
      "google.cloud.aiplatform*.raw_predict",
    ],
    prompt: [[0, "message"]],
  },
  {
    label: "Gemini's answer",
    call: ["*.send_message", "*.send_message_stream", "*.send_message_async"],
    prompt: [[0, "message"]],
    when: {
      imports: ["google.genai", "google.generativeai", "vertexai"],
      on: "chat|convo|session|gemini",
    },
  },

  // Mistral.
  {
    label: "Mistral's answer",
    call: [
      "*.chat.complete",
      "*.chat.complete_async",
      "*.chat.stream_async",
      "mistralai*.chat.stream",
      "mistralai*.chat",
      "mistralai*.chat_stream",
      "*.fim.complete",
      "*.fim.complete_async",
      "*.agents.complete",
      "*.agents.complete_async",
      "mistralai*.agents.stream",
      "*.ocr.process",
      "*.ocr.process_async",
    ],
    prompt: ["messages", "prompt"],
  },
  {
    label: "Mistral's answer",
    call: ["*.chat.parse", "*.chat.parse_async", "*.chat.parse_stream"],
    prompt: ["messages"],
    schema: [0, "response_format"],
  },
  {
    label: "Mistral's answer",
    call: [
      "*.beta.conversations.start",
      "*.beta.conversations.start_async",
      "*.beta.conversations.start_stream",
      "*.beta.conversations.append",
      "*.beta.conversations.append_async",
      "*.beta.conversations.append_stream",
      "*.beta.conversations.run_async",
    ],
    prompt: ["inputs", "instructions"],
    system: ["instructions"],
  },

  // Cohere.
  {
    label: "Cohere's answer",
    call: [
      "cohere*.chat",
      "cohere*.chat_stream",
      "cohere*.generate",
      "cohere*.generate_stream",
      "cohere*.summarize",
    ],
    prompt: ["message", "messages", "prompt", "preamble", "text"],
    system: ["preamble", "preamble_override"],
  },
  {
    label: "Cohere's answer",
    call: ["*.chat", "*.chat_stream", "*.generate"],
    prompt: ["message", "messages", "prompt", "preamble"],
    system: ["preamble"],
    when: { imports: ["cohere"], given: ["message", "messages", "prompt"] },
  },

  // Amazon Bedrock through boto3 and aioboto3.
  {
    label: "Bedrock's answer",
    call: ["*.invoke_model", "*.invoke_model_with_response_stream", "*.async_invoke_model"],
    prompt: ["body"],
  },
  {
    label: "Bedrock's answer",
    call: ["*.converse_stream", "boto3*.converse", "aioboto3*.converse"],
    prompt: ["messages", "system"],
    system: ["system"],
  },
  {
    label: "Bedrock's answer",
    call: ["*.converse"],
    prompt: ["messages", "system"],
    system: ["system"],
    when: { given: ["modelId"] },
  },
  {
    label: "the Bedrock agent's answer",
    call: ["*.invoke_agent", "*.invoke_inline_agent", "*.invoke_flow", "*.retrieve_and_generate"],
    prompt: ["inputText", "input", "instruction"],
    system: ["instruction"],
  },
  {
    label: "the endpoint's answer",
    call: ["*.invoke_endpoint", "*.invoke_endpoint_with_response_stream"],
    prompt: ["Body"],
  },

  // LiteLLM, one function for all of them.
  {
    label: "the model's answer (LiteLLM)",
    call: [
      "litellm.completion",
      "litellm.acompletion",
      "litellm.batch_completion",
      "litellm.batch_completion_models",
      "litellm.completion_with_retries",
      "litellm.acompletion_with_retries",
      "litellm.text_completion",
      "litellm.atext_completion",
      "litellm.main.completion",
      "litellm.main.acompletion",
      "litellm*.Router().completion",
      "litellm*.Router().acompletion",
      "litellm*.Router().text_completion",
    ],
    prompt: ["messages", "prompt"],
  },
  {
    label: "the model's answer (LiteLLM)",
    call: ["litellm.responses", "litellm.aresponses", "litellm*.Router().aresponses"],
    prompt: ["input", "instructions"],
    system: ["instructions"],
  },
  {
    label: "the model's answer (LiteLLM)",
    call: ["*.completion", "*.acompletion"],
    prompt: ["messages"],
    when: { given: ["messages"], imports: ["litellm"] },
  },

  // Groq, Together, Fireworks, Replicate, Hugging Face, Azure AI, watsonx, Databricks.
  {
    label: "Replicate's answer",
    call: [
      "replicate*.run",
      "replicate*.async_run",
      "replicate*.stream",
      "replicate*.async_stream",
      "replicate*.predictions.create",
      "replicate*.predictions.get",
    ],
    prompt: ["input", "input.prompt"],
    system: ["input.system_prompt"],
  },
  {
    label: "the model's answer (Hugging Face)",
    call: [
      "huggingface_hub*.chat_completion",
      "huggingface_hub*.text_generation",
      "huggingface_hub*.conversational",
      "huggingface_hub*.summarization",
      "huggingface_hub*.translation",
      "huggingface_hub*.question_answering",
      "huggingface_hub*.automatic_speech_recognition",
      "huggingface_hub*.image_to_text",
      "huggingface_hub*.visual_question_answering",
      "huggingface_hub*.post",
      "*.text_generation",
      "*.chat_completion",
    ],
    prompt: [[0, "messages"], "prompt"],
  },
  {
    label: "the model's answer (Azure AI)",
    call: ["azure.ai.inference*.complete"],
    prompt: ["messages", "prompt"],
  },
  {
    label: "the model's answer (Azure AI)",
    call: ["*.complete"],
    prompt: ["messages"],
    when: { given: ["messages"] },
  },
  {
    label: "the agent's answer (Azure AI)",
    call: [
      "azure*.messages.list",
      "azure*.messages.get_last_message_text_by_role",
      "*.agents.messages.list",
    ],
    prompt: [],
  },
  {
    label: "the model's answer (watsonx)",
    call: [
      "ibm_watsonx_ai*.generate",
      "ibm_watsonx_ai*.generate_text",
      "ibm_watsonx_ai*.generate_text_stream",
      "ibm_watsonx_ai*.chat",
      "ibm_watsonx_ai*.chat_stream",
      "ibm_watsonx_ai*.achat",
      "ibm_watsonx_ai*.agenerate",
      "*.generate_text_stream",
    ],
    prompt: [[0, "prompt"], "messages"],
  },
  {
    label: "the endpoint's answer (Databricks)",
    call: [
      "mlflow.deployments*.predict",
      "mlflow.deployments*.predict_stream",
      "*.serving_endpoints.query",
    ],
    prompt: ["inputs", "messages", "prompt"],
  },
  {
    label: "the model's answer (Fireworks, Together)",
    call: [
      "fireworks*.ChatCompletion.create",
      "fireworks*.ChatCompletion.acreate",
      "fireworks*.Completion.create",
      "together.Complete.create",
      "together.Completion.create",
    ],
    prompt: [[0, "prompt"], "messages", "prompt"],
  },
  {
    label: "the model's answer (DashScope)",
    call: [
      "dashscope.Generation.call",
      "dashscope*.MultiModalConversation.call",
      "dashscope*.Application.call",
    ],
    prompt: ["messages", "prompt"],
  },
  {
    label: "the model's answer (Zhipu)",
    call: ["zhipuai*.asyncCompletions.create", "zhipuai.model_api.invoke"],
    prompt: ["messages", "prompt"],
  },
  {
    label: "the model's answer (AI21, Aleph Alpha, Writer, Reka)",
    call: [
      "ai21*.Completion.execute",
      "ai21*.completion.create",
      "aleph_alpha_client*.complete",
      "aleph_alpha_client*.complete_with_streaming",
      "writerai*.chat.chat",
      "reka*.chat.create",
      "reka*.chat.create_stream",
    ],
    prompt: ["messages", "prompt", [0, "request"]],
  },
  {
    label: "the model's answer (xAI)",
    call: ["xai_sdk*.sample", "xai_sdk*.stream", "xai_sdk*.parse"],
    prompt: [],
  },
];
