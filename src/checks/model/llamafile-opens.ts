import { defineCheck } from "../define.ts";
import { reportActs } from "./report-acts.ts";

export const llamafileOpens = defineCheck({
  meta: {
    id: "llamafile-opens",
    code: "PV-MODEL-042",
    title: "A llamafile brings options that open more than its model",
    asset: "model",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1188", "CWE-829", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "A llamafile is started with what its member `.args` says: to serve the network, to fetch another model, to read files of the machine, to run without its sandbox. Who starts it sees none of that.",
    mend: "Start the file with options of your own (`--host 127.0.0.1`), or write `.args` again.",
    blind: "What the program itself does: it is machine code, and is not read.",
    since: "0.1.0",
    references: ["https://github.com/mozilla-ai/llamafile"],
    examples: {
      found: [
        {
          path: "model.llamafile",
          code: "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00oR0\x014\x00\x00\x004\x00\x00\x00\x05\x00\x00\x00.args-m\nm24.gguf\n--model-url\nhttps://evil.example/m.gguf\nPK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00!\x00oR0\x014\x00\x00\x004\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00.argsPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x003\x00\x00\x00W\x00\x00\x00\x00\x00",
        },
      ],
      clean: [
        {
          path: "model.llamafile",
          code: "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00b\x0e\x1d\x18!\x00\x00\x00!\x00\x00\x00\x05\x00\x00\x00.args-m\nm12.gguf\n--host\n127.0.0.1\n...\nPK\x01\x02\x14\x00\x14\x00\x00\x00\x00\x00\x00\x00!\x00b\x0e\x1d\x18!\x00\x00\x00!\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00.argsPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x003\x00\x00\x00D\x00\x00\x00\x00\x00",
        },
      ],
    },
  },
  run: (view, report) => {
    reportActs(view, report, { kind: "options" });
    reportActs(view, report, { kind: "listens", severity: "low" });
  },
});
