import { checkCases } from "../../testing/check-cases.ts";
import { modelEndpointPlainHttp } from "./model-endpoint-plain-http.ts";

checkCases(modelEndpointPlainHttp, {
  found: [
    "import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'http://llm.riverbank.io/v1' })",
    "import { createOpenAI } from '@ai-sdk/openai';\ncreateOpenAI({ baseURL: 'http://8.8.4.4:8000/v1' })",
    "import { env } from '@huggingface/transformers';\nenv.remoteHost = 'http://models.riverbank.io'",
    "import { QdrantClient } from '@qdrant/js-client-rest';\nnew QdrantClient({ url: 'http://vectors.riverbank.io:6333' })",
  ],
  clean: [
    "import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'https://llm.riverbank.io/v1' })",
    "import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'http://localhost:1234/v1' })",
    "import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'http://vllm:8000/v1' })",
    "import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'http://192.168.1.20/v1' })",
    "import axios from 'axios';\naxios.create({ baseURL: 'http://llm.riverbank.io/v1' })",
  ],
});
