import { addFacts, gather } from "../command/gather.ts";
import type { CommandFacts } from "../command/view.ts";
import type { Setting } from "../setting/view.ts";
import { parseShell } from "../shell/parse.ts";

/** True for a unit of systemd, or a file that adds to one. */
export function isUnit(path: string): boolean {
  return /\.(?:service|socket|timer)$|\.service\.d[/\\][^/\\]+\.conf$/i.test(path);
}

/**
 * What a unit of systemd starts, and the variables that it sets for that. Its lines are no shell,
 * but what stands in them is read alike: words, quotes, `NAME=value`.
 *
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment=
 */
export function commandsOfUnit(settings: readonly Setting[], text: string): CommandFacts {
  const gathered = gather();
  for (const { key, start, end } of settings) {
    const name = key.slice(key.lastIndexOf(".") + 1);
    const from = text.indexOf("=", start) + 1;
    if (from <= start || from > end) continue;
    const raw = text.slice(from, end);
    const place = (shift: number) => (first: number, last: number) => ({
      start: Math.min(from + Math.max(0, first - shift), end),
      end: Math.min(from + Math.max(0, last - shift), end),
    });
    if (/^Exec(?:Start|StartPre|StartPost|Reload)$/.test(name)) {
      // `-`, `@`, `+` and `!` before the program say how it is started.
      const line = raw.replace(/^[ \t]*[-@:+!|]+/, (marks) => " ".repeat(marks.length));
      addFacts(gathered, parseShell({ text: line, place: place(0) }));
    } else if (name === "Environment")
      addFacts(gathered, parseShell({ text: `${setting}${raw}`, place: place(setting.length) }));
  }
  return gathered;
}

const setting = "export ";
