import { createContext, Script, type Context } from "node:vm";

/**
 * Milliseconds that any text may take, and that each thousand characters may take beside: some
 * thirty times what it takes on a machine that has nothing else to do.
 */
const base = 1_500;
const each = 3;

interface Room {
  readonly context: Context;
  readonly script: Script;
  readonly box: { job: () => void };
}

let room: Room | undefined;

function roomOf(): Room {
  if (room === undefined) {
    const box = { job: (): void => undefined };
    room = { box, context: createContext(box), script: new Script("job()") };
  }
  return room;
}

/**
 * Runs `job`, and ends it where it takes far longer than a text of this length does; undefined then.
 *
 * Babel goes back and tries again where TypeScript and JSX leave open what a `<` or a `(` begins:
 * nested in one another such places double the time at each level (twenty of `async <T>(` take
 * minutes), and each `<` that nothing closes is read to the end of the text. Which texts do that
 * cannot be told without parsing them. It can be stopped from outside only, and V8 does that for a
 * script that has a time limit, at a tenth of a millisecond for each.
 */
export function inTime<T>(job: () => T, length: number): T | undefined {
  const { box, context, script } = roomOf();
  let result: T | undefined;
  box.job = () => {
    result = job();
  };
  try {
    script.runInContext(context, { timeout: Math.ceil(base + (length / 1000) * each) });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return undefined;
  } finally {
    box.job = () => undefined;
  }
  return result;
}
