import { checkCases } from "../../testing/check-cases.ts";
import { agentSafetyOff } from "./agent-safety-off.ts";

checkCases(agentSafetyOff, {
  found: [
    "query({ prompt, options: { permissionMode: 'bypassPermissions', allowDangerouslySkipPermissions: true } })",
    "codex.startThread({ sandboxMode: 'danger-full-access' })",
    "new OpenApiToolkit(spec, { allowDangerousRequests: true })",
  ],
  clean: [
    "query({ prompt, options: { permissionMode: 'acceptEdits' } })",
    "codex.startThread({ sandboxMode: 'read-only' })",
    "const modes = ['bypassPermissions', 'plan']",
  ],
});
