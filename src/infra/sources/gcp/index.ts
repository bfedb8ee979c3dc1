export { readGcp, type GcpHooks, type GcpOptions } from "./read.ts";
export { auditRoles, roleScript } from "./role.ts";
