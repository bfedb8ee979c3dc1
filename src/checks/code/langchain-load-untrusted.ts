import type { FindingDetails } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

const functions = [
  "langchain_core.load.load",
  "langchain_core.load.loads",
  "langchain.load.load",
  "langchain.load.loads",
].flatMap((name) => [name, name.replace(/\.(loads?)$/, ".load.$1")]);

function judge(call: PythonCall): FindingDetails | undefined {
  const argument = call.positional(0) ?? call.keyword("text") ?? call.keyword("obj");
  if (argument?.string() !== undefined) return undefined;
  // What was dumped a moment ago is no stranger.
  if (/(?:^|\.)dump[ds]\(\)$/.test(argument?.name() ?? "")) return undefined;
  if (call.keyword("secrets_from_env")?.is(true)) {
    return {
      severity: "high",
      message: "What is loaded may name any environment variable and be given its value",
    };
  }
  return call.keyword("allowed_objects") === undefined
    ? {}
    : { severity: "low", audience: "pedantic" };
}

export const langchainLoadUntrusted = defineCheck({
  meta: {
    id: "langchain-load-untrusted",
    code: "PV-CODE-505",
    title: "LangChain builds objects from serialised data",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ASI04:2026",
      "ATLAS:AML.T0011.000",
    ],
    why: "Data with an `lc` key names a class and its arguments; through model answers and stored messages an attacker can write it, read secrets from the environment and reach internal hosts.",
    mend: "Upgrade to langchain-core 1.2.5 or 0.3.81, pass `allowed_objects`, leave `secrets_from_env` off, and never load what users or models wrote.",
    blind: "Where the data comes from.",
    references: ["CVE-2025-68664"],
    since: "0.1.0",
    examples: {
      found: [{ code: "from langchain_core.load import loads\nchain = loads(request.text)\n" }],
      clean: [{ code: "from langchain_core.load import dumps\ntext = dumps(chain)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...functions)) {
      const details = judge(call);
      if (details !== undefined) report(call, details);
    }
  },
});
