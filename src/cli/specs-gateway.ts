import type { CommandSpec } from "./options.ts";

/** The commands about models at run time. */
export type GatewayCommand = "gateway" | "audit-log";

/** What each of them takes. */
export const gatewaySpecs: Readonly<Record<GatewayCommand, CommandSpec>> = {
  gateway: {
    name: "gateway",
    summary: "Stand in front of models and guard what goes in and what comes out.",
    operands: "[check | key | nginx]",
    options: [
      {
        name: "config",
        short: "c",
        value: "FILE",
        about:
          "The configuration; gateway.yaml of the current folder otherwise, and where there is none, what is found on this machine.",
      },
      {
        name: "upstream",
        short: "u",
        value: "URL",
        about:
          "Base URL of a server of models to stand in front of, instead of a file; the client's own key goes along.",
      },
      { name: "host", value: "ADDRESS", about: "Where to listen, instead of what the file says." },
      { name: "port", short: "p", value: "N", about: "The port, instead of what the file says." },
      {
        name: "strict",
        about: "For check: also fail on what is only noted.",
      },
      { name: "json", about: "For check: one JSON document." },
      { name: "tenant", value: "NAME", about: "For key: whose it is." },
      { name: "quiet", short: "q", about: "Log only what goes wrong." },
    ],
    notes: [
      "Without a configuration it serves Ollama on this machine, and the providers whose keys are in the environment (OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY), with the default guards, at http://127.0.0.1:8787. Point an SDK's base URL there.",
      'A small gateway.yaml is `upstreams: [{name: openai, url: https://api.openai.com/v1, key: "${OPENAI_API_KEY}"}]`. Beside it: `listen`, `keys` (who may ask), `rates` (requests, tokens, money), `guards`, `tools`, `mcp`, `audit`, `telemetry`, `admin`; schema/gateway.schema.json has all of it, with what each is for, and editors read it.',
      "`check` reads the configuration and says what is protected and what is not; it asks no server. It fails (exit status 1) where something is open that should not be, and exits with 2 where the file is wrong.",
      "`key` makes a key for somebody who may ask, and the entry that the configuration wants. `nginx` prints the rates that nginx can hold in front of the gateway.",
      "The configuration is read again when its file changes and on SIGHUP; one that is wrong changes nothing. SIGTERM and SIGINT let running requests end. The log is JSON lines on standard error, without content.",
    ],
    examples: [
      ["pavise gateway", "guard what this machine has"],
      ["pavise gateway -u http://127.0.0.1:8000/v1", "guard a server such as vLLM"],
      ["pavise gateway --config gateway.yaml", "as the file says"],
      ["pavise gateway check -c gateway.yaml", "what is protected and what is not"],
      ["pavise gateway key --tenant acme", "a key, and its entry for gateway.yaml"],
    ],
  },
  "audit-log": {
    name: "audit-log",
    summary: "Prove that a gateway's audit log is whole.",
    operands: "verify FILE…",
    options: [
      {
        name: "key-env",
        value: "NAME",
        about: "The variable of the environment with the key that the log was written with.",
      },
      {
        name: "head",
        value: "HASH",
        about: "A hash that was noted elsewhere; it must be in the log.",
      },
      { name: "json", about: "As one JSON document." },
      { name: "quiet", short: "q", about: "Only what is wrong." },
    ],
    notes: [
      "Each record has the hash of the one before it. Files that were finished before (FILE.000001 …, by `audit: {max-bytes}`) are read with their log; others of one log are given in the order in which they were written.",
      "Records that were taken from the very end are told only with --head; a log that was written anew as a whole only with --key-env. Exit status: 0 the log is whole, 1 it is not, 3 it cannot be read.",
    ],
    examples: [
      ["pavise audit-log verify audit.jsonl", "nothing was changed, removed or put in"],
      [
        "pavise audit-log verify audit.jsonl --key-env AUDIT_KEY --head 5f1c…",
        "nor was it cut short or written anew",
      ],
    ],
  },
};
