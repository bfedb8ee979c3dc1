import type { PickleProgram } from "../formats/pickle/program.ts";
import { renderEvent, renderValue } from "../formats/pickle/render.ts";
import { judge, type Act, type JudgeOptions } from "./judge.ts";
import type { ListingLine } from "./listing.ts";

/** What is known of where a pickle was found, and how much of it is shown. */
export interface PickleOptions extends JudgeOptions {
  /** Lines that are shown although nothing is wrong with them; where nothing is at all, none is. */
  readonly shown: number;
  readonly isWhole: boolean;
}

/** What a pickle does, a line for each step; of many harmless ones only the first. */
export function pickleLines(
  program: PickleProgram,
  options: PickleOptions,
): readonly ListingLine[] {
  const { events, start, end, protocol, arrayBytes, problem, result } = program;
  const wrong = new Map<number, Act[]>();
  for (const act of judge(program, options)) {
    const list = wrong.get(act.event);
    if (list === undefined) wrong.set(act.event, [act]);
    else list.push(act);
  }
  const title: ListingLine = { text: `# pickle, protocol ${protocol}, ${end - start} bytes` };
  if (wrong.size === 0 && !options.isWhole) return [title];
  const called = new Set<unknown>();
  for (const event of events) if (event.kind === "call") called.add(event.call.callee);
  const lines: ListingLine[] = [title];
  let left = options.shown;
  let hidden = 0;
  const showHidden = (): void => {
    if (hidden > 0) lines.push({ text: `# … ${hidden} more that do no harm` });
    hidden = 0;
  };
  for (const [index, event] of events.entries()) {
    const acts = wrong.get(index);
    // The line that calls a name says that it is imported.
    if (acts === undefined && event.kind === "import" && called.has(event.global)) continue;
    if (acts === undefined && left-- <= 0) {
      hidden++;
      continue;
    }
    showHidden();
    lines.push({ text: renderEvent(event), acts });
  }
  showHidden();
  if (problem === undefined && wrong.has(events.length))
    lines.push({ text: "# at its end", acts: wrong.get(events.length) });
  if (arrayBytes > 0) lines.push({ text: `# ${arrayBytes} bytes of arrays between them` });
  if (problem !== undefined)
    lines.push({
      text: `# stops at byte ${problem.at}: ${problem.message}`,
      acts: wrong.get(events.length),
    });
  else if (result !== undefined) lines.push({ text: `return ${renderValue(result)}` });
  return lines;
}
