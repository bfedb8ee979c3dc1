import { checkCases } from "../../testing/check-cases.ts";
import { agentUnlimited } from "./agent-unlimited.ts";

checkCases(agentUnlimited, {
  found: [
    "import { generateText } from 'ai';\ngenerateText({ maxSteps: Infinity })",
    "import { run } from '@openai/agents';\nrun(agent, q, { maxTurns: 100000 })",
    "import { streamText, stepCountIs } from 'ai';\nstreamText({ stopWhen: stepCountIs(Number.MAX_SAFE_INTEGER), tools }); streamText({ stopWhen: stepCountIs(9999) })",
    "import { generateText } from 'ai';\ngenerateText({ stopWhen: () => false })",
    "import { AgentExecutor } from 'langchain/agents';\nnew AgentExecutor({ agent, tools, maxIterations: Number.POSITIVE_INFINITY })",
  ],
  clean: [
    "import { generateText } from 'ai';\ngenerateText({ maxSteps: 5 })",
    "import { generateText } from 'ai';\ngenerateText({ tools })",
    "import { x } from 'three';\nsolve({ maxIterations: Infinity })",
    "import { generateText, stepCountIs } from 'ai';\ngenerateText({ stopWhen: stepCountIs(20) })",
  ],
});
