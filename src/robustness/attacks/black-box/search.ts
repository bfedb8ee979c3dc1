// What black-box attacks share: each item is searched by a generator that yields what it wants to ask.
// Here the questions of all items go to the model together, budgets are kept, and answers are given back.
import { PaviseError } from "../../../core/errors.ts";
import { countOf, sizeOf } from "../../batch.ts";
import type { Classifier } from "../../classifier.ts";
import type { Random } from "../../random.ts";
import type { Access, AttackInput, AttackResult, Norm } from "../define.ts";
import { distance } from "../distance.ts";
import { meterOf, type Meter } from "../meter.ts";
import { argmax } from "../success.ts";

/** Most elements that go to the model in one call, and most inputs. */
const mostElements = 2 ** 22;
const mostInputs = 256;

/** What the model said to what an item asked: fewer rows than asked where the budget ends. */
export interface Answer {
  readonly count: number;
  /** Scores of one candidate: logits, or the logarithms of probabilities. */
  row(candidate: number): Float32Array;
}

/** One input under attack. */
export interface Item {
  /** Its number in the batch. */
  readonly index: number;
  /** The input, brought into the model's range. */
  readonly original: Float32Array;
  /** What the model said to it. */
  readonly scores: Float32Array;
  readonly label: number;
  readonly target: number | undefined;
  readonly random: Random;
  /** Queries it may cost, and has cost so far. */
  readonly budget: number;
  used(): number;
  /** Most candidates that it should ask about at once. */
  readonly chunk: number;
  /** Whether these scores are what the attack wants. */
  won(scores: Float32Array): boolean;
  /** Greater is nearer to it: max of the others − label, with a target target − max of the others. */
  margin(scores: Float32Array): number;
  /** What the item will be given back as. Copied. */
  keep(candidate: Float32Array): void;
  /** Tells the user something; the same is told once. */
  note(text: string): void;
  /** Keeps it unless what was kept so is nearer to the original. */
  keepNearer(candidate: Float32Array, norm: Norm): void;
}

/** Yields candidates one after another in one array. It is ended from outside where the budget is used up. */
export type Search = Generator<Float32Array, void, Answer>;

export interface SearchOptions {
  readonly access: Exclude<Access, "gradient">;
  /** Queries that each item may cost, as the attack's own parameter says. */
  readonly queries: number;
  /** Called for every item that the model does not get wrong as it is. */
  readonly search: (item: Item) => Search;
}

/** The range, or where it has no ends one that the input lies well within: for noise and for scales. */
export function spanOf(
  [least, most]: readonly [number, number],
  original: Float32Array,
): readonly [number, number] {
  if (Number.isFinite(most - least)) return [least, most];
  let size = 1;
  for (const value of original) size = Math.max(size, 2 * Math.abs(value));
  return [Math.max(least, -size), Math.min(most, size)];
}

function marginOf(scores: Float32Array, label: number): number {
  let other = -Infinity;
  for (let k = 0; k < scores.length; k++) if (k !== label && scores[k]! > other) other = scores[k]!;
  return other - scores[label]!;
}

function check(model: Classifier, input: AttackInput, access: Access): void {
  if (access === "scores" && model.answers === "labels") {
    throw new PaviseError("model-unsupported", `${model.name} answers with labels only`, {
      hint: "This attack needs scores. hop-skip-jump and boundary need labels only.",
    });
  }
  const count = countOf(input.inputs);
  for (const [name, classes] of [
    ["labels", input.labels],
    ["targets", input.targets],
  ] as const) {
    if (classes === undefined) continue;
    if (classes.length !== count) {
      throw new PaviseError("data-invalid", `${classes.length} ${name} for ${count} inputs`);
    }
    const strange = classes.find((label) => label < 0 || label >= model.classes);
    if (strange !== undefined) {
      throw new PaviseError(
        "data-invalid",
        `class ${strange} among the ${name}, but ${model.name} has ${model.classes}`,
        { hint: "Classes are counted from 0." },
      );
    }
  }
}

interface Running {
  readonly item: Item;
  readonly search: Search;
  candidates: Float32Array;
}

/** Asks about rows; scores come back as logits or log p. */
type Ask = (rows: readonly Float32Array[], items: readonly number[]) => Promise<Float32Array>;

function askerOf(model: Classifier, meter: Meter): Ask {
  return async (rows, items) => {
    const data = new Float32Array(items.length * sizeOf(model.inputShape));
    let at = 0;
    for (const row of rows) {
      data.set(row, at);
      at += row.length;
    }
    const shape = [items.length, ...model.inputShape];
    const scores = await meter.predict({ data, shape }, items);
    if (model.answers !== "probabilities") return scores;
    // Differences of log p are differences of logits, so that margins are the same with both.
    return scores.map((p) => Math.log(Math.max(p, 1e-38)));
  };
}

/** Searches every item. What the model gets wrong as it is costs one query and stays. */
export async function searchEach(
  model: Classifier,
  input: AttackInput,
  options: SearchOptions,
): Promise<AttackResult> {
  check(model, input, options.access);
  const count = countOf(input.inputs);
  const size = sizeOf(model.inputShape);
  const { classes } = model;
  const [least, most] = model.range;
  const budget = Math.max(0, Math.min(options.queries, input.maxQueries ?? Infinity));
  const adversarial = Float32Array.from(input.inputs.data);
  const meter = meterOf(model, input);
  const { queries } = meter;
  const ask = askerOf(model, meter);
  const room = Math.max(1, Math.min(mostInputs, Math.floor(mostElements / size)));
  const notes = new Set<string>();

  function start(index: number, scores: Float32Array): Item {
    const place = adversarial.subarray(index * size, (index + 1) * size);
    const label = input.labels[index]!;
    const target = input.targets?.[index];
    const original = place.map((value) => Math.min(most, Math.max(least, value)));
    let nearest = Infinity;
    return {
      index,
      original,
      scores,
      label,
      target,
      random: input.random.fork(input.first + index),
      budget,
      used: () => queries[index]!,
      chunk: Math.min(room, 64),
      won: (row) => {
        if (row.includes(Number.NaN)) return false;
        return target === undefined ? argmax(row) !== label : argmax(row) === target;
      },
      margin: (row) => (target === undefined ? marginOf(row, label) : -marginOf(row, target)),
      keep: (candidate) => place.set(candidate),
      note: (text) => notes.add(text),
      keepNearer: (candidate, norm) => {
        const far = distance(candidate, original, norm);
        if (far >= nearest) return;
        nearest = far;
        place.set(candidate);
      },
    };
  }

  const running = new Map<number, Running>();

  /** Takes the search on until it asks again or ends. */
  function advance(index: number, answer?: Answer): void {
    const one = running.get(index)!;
    const next = answer === undefined ? one.search.next() : one.search.next(answer);
    if (next.done === true) running.delete(index);
    else one.candidates = next.value;
  }

  /** Asks for some items, each up to what its budget leaves, and hands the answers out. */
  async function round(group: readonly number[], give: (index: number, answer: Answer) => void) {
    const asked = group.map((index) => {
      const candidates =
        running.get(index)?.candidates ??
        input.inputs.data
          .subarray(index * size, (index + 1) * size)
          .map((value) => Math.min(most, Math.max(least, value)));
      return candidates.subarray(0, Math.min(candidates.length, (budget - queries[index]!) * size));
    });
    const owners = group.flatMap((index, k) => Array<number>(asked[k]!.length / size).fill(index));
    const scores = await ask(asked, owners);
    if (scores.includes(Number.NaN)) {
      notes.add("The model answered with NaN; such answers count as no success.");
    }
    let at = 0;
    for (const [k, index] of group.entries()) {
      const rows = asked[k]!.length / size;
      const from = at;
      give(index, {
        count: rows,
        row: (n) => scores.subarray((from + n) * classes, (from + n + 1) * classes),
      });
      at += rows;
    }
  }

  /** Groups of items whose questions fit into one call. */
  async function rounds(
    items: readonly number[],
    give: (index: number, answer: Answer) => void,
  ): Promise<void> {
    let group: number[] = [];
    let rows = 0;
    for (const index of items) {
      const wanted = Math.max(1, (running.get(index)?.candidates.length ?? size) / size);
      if (group.length > 0 && rows + wanted > room) {
        await round(group, give);
        group = [];
        rows = 0;
      }
      group.push(index);
      rows += wanted;
    }
    if (group.length > 0) await round(group, give);
  }

  if (budget > 0) {
    await rounds(
      Array.from({ length: count }, (_, index) => index),
      (index, answer) => {
        const item = start(index, answer.row(0).slice());
        if (item.won(item.scores)) return;
        running.set(index, { item, search: options.search(item), candidates: item.original });
        advance(index);
      },
    );
  }
  while (running.size > 0) {
    for (const [index, { search }] of running) {
      if (queries[index]! < budget) continue;
      search.return();
      running.delete(index);
    }
    await rounds([...running.keys()], advance);
    let done = count - running.size;
    for (const index of running.keys()) done += queries[index]! / budget;
    input.progress?.(done / count);
  }
  input.progress?.(1);
  return {
    adversarial: { data: adversarial, shape: input.inputs.shape },
    queries,
    ...(notes.size > 0 && { notes: [...notes] }),
  };
}
