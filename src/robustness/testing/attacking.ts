// What the tests of gradient attacks share.
import { countOf, pick, type Batch } from "../batch.ts";
import type { DifferentiableClassifier } from "../classifier.ts";
import { randomOf } from "../random.ts";
import { network } from "./networks.ts";
import type { AnyAttack, AttackInput, AttackResult } from "../attacks/define.ts";
import { argmax, isFooled, rowOf } from "../attacks/success.ts";

/** Runs an attack with these parameters as the command line would: parsed by its schema. */
export async function run(
  attack: AnyAttack,
  model: DifferentiableClassifier,
  at: AttackInput & { readonly parameters?: Readonly<Record<string, unknown>> },
): Promise<AttackResult> {
  const { parameters = {}, ...input } = at;
  return await attack.run(model as never, input, attack.parameters.parse(parameters) as never);
}

/** Two classes, told apart by w·x + b: the second where it is positive. */
export function linear(
  weights: readonly number[],
  bias: number,
  range: readonly [number, number] = [-100, 100],
): DifferentiableClassifier {
  return network({
    inputShape: [weights.length],
    range,
    layers: [
      {
        weights: Float32Array.from([
          ...weights.map((one) => -one / 2),
          ...weights.map((one) => one / 2),
        ]),
        bias: Float32Array.of(-bias / 2, bias / 2),
      },
    ],
  });
}

/** Uniform inputs of a seed, and the model's own answers for labels. */
export async function inputsFor(
  model: DifferentiableClassifier,
  {
    count,
    seed,
    within = model.range,
  }: {
    readonly count: number;
    readonly seed: number;
    readonly within?: readonly [number, number];
  },
): Promise<AttackInput> {
  const random = randomOf(seed);
  const [least, most] = within;
  const size = model.inputShape.reduce((product, one) => product * one, 1);
  const inputs: Batch = {
    data: Float32Array.from(
      { length: count * size },
      () => least + (most - least) * random.uniform(),
    ),
    shape: [count, ...model.inputShape],
  };
  const answers = await model.predict(inputs);
  const labels = Int32Array.from({ length: count }, (_, item) =>
    argmax(rowOf(answers, item, model.classes)),
  );
  return { inputs, labels, random: randomOf(seed + 1), first: 0 };
}

/** Items that fool the model. */
export async function fooledBy(
  model: DifferentiableClassifier,
  input: AttackInput,
  adversarial: Batch,
): Promise<readonly number[]> {
  const answers = await model.predict(adversarial);
  return Array.from({ length: countOf(adversarial) }, (_, item) => item).filter((item) =>
    isFooled(rowOf(answers, item, model.classes), item, input),
  );
}

/** One half of the items as an input of its own. */
export function part(input: AttackInput, items: readonly number[]): AttackInput {
  const of = (classes: Int32Array): Int32Array => Int32Array.from(items, (item) => classes[item]!);
  return {
    ...input,
    inputs: pick(input.inputs, items),
    labels: of(input.labels),
    targets: input.targets && of(input.targets),
    first: input.first + items[0]!,
  };
}
