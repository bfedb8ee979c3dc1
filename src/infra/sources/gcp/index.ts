export { readGcp } from "./read.ts";
export { roleScript } from "./role.ts";
