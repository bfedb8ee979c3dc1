import type { GatewayConfig } from "../gateway/config/config.ts";
import type { Explanation, State } from "../gateway/config/explain.ts";
import { painter } from "./help.ts";

const marks: Readonly<Record<State, readonly [mark: string, style: "green" | "yellow" | "red"]>> = {
  protected: ["yes", "green"],
  note: ["note", "yellow"],
  danger: ["OPEN", "red"],
};

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const yes = (is: boolean): string => (is ? "judged" : "not read");

/** What a gateway protects, for a terminal. */
export function gatewayText(
  { rows, points }: Explanation,
  { config, color }: { readonly config: GatewayConfig; readonly color: boolean },
): string {
  const paint = painter(color);
  const head = ["Protocol", "Upstreams", "Prompts", "Tool results", "Answers", "Tool calls"];
  const served = rows.filter(({ upstreams }) => upstreams.length > 0);
  const refused = rows.filter(({ upstreams }) => upstreams.length === 0);
  const [first = "", ...rest] = table([
    head,
    ...served.map(({ surface, upstreams, prompts, toolResults, answers, toolCalls }) => [
      surface,
      upstreams.join(", "),
      yes(prompts),
      yes(toolResults),
      yes(answers),
      toolCalls,
    ]),
  ]);
  const { host, port } = config.listen;
  const lines = [
    `${paint("bold", config.file ?? "no file: what this machine has")}, listening at ${host}:${port}`,
    "",
    paint("bold", first),
    ...rest,
    "",
    "Each of them alike when it is streamed: text leaves once it was judged, calls of tools once they are whole.",
  ];
  if (refused.length > 0)
    lines.push(
      `Refused, as no upstream speaks them: ${refused.map((row) => row.surface).join(", ")}.`,
    );
  lines.push("");
  const width = Math.max(...points.map(({ what }) => what.length));
  for (const { state, what, about } of points) {
    const [mark, style] = marks[state];
    lines.push(`${paint(style, mark.padEnd(4))}  ${what.padEnd(width)}  ${about}`);
  }
  const open = points.filter(({ state }) => state === "danger").length;
  lines.push(
    "",
    open === 0 ? "Nothing is open that should not be." : paint("red", `${open} open.`),
  );
  return `${lines.join("\n")}\n`;
}
