export { findExfiltration, type Exfiltration, type ExfiltrationOptions } from "./find.ts";
export { contextBefore, holdFrom } from "./hold.ts";
