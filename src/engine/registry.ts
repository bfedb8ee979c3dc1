import type { AnyCheck } from "../checks/define.ts";
import type { CheckMeta } from "../core/index.ts";
import { suppressionChecks } from "./suppression-checks.ts";

/** A check and its place in `Registry.metas`, by which workers name it. */
export interface NumberedCheck {
  readonly index: number;
  readonly check: AnyCheck;
}

/** The checks of one run, ready to be looked up. */
export interface Registry {
  /** Every check, then the engine's own about suppressions; disabled ones included. */
  readonly metas: readonly CheckMeta[];
  /** Enabled checks by the view they read. */
  readonly byView: ReadonlyMap<string, readonly NumberedCheck[]>;
  readonly indexOf: (id: string) => number;
  readonly isDisabled: (meta: CheckMeta) => boolean;
  /** Checks that an id, a code or an alias names. */
  readonly named: (name: string) => readonly CheckMeta[];
  /** Every name that `named` understands. */
  readonly names: readonly string[];
}

/** Numbers the checks and leaves out the disabled ones. */
export function buildRegistry(
  checks: readonly AnyCheck[],
  disabled: readonly string[] = [],
): Registry {
  const metas: readonly CheckMeta[] = [...checks.map((check) => check.meta), ...suppressionChecks];
  const byName = new Map<string, CheckMeta[]>();
  for (const meta of metas) {
    for (const name of new Set([meta.id, meta.code, ...meta.aliases])) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [meta]);
      else same.push(meta);
    }
  }
  const off = new Set(disabled.flatMap((name) => byName.get(name) ?? []));
  const byView = new Map<string, NumberedCheck[]>();
  for (const [index, check] of checks.entries()) {
    if (off.has(check.meta)) continue;
    const list = byView.get(check.meta.asset);
    if (list === undefined) byView.set(check.meta.asset, [{ index, check }]);
    else list.push({ index, check });
  }
  const indexes = new Map(metas.map((meta, index) => [meta.id, index]));
  return {
    metas,
    byView,
    indexOf: (id) => indexes.get(id) ?? -1,
    isDisabled: (meta) => off.has(meta),
    named: (name) => byName.get(name) ?? [],
    names: [...byName.keys()],
  };
}
