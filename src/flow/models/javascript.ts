import type { FlowModels } from "../model.ts";
import { javascriptGuards } from "./javascript/guards.ts";
import { javascriptHarmlessTypes } from "./javascript/harmless-types.ts";
import { modelCalls } from "./javascript/model-calls.ts";
import { otherSources } from "./javascript/other-sources.ts";
import { htmlSinks, logSinks, templateSinks } from "./javascript/page-sinks.ts";
import { pathSinks, requestSinks } from "./javascript/place-sinks.ts";
import { javascriptPasses } from "./javascript/passes.ts";
import { promptSinks } from "./javascript/prompt-sinks.ts";
import { runSinks, sqlSinks } from "./javascript/run-sinks.ts";
import { javascriptSanitizers } from "./javascript/sanitizers.ts";
import { toolSources } from "./javascript/tool-sources.ts";
import { webSources } from "./javascript/web-sources.ts";
import { answersOf, promptsOf } from "./model-calls.ts";

/** What is known of the libraries of JavaScript and TypeScript. */
export const javascriptModels: FlowModels = {
  sources: [...answersOf(modelCalls), ...toolSources, ...webSources, ...otherSources],
  sinks: [
    ...runSinks,
    ...sqlSinks,
    ...requestSinks,
    ...pathSinks,
    ...htmlSinks,
    ...templateSinks,
    ...promptSinks,
    ...promptsOf(modelCalls),
    ...logSinks,
  ],
  sanitizers: javascriptSanitizers,
  guards: javascriptGuards,
  passes: javascriptPasses,
  harmlessTypes: javascriptHarmlessTypes,
};
