import { checkCases } from "../../testing/check-cases.ts";
import { agentDangerousRequests } from "./agent-dangerous-requests.ts";

checkCases(agentDangerousRequests, {
  found: [
    "RequestsToolkit(requests_wrapper=w, allow_dangerous_requests=True)",
    "GraphCypherQAChain.from_llm(\n  llm,\n  allow_dangerous_requests=True,\n)",
    "kw = {'allow_dangerous_requests': True}\nChain(**kw)",
  ],
  clean: [
    "RequestsToolkit(allow_dangerous_requests=False)",
    "Chain(allow_dangerous_requests=self.allow_dangerous_requests)",
  ],
});
