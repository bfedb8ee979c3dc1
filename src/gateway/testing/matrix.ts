import { protocols } from "./protocols/index.ts";
import type { Answered, Carried, ProtocolCase, Said } from "./protocols/protocol-case.ts";
import type { Provider } from "./provider.ts";

/** One place in which a text can stand. */
export interface Cell {
  readonly protocol: ProtocolCase;
  readonly isStream: boolean;
  readonly carried: Carried;
}

/** What happened to a harmless text, one that is forbidden, and one that is to be taken out. */
export interface CellResult extends Cell {
  readonly clean: Outcome;
  readonly blocked: Outcome;
  readonly redacted: Outcome;
}

export type Outcome = "passed" | "blocked" | "redacted" | "leaked" | "lost";

/** The texts that `wordGuard` blocks, takes out and lets pass. */
const words = { clean: "harmless", blocked: "FORBIDDEN", redacted: "SECRET" } as const;

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
  if (carried === "input") return { input: `Please say ${word} now.` };
  return carried === "tool results" ? { toolResult: `The page says ${word} here.` } : {};
}

interface Bench {
  readonly provider: Provider;
  readonly url: string;
}

/** Sends the three texts through one cell. */
export async function runCell(cell: Cell, bench: Bench): Promise<CellResult> {
  return {
    ...cell,
    clean: await sendWord(cell, bench, words.clean),
    blocked: await sendWord(cell, bench, words.blocked),
    redacted: await sendWord(cell, bench, words.redacted),
  };
}

async function sendWord(cell: Cell, { provider, url }: Bench, word: string): Promise<Outcome> {
  const { protocol, carried, isStream } = cell;
  provider.says(answered(carried, word));
  const before = provider.asked.length;
  const method = protocol.method ?? "POST";
  const response = await fetch(url + protocol.path(isStream), {
    method,
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

function outcomeOf(given: {
  readonly seen: string;
  readonly isRefused: boolean;
  readonly word: string;
}): Outcome {
  const { seen, isRefused, word } = given;
  const heard = joinedText(seen);
  const isThere = seen.includes(word) || heard.includes(word);
  if (word !== words.clean && isThere) return "leaked";
  if (isRefused) return "blocked";
  if (isThere) return "passed";
  return heard.includes("[x]") || seen.includes("[x]") ? "redacted" : "lost";
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

/** The table of the documentation. */
export function matrixPage(results: readonly CellResult[]): string {
  const rows = new Map<string, Map<Carried, string>>();
  for (const { protocol, isStream, carried, ...outcome } of results) {
    const name = `| ${protocol.name} | \`${protocol.surface}\` | ${isStream ? "yes" : "no"} |`;
    const row = rows.get(name) ?? new Map<Carried, string>();
    rows.set(name, row);
    row.set(carried, `${outcome.blocked}, ${outcome.redacted}, ${outcome.clean}`);
  }
  const lines = [...rows].map(
    ([name, row]) => `${name} ${places.map((place) => row.get(place) ?? "–").join(" | ")} |`,
  );
  return `${head}\n${lines.join("\n")}\n${foot}`;
}

const head = `# What is guarded where

Made by \`src/gateway/matrix.test.ts\`, which sends three texts through each place of each protocol of a gateway that
serves: one that a guard forbids, one that it takes out, and a harmless one. The word comes cut over several events
where the answer is streamed. Each cell says what became of the three; a dash stands where the protocol has no such
place. Write it anew with \`PAVISE_WRITE_DOCS=1 npx vitest run src/gateway/matrix.test.ts\`.

| protocol | surface | streamed | input | output | tool arguments | tool results |
|---|---|---|---|---|---|---|`;

const foot = `
What is not in the table is refused: parts of the providers' APIs that nothing reads (files, batches, fine-tuning,
realtime, audio, images and others) answer with an error until a configuration lets them through by name.
`;
