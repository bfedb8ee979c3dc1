export { findExfiltration, type Exfiltration, type ExfiltrationOptions } from "./find.ts";
export { holdFrom } from "./hold.ts";
