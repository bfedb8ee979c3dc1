import type { Control, Framework } from "./framework.ts";
import { frameworks } from "./frameworks.ts";

export { runServes, withCrosswalk } from "./crosswalk.ts";
export type { Control, Framework } from "./framework.ts";
export { frameworks } from "./frameworks.ts";

const byId = new Map(frameworks.map((framework) => [framework.id, framework]));
const controlsOf = new Map<string, ReadonlyMap<string, Control>>();

/**
 * The framework that an id belongs to by its form, whether or not such a control exists:
 * `OWASP-LLM04:2026` to `OWASP-LLM:2026`, `CWE-502` to `CWE`, `AISF-ML-02` to `AISF`, and for all others what stands
 * before the last colon.
 */
export function frameworkOf(id: string): Framework | undefined {
  if (id.startsWith("CWE-")) return byId.get("CWE");
  if (id.startsWith("AISF-")) return byId.get("AISF");
  if (id.startsWith("OWASP-")) return byId.get(id.replace(/\d+(?=:)/, ""));
  return byId.get(id.slice(0, Math.max(0, id.lastIndexOf(":"))));
}

/** The control with this id. Only the framework that it belongs to is built, once. */
export function control(id: string): Control | undefined {
  const framework = frameworkOf(id);
  if (framework === undefined) return undefined;
  let controls = controlsOf.get(framework.id);
  if (controls === undefined) {
    controls = new Map(framework.controls.map((each) => [each.id, each]));
    controlsOf.set(framework.id, controls);
  }
  return controls.get(id);
}

/** The controls of these ids in their order, and the ids that no framework knows. */
export function resolveControls(ids: Iterable<string>): {
  readonly controls: readonly Control[];
  readonly unknown: readonly string[];
} {
  const controls: Control[] = [];
  const unknown: string[] = [];
  for (const id of ids) {
    const found = control(id);
    if (found === undefined) unknown.push(id);
    else controls.push(found);
  }
  return { controls, unknown };
}
