import type { AnyCheck } from "../checks/define.ts";
import type { Parsed } from "../checks/parse.ts";
import type { UserModels } from "../flow/models.ts";
import type { AssetKind } from "../core/index.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { FolderFacts } from "../load/folder/view.ts";
import type { LoadLimits } from "../load/trace.ts";

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
  /** Kinds of file in which something may act when it is loaded, and how that is found. */
  readonly modelKinds?: ReadonlySet<AssetKind>;
  readonly parseModel?: (input: {
    kind: AssetKind;
    path: string;
    source: ByteSource;
    limits: LoadLimits;
  }) => Parsed | undefined;
  /** Makes the view of a folder whose files make up a model. */
  readonly parseFolder?: (facts: FolderFacts) => Parsed;
  readonly redact: (text: string) => string;
}

/**
 * Loads the toolbox. Workers load it by themselves, for functions don't travel between threads;
 * `url` names a module that stands in for ours, for tests and for embedding.
 */
export async function loadToolbox(url?: string): Promise<Toolbox> {
  if (url !== undefined) return (await import(url)) as Toolbox;
  const [registry, parse, model, folder, redaction] = await Promise.all([
    import("../checks/registry.generated.ts"),
    import("../checks/parse.ts"),
    import("../checks/parse-model.ts"),
    import("../checks/parse-folder.ts"),
    import("../detect/redact.ts"),
  ]);
  return {
    checks: registry.checks,
    parseAsset: parse.parseAsset,
    kindsWithViews: parse.kindsWithViews,
    modelKinds: model.modelKinds,
    parseModel: model.parseModel,
    parseFolder: folder.parseFolder,
    redact: redaction.redact,
  };
}
