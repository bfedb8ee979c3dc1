import { compileModels, type CompiledModels } from "./match.ts";
import type { FlowModels } from "./model.ts";
import { javascriptModels } from "./models/javascript.ts";
import { pythonModels } from "./models/python.ts";

/** What a project says of its own functions, for every language alike. */
export type UserModels = Partial<FlowModels>;

export const noModels: UserModels = {};

const compiled = new Map<string, { readonly user: UserModels; readonly models: CompiledModels }>();

/** The models of a language with those of the project; compiled once. */
export function modelsFor(language: "python" | "javascript", user: UserModels): CompiledModels {
  const known = compiled.get(language);
  if (known?.user === user) return known.models;
  const own = language === "python" ? pythonModels : javascriptModels;
  const models = compileModels({
    sources: [...own.sources, ...(user.sources ?? [])],
    sinks: [...own.sinks, ...(user.sinks ?? [])],
    sanitizers: [...own.sanitizers, ...(user.sanitizers ?? [])],
    guards: [...own.guards, ...(user.guards ?? [])],
    passes: [...own.passes, ...(user.passes ?? [])],
    harmlessTypes: [...own.harmlessTypes, ...(user.harmlessTypes ?? [])],
  });
  compiled.set(language, { user, models });
  return models;
}
