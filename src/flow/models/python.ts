import type { FlowModels } from "../model.ts";
import { answersOf, promptsOf } from "./model-calls.ts";
import { chatSources } from "./python/chat-sources.ts";
import { deserializeSinks, sqlSinks } from "./python/data-sinks.ts";
import { downloadSources } from "./python/download-sources.ts";
import { frameworkCalls } from "./python/framework-calls.ts";
import { pythonGuards } from "./python/guards.ts";
import { pythonHarmlessTypes } from "./python/harmless-types.ts";
import { hubSources } from "./python/hub-sources.ts";
import { localCalls } from "./python/local-calls.ts";
import { localSources } from "./python/local-sources.ts";
import { htmlSinks, logSinks, templateSinks } from "./python/page-sinks.ts";
import { pythonPasses } from "./python/passes.ts";
import { pathSinks, requestSinks } from "./python/place-sinks.ts";
import { privateSources } from "./python/private-sources.ts";
import { promptSinks } from "./python/prompt-sinks.ts";
import { resultSources } from "./python/result-sources.ts";
import { retrievedSources } from "./python/retrieved-sources.ts";
import { runSinks } from "./python/run-sinks.ts";
import { pythonSanitizers } from "./python/sanitizers.ts";
import { toolSources } from "./python/tool-sources.ts";
import { vendorCalls } from "./python/vendor-calls.ts";
import { webSources } from "./python/web-sources.ts";

const modelCalls = [...vendorCalls, ...localCalls, ...frameworkCalls];

/** What is known of Python's libraries. */
export const pythonModels: FlowModels = {
  sources: [
    ...answersOf(modelCalls),
    ...toolSources,
    ...resultSources,
    ...retrievedSources,
    ...webSources,
    ...chatSources,
    ...downloadSources,
    ...hubSources,
    ...privateSources,
    ...localSources,
  ],
  sinks: [
    ...runSinks,
    ...sqlSinks,
    ...deserializeSinks,
    ...requestSinks,
    ...pathSinks,
    ...htmlSinks,
    ...templateSinks,
    ...promptSinks,
    ...promptsOf(modelCalls),
    ...logSinks,
  ],
  sanitizers: pythonSanitizers,
  guards: pythonGuards,
  passes: pythonPasses,
  harmlessTypes: pythonHarmlessTypes,
};
