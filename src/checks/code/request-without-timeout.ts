import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

const verbs = ["get", "options", "head", "post", "put", "patch", "delete"] as const;
const requestsCalls = verbs.map((verb) => `requests.${verb}`);
const httpxCalls = [...verbs, "request", "stream", "Client", "AsyncClient"].map(
  (name) => `httpx.${name}`,
);

export const requestWithoutTimeout = defineCheck({
  meta: {
    id: "request-without-timeout",
    code: "PV-CODE-008",
    title: "An HTTP request waits for ever",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["B113", "S113"],
    controls: ["CWE-400"],
    why: "A server that accepts and never answers holds the worker: a few of them stop the service.",
    mend: "Pass `timeout=` in seconds.",
    blind: "Sessions with an adapter that sets a timeout; `httpx` has one by default.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import requests\nrequests.get(url)\n" }],
      clean: [{ code: "import requests\nrequests.get(url, timeout=10)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...requestsCalls)) {
      const timeout = call.keyword("timeout");
      if (timeout === undefined ? !call.hasUnknownArguments() : timeout.is(null))
        report(call, aliasesOf(call));
    }
    for (const call of calls(...httpxCalls)) {
      if (call.keyword("timeout")?.is(null)) report(call, aliasesOf(call));
    }
  },
});
