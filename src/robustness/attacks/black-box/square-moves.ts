// The steps of Square: at a corner of the l∞ ball, or by taking what one window has of the l2 or l1 budget to another.
import type { Random } from "../../random.ts";
import { project } from "../project.ts";
import type { Window, Windows } from "./windows.ts";

export interface Moves {
  start(): Float32Array;
  /** The next candidate; undefined where no step changes anything. */
  step(best: Float32Array, share: number): Float32Array | undefined;
}

export interface MoveOptions {
  readonly original: Float32Array;
  readonly windows: Windows;
  readonly eps: number;
  readonly range: readonly [number, number];
  readonly random: Random;
}

/** Draws that may change nothing before a search is given up: every input that can move does so much sooner. */
const mostDraws = 200;

function sign(random: Random): number {
  return random.uniform() < 0.5 ? -1 : 1;
}

function linf({ original, windows, eps, range, random }: MoveOptions): Moves {
  const corners = [-1, 1].map((way) => {
    const corner = original.map((value) => value + way * eps);
    project(corner, original, { norm: "linf", eps, range });
    return corner;
  });

  function set(into: Float32Array, elements: Int32Array): boolean {
    let changed = false;
    let way = sign(random);
    for (const k of elements) {
      if (windows.loose) way = sign(random);
      const value = corners[way < 0 ? 0 : 1]![k]!;
      changed ||= value !== into[k];
      into[k] = value;
    }
    return changed;
  }

  return {
    start: () => {
      const candidate = original.slice();
      for (const elements of windows.stripes()) set(candidate, elements);
      return candidate;
    },
    step: (best, share) => {
      const candidate = best.slice();
      for (let draw = 0; draw < mostDraws; draw++) {
        let changed = false;
        for (const elements of windows.random(share, random).channels) {
          changed = set(candidate, elements) || changed;
        }
        if (changed) return candidate;
      }
      return undefined;
    },
  };
}

/**
 * Steps in l2 (power 2) and l1 (power 1) (paper, algorithm 3): a window takes what another has, and what is unused.
 * Σ|δ|^power adds up over elements in both norms, so that one formula serves them.
 */
function shifting(power: 1 | 2, options: MoveOptions): Moves {
  const { original, windows, random, eps, range } = options;

  function measure(delta: Float32Array, elements?: Iterable<number>): number {
    let sum = 0;
    if (elements === undefined) for (const value of delta) sum += Math.abs(value) ** power;
    else for (const k of elements) sum += Math.abs(delta[k]!) ** power;
    return sum;
  }

  function scaleTo(delta: Float32Array, wanted: number): number {
    const has = measure(delta);
    return has === 0 ? 0 : (wanted / has) ** (1 / power);
  }

  /** Into ball and range. In l2 the whole budget is used before that, as in the paper. */
  function placed(delta: Float32Array): Float32Array {
    const up = power === 2 ? scaleTo(delta, eps ** power) : 1;
    const x = delta.map((value, k) => original[k]! + value * up);
    project(x, original, { norm: power === 2 ? "l2" : "l1", eps, range });
    return x;
  }

  function step(best: Float32Array, share: number): Float32Array {
    const delta = best.map((value, k) => value - original[k]!);
    const [one, other] = windows.pair(share, random);
    const unused = Math.max(0, eps ** power - measure(delta)) / one.channels.length;
    const hills = measure(one.profile) ** (1 / power);
    for (const [channel, elements] of one.channels.entries()) {
      const away = other.channels[channel]!;
      const wanted = measure(delta, new Set([...elements, ...away])) + unused;
      const own = measure(delta, elements) ** (1 / power);
      const way = sign(random);
      const fresh = Float32Array.from(
        elements,
        (k, n) => (way * one.profile[n]!) / hills + (own === 0 ? 0 : delta[k]! / own),
      );
      const scale = scaleTo(fresh, wanted);
      for (const k of away) delta[k] = 0;
      for (const [n, k] of elements.entries()) delta[k] = fresh[n]! * scale;
    }
    return placed(delta);
  }

  function fill(delta: Float32Array, { channels, profile }: Window): void {
    for (const elements of channels) {
      const way = sign(random);
      for (const [n, k] of elements.entries()) delta[k] = way * profile[n]!;
    }
  }

  return {
    start: () => {
      const delta = new Float32Array(original.length);
      for (const window of windows.tiles(random)) fill(delta, window);
      const scale = scaleTo(delta, eps ** power);
      return placed(delta.map((value) => value * scale));
    },
    step,
  };
}

/** The steps in a norm. */
export function movesOf(norm: "linf" | "l2" | "l1", options: MoveOptions): Moves {
  if (norm === "linf") return linf(options);
  return shifting(norm === "l2" ? 2 : 1, options);
}
