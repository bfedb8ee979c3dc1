import { createRequire } from "node:module";
import type { crosswalk } from "./crosswalk-table.ts";

// Required when first used, for the same reason as the frameworks.
const load = createRequire(import.meta.url);

let targetsOf: ReadonlyMap<string, readonly string[]> | undefined;

function build(): ReadonlyMap<string, readonly string[]> {
  const module: { crosswalk: typeof crosswalk } = load(
    `./crosswalk-table${import.meta.url.slice(-3)}`,
  );
  const targets = new Map<string, string[]>();
  for (const { from, serves } of module.crosswalk) {
    for (const source of from) {
      const list = targets.get(source) ?? [];
      list.push(...serves);
      targets.set(source, list);
    }
  }
  return targets;
}

/** What one control leads to; a sub-technique without a row of its own has its technique's. */
function servedBy(id: string): readonly string[] {
  targetsOf ??= build();
  return targetsOf.get(id) ?? targetsOf.get(id.replace(/^(ATLAS:AML\.T\d+)\.\d+$/, "$1")) ?? [];
}

/**
 * The ids themselves, then the controls of NIST and the EU AI Act that evidence about them serves,
 * each once, in a stable order. "Serves" means that a finding, or its absence in a complete
 * coverage, is evidence *for* the control; no number of checks makes anyone compliant.
 */
export function withCrosswalk(ids: Iterable<string>): readonly string[] {
  const given = [...ids];
  return [...new Set([...given, ...given.flatMap(servedBy)])];
}

/** What a run serves as a whole, whichever checks were in it. */
export const runServes: readonly { readonly control: string; readonly because: string }[] = [
  {
    control: "NIST-AI-RMF-1.0:MEASURE-2.1",
    because: "The run names the tool, its version, its checks and what each of them read.",
  },
  {
    control: "NIST-AI-RMF-1.0:MEASURE-3.1",
    because: "Fingerprints and the baseline track known and new risks from run to run.",
  },
  {
    control: "NIST-AI-RMF-1.0:MANAGE-1.4",
    because: "Suppressed findings are documented residual risks, with reason and expiry.",
  },
  {
    control: "EU-AI-ACT:2024/1689:ART-9",
    because: "Findings, accepted exceptions and the gate's decision are inputs of risk management.",
  },
  {
    control: "EU-AI-ACT:2024/1689:ART-11",
    because: "The run is a dated test report for the technical documentation.",
  },
  {
    control: "EU-AI-ACT:2024/1689:ANNEX-IV",
    because: "Annex IV asks for test reports and for the cybersecurity measures put in place.",
  },
];
