import { checkCases } from "../../testing/check-cases.ts";
import { tlsCheckOff } from "./tls-check-off.ts";

checkCases(tlsCheckOff, {
  found: [
    "new https.Agent({ rejectUnauthorized: false })",
    "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'",
    "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0",
    "spawn('node', [], { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } })",
    "const off = false; new Pool({ ssl: { rejectUnauthorized: off } })",
    "options.rejectUnauthorized = false;",
  ],
  clean: [
    "new https.Agent({ rejectUnauthorized: true })",
    "new https.Agent({ rejectUnauthorized: isProduction })",
    "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1'",
    "delete process.env.NODE_TLS_REJECT_UNAUTHORIZED",
  ],
});
