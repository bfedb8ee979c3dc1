import { checkCases } from "../../testing/check-cases.ts";
import { remoteCodeAllowed } from "./remote-code-allowed.ts";

checkCases(remoteCodeAllowed, {
  found: [
    "import { load } from '@langchain/core/load';\nload(t, { secretsFromEnv: true })",
    "pipeline('x', 'y', { trustRemoteCode: true })",
    "client.create({ trust_remote_code: true })",
  ],
  clean: ["load(t, { secretsFromEnv: false })", "pipeline('x', 'y')"],
});
