import { join } from "node:path";
import type { Fact } from "../../checks/provenance/facts.ts";
import { compareModel } from "../compare.ts";
import type { SignedModel } from "../oms/statement.ts";
import type { Plan } from "./plan.ts";

/** Compares a model with a manifest of OMS by that manifest's own rules. */
export async function compareSigned(
  signed: SignedModel,
  source: string,
  { listing, options, shared }: Plan,
): Promise<{ readonly facts: readonly Fact[]; readonly held: readonly string[] }> {
  const { evidence, ignore, ...hashing } = options;
  const compared = await compareModel(listing.root, signed, {
    ...hashing,
    shared,
    trust: [],
    ignore: [...ignore, ...evidence],
    // Only where it lies counts, and it is among the evidence already.
    signatureFile: join(listing.root, evidence[0] ?? "model.sig"),
  });
  const facts = compared.facts.flatMap(({ kind, path, message }): readonly Fact[] => {
    if (kind !== "uncovered") return [{ kind: "differs", path, message: `${message} (${source})` }];
    return evidence.includes(path) ? [] : [{ kind, path, message }];
  });
  const changed = new Set(facts.map(({ path }) => path));
  const held = compared.files.map(({ name }) => name).filter((name) => !changed.has(name));
  // A single file was called `.` by early clients.
  return { facts, held: held.map((name) => (name === "." ? listing.name : name)) };
}
