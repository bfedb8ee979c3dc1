/** Keeps requests away from an upstream that fails. */
export interface Breaker {
  /** True where it may be asked; the first after a pause is a trial. */
  readonly isClosed: () => boolean;
  readonly succeeded: () => void;
  readonly failed: () => void;
}

const failuresToOpen = 5;
const pauseMs = 10_000;

/** Opens after five failures in a row, for ten seconds; then one request tries. */
export function createBreaker(now: () => number = performance.now.bind(performance)): Breaker {
  let failures = 0;
  let openUntil = 0;
  return {
    isClosed: () => {
      if (failures < failuresToOpen) return true;
      const time = now();
      if (time < openUntil) return false;
      // The trial has the pause to itself; if it is never answered the next one comes after it.
      openUntil = time + pauseMs;
      return true;
    },
    succeeded: () => {
      failures = 0;
    },
    failed: () => {
      failures++;
      if (failures >= failuresToOpen) openUntil = now() + pauseMs;
    },
  };
}
