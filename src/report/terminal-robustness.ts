// An evaluation at a terminal: the table of accuracies, and whether it can be trusted.
import type { Run } from "../core/index.ts";
import {
  accuracyRows,
  between,
  brief,
  curveText,
  medianChange,
  percentCell,
} from "./robustness.ts";
import type { Paint, Style } from "./terminal-paint.ts";
import { oneLine, padEnd, widthOf, wrap } from "./text.ts";

const heads = ["accuracy", "95 % interval", "broken", "change", "queries"];

/** Good, middling, bad: how much of the accuracy is left. */
function styleOf(accuracy: number, clean: number): Style {
  const left = clean === 0 ? 0 : accuracy / clean;
  return left >= 0.8 ? "green" : left >= 0.4 ? "yellow" : "red";
}

/** The table; nothing where no model was attacked. */
export function robustnessTable(run: Run, paint: Paint): string[] {
  const { robustness } = run;
  if (robustness === undefined) return [];
  const rows = accuracyRows(robustness, "judged").map((row) => {
    const { outcome, accuracy, interval, name, kind } = row;
    const change = outcome === undefined ? undefined : medianChange(outcome);
    return {
      name: oneLine(name),
      kind,
      style: styleOf(accuracy, robustness.cleanAccuracy),
      cells: [
        percentCell(accuracy),
        between(interval),
        outcome === undefined ? "" : percentCell(outcome.successRate),
        change === undefined ? "" : brief(change),
        outcome === undefined ? "" : brief(outcome.queries.median),
      ],
    };
  });
  const first = Math.max(...rows.map(({ name }) => widthOf(name)));
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map(({ cells }) => widthOf(cells[at] ?? ""))),
  );
  const right = (text: string, at: number): string => text.padStart(widths[at] ?? 0);
  const lines = [
    `  ${" ".repeat(first)}  ${paint("dim", heads.map(right).join("  "))}`,
    ...rows.map(({ name, kind, cells, style }) => {
      const [accuracy = "", ...rest] = cells.map(right);
      const shown = paint(kind === "worst" ? ["bold", style as "red"] : style, accuracy);
      const label = padEnd(name, first);
      return `  ${kind === "worst" ? paint("bold", label) : label}  ${shown}  ${rest.join("  ")}`.trimEnd();
    }),
    "",
  ];
  if (robustness.attacks.some(({ distances }) => distances !== undefined))
    lines.splice(
      -1,
      0,
      paint("dim", "  broken: of the rightly classified; change: median of those, in the norm"),
    );
  const { curves } = robustness;
  const wide = Math.max(0, ...curves.map(({ attack, norm }) => `${attack} ${norm}`.length));
  for (const curve of curves) {
    const label = padEnd(oneLine(`${curve.attack} ${curve.norm}`), wide);
    lines.push(`  ${label}  ${paint("dim", "over eps")}  ${curveText(curve)}`);
  }
  if (curves.length > 0) lines.push("");
  return lines;
}

/** Whether it can be trusted: what speaks against it in full, the rest in one line. */
export function trustLines(
  run: Run,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string[] {
  const trust = run.robustness?.trust ?? [];
  if (trust.length === 0) return [];
  const of = (status: string) => trust.filter((point) => point.status === status);
  const [good, warnings, open] = [of("good"), of("warning"), of("open")];
  const all = `${good.length} of ${trust.length} signs speak for these numbers`;
  const mark = warnings.length === 0 ? paint("green", "✔") : paint("yellow", "!");
  const lines = [`  ${mark} ${paint("bold", "Can they be trusted?")} ${all}`];
  const told = [
    ...warnings.map((point) => ({ ...point, mark: paint("yellow", "!") })),
    ...open.map((point) => ({ ...point, mark: paint("dim", "?") })),
  ];
  for (const { mark: sign, title, detail, status } of told) {
    const [head = "", ...rest] = wrap(`${title}: ${oneLine(detail)}`, width - 6);
    const shade = (text: string): string => (status === "open" ? paint("dim", text) : text);
    lines.push(`    ${sign} ${shade(head)}`, ...rest.map((line) => `      ${shade(line)}`));
  }
  lines.push("");
  return lines;
}
