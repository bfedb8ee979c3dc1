import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ModelRequest } from "../surface.ts";
import { somebody } from "../testing/running.ts";
import { normalQuantile, shapiroWilk } from "./shapiro.ts";
import { abuseConfig, createAbuseWatch } from "./watch.ts";

const shared = join(import.meta.dirname, "../../../../shared/data/injection");
const dialogues = join(shared, "hh_rlhf_harmless_test.jsonl.gz");

function request(text: string, wantsLogProbabilities = false): ModelRequest {
  const slot = {
    pointer: "",
    source: "user",
    kind: "text",
    text,
    replace: () => undefined,
  } as const;
  return { slots: [slot], wantsLogProbabilities } as unknown as ModelRequest;
}

/** What is said at the end of these queries, `gap` milliseconds apart, and at any time. */
function signsOf(queries: readonly string[], gap = 2_000, wantsLogProbabilities = false) {
  let time = 0;
  const watch = createAbuseWatch(abuseConfig.parse({}), () => (time += gap));
  let answer = watch.see(somebody, request(""));
  const ever = new Set<string>();
  for (const query of queries) {
    answer = watch.see(somebody, request(query, wantsLogProbabilities));
    for (const { detector } of answer.signs) ever.add(detector);
  }
  const { response } = answer;
  return { response, signs: answer.signs.map(({ detector }) => detector), ever };
}

const letters = "bcdfghjklmnpqrstvwz";
const word = (seed: number): string => {
  let text = "";
  for (let n = seed * 7919 + 11; n > 0; n = Math.floor(n / letters.length))
    text += letters[n % letters.length]! + "aeiou"[n % 5]!;
  return text;
};
const many = (make: (index: number) => string, count = 200) =>
  Array.from({ length: count }, (_, index) => make(index));

test("queries that count, fill a template or work through a vocabulary are told", () => {
  expect(signsOf(many((index) => `Show the order with number ${10_000 + index}.`)).signs).toContain(
    "enumeration",
  );
  expect(
    signsOf(many((index) => `Is this word positive or negative in tone: ${word(index)}`)).signs,
  ).toContain("templates");
  const list = (index: number) =>
    Array.from({ length: 12 }, (_, at) => word(index * 12 + at)).join(" ");
  expect(signsOf(many(list)).signs).toContain("coverage");
  expect(
    signsOf(
      many((index) => `${index} ${list(index)}`),
      2_000,
      true,
    ).signs,
  ).toContain("log-probabilities");
});

test("queries that are jittered from a few seeds are told by their distances", () => {
  const seeds = many(
    (index) => Array.from({ length: 14 }, (_, at) => word(index * 31 + at)).join(" "),
    8,
  );
  const jittered = many((index) => {
    const words = seeds[index % 8]!.split(" ");
    words[(index * 5) % 14] = word(index + 5_000);
    return words.join(" ");
  }, 256);
  expect(signsOf(jittered).ever).toContain("prada");
});

test("several signs together lead on, one by one", () => {
  const scrape = many((index) => `Complete ${1_000 + index}`);
  const { response, signs } = signsOf(scrape, 2_000, true);
  expect(signs).toEqual(["enumeration", "log-probabilities"]);
  expect(response).toBe("slow");
  expect(signsOf(many((index) => `Complete ${1_000 + index}`)).response).toBe("flag");
});

test("a flood is one against what is usual for the client", () => {
  let time = 0;
  const watch = createAbuseWatch(abuseConfig.parse({}), () => time);
  let answer = watch.see(somebody, request("x"));
  for (let index = 0; index < 60; index++) {
    time += 10_000;
    answer = watch.see(somebody, request(`a question ${word(index)} about ${word(index * 3)}`));
  }
  expect(answer.signs).toEqual([]);
  for (let index = 0; index < 200; index++) {
    time += 20;
    answer = watch.see(
      somebody,
      request(`something ${word(index * 11)} else ${word(index)} again`),
    );
  }
  expect(answer.signs.map(({ detector }) => detector)).toContain("flooding");
});

test.skipIf(!existsSync(dialogues))(
  "people who talk are not told of (needs ../shared/data/injection)",
  () => {
    const lines = gunzipSync(readFileSync(dialogues)).toString().trim().split("\n");
    const turns = lines.flatMap((line) => {
      const { chosen } = JSON.parse(line) as { chosen: string };
      return [...chosen.matchAll(/Human: ([^]*?)\n\nAssistant:/g)].map(([, text]) => text!);
    });
    const clients = Math.floor(turns.length / 200);
    const told = Array.from({ length: clients }, (_, index) =>
      signsOf(turns.slice(index * 200, index * 200 + 200)),
    ).filter(({ ever }) => ever.size > 0);
    expect(clients).toBeGreaterThan(20);
    expect(told).toEqual([]);
  },
);

test("W is that of the reference implementation", () => {
  // scipy.stats.shapiro
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(shapiroWilk(numbers)).toBeCloseTo(0.960_375_18, 6);
  expect(shapiroWilk(numbers.map((each) => each * each))).toBeCloseTo(0.906_130_63, 6);
  const scattered = Array.from({ length: 100 }, (_, index) => (index * 37) % 101);
  expect(shapiroWilk(scattered)).toBeCloseTo(0.953_584_07, 6);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959_964, 6);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090_232, 6);
  expect(shapiroWilk([1, 2, 3])).toBeUndefined();
  expect(shapiroWilk(numbers.map(() => 4))).toBeUndefined();
});
