import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Edit } from "../guard/contract.ts";
import { guardedArguments } from "./pipeline/call-arguments.ts";
import { applyEdits } from "../guard/edits.ts";
import { createPump } from "./stream/pump.ts";
import type { Refusal } from "./surface.ts";
import { surfaces } from "./surfaces/index.ts";
import { carriers, type Carrier } from "./testing/carriers.ts";
import { protocols } from "./testing/protocols/index.ts";
import { startProvider, type Provider } from "./testing/provider.ts";
import { gatewayFor, upstreamAt, type TestGateway } from "./testing/running.ts";
import { wordGuard } from "./testing/word-guard.ts";

// None of their characters stands anywhere else in what a provider or the gateway writes, so that each byte of them
// that is on the wire is seen.
const forbidden = "ЖЩ§🔑Ѣ";
const hidden = "日本Ωλ";
const guard = wordGuard(forbidden, hidden);

const refusal: Refusal = { status: 400, code: "guard_blocked", message: "It was blocked." };

function guarded(text: string): readonly Edit[] | Refusal {
  const { verdict, edits } = guard.output(text);
  return verdict === "block" ? refusal : edits;
}

/** What leaves the gateway for what the provider sends, in these pieces. */
async function pumped(carrier: Carrier, pieces: readonly Buffer[]): Promise<string> {
  const surface = surfaces.find(({ name }) => name === carrier.surface)!;
  let out = "";
  const pump = createPump({
    framing: carrier.framing,
    stream: surface.openStream(),
    guard,
    context: {},
    isHeldWhole: false,
    judge: ({ kind, text }) => {
      const edits = kind === "text" ? guarded(text) : guardedArguments(text, guarded);
      return Array.isArray(edits) ? { kind: "pass", edits } : { kind: "refuse", refusal };
    },
    refusalOf: () => refusal,
    onDetections: () => undefined,
    beforeEnd: async () => undefined,
    writeRefusal: (_, text) => {
      out += text;
    },
    onFault: (error) => {
      throw error;
    },
    write: (text) => {
      out += text;
    },
    limits: { eventChars: 1 << 20, heldChars: 1 << 20 },
  });
  for (const piece of pieces) await pump.push(piece);
  await pump.end();
  return out;
}

/** Completions have no place for a reason. */
const isRefused = /blocked|"finish_reason":"content_filter"/u;

/** Forms in which JSON can write the characters of a word. */
function formsOf(word: string): readonly string[] {
  const units = Array.from({ length: word.length }, (_, at) => {
    const hex = word.charCodeAt(at).toString(16).padStart(4, "0");
    return [`\\u${hex}`, `\\u${hex.toUpperCase()}`];
  });
  return Array.from(word).concat(units.flat());
}

const forms = new Map([forbidden, hidden].map((word) => [word, formsOf(word)]));

/** What of a word is on the wire. */
function seenOf(word: string, wire: string): string | undefined {
  return forms.get(word)?.find((form) => wire.includes(form));
}

function expectNothingOf(word: string, wire: string): void {
  if (seenOf(word, wire) !== undefined) expect(wire).not.toContain(seenOf(word, wire));
}

/** The word in two parts, cut at each of its units, and in all of its units. */
function cutsOf(word: string): readonly (readonly string[])[] {
  const two = Array.from({ length: word.length + 1 }, (_, at) => [
    "It is ",
    word.slice(0, at),
    word.slice(at),
    " so.",
  ]);
  return [...two, ["It is ", ...word.split(""), " so."], [`It is ${word} so.`]];
}

/** JSON that writes everything but ASCII by escapes, as many servers do. */
function escapedJson(wire: string): string {
  return wire.replace(/[^\u0000-\u007f]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

/** The wire in two packets, at each byte from where the word begins to where it is last said. */
function* packets(wire: Buffer): Generator<readonly Buffer[]> {
  const begin = wire.indexOf(forbidden.charAt(0)) - 1;
  const end = wire.lastIndexOf(forbidden.slice(-1)) + 4;
  for (let at = Math.max(1, begin); at < Math.min(end, wire.length); at++)
    yield [wire.subarray(0, at), wire.subarray(at)];
}

function bytes(wire: Buffer): readonly Buffer[] {
  return Array.from(wire, (_, at) => wire.subarray(at, at + 1));
}

describe("a forbidden text that is cut", () => {
  test.each(carriers.map((carrier) => [carrier.name, carrier] as const))(
    "over events at every place: %s",
    async (_, carrier) => {
      for (const parts of cutsOf(forbidden))
        for (const wire of [carrier.wire(parts), escapedJson(carrier.wire(parts))]) {
          const out = await pumped(carrier, [Buffer.from(wire)]);
          expectNothingOf(forbidden, out);
          expect(out).toMatch(isRefused);
        }
    },
  );

  test.each(carriers.map((carrier) => [carrier.name, carrier] as const))(
    "over packets at every byte: %s",
    async (_, carrier) => {
      const wire = Buffer.from(carrier.wire(["It is ", forbidden.slice(0, 3), forbidden.slice(3)]));
      for (const pieces of packets(wire)) {
        const out = await pumped(carrier, pieces);
        expectNothingOf(forbidden, out);
      }
      const out = await pumped(carrier, bytes(wire));
      expectNothingOf(forbidden, out);
    },
  );

  test.each(carriers.map((carrier) => [carrier.name, carrier] as const))(
    "is taken out where it is only to be hidden, and nothing else is: %s",
    async (_, carrier) => {
      for (const parts of cutsOf(hidden)) {
        const wire = Buffer.from(carrier.wire(parts));
        const out = await pumped(carrier, parts.length > 4 ? bytes(wire) : [wire]);
        expectNothingOf(hidden, out);
        expect(out).not.toContain("blocked");
      }
    },
  );
});

describe("on the wire of a gateway that serves", () => {
  let provider: Provider;
  let gateway: TestGateway;

  beforeAll(async () => {
    provider = await startProvider();
    gateway = await gatewayFor([upstreamAt(provider.url)], { surfaces, guard });
  });

  afterAll(async () => {
    await gateway.close();
    await provider.close();
  });

  const streamed = protocols.filter(({ stream }) => (stream?.({}).length ?? 0) > 0);

  test.each(streamed.map((protocol) => [protocol.name, protocol] as const))(
    "%s",
    async (_, protocol) => {
      for (const parts of cutsOf(forbidden))
        for (const said of [{ text: parts }, { argument: parts }])
          for (const cut of [bytes, (wire: Buffer) => [wire]]) {
            if (said.argument !== undefined && !protocol.carries.includes("tool arguments"))
              continue;
            if (cut === bytes && parts.length < 5) continue;
            provider.says(said, cut);
            const response = await fetch(gateway.url + protocol.path(true), {
              method: protocol.method ?? "POST",
              headers: { "content-type": "application/json" },
              ...(protocol.ask && { body: JSON.stringify(protocol.ask({}, true)) }),
            });
            const raw = Buffer.from(await response.arrayBuffer());
            for (const character of forbidden) expect(raw.includes(character)).toBe(false);
            expectNothingOf(forbidden, raw.toString("latin1"));
            expect(raw.toString()).toMatch(isRefused);
          }
    },
  );
});

test("what the tests look for would be seen", () => {
  const wire = carriers[0]!.wire([forbidden]);
  expect(seenOf(forbidden, wire)).toBe("Ж");
  expect(seenOf(forbidden, escapedJson(wire))).toBe(String.raw`\u0416`);
  expect(applyEdits(hidden, guard.output(hidden).edits)).toBe("[x]");
});
