// What was looked at beside attacks, in words.
import { formatBound, type Robustness } from "../core/index.ts";
import { brief, className, percent } from "./robustness.ts";

function certificationText({ certification }: Robustness): string | undefined {
  if (certification === undefined) return undefined;
  const { norm, eps, method, certified, broken, unknown, refusal } = certification;
  if (refusal !== undefined) return `nothing could be certified: ${refusal}`;
  return `${percent(certified.value)} certified, ${percent(broken)} broken, ${percent(unknown)} unknown at ${formatBound(norm, eps)} (${method})`;
}

function backdoorText(robustness: Robustness): string | undefined {
  const { backdoors } = robustness;
  if (backdoors === undefined) return undefined;
  const { classes, graph } = backdoors;
  const suspects = classes.filter(({ isSuspect }) => isSuspect);
  const least = classes.toSorted((a, b) => b.ratio - a.ratio)[0];
  const told = suspects.map(
    ({ label, ratio }) =>
      `${className(robustness, label)} is suspected (${ratio.toFixed(1)} times less change than the others)`,
  );
  if (told.length === 0 && least !== undefined)
    told.push(
      `no class stands out; nearest is ${className(robustness, least.label)}, ${least.ratio.toFixed(1)} times less change than the others`,
    );
  return [...told, ...graph.map(({ operator, node, why }) => `${operator} ${node}: ${why}`)].join(
    "; ",
  );
}

function extractionText({ extraction }: Robustness): string | undefined {
  if (extraction === undefined) return undefined;
  const { points, chance, notes } = extraction;
  const curve = points.map(
    ({ queries, agreement }) => `${percent(agreement)} with ${brief(queries)} queries`,
  );
  return [`agreement ${curve.join(", ")}; chance ${percent(chance)}`, ...notes].join("; ");
}

function membershipText({ membership }: Robustness): string | undefined {
  if (membership === undefined) return undefined;
  const { attacks, memberAccuracy, otherAccuracy, notes } = membership;
  const best = attacks.toSorted((a, b) => b.auc - a.auc)[0];
  const found =
    best === undefined
      ? "no attack ran"
      : `area under the curve ${best.auc.toFixed(2)} (${best.interval.map((end) => end.toFixed(2)).join(" to ")}; 0.5 is chance) by ${best.id}`;
  return [
    `${found}; right on ${percent(memberAccuracy)} of members and ${percent(otherAccuracy)} of others`,
    ...notes,
  ].join("; ");
}

/** A label and a sentence for each thing that was looked at. */
export function examinationTexts(
  robustness: Robustness,
): readonly (readonly [label: string, text: string])[] {
  const texts: readonly (readonly [string, string | undefined])[] = [
    ["Certified", certificationText(robustness)],
    ["Backdoors", backdoorText(robustness)],
    ["Copies", extractionText(robustness)],
    ["Memory", membershipText(robustness)],
  ];
  return texts.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));
}
