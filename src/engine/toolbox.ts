import type { AnyCheck } from "../checks/define.ts";
import type { Parsed } from "../checks/parse.ts";
import type { UserModels } from "../flow/models.ts";
import type { AssetKind } from "../core/index.ts";

/** What the engine runs: the checks, how a file becomes the views they read, what hides secrets. */
export interface Toolbox {
  readonly checks: readonly AnyCheck[];
  readonly parseAsset: (input: {
    kind: AssetKind;
    path: string;
    text: string;
    isOurs: (name: string) => boolean;
    models: UserModels;
  }) => Parsed;
  readonly kindsWithViews: ReadonlySet<AssetKind>;
  readonly redact: (text: string) => string;
}

/**
 * Loads the toolbox. Workers load it by themselves, for functions don't travel between threads;
 * `url` names a module that stands in for ours, for tests and for embedding.
 */
export async function loadToolbox(url?: string): Promise<Toolbox> {
  if (url !== undefined) return (await import(url)) as Toolbox;
  const [registry, parse, redaction] = await Promise.all([
    import("../checks/registry.generated.ts"),
    import("../checks/parse.ts"),
    import("../detect/redact.ts"),
  ]);
  return {
    checks: registry.checks,
    parseAsset: parse.parseAsset,
    kindsWithViews: parse.kindsWithViews,
    redact: redaction.redact,
  };
}
