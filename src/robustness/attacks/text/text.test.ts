import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countOf, sliceOf, type Batch } from "../../batch.ts";
import type { Classifier } from "../../classifier.ts";
import { randomOf } from "../../random.ts";
import { network, randomLayers } from "../../testing/networks.ts";
import { labelsOf } from "../black-box/testing.ts";
import { distance } from "../distance.ts";
import type { AnyAttack, AttackInput, AttackResult } from "../define.ts";
import { textAttacks } from "./index.ts";
import type { TokenClassifier } from "./tokens.ts";
import { kindOf, readVocabulary } from "./vocabulary.ts";

const words = [
  "[PAD]",
  "[CLS]",
  "good",
  "bad",
  "fine",
  "poor",
  "##ly",
  "##ness",
  "1",
  "2",
  "!",
  "?",
];
const vocabulary = readVocabulary(words.join("\n"));
const length = 6;
const width = 4;

/** A random embedding of 12 tokens before a random network. */
function toy(seed: number): TokenClassifier {
  const random = randomOf(seed);
  const table = Float32Array.from({ length: words.length * width }, () => random.gaussian());
  const after = network({
    inputShape: [length * width],
    layers: randomLayers([length * width, 10, 3], seed),
    range: [-10, 10],
  });
  const embed = ({ data, shape }: Batch): Batch => {
    const all = new Float32Array(data.length * width);
    for (const [k, id] of data.entries())
      all.set(table.subarray(id * width, (id + 1) * width), k * width);
    return { data: all, shape: [shape[0]!, length * width] };
  };
  return {
    name: "toy",
    inputShape: [length],
    classes: 3,
    answers: "logits",
    range: [0, words.length - 1],
    get queries() {
      return after.queries;
    },
    vocabulary,
    embedding: { table, width },
    predict: async (tokens) => after.predict(embed(tokens)),
    embeddingGradient: async (tokens, loss) => after.gradient(embed(tokens), loss),
    close: async () => undefined,
  };
}

function texts(count: number, seed: number): Batch {
  const random = randomOf(seed);
  const data = Float32Array.from({ length: count * length }, (_, k) =>
    k % length === 0 ? 1 : k % length === length - 1 ? 0 : 2 + random.below(words.length - 2),
  );
  return { data, shape: [count, length] };
}

async function run(
  attack: AnyAttack,
  model: Classifier,
  given: AttackInput & { readonly parameters?: object },
): Promise<AttackResult> {
  const { parameters = {}, ...input } = given;
  return await attack.run(model as never, input, attack.parameters.parse(parameters) as never);
}

describe.each(textAttacks.map((attack) => [attack.meta.id, attack] as const))("%s", (_, attack) => {
  test("swaps few tokens for others of their kind, never special ones, within the budget", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 1, max: 4 }),
        async (seed, maxQueries, swaps) => {
          const model = toy(seed);
          const inputs = texts(2, seed);
          const labels = await labelsOf(model, inputs);
          const before = model.queries;
          const input = { inputs, labels, random: randomOf(seed), first: 0, maxQueries };
          const result = await run(attack, model, { ...input, parameters: { swaps } });
          expect(Math.max(...result.queries)).toBeLessThanOrEqual(maxQueries);
          expect(model.queries - before).toBe(result.queries.reduce((sum, one) => sum + one, 0));
          for (let item = 0; item < 2; item++) {
            const [from, to] = [inputs, result.adversarial].map(
              (batch) => sliceOf(batch, item, item + 1).data,
            );
            expect(distance(from!, to!, "l0")).toBeLessThanOrEqual(swaps);
            for (const [k, id] of to!.entries()) {
              if (id === from![k]) continue;
              expect(from![k]).toBeGreaterThanOrEqual(2);
              expect(kindOf(words[id]!)).toBe(kindOf(words[from![k]!]!));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("changes most answers, and how items are batched changes nothing", async () => {
    const model = toy(7);
    const inputs = texts(8, 3);
    const labels = await labelsOf(model, inputs);
    const whole = await run(attack, model, { inputs, labels, random: randomOf(1), first: 0 });
    const found = await labelsOf(model, whole.adversarial);
    expect(found.filter((label, item) => label !== labels[item]).length).toBeGreaterThanOrEqual(5);
    for (let item = 0; item < countOf(inputs); item++) {
      const alone = await run(attack, model, {
        inputs: sliceOf(inputs, item, item + 1),
        labels: labels.subarray(item, item + 1),
        random: randomOf(1),
        first: item,
      });
      expect(alone.adversarial.data).toEqual(sliceOf(whole.adversarial, item, item + 1).data);
      expect(alone.queries[0]).toBe(whole.queries[item]);
    }
  });
});

test("HotFlip finds every single swap that there is where it may try them all", async () => {
  const [hotFlip] = textAttacks;
  const model = toy(11);
  const inputs = texts(12, 5);
  const labels = await labelsOf(model, inputs);
  const result = await run(hotFlip!, model, {
    inputs,
    labels,
    random: randomOf(0),
    first: 0,
    parameters: { swaps: 1, candidates: 200, positions: length },
  });
  const found = await labelsOf(model, result.adversarial);
  for (let item = 0; item < 12; item++) {
    const own = sliceOf(inputs, item, item + 1).data;
    const variants: number[][] = [];
    for (const [k, id] of own.entries()) {
      for (const [other, word] of words.entries()) {
        const isAllowed =
          id >= 2 && other >= 2 && other !== id && kindOf(word) === kindOf(words[id]!);
        if (isAllowed) variants.push([...own].map((token, n) => (n === k ? other : token)));
      }
    }
    const answers = await labelsOf(model, {
      data: Float32Array.from(variants.flat()),
      shape: [variants.length, length],
    });
    expect(found[item] !== labels[item]).toBe(answers.some((label) => label !== labels[item]));
  }
});

test("HotFlip says which models it is for", async () => {
  const model = network({ inputShape: [2], layers: randomLayers([2, 2], 0) });
  const input = {
    inputs: { data: new Float32Array(2), shape: [1, 2] },
    labels: Int32Array.of(0),
    random: randomOf(0),
    first: 0,
  };
  await expect(run(textAttacks[0]!, model, input)).rejects.toMatchObject({
    code: "model-unsupported",
  });
});

describe("vocabularies", () => {
  test("of three forms", () => {
    expect([...vocabulary.special]).toEqual([0, 1]);
    const json = readVocabulary(
      JSON.stringify({
        model: { type: "BPE", vocab: { a: 0, Ġb: 1 } },
        added_tokens: [{ id: 2, content: "<|end|>", special: true }],
      }),
    );
    expect(json.tokens).toEqual(["a", "Ġb", "<|end|>"]);
    expect([...json.special]).toEqual([2]);
    const unigram = readVocabulary(
      JSON.stringify({
        model: {
          vocab: [
            ["<unk>", 0],
            ["▁the", -3.1],
          ],
        },
      }),
    );
    expect(unigram.tokens).toEqual(["<unk>", "▁the"]);
    expect([...unigram.special]).toEqual([0]);
  });

  test("kinds tell words from their parts, digits and signs", () => {
    expect(kindOf("##ly")).toBe("inner letters");
    expect(kindOf("Ġword")).toBe("first letters");
    expect(kindOf("42")).toBe("plain digits");
    expect(kindOf("…")).toBe("plain signs");
    expect(kindOf("a1")).toBe("plain mixed");
  });

  test.each([
    "{",
    '{"model":{"vocab":{"a":-1}}}',
    '{"model":{"vocab":{"a":1e12}}}',
    '{"model":{"vocab":{"a":"x"}}}',
    "{}",
  ])("%s is refused", (text) => {
    expect(() => readVocabulary(text)).toThrow(/vocabulary/);
  });
});
