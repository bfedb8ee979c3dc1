import type { Guard, GuardResult, GuardStream, StreamState } from "../../guard/contract.ts";

/** What is said of a text that a guard failed on: it passes, and nothing is known of it. */
export const passed: GuardResult = { verdict: "allow", detections: [], edits: [] };

/**
 * Lets through what a guard fails on, for who would rather have an answer than a guard. Each failure is
 * told to `onFailure`: it is an error, and is never counted as a verdict.
 */
export function tolerantGuard(guard: Guard, onFailure: (error: unknown) => void): Guard {
  function attempt(judge: () => GuardResult): GuardResult {
    try {
      return judge();
    } catch (error) {
      onFailure(error);
      return passed;
    }
  }

  function stream(inner: GuardStream): GuardStream {
    let received = 0;
    let hasFailed = false;
    const open = (): StreamState => ({
      settled: received,
      edits: [],
      detections: [],
      isBlocked: false,
    });
    function attemptStep(step: () => StreamState): StreamState {
      if (hasFailed) return open();
      try {
        return step();
      } catch (error) {
        hasFailed = true;
        onFailure(error);
        return open();
      }
    }
    return {
      push: (piece) => {
        received += piece.length;
        return attemptStep(() => inner.push(piece));
      },
      end: () => attemptStep(() => inner.end()),
    };
  }

  return {
    input: (text, source) => attempt(() => guard.input(text, source)),
    output: (text, context) => attempt(() => guard.output(text, context)),
    stream: (context) => stream(guard.stream(context)),
  };
}
