import { PaviseError } from "../core/index.ts";
import { rootTag } from "./against/mlflow.ts";
import { entryOf, openMlflow, post } from "./against/mlflow-api.ts";

/** The tag that holds the SHA-256 of the signed decision. */
export const promotionTag = "pavise.promotion.sha256";

/** Where something is recorded. */
export interface MlflowPlace {
  /** `models:/NAME/VERSION`. */
  readonly target: string;
  readonly mlflowUri?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Fails where the target is no version, before anything is done. Throws `usage`. */
export function assertVersion(target: string): { readonly name: string; readonly version: string } {
  const entry = entryOf(target, "--mlflow ");
  if (entry.kind === "version") return entry;
  throw new PaviseError("usage", `--mlflow ${target}: not a version by its number`, {
    hint: "models:/NAME/VERSION: an alias may be another version by the time that it is written to.",
  });
}

/**
 * Writes what is known of a model to its version in MLflow: the digest of the whole, and where it was
 * promoted the digest of the decision and an alias. Throws `usage` and `record-unreachable`.
 */
export async function recordInMlflow(
  place: MlflowPlace,
  known: { readonly root: string; readonly promotion?: string; readonly alias?: string },
): Promise<void> {
  const { name, version } = assertVersion(place.target);
  const api = openMlflow(place);
  const tag = (key: string, value: string): Promise<void> =>
    post(api, "model-versions/set-tag", { name, version, key, value });
  await tag(rootTag, known.root);
  if (known.promotion !== undefined) await tag(promotionTag, known.promotion);
  // Last: who loads by the alias finds the tags.
  const { alias } = known;
  if (alias !== undefined) await post(api, "registered-models/alias", { name, alias, version });
}
