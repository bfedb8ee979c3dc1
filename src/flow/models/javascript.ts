import type { FlowModels } from "../model.ts";

/** What is known of JavaScript's libraries. */
export const javascriptModels: FlowModels = {
  sources: [],
  sinks: [],
  sanitizers: [],
  guards: [],
  passes: [],
  harmlessTypes: [],
};
