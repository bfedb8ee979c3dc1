export { findPersonal, type PersonalOptions } from "./find.ts";
export { contextBefore, holdFrom } from "./hold.ts";
