// One run of Auto-PGD (Croce & Hein 2020, arXiv:2003.01690; in L1 of 2021, arXiv:2103.01208).
import { pick, sizeOf } from "../../batch.ts";
import type { Loss } from "../../classifier.ts";
import type { AttackInput } from "../define.ts";
import { distance } from "../distance.ts";
import type { GradientMeter } from "../meter.ts";
import { project, type Ball } from "../project.ts";
import { kthLargest, steepest } from "../step.ts";
import { isFooled, rowOf, viewsOf } from "../success.ts";

/** The loss of these items. */
export type LossOf = (items: readonly number[]) => Loss;

/** What all runs on one batch share. */
export interface Bout {
  readonly input: AttackInput;
  readonly meter: GradientMeter;
  readonly classes: number;
}

export interface ApgdRun {
  readonly items: readonly number[];
  readonly ball: Ball;
  readonly steps: number;
  /** Share of steps that must raise the loss, or else the step is halved. */
  readonly rho: number;
  /** Where each item of the batch starts. Overwritten. */
  readonly x: Float32Array;
  readonly loss: LossOf;
  /** Whether an item is done once it fools the model. */
  readonly stop: boolean;
  /** Whether the start is a random one: then L1 begins with steps of a fifth of all elements. */
  readonly fresh: boolean;
  /** From 0 to 1. */
  readonly progress?: (done: number) => void;
}

export interface ApgdOutcome {
  /** As the batch: for the items what fools, or else what has the greatest loss. */
  readonly best: Float32Array;
  readonly fooled: readonly number[];
  readonly left: readonly number[];
}

/** What is kept for each item. */
interface State {
  readonly item: number;
  readonly origin: Float32Array;
  readonly x: Float32Array;
  readonly before: Float32Array;
  readonly best: Float32Array;
  readonly gradient: Float32Array;
  readonly bestGradient: Float32Array;
  loss: number;
  bestLoss: number;
  stepSize: number;
  /** Steps since the last checkpoint that raised the loss. */
  rises: number;
  bestAtCheck: number;
  halvedAtCheck: boolean;
  /** L1: share of the elements that a step moves, and how many differed from the origin at the last checkpoint. */
  share: number;
  moved: number;
}

/** How long it is until the first checkpoint, and how these lengths fall. */
interface Schedule {
  readonly first: number;
  readonly fall: number;
  readonly least: number;
}

function scheduleOf({ ball, steps }: ApgdRun): Schedule {
  const share = (part: number): number => Math.max(1, Math.floor(part * steps));
  if (ball.norm === "l1") return { first: share(0.04), fall: 0, least: 1 };
  return { first: share(0.22), fall: share(0.03), least: share(0.06) };
}

/** The step as it is at first, as a multiple of eps. */
function firstStep({ norm, eps }: Ball): number {
  return norm === "l1" ? eps : 2 * eps;
}

/** L1: signs of the largest share of the gradient, at length 1. */
function sparse(gradient: Float32Array, into: Float32Array, share: number): void {
  const { length } = gradient;
  // Rounded, where the authors' code rounds up: with two elements left it would move both for ever, and gain nothing.
  const least = kthLargest(gradient, Math.min(length, Math.max(1, Math.round(share * length))));
  let count = 0;
  for (const value of gradient) if (Math.abs(value) >= least && value !== 0) count++;
  for (let k = 0; k < length; k++) {
    const value = gradient[k]!;
    into[k] = Math.abs(value) >= least && value !== 0 ? Math.sign(value) / count : 0;
  }
}

/** A projected step of the gradient, then a weighted mean of it with the last move. */
function advance(state: State, ball: Ball, first: boolean): void {
  const { x, before, origin, gradient } = state;
  const step = new Float32Array(x.length);
  if (ball.norm === "l1") sparse(gradient, step, state.share);
  else steepest(gradient, step, ball);
  for (let k = 0; k < x.length; k++) step[k] = x[k]! + state.stepSize * step[k]!;
  project(step, origin, ball);
  if (ball.norm === "l1") {
    before.set(x);
    x.set(step);
    return;
  }
  const share = first ? 1 : 0.75;
  for (let k = 0; k < x.length; k++) {
    const at = x[k]!;
    step[k] = at + share * (step[k]! - at) + (1 - share) * (at - before[k]!);
    before[k] = at;
  }
  project(step, origin, ball);
  x.set(step);
}

function backToBest(state: State): void {
  state.x.set(state.best);
  state.gradient.set(state.bestGradient);
}

/** Halves the step where too few steps raised the loss, or none was found better since the last checkpoint. */
function check(state: State, length: number, rho: number): void {
  const halve =
    state.rises <= rho * length || (!state.halvedAtCheck && state.bestAtCheck >= state.bestLoss);
  state.halvedAtCheck = halve;
  state.bestAtCheck = state.bestLoss;
  state.rises = 0;
  if (!halve) return;
  state.stepSize /= 2;
  backToBest(state);
}

/** L1: adapts how many elements a step moves to how many the best point moves. */
function checkSparse(state: State, ball: Ball): void {
  const now = distance(state.best, state.origin, "l0");
  const sparser = now / state.moved < 0.95;
  const most = firstStep(ball);
  state.share = now / state.x.length / 1.5;
  state.stepSize = sparser ? most : Math.max(most / 10, state.stepSize / 1.5);
  state.moved = now;
  if (sparser) backToBest(state);
}

/** Runs it. Items are left out once they fool the model, or once their queries are used up. */
export async function apgdRun(bout: Bout, run: ApgdRun): Promise<ApgdOutcome> {
  const { input, meter, classes } = bout;
  const { ball, steps } = run;
  const { shape } = input.inputs;
  const size = sizeOf(shape.slice(1));
  const best = run.x.slice();
  const [xs, bests, origins] = [run.x, best, input.inputs.data].map((data) =>
    viewsOf(data, shape),
  ) as [readonly Float32Array[], readonly Float32Array[], readonly Float32Array[]];
  let states = run.items.map((item): State => {
    const far = distance(xs[item]!, origins[item]!, "l0");
    return {
      item,
      origin: origins[item]!,
      x: xs[item]!,
      before: xs[item]!.slice(),
      best: bests[item]!,
      gradient: new Float32Array(size),
      bestGradient: new Float32Array(size),
      loss: -Infinity,
      bestLoss: -Infinity,
      stepSize: firstStep(ball),
      rises: 0,
      bestAtCheck: -Infinity,
      halvedAtCheck: true,
      share: run.fresh ? 0.2 : far / size / 1.5,
      moved: run.fresh ? size : far,
    };
  });
  const fooled: number[] = [];
  const left: number[] = [];

  /** Asks for gradients, takes out what is done, and keeps what is better. */
  async function look(first: boolean): Promise<void> {
    const affordable = new Set(meter.affordable(states.map(({ item }) => item)));
    const going = states.filter(({ item }) => affordable.has(item));
    if (going.length < states.length) {
      for (const { item } of states) if (!affordable.has(item)) left.push(item);
    }
    states = going;
    if (going.length === 0) return;
    const items = going.map(({ item }) => item);
    const found = await meter.gradient(pick({ data: run.x, shape }, items), run.loss(items), items);
    states = going.filter((state, place) => {
      const { item } = state;
      if (run.stop && isFooled(rowOf(found.logits, place, classes), item, input)) {
        state.best.set(state.x);
        fooled.push(item);
        return false;
      }
      state.gradient.set(found.gradient.subarray(place * size, (place + 1) * size));
      const loss = found.loss[place]!;
      if (!first && loss > state.loss) state.rises++;
      state.loss = loss;
      if (first || loss > state.bestLoss) {
        state.best.set(state.x);
        state.bestGradient.set(state.gradient);
        state.bestLoss = loss;
      }
      if (first) state.bestAtCheck = loss;
      return true;
    });
  }

  await look(true);
  const schedule = scheduleOf(run);
  let length = schedule.first;
  let since = 0;
  for (let step = 0; step < steps && states.length > 0; step++) {
    for (const state of states) advance(state, ball, step === 0);
    await look(false);
    run.progress?.((step + 1) / steps);
    if (++since < length) continue;
    for (const state of states) {
      if (ball.norm === "l1") checkSparse(state, ball);
      else check(state, length, run.rho);
    }
    since = 0;
    length = Math.max(schedule.least, length - schedule.fall);
    if (ball.norm === "l1") length = schedule.first;
  }
  for (const { item } of states) left.push(item);
  return { best, fooled, left: left.sort((a, b) => a - b) };
}
