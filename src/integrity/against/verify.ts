import { statSync } from "node:fs";
import type { Fact } from "../../checks/provenance/facts.ts";
import { nameBelow } from "../model/list.ts";
import type { VerifyOptions } from "../verify-options.ts";
import { outcomeFor, verifyModel, type Verification } from "../verify.ts";
import { compareRecords } from "./compare.ts";
import { loadRecords, type RecordName } from "./load.ts";
import { planComparison } from "./plan.ts";
import type { ReaderContext } from "./record.ts";

/** How a model is verified against records. */
export interface AgainstOptions extends VerifyOptions {
  readonly records: readonly RecordName[];
  readonly signatureFile: string;
  readonly mlflowUri?: string;
  readonly hubEndpoint?: string;
  readonly env: ReaderContext["env"];
  /** Told the kind of each record before it is read. */
  readonly onRecord?: (kind: string) => void;
}

const fileKinds: ReadonlySet<string> = new Set(["attestation", "dvc", "croissant", "sha256sums"]);

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** What lies within the model and speaks of it, by its name there. */
function evidenceIn(
  model: string,
  { records, signatureFile }: Pick<AgainstOptions, "records" | "signatureFile">,
): readonly string[] {
  // A name of a registry that is a path as well has to take nothing out of the model.
  const named = records.filter(({ kind, text }) => fileKinds.has(kind) || isFile(text));
  const files = [signatureFile, ...named.map(({ text }) => text)];
  return files.flatMap((file) => nameBelow(model, file) ?? []);
}

/** The outcome of weak evidence alone: it convinces nobody who has reason to doubt. */
function outcomeOf(
  facts: readonly Fact[],
  problems: readonly string[],
  isWeak: boolean,
): Verification["outcome"] {
  const outcome = outcomeFor(facts, problems);
  return outcome === "verified" && isWeak ? "missing-evidence" : outcome;
}

/**
 * Verifies a model against what was recorded of it and, where somebody is trusted, its signature; both
 * have to hold. Each file is read once for all of it. Throws `target-missing`, `file-missing`,
 * `record-invalid`; a server that cannot be asked is a problem.
 */
export async function verifyAgainst(model: string, options: AgainstOptions): Promise<Verification> {
  const { records: names, signatureFile, trust, signal } = options;
  const { mlflowUri, hubEndpoint, env, at = new Date() } = options;
  const loaded = await loadRecords(names, {
    model,
    trust,
    at,
    mlflowUri,
    hubEndpoint,
    env,
    signal,
    onRecord: options.onRecord,
  });
  const { jobs, onProgress, ignore = [] } = options;
  const evidence = evidenceIn(model, options);
  const plan = planComparison(model, loaded.records, {
    jobs,
    onProgress,
    signal,
    ignore,
    evidence,
  });
  const signature =
    trust.length === 0
      ? undefined
      : await verifyModel(model, signatureFile, {
          ...options,
          // What is read for the signature is read for the records as well.
          shared: plan.shared,
        });
  const isSigned = signature?.outcome === "verified";
  const compared = await compareRecords(plan, {
    isSigned,
    ...(isSigned && signature.root !== undefined ? { root: signature.root } : {}),
  });
  const refused = loaded.records
    .filter(({ isRefused }) => isRefused === true)
    .flatMap(({ notes, source }) =>
      notes.map(({ kind, message }): Fact => ({ kind, path: source, message })),
    );
  const facts = [...(signature?.facts ?? []), ...refused, ...compared.facts];
  const problems = [
    ...new Set([...loaded.problems, ...(signature?.problems ?? []), ...compared.problems]),
  ];
  const root = signature?.root ?? compared.root;
  return {
    variants: [],
    ...signature,
    files: isSigned ? signature.files : compared.files,
    ...(root === undefined ? {} : { root }),
    facts,
    problems,
    outcome: outcomeOf(facts, problems, !isSigned && compared.strength === "weak"),
  };
}
