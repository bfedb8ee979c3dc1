import type { ModelCall } from "../model-calls.ts";

const transformers = [
  "transformers",
  "peft",
  "unsloth",
  "optimum",
  "auto_gptq",
  "awq",
  "trl",
  "torch",
];

/** Models that run in the program or beside it. */
export const localCalls: readonly ModelCall[] = [
  {
    label: "the model's answer (Ollama)",
    call: ["ollama.chat", "ollama.generate", "ollama*.chat", "ollama*.generate"],
    prompt: [[1, "messages"], "messages", "prompt", "system"],
    system: ["system"],
  },
  {
    label: "the model's answer (vLLM)",
    call: [
      "vllm*.LLM().generate",
      "vllm*.LLM().chat",
      "vllm*.LLM().beam_search",
      "vllm*AsyncLLMEngine*.generate",
      "vllm*AsyncLLM*.generate",
    ],
    prompt: [[0, "prompts"], "messages"],
  },
  {
    label: "the model's answer (vLLM)",
    call: ["*.generate", "*.chat"],
    prompt: [[0, "prompts"]],
    when: {
      imports: ["vllm", "sglang", "ctransformers", "gpt4all", "mlx_lm"],
      on: "llm|model|engine|generator|gpt",
    },
  },
  {
    label: "the model's answer (transformers)",
    call: [
      "transformers.pipeline()",
      "transformers.pipelines.pipeline()",
      "transformers*.TextGenerationPipeline()",
      "transformers*.Text2TextGenerationPipeline()",
      "transformers*.AutomaticSpeechRecognitionPipeline()",
    ],
    prompt: [0],
  },
  {
    label: "the model's answer (transformers)",
    call: [
      "transformers*.from_pretrained().generate",
      "peft*.from_pretrained().generate",
      "unsloth*.generate",
      "*.text_generator",
    ],
    prompt: [],
  },
  {
    label: "the model's answer (transformers)",
    call: ["*.generate"],
    prompt: [],
    when: { imports: transformers, on: "model|llm|generator|lm$" },
  },
  {
    // A pipeline that is kept in an attribute or comes from elsewhere is called by its name.
    label: "the model's answer (transformers)",
    call: ["*.generator", "*.pipe", "*.pipeline", "*.text_pipeline", "*.llm_pipeline"],
    prompt: [0],
    when: { imports: ["transformers"] },
  },
  {
    label: "the model's answer (llama.cpp)",
    call: [
      "llama_cpp.Llama()",
      "llama_cpp*.from_pretrained()",
      "llama_cpp*.create_completion",
      "llama_cpp*.create_chat_completion",
      "llama_cpp*.create_chat_completion_openai_v1",
      "*.create_chat_completion",
    ],
    prompt: [[0, "messages"], "prompt"],
  },
  {
    label: "the model's answer (local)",
    call: [
      "gpt4all.GPT4All().generate",
      "ctransformers*.from_pretrained()",
      "mlx_lm.generate",
      "mlx_lm.stream_generate",
      "mlx_vlm.generate",
      "sglang.gen",
      "lmstudio*.respond",
      "lmstudio*.respond_stream",
      "lmstudio*.complete",
      "llamafile*.complete",
      "llm.get_model().prompt",
      "llm.get_model().chain",
      "mii.pipeline()",
      "tensorrt_llm*.generate",
      "lmdeploy.pipeline()",
      "outlines*.generator",
      "outlines.generate*()",
    ],
    prompt: [[0, "prompt"]],
  },
  {
    label: "the model's answer (Outlines)",
    call: [
      "outlines.from_transformers()",
      "outlines.from_openai()",
      "outlines.from_vllm()",
      "outlines.Generator()",
    ],
    prompt: [0],
    schema: 1,
  },
  {
    label: "what a speech model heard",
    call: [
      "whisper.load_model().transcribe",
      "faster_whisper.WhisperModel().transcribe",
      "whisperx*.transcribe",
      "mlx_whisper.transcribe",
      "speech_recognition*.recognize_google",
      "speech_recognition*.recognize_whisper",
      "speech_recognition*.recognize_sphinx",
      "*.recognize_google",
      "*.recognize_whisper",
      "deepgram*.transcribe_file",
      "deepgram*.transcribe_url",
      "assemblyai.Transcriber().transcribe",
    ],
    prompt: [],
  },
  {
    label: "what a model read in a picture",
    call: [
      "pytesseract.image_to_string",
      "pytesseract.image_to_data",
      "easyocr.Reader().readtext",
      "paddleocr.PaddleOCR().ocr",
    ],
    prompt: [],
  },
];
