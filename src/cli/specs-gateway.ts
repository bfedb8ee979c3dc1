import type { CommandSpec } from "./options.ts";

/** What `pavise gateway` takes. */
export const gatewaySpec: CommandSpec = {
  name: "gateway",
  summary: "Stand in front of models and guard what goes in and what comes out.",
  operands: "[check]",
  options: [
    {
      name: "config",
      short: "c",
      value: "FILE",
      about:
        "The configuration; gateway.yaml of the current folder otherwise, and where there is none, what is found on this machine.",
    },
    { name: "host", value: "ADDRESS", about: "Where to listen, instead of what the file says." },
    { name: "port", short: "p", value: "N", about: "The port, instead of what the file says." },
    {
      name: "strict",
      about: "For check: also fail on what is only noted.",
    },
    { name: "json", about: "For check: one JSON document." },
    { name: "quiet", short: "q", about: "Log only what goes wrong." },
  ],
  notes: [
    "Without a configuration it serves Ollama on this machine, and the providers whose keys are in the environment (OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY), with the default guards, at http://127.0.0.1:8787. Point an SDK's base URL there.",
    "`check` reads the configuration and says what is protected and what is not; it asks no server. It fails (exit status 1) where something is open that should not be, and exits with 2 where the file is wrong.",
    "The configuration is read again when its file changes and on SIGHUP; one that is wrong changes nothing. SIGTERM and SIGINT let running requests end. The log is JSON lines on standard error, without content.",
  ],
  examples: [
    ["pavise gateway", "guard what this machine has"],
    ["pavise gateway --config gateway.yaml", "as the file says"],
    ["pavise gateway check -c gateway.yaml", "what is protected and what is not"],
  ],
};
