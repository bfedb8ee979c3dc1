import type { Fact, FactKind } from "../../checks/provenance/facts.ts";
import type { Digests } from "../model/hash-range.ts";
import { hasOtherSize, isGitPath, typesOf, type Matched, type Pair } from "./match.ts";
import type { HashedModel, Plan } from "./plan.ts";
import { algorithmName, strengthOf, type RecordedFile, type Strength } from "./record.ts";
import { compareSigned } from "./signed.ts";

/** What is known before: a signature that holds covers all files. */
export interface KnownBefore {
  readonly isSigned: boolean;
  /** The digest of the whole that is signed. */
  readonly root?: string;
}

/** One record that is being compared. */
export interface RecordState {
  readonly matched: Matched;
  readonly plan: Plan;
  readonly model: HashedModel;
  readonly before: KnownBefore;
  readonly facts: Fact[];
  /** Files for which it speaks, by what that is worth. */
  readonly held: Map<string, Strength>;
}

/** Whole as long as two of them fit into a message. */
function shown(digest: string): string {
  return digest.length <= 64 ? digest : `${digest.slice(0, 60)}…`;
}

/** Notes something; what comes behind the kind is the file that it is about. */
function say(
  state: RecordState,
  kind: FactKind,
  told: readonly [path: string, message: string],
): void {
  const [path, message] = told;
  state.facts.push({ kind, path, message });
}

function hold({ matched, held }: RecordState, name: string, strength: Strength): void {
  const isStrong = matched.record.isVouched && strength === "strong";
  if (held.get(name) !== "strong") held.set(name, isStrong ? "strong" : "weak");
}

function holdAll(state: RecordState, strength: Strength): void {
  for (const { name } of state.plan.listing.files)
    if (!isGitPath(name)) hold(state, name, strength);
}

function isRoot({ model, before }: RecordState, digest: string): boolean {
  return digest === model.root || digest === before.root;
}

/** True where the bytes are those on record; undefined where they have no digest. */
function agrees(recorded: RecordedFile, digests: Digests | undefined): boolean | undefined {
  if (digests === undefined) return undefined;
  return typesOf(recorded).some((type) => digests[type] === recorded.digest);
}

function comparePair(state: RecordState, pair: Pair): void {
  const { name, recorded, file } = pair;
  const { source } = state.matched.record;
  if (file === undefined) {
    compareAbsent(state, pair);
    return;
  }
  if (hasOtherSize(pair)) {
    const { size } = recorded;
    say(state, "differs", [
      file.name,
      `it has ${file.size} bytes, on record (${source}) are ${size}`,
    ]);
    return;
  }
  const digests = state.model.digests.get(file.name);
  const isSame = agrees(recorded, digests);
  if (isSame === undefined) return;
  if (isSame || (state.matched.record.mayNameWhole === true && isRoot(state, recorded.digest))) {
    hold(state, file.name, strengthOf(recorded.algorithm));
    return;
  }
  const other = name === file.name ? "" : ` as \`${name.slice(0, 80)}\``;
  const actual = digests?.[recorded.algorithm] ?? "";
  say(state, "differs", [
    file.name,
    `its ${algorithmName(recorded.algorithm)} is ${shown(actual)}, on record${other} is ${shown(recorded.digest)} (${source})`,
  ]);
}

function compareAbsent(state: RecordState, { name, recorded }: Pair): void {
  const { record } = state.matched;
  const { listing } = state.plan;
  if (record.mayNameWhole === true && isRoot(state, recorded.digest)) {
    holdAll(state, "strong");
    return;
  }
  if (record.scope === "partial") return;
  const unfit = listing.unfit.find((each) => each.name === name);
  if (unfit !== undefined) {
    say(state, "differs", [name, `it is on record (${record.source}) and ${unfit.message}`]);
    return;
  }
  const { root } = state.model;
  const whole =
    record.mayNameWhole === true && root !== undefined
      ? `, and the digest of the whole is ${root}`
      : "";
  const expected = shown(recorded.digest);
  say(state, "differs", [
    name,
    `it is on record (${record.source}) with ${expected} and not there${whole}`,
  ]);
}

function compareRoots(state: RecordState): void {
  const { record } = state.matched;
  const { listing } = state.plan;
  const { root } = state.model;
  for (const { digest, from } of record.roots) {
    if (isRoot(state, digest)) holdAll(state, "strong");
    else if (root !== undefined)
      say(state, "differs", [
        listing.name,
        `the digest of the whole is ${root}, ${from} (${record.source}) is ${digest}`,
      ]);
  }
}

function compareUnnamed(state: RecordState): void {
  const { record } = state.matched;
  const { listing } = state.plan;
  const { root, digests } = state.model;
  for (const each of record.unnamed) {
    if (each.mayBeRoot && isRoot(state, each.digest)) {
      holdAll(state, strengthOf(each.algorithm));
      continue;
    }
    const same = listing.files.filter(({ name }) => agrees(each, digests.get(name)) === true);
    for (const { name } of same) hold(state, name, strengthOf(each.algorithm));
    if (same.length > 0 || state.model.failed.length > 0) continue;
    const only = listing.files.length === 1 ? listing.files[0] : undefined;
    const actual = only === undefined ? undefined : digests.get(only.name)?.[each.algorithm];
    const found = actual ?? (each.mayBeRoot ? root : undefined);
    const have =
      found === undefined
        ? "no file of it has this digest"
        : `${only === undefined ? "the digest of the whole" : `its ${each.algorithm}`} is ${shown(found)}`;
    say(state, "differs", [
      only?.name ?? listing.name,
      `${have}, on record (${each.from}) is ${shown(each.digest)}`,
    ]);
  }
}

function compareTotals(state: RecordState): void {
  const { record } = state.matched;
  const { listing } = state.plan;
  for (const { prefix, digest, algorithms, of } of record.totals) {
    const below = listing.files.filter(({ name }) => name.startsWith(prefix) && !isGitPath(name));
    const totals = algorithms.flatMap((type) => {
      const files = below.map(({ name }) => ({
        name: name.slice(prefix.length),
        digest: state.model.digests.get(name)?.[type] ?? "",
      }));
      return files.some((file) => file.digest === "") ? [] : [of(files)];
    });
    const [first] = totals;
    if (totals.includes(digest)) {
      const strength = strengthOf(algorithms[0] ?? "md5");
      for (const { name } of below) hold(state, name, strength);
    } else if (first !== undefined)
      say(state, "differs", [
        prefix === "" ? listing.name : prefix,
        `the sum over its ${below.length} files is ${first}, on record (${record.source}) is ${digest}; which file it is cannot be said from that`,
      ]);
  }
}

/** Files of the model that a record does not know. */
function compareRest(state: RecordState): void {
  const { record, pairs } = state.matched;
  const { listing } = state.plan;
  if (record.scope !== "whole" || listing.isFile) return;
  const noted = record.notes.map(({ path }) => path);
  const known = new Set([...pairs.map(({ file }) => file?.name), ...noted]);
  const isKnown = (name: string): boolean =>
    known.has(name) ||
    state.held.has(name) ||
    isGitPath(name) ||
    state.model.failed.some(({ file }) => file.name === name);
  const isTotal = (name: string): boolean =>
    record.totals.some(({ prefix }) => name.startsWith(prefix));
  for (const { name } of listing.files)
    if (!isKnown(name) && !isTotal(name))
      say(state, "differs", [name, `it is not on record (${record.source})`]);
}

/** Compares a model with one record: what differs is told, and for what it speaks is noted. */
export async function compareOne(state: RecordState): Promise<void> {
  const { record, pairs, isUnclear } = state.matched;
  const { listing } = state.plan;
  const { facts } = state;
  for (const { kind, path, message } of record.notes)
    facts.push({ kind, path: path ?? listing.name, message });
  if (isUnclear)
    say(state, "no-evidence", [
      listing.name,
      `several files on record (${record.source}) have its name`,
    ]);
  for (const pair of pairs) comparePair(state, pair);
  compareRoots(state);
  compareUnnamed(state);
  compareTotals(state);
  if (record.signed !== undefined) {
    const compared = await compareSigned(record.signed, record.source, state.plan);
    for (const fact of compared.facts) facts.push(fact);
    for (const name of compared.held) hold(state, name, "strong");
  } else compareRest(state);
}
