import { defineCheck } from "../define.ts";

/** Variables that bundlers put into what every visitor gets. */
const shown =
  /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|NUXT_PUBLIC_|PUBLIC_|GATSBY_|VUE_APP_|STORYBOOK_|PLASMO_PUBLIC_)/;
/** Keys whose holder pays, or reads everything. Those that are made to be public are none. */
const secret =
  /(?:OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_(?:AI|GENERATIVE|GENAI)|MISTRAL|COHERE|GROQ|REPLICATE|HUGGING_?FACE|HF|TOGETHER|PERPLEXITY|PINECONE|WEAVIATE|QDRANT|DEEPSEEK|OPENROUTER|ELEVENLABS|FIREWORKS|XAI|AZURE_OPENAI|LANGCHAIN|LANGSMITH|SERPAPI|TAVILY|AWS|STRIPE_SECRET|SUPABASE_SERVICE)\w*_(?:KEY|TOKEN|SECRET)\w*$|(?:SECRET_KEY|SERVICE_ROLE|PRIVATE_KEY|ACCESS_KEY|CLIENT_SECRET)/;
/** Where a variable of the environment is read. */
const read = /\b(?:process|import\.meta)\.env(?:\.|\[["'])([A-Z][A-Z0-9_]{3,100})/g;
const open = /PUBLISHABLE|ANON_KEY|PUBLIC_KEY/;

export const keyInPublicVariable = defineCheck({
  meta: {
    id: "key-in-public-variable",
    code: "PV-JS-006",
    title: "A secret key is read from a variable that the bundler publishes",
    asset: "javascript",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-200", "CWE-522", "OWASP-LLM02:2026", "OWASP-LLM02:2025"],
    why: "The bundler writes the value of such a variable into the script that every visitor downloads.",
    mend: "Take the prefix off, and use the key on the server only.",
    blind: "Variables that a build script publishes by another name.",
    references: [
      "https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser",
      "https://vite.dev/guide/env-and-mode#env-variables",
    ],
    since: "0.1.0",
    examples: {
      found: [{ path: "a.ts", code: "const key = process.env.NEXT_PUBLIC_OPENAI_API_KEY;\n" }],
      clean: [{ path: "a.ts", code: "const key = process.env.OPENAI_API_KEY;\n" }],
    },
  },
  wants: (file) =>
    ["PUBLIC_", "VITE_", "REACT_APP_", "GATSBY_", "VUE_APP_", "STORYBOOK_"].some((word) =>
      file.mentions(word),
    ),
  run: (view, report) => {
    for (const found of view.text.matchAll(read)) {
      const [whole, name = ""] = found;
      if (!shown.test(name) || !secret.test(name) || open.test(name)) continue;
      const { index: start } = found;
      // What stands in a comment or in a text is not read: `"process.env.NEXT_PUBLIC_…"`.
      const isWords = [...view.comments, ...view.facts.strings].some(
        (each) => each.start <= start && start < each.end,
      );
      if (!isWords) report({ start, end: start + whole.length });
    }
  },
});
