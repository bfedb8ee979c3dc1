import { basename, dirname } from "node:path";
import type { CheckMeta } from "../../src/core/index.ts";
import { checks } from "../../src/checks/registry.generated.ts";
import { suppressionChecks } from "../../src/engine/suppression-checks.ts";
import { checkFiles } from "../generate-registry.ts";

/** A check as the pages speak of it. */
export interface Documented {
  readonly meta: CheckMeta;
  /** Where it is written, relative to the repository. */
  readonly source: string;
  /** Its folder below src/checks; `engine` for what the engine sees itself. */
  readonly group: string;
}

const own = "src/engine/suppression-checks.ts";

/** Every check, by code. */
export function documented(): readonly Documented[] {
  const files = new Map(checkFiles().map(({ path }) => [basename(path, ".ts"), path]));
  return [
    ...checks.map(({ meta }) => {
      const path = files.get(meta.id);
      if (path === undefined) throw new Error(`no file is named after the check ${meta.id}`);
      return { meta, source: `src/checks/${path}`, group: dirname(path) };
    }),
    ...suppressionChecks.map((meta) => ({ meta, source: own, group: "engine" })),
  ].sort((a, b) => (a.meta.code < b.meta.code ? -1 : 1));
}
