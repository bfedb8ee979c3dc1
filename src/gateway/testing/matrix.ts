import { protocols } from "./protocols/index.ts";
import type { Answered, Carried, ProtocolCase, Said } from "./protocols/protocol-case.ts";
import type { Provider } from "./provider.ts";

/** One place in which a text can stand. */
export interface Cell {
  readonly protocol: ProtocolCase;
  readonly isStream: boolean;
  readonly carried: Carried;
}

/** A cell, and what became of each of the texts that were sent through it. */
export interface CellResult {
  readonly protocol: Pick<ProtocolCase, "name">;
  readonly isStream: boolean;
  readonly carried: Carried;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

export type Outcome = "passed" | "blocked" | "redacted" | "leaked" | "lost";

/** What must not get through, and the marks that stand for it where it is taken out. */
const masks = ["[x]", "[SECRET]"];

const places: readonly Carried[] = ["input", "output", "tool arguments", "tool results"];

/** Every cell that a protocol can carry. */
export function cells(): readonly Cell[] {
  return protocols.flatMap((protocol) =>
    protocol.carries.flatMap((carried) => {
      const streams = protocol.stream !== undefined && protocol.stream({}).length > 0;
      return (streams ? [false, true] : [false]).map((isStream) => ({
        protocol,
        isStream,
        carried,
      }));
    }),
  );
}

/** Cut so that the word comes in three events. */
function cut(word: string): readonly string[] {
  return ["It is ", word.slice(0, 2), word.slice(2, 5), word.slice(5), " and more."];
}

function answered(carried: Carried, word: string): Answered {
  if (carried === "output") return { text: cut(word) };
  return carried === "tool arguments" ? { argument: cut(word) } : { text: ["Good morning."] };
}

function said(carried: Carried, word: string): Said {
  if (carried === "input") return { input: `Hello there. ${word}` };
  return carried === "tool results" ? { toolResult: `Nothing found. ${word}` } : {};
}

interface Bench {
  readonly provider: Provider;
  readonly url: string;
}

/** Sends each text through one cell; `harmless` is one that has to arrive. */
export async function runCell(
  cell: Cell,
  texts: Readonly<Record<string, string>>,
  bench: Bench,
): Promise<CellResult> {
  const outcomes: Record<string, Outcome> = {};
  for (const [name, text] of Object.entries(texts)) outcomes[name] = await send(cell, text, bench);
  return { ...cell, outcomes };
}

async function send(cell: Cell, word: string, { provider, url }: Bench): Promise<Outcome> {
  const { protocol, carried, isStream } = cell;
  provider.says(answered(carried, word));
  const before = provider.asked.length;
  const response = await fetch(url + protocol.path(isStream), {
    method: protocol.method ?? "POST",
    headers: { "content-type": "application/json" },
    ...(protocol.ask === undefined
      ? {}
      : { body: JSON.stringify(protocol.ask(said(carried, word), isStream)) }),
  });
  const text = await response.text();
  const asked = provider.asked.slice(before).map(({ body }) => body);
  const isInput = carried === "input" || carried === "tool results";
  return isInput
    ? outcomeOf({ seen: asked.join(""), isRefused: asked.length === 0, word })
    : outcomeOf({ seen: text, isRefused: isRefusal(response.status, text), word });
}

/** True for the error or the end that a protocol has for what a guard blocks. */
function isRefusal(status: number, text: string): boolean {
  return status >= 400 || /blocked by a guard/u.test(text);
}

/** What became of a word, by what was seen behind the gateway and whether it refused. */
export function outcomeOf(given: {
  readonly seen: string;
  readonly isRefused: boolean;
  readonly word: string;
}): Outcome {
  const { seen, isRefused, word } = given;
  const heard = joinedText(seen);
  if (seen.includes(word) || heard.includes(word)) return isRefused ? "leaked" : "passed";
  if (isRefused) return "blocked";
  const isMasked = masks.some((mask) => seen.includes(mask) || heard.includes(mask));
  return isMasked ? "redacted" : "lost";
}

/** Members in which one protocol or another keeps what the model says; read without the surfaces' help. */
const spoken = new Set([
  "content",
  "text",
  "delta",
  "arguments",
  "partial_json",
  "response",
  "args",
  "input",
]);

/** What a client puts together from an answer: all that was said, with nothing between. */
function joinedText(wire: string): string {
  let heard = "";
  const listen = (value: unknown, name: string): void => {
    if (typeof value === "string" && spoken.has(name)) heard += value;
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value))
      listen(member, Array.isArray(value) ? name : key);
  };
  for (const document of documentsOf(wire)) listen(document, "");
  return heard;
}

/** The JSON documents of an answer in any framing. */
function documentsOf(wire: string): readonly unknown[] {
  try {
    return [JSON.parse(wire)];
  } catch {
    return wire
      .split("\n")
      .map((line) => line.replace(/^data: /u, ""))
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as unknown);
  }
}

/** Results of one gateway, under a title. */
export interface MatrixPart {
  readonly title: string;
  readonly results: readonly CellResult[];
}

/** The page of the documentation. */
export function matrixPage(parts: readonly MatrixPart[]): string {
  return `${head}${parts.map(tableOf).join("")}${foot}`;
}

function tableOf({ title, results }: MatrixPart): string {
  const rows = new Map<string, Map<Carried, string>>();
  for (const { protocol, isStream, carried, outcomes } of results) {
    const name = `| ${protocol.name} | ${isStream ? "yes" : "no"} |`;
    const row = rows.get(name) ?? new Map<Carried, string>();
    rows.set(name, row);
    row.set(carried, Object.values(outcomes).join(", "));
  }
  const lines = [...rows].map(
    ([name, row]) => `${name} ${places.map((place) => row.get(place) ?? "–").join(" | ")} |`,
  );
  return `
## ${title}

| protocol | streamed | input | output | tool arguments | tool results |
|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

const head = `# What is guarded where

Made by \`src/gateway/matrix.test.ts\`, which sends the same texts through each place of each protocol of a gateway that
serves, and fails where one meets another verdict than elsewhere. Where the answer is streamed the text comes cut over
several events. Each cell says what became of the texts, in the order of the title; a dash stands where the protocol
has no such place. To write the page anew: \`PAVISE_WRITE_DOCS=1 npx vitest run src/gateway/matrix.test.ts\`.
`;

const foot = `
## What is not in the tables

It is refused: parts of the providers' APIs that nothing reads (files, batches, fine-tuning, realtime, audio, images and
others) answer with an error that names them.
`;
