import type { Fact } from "../../checks/provenance/facts.ts";
import type { ModelFile } from "../model/list.ts";
import { compareOne, type KnownBefore, type RecordState } from "./compare-record.ts";
import { isBelow, isGitPath } from "./match.ts";
import { hashModel, type Plan } from "./plan.ts";
import type { Strength } from "./record.ts";

/** What a comparison with records gives. */
export interface RecordComparison {
  readonly facts: readonly Fact[];
  readonly problems: readonly string[];
  readonly files: readonly ModelFile[];
  /** The digest of the whole, where it was asked for. */
  readonly root?: string;
  /** What the best evidence for the model is worth; undefined where there is none. */
  readonly strength?: Strength;
}

const shownNames = 3;

/** Some names, and how many more. */
function namesIn(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map((name) => `\`${name.slice(0, 80)}\``);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

/** Says of which files only weak evidence is there. */
function weakFacts(states: readonly RecordState[], strong: ReadonlySet<string>): readonly Fact[] {
  return states.flatMap(({ matched, plan, held }): readonly Fact[] => {
    const { record } = matched;
    const names = [...held.keys()].filter((name) => !strong.has(name));
    // Whose record is not vouched for says so itself.
    if (names.length === 0 || !record.isVouched) return [];
    const message = `only MD5 or SHA-1 is on record (${record.source}) for ${namesIn(names)}`;
    return [{ kind: "weak-evidence", path: plan.listing.name, message }];
  });
}

/** Says for which files there is no evidence at all. */
function missingFacts(states: readonly RecordState[], plan: Plan): readonly Fact[] {
  const { files, name: model, unfit } = plan.listing;
  const said = states.flatMap(({ facts }) => facts);
  const told = said.filter(({ kind }) => kind === "differs" || kind === "no-evidence");
  const isSaid = new Set(told.map(({ path }) => path));
  const isHeld = (name: string): boolean => states.some(({ held }) => held.has(name));
  const left = said.flatMap(({ kind, path }) => (kind === "uncovered" ? [path] : []));
  const isOpen = (name: string): boolean =>
    !isGitPath(name) && !isHeld(name) && !isSaid.has(name) && !isBelow(name, left);
  if (!states.some(({ held }) => held.size > 0)) {
    const message = "no record says anything of its files";
    return told.length > 0 ? [] : [{ kind: "no-evidence", path: model, message }];
  }
  const strange = unfit.flatMap(({ kind, name, message }): readonly Fact[] =>
    kind === "unreadable" || kind === "limit" || !isOpen(name)
      ? []
      : [{ kind: "no-evidence", path: name, message: `it cannot be compared: ${message}` }],
  );
  const failed = new Set(states[0]?.model.failed.map(({ file }) => file.name));
  const open = files.filter(({ name }) => isOpen(name) && !failed.has(name));
  return [
    ...strange,
    ...open.map(({ name }): Fact => ({
      kind: "no-evidence",
      path: name,
      message: "it is on no record",
    })),
  ];
}

/** Compares a model with all of its records. */
export async function compareRecords(plan: Plan, before: KnownBefore): Promise<RecordComparison> {
  const { listing } = plan;
  const model = await hashModel(plan);
  const problems: string[] = [];
  const facts: Fact[] = [];
  for (const { kind, name, message } of listing.unfit)
    if (kind === "unreadable" || kind === "limit") problems.push(`${name}: ${message}`);
  for (const { file, kind, message } of model.failed) {
    if (kind === "changed") facts.push({ kind: "differs", path: file.name, message });
    else problems.push(`${file.name}: ${message}`);
  }
  const states = plan.matched.map((matched): RecordState => ({
    matched,
    plan,
    model,
    before,
    facts: [],
    held: new Map(),
  }));
  for (const state of states) await compareOne(state);
  for (const state of states) for (const fact of state.facts) facts.push(fact);
  const strong = new Set(
    states.flatMap(({ held }) =>
      [...held].flatMap(([name, each]) => (each === "strong" ? [name] : [])),
    ),
  );
  const isWeak = states.some(({ held }) => held.size > 0);
  if (!before.isSigned) {
    // What Git keeps and what speaks of the model is no part of it by anybody's word.
    for (const name of listing.ignored)
      if (!isGitPath(name) && !plan.options.evidence.includes(name))
        facts.push({ kind: "uncovered", path: name, message: "it is left out of the comparison" });
    facts.push(...weakFacts(states, strong));
    if (states.length > 0) for (const fact of missingFacts(states, plan)) facts.push(fact);
  }
  return {
    facts,
    problems,
    files: listing.files.filter(({ name }) => model.digests.has(name)),
    ...(model.root === undefined ? {} : { root: model.root }),
    ...(strong.size > 0 ? { strength: "strong" } : isWeak ? { strength: "weak" } : {}),
  };
}
