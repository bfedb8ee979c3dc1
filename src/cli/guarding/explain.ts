// One text and what is seen in it, for a terminal.
import { detectionKinds } from "../../detect/detection.ts";
import { canonicalise } from "../../detect/unicode/index.ts";
import { views } from "../../detect/views/index.ts";
import type { Detection, GuardResult, Verdict } from "../../guard/index.ts";
import { oneLine } from "../../report/text.ts";
import type { Paint } from "../help.ts";

export interface ExplainGiven {
  readonly name: string;
  readonly text: string;
  readonly result: GuardResult;
  readonly paint: Paint;
  readonly width: number;
}

const verdictWords: Readonly<
  Record<Verdict, readonly [style: "green" | "yellow" | "red", word: string]>
> = {
  allow: ["green", "passes"],
  redact: ["yellow", "passes changed"],
  block: ["red", "blocked"],
};

const hiddenFamilies: ReadonlySet<string> = new Set(["secret", "personal", "leak"]);
const isSecret = ({ kind }: Detection): boolean => hiddenFamilies.has(detectionKinds[kind]);
const mostShown = 20;
const mask = "•••";

function placeOf(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) {
    line++;
    start = next + 1;
  }
  return `${line}:${at - start + 1}`;
}

/** On one line, with the spaces at its ends. */
function shown(text: string): string {
  const first = /^\s/.test(text) ? " " : "";
  const last = /\S\s+$/.test(text) ? " " : "";
  return `${first}${oneLine(text)}${last}`;
}

/** A part of the text around a detection, in which nothing stands that is to stay secret. */
function masked({ text, result }: ExplainGiven, start: number, end: number): string {
  let made = "";
  let after = start;
  for (const each of result.detections) {
    if (!isSecret(each) || each.end <= after || each.start >= end) continue;
    made += text.slice(after, Math.max(after, each.start)) + mask;
    after = Math.min(each.end, end);
  }
  return made + text.slice(after, end);
}

/** A part of the text on one line, with what is seen in it marked, or masked where it is to stay secret. */
function excerpt(given: ExplainGiven, detection: Detection): string {
  const { text, paint, width } = given;
  const { start, end } = detection;
  const room = Math.max(20, width - 6);
  const around = Math.max(8, Math.floor((room - Math.min(end - start, room)) / 2));
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const until = Math.min(end, start + room);
  const seen = isSecret(detection)
    ? mask
    : canonicalise(masked(given, start, until)).text + (end > until ? "…" : "");
  const before = (from > 0 ? "…" : "") + shown(masked(given, from, start));
  const after = shown(masked(given, end, to)) + (to < text.length ? "…" : "");
  return `${before}${paint("underline", oneLine(seen))}${after}`;
}

/** What a disguised part says. */
function plainOf(given: ExplainGiven, detection: Detection): string | undefined {
  const { start, end, disguise, kind } = detection;
  if ((disguise === undefined && kind !== "hidden-text") || isSecret(detection)) return undefined;
  const canonical = canonicalise(given.text);
  const said = [...views(canonical)].find((view) => {
    const whole = view.toOriginal(0, view.text.length);
    const isIt =
      view.disguise === disguise ||
      (kind === "hidden-text" && canonical.concealed.some((each) => each.text === view.text));
    return isIt && whole.start <= start && whole.end >= end;
  });
  if (said === undefined) return undefined;
  const text = oneLine(said.text);
  const room = Math.max(20, given.width - 12);
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

/** The verdict on a text and every detection, with its place. */
export function explanation(given: ExplainGiven): string {
  const { name, text, result, paint } = given;
  const [style, word] = verdictWords[result.verdict];
  const lines = [`${paint("bold", name)}  ${paint(["bold", style], word)}`];
  for (const each of result.detections.slice(0, mostShown)) {
    const { kind, rule, score, start, disguise } = each;
    const how = disguise === undefined ? "" : paint("magenta", ` in ${disguise}`);
    lines.push(
      "",
      `  ${paint(["bold", "cyan"], kind)}${how}  ${paint("dim", `${rule}, score ${score.toFixed(2)}, at ${placeOf(text, start)}`)}`,
      `    ${excerpt(given, each)}`,
    );
    const plain = plainOf(given, each);
    if (plain !== undefined) lines.push(`    ${paint("dim", "says:")} ${plain}`);
  }
  const more = result.detections.length - mostShown;
  if (more > 0) lines.push("", paint("dim", `  and ${more} more`));
  return `${lines.join("\n")}\n`;
}
