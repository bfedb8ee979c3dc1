import { expect, test } from "vitest";
import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { ollamaOpen } from "./ollama-open.ts";

commandCases(ollamaOpen, {
  found: [
    ["shell", "export OLLAMA_HOST=0.0.0.0:11434\nollama serve"],
    ["shell", "docker run -d -p 11434:11434 ollama/ollama:latest"],
    [
      "yaml",
      "services:\n  o:\n    image: ollama/ollama\n    environment: [OLLAMA_HOST=0.0.0.0]\n    ports: ['11434:11434']\n",
    ],
    ["dotenv", "OLLAMA_HOST=http://0.0.0.0:11434"],
    ["python", "import os\nos.environ['OLLAMA_HOST'] = '0.0.0.0'"],
    ["shell", "OLLAMA_ORIGINS='*' ollama serve"],
  ],
  clean: [
    ["shell", "export OLLAMA_HOST=127.0.0.1"],
    ["shell", "docker run -p 127.0.0.1:11434:11434 ollama/ollama"],
    ["yaml", "services:\n  o:\n    image: ollama/ollama\n"],
    ["dotenv", "OLLAMA_HOST=http://ollama:11434"],
  ],
});

test("counts less where it is not published", () => {
  const text =
    "services:\n  o:\n    image: ollama/ollama\n    environment: [OLLAMA_HOST=0.0.0.0]\n";
  expect(detailsOf(ollamaOpen, "yaml", text)).toMatchObject({
    severity: "low",
    audience: "pedantic",
  });
});
