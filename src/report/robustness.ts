// An evaluation in words and rows, for every report that is text.
import { formatBound, type AttackOutcome, type Robustness, type Run } from "../core/index.ts";

/** A share for people: `48.5 %`. */
export function percent(share: number): string {
  const number = 100 * share;
  return `${Number.isInteger(number) ? number : number.toFixed(1)} %`;
}

/** The same, as wide as others of a column. */
export function percentCell(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** `84.0–92.6 %`. */
export function between([low, high]: readonly [number, number]): string {
  return `${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)} %`;
}

/** A number of any size in few digits. */
export function brief(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3) return value.toExponential(1);
  return String(Number(value.toPrecision(size >= 100 ? 4 : 3)));
}

/** An attack with its bound: `pgd linf 8/255`. */
export function attackName({
  id,
  norm,
  eps,
  targeted,
}: Pick<AttackOutcome, "id" | "norm" | "eps"> & { readonly targeted?: boolean }): string {
  return [id, formatBound(norm, eps), targeted === true ? "targeted" : ""]
    .filter((part) => part !== "")
    .join(" ");
}

/** How a class is called. */
export function className({ data }: Robustness, label: number): string {
  return data.classNames?.[label] ?? (label < 0 ? "no number" : `class ${label}`);
}

/** A row of the table of accuracies. */
export interface AccuracyRow {
  readonly name: string;
  readonly accuracy: number;
  readonly interval: readonly [number, number];
  /** Undefined for untouched inputs and for worst cases. */
  readonly outcome?: AttackOutcome;
  readonly kind: "clean" | "attack" | "worst";
}

/** Each attack at its first eps, which is the one that is judged; the others draw the curve. */
export function judgedAttacks({ attacks }: Robustness): readonly AttackOutcome[] {
  const seen = new Set<string>();
  return attacks.filter(({ id, norm }) => {
    const key = `${id} ${norm}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Untouched inputs, each attack, and the worst of several: at every eps, or at those that are judged. */
export function accuracyRows(
  robustness: Robustness,
  which: "all" | "judged" = "all",
): readonly AccuracyRow[] {
  const { cleanAccuracy, cleanInterval } = robustness;
  const attacks = which === "all" ? robustness.attacks : judgedAttacks(robustness);
  const worst = robustness.worst.filter(
    ({ norm, eps }) =>
      which === "all" || attacks.some((each) => each.norm === norm && each.eps === eps),
  );
  return [
    { name: "untouched", accuracy: cleanAccuracy, interval: cleanInterval, kind: "clean" },
    ...attacks.map((outcome): AccuracyRow => ({
      name: attackName(outcome),
      accuracy: outcome.robustAccuracy,
      interval: outcome.interval,
      outcome,
      kind: "attack",
    })),
    ...worst.map(({ norm, eps, attacks: ids, robustAccuracy }): AccuracyRow => ({
      name: `worst of ${ids.length} ${formatBound(norm, eps)}`.trim(),
      accuracy: robustAccuracy.value,
      interval: [robustAccuracy.low, robustAccuracy.high],
      kind: "worst",
    })),
  ];
}

/** The curve of an attack in one line: `2/255 88% · 4/255 82%`. Thinned where it is long. */
export function curveText({ norm, points }: Robustness["curves"][number]): string {
  const step = Math.ceil((points.length - 1) / 5);
  return points
    .filter((_, at) => at > 0 && (points.length - 1 - at) % step === 0)
    .map(
      ({ eps, robustAccuracy }) =>
        `${formatBound(norm, eps).slice(norm.length + 1)} ${Math.round(100 * robustAccuracy.value)}%`,
    )
    .join(" · ");
}

/** The change that successful inputs needed, in the attack's own norm. */
export function medianChange({ distances, norm }: AttackOutcome): number | undefined {
  if (distances === undefined) return undefined;
  return (distances[(norm ?? "linf") as keyof typeof distances] ?? distances.linf).median;
}

/** What was attacked with what, each with its label. */
export function robustnessFacts({
  robustness,
}: Run): readonly (readonly [label: string, text: string])[] {
  if (robustness === undefined) return [];
  const { model, data, preprocessing, range, seed } = robustness;
  const answers = model.softmaxStripped ? "logits (softmax taken off)" : model.answers;
  const shape = model.inputShape.join("×");
  return [
    [
      "Model",
      `${model.path}: ${shape} to ${model.classes} classes, ${answers}, ${model.gradients ? "with gradients" : "without gradients"}, run by ${model.provider}`,
    ],
    ...(model.sha256 === undefined ? [] : [["Digest", `sha256:${model.sha256}`] as const]),
    [
      "Data",
      [
        `${data.path}: ${data.count === data.of ? data.count : `${data.count} of ${data.of}`} inputs`,
        ...preprocessing,
        `range ${brief(range[0])} to ${brief(range[1])}`,
        `seed ${seed}`,
      ].join(", "),
    ],
  ];
}
