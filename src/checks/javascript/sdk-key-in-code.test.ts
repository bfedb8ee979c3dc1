import { checkCases } from "../../testing/check-cases.ts";
import { sdkKeyInCode } from "./sdk-key-in-code.ts";

checkCases(sdkKeyInCode, {
  found: [
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'gJ7c02LmQp55TzVb81' })",
    "import { OpenAI } from 'openai';\nconst key = 'gJ7c02LmQp55TzVb81';\nnew OpenAI({ apiKey: key })",
    "import Anthropic from '@anthropic-ai/sdk';\nnew Anthropic({ apiKey: process.env.KEY ?? 'gJ7c02LmQp55TzVb81' })",
    "import { createOpenAI } from '@ai-sdk/openai';\nconst o = createOpenAI({ apiKey: 'gJ7c02LmQp55TzVb81' })",
    "import { ChatOpenAI } from '@langchain/openai';\nnew ChatOpenAI({ openAIApiKey: 'gJ7c02LmQp55TzVb81' })",
    "import { GoogleGenerativeAI } from '@google/generative-ai';\nnew GoogleGenerativeAI('gJ7c02LmQp55TzVb81')",
    "const { Pinecone } = require('@pinecone-database/pinecone');\nnew Pinecone({ apiKey: 'gJ7c02LmQp55TzVb81' })",
    "import OpenAI from 'openai';\nconst c = new OpenAI();\nc.apiKey = 'gJ7c02LmQp55TzVb81';",
    "import OpenAI from 'openai';\nconst opts = { apiKey: 'gJ7c02LmQp55TzVb81' };\nnew OpenAI(opts)",
  ],
  clean: [
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: process.env.OPENAI_API_KEY })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'ollama', baseURL: 'http://localhost:11434/v1' })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'gJ7c02LmQp55TzVb81', baseURL: 'http://127.0.0.1:8080' })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'YOUR_API_KEY' })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: '' })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'My API Key' })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'sk-...' })",
    "import x from 'maps';\nx({ apiKey: 'gJ7c02LmQp55TzVb81' })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: `${prefix}-abc` })",
    "import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'OPENAI_API_KEY' })",
  ],
});
