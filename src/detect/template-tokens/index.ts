export { findTemplateTokens, neutralised } from "./find.ts";
