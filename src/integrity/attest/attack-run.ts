// What a Run of `pavise attack` says of a model, as metrics that a policy can ask for.
import { formatBound, PaviseError, type Robustness } from "../../core/index.ts";
import type { SubjectModel } from "./statement.ts";

/**
 * Metrics of an attack's result: `clean`, `robust` (the worst per input at the eps that is judged) and one for
 * each attack, such as `pgd-linf-8/255`. All are shares from 0 to 1.
 */
export function attackMetrics(robustness: Robustness): readonly (readonly [string, number])[] {
  const { attacks, robust, cleanAccuracy } = robustness;
  const each = attacks.map(({ id, norm, eps, targeted, robustAccuracy }) => {
    const bound = formatBound(norm, eps).replaceAll(" ", "-");
    const parts = [id, bound, targeted ? "targeted" : ""].filter((part) => part !== "");
    return [parts.join("-"), robustAccuracy] as const;
  });
  return [["clean", cleanAccuracy], ["robust", robust.value], ...each];
}

/** Fails where the result is of another model, or of an attack that was broken off: it would be a lie. */
export function assertAbout(robustness: Robustness, model: SubjectModel, file: string): void {
  if (!robustness.complete)
    throw new PaviseError("run-invalid", `${file}: the attack was broken off`, {
      hint: "Attack the model to the end: `pavise attack … --format json --output run.json`.",
    });
  const { sha256 } = robustness.model;
  const isWhole =
    model.serialization.method === "files" && model.serialization.hashType === "sha256";
  // Of other ways to hash, the digest of one file is not known.
  if (!isWhole || sha256 === undefined) return;
  if (model.resources.some(({ digest }) => digest === sha256)) return;
  throw new PaviseError("run-invalid", `${file}: it is about another model (sha256:${sha256})`, {
    hint: "Attest the file that was attacked, or attack this one.",
  });
}
