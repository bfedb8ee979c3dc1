import { checkCases } from "../../testing/check-cases.ts";
import { promptHubUnpinned } from "./prompt-hub-unpinned.ts";

checkCases(promptHubUnpinned, {
  found: [
    'hub.pull("rlm/rag-prompt")',
    'from langchainhub import hub\nfrom langchain.hub import pull\npull("a/b")',
    'from langsmith import Client\nClient().pull_prompt("acme/answer")',
  ],
  clean: [
    'hub.pull("rlm/rag-prompt:50442af1")',
    'hub.pull("own-prompt")',
    'repo.pull("origin/main")',
    'from docker import hub\nhub.pull("acme/net")',
  ],
});
