export * from "./find.js";
