// Sums of products over named axes: the gradient is such a sum again, the output's letters in the place of the input's.
import type { GradientRule } from "../rule.ts";

/** Letters of the inputs and of the output, an ellipsis spelled out with capitals that are free. */
interface Equation {
  readonly terms: readonly string[];
  readonly result: string;
}

function parse(equation: string, ranks: readonly number[]): Equation {
  const [left = "", right] = equation.replaceAll(/\s/g, "").split("->");
  const used = new Set(equation);
  const free = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz").filter(
    (letter) => !used.has(letter),
  );
  const terms = left.split(",");
  const spare = terms.map(
    (term, index) => ranks[index]! - (term.length - (term.includes("...") ? 3 : 0)),
  );
  const width = Math.max(
    0,
    ...terms.map((term, index) => (term.includes("...") ? spare[index]! : 0)),
  );
  const batch = free.slice(0, width).join("");
  const spelled = terms.map((term, index) =>
    term.replace("...", batch.slice(width - spare[index]!)),
  );
  const letters = spelled.join("");
  const counted = [...new Set(letters)].filter(
    (letter) => letters.split(letter).length === 2 && !batch.includes(letter),
  );
  const result = right?.replace("...", batch) ?? batch + counted.toSorted().join("");
  return { terms: spelled, result };
}

export const einsum: GradientRule = (step) => {
  const { emit, node } = step;
  const { terms, result } = parse(
    step.text("equation"),
    node.inputs.map((name) => emit.shape(name).length),
  );
  return node.inputs.map((name, index) => {
    if (!step.wants(index)) return undefined;
    const term = terms[index]!;
    if (new Set(term).size !== term.length) step.refuse("it takes a diagonal of what it is given");
    const shape = emit.shape(name);
    const others = terms.filter((_, at) => at !== index);
    const reached = new Set(result + others.join(""));
    // Letters of this input alone that were summed over: the gradient is the same along them.
    const kept = Array.from(term)
      .filter((letter) => reached.has(letter))
      .join("");
    const found = emit.node(
      "Einsum",
      [step.arriving[0]!, ...node.inputs.filter((_, at) => at !== index)],
      {
        attributes: { equation: `${[result, ...others].join(",")}->${kept}` },
      },
    );
    const still = Array.from(term).map((letter) =>
      reached.has(letter) ? emit.shape(found)[kept.indexOf(letter)]! : 1,
    );
    const narrowed = emit.sumTo(
      emit.reshape(found, still),
      still.map((length, axis) => (shape[axis] === 1 ? 1 : length)),
    );
    return still.every((length, axis) => length === shape[axis]) ||
      emit.shape(narrowed).every((length, axis) => length === shape[axis])
      ? narrowed
      : emit.node("Expand", [narrowed, emit.ints(shape)]);
  });
};
