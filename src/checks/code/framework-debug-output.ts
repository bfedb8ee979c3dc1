import { defineCheck } from "../define.ts";
import { callsOf, callsWith } from "./agents.ts";

/** Attributes of modules with which a framework prints everything. */
const switches: ReadonlyMap<string, RegExp> = new Map([
  ["debug", /^langchain$/],
  ["verbose", /^langchain$/],
  ["set_verbose", /^litellm$/],
  ["log_raw_request_response", /^litellm$/],
]);

export const frameworkDebugOutput = defineCheck({
  meta: {
    id: "framework-debug-output",
    code: "PV-CODE-530",
    title: "A framework prints every prompt and answer",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-532", "CWE-489", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0057"],
    why: "Prompts hold what users tell, retrieved documents and sometimes keys; printed they stand in the logs of whoever runs the program.",
    mend: "Switch it on from outside on your own machine, never in what is deployed.",
    blind: "Environment variables and log levels.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from langchain.globals import set_debug\nset_debug(True)\n" }],
      clean: [{ code: "from langchain.globals import set_debug\nset_debug(False)\n" }],
    },
  },
  wants: (file) => file.mentions("ebug") || file.mentions("erbose") || file.mentions("log_raw"),
  run: (view, report) => {
    for (const call of view.methods("set_debug", "set_verbose")) {
      const isOurs = /^(?:langchain|litellm)\w*\b/.test(call.name) || call.name === call.method;
      if (isOurs && call.positional(0)?.is(true)) report(call);
    }
    for (const call of view.calls("litellm._turn_on_debug")) report(call);
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (target?.kind !== "Attribute" || assign.value === null) continue;
      if (switches.get(target.attr)?.test(view.value(target.value).name()) !== true) continue;
      if (view.value(assign.value).is(true)) report(assign);
    }
    const chains = new Set(callsOf(view, ["langchain", "crewai"], makers).map(({ node }) => node));
    for (const { call, value } of callsWith(view, "verbose")) {
      if (chains.has(call.node) && value.is(true))
        report(value, { extent: call, audience: "audit" });
    }
  },
});

const makers = [
  "AgentExecutor",
  "initialize_agent",
  "LLMChain",
  "ConversationChain",
  "Crew",
  "Agent",
  "ChatOpenAI",
] as const;
