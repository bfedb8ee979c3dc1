// Which class an input shall be taken for.
import type { Random } from "../random.ts";
import type { CleanAnswers, TargetChoice } from "./evaluation.ts";

/** The class of this place among the others by their scores: 0 is the likeliest. */
function otherAt(row: Float32Array, label: number, place: number): number {
  const others = Array.from(row.keys()).filter((k) => k !== label);
  others.sort((a, b) => row[b]! - row[a]! || a - b);
  return others.at(place)!;
}

/** A target for each input, never its own class. An input of a fixed target's class gets the next one. */
export function targetsOf(
  choice: TargetChoice,
  labels: Int32Array,
  given: { readonly clean: CleanAnswers; readonly classes: number; readonly random: Random },
): Int32Array {
  const { clean, classes, random } = given;
  return labels.map((label, item): number => {
    const row = clean.scores.subarray(item * classes, (item + 1) * classes);
    const next = (label + 1) % classes;
    switch (choice.kind) {
      case "random": {
        const drawn = random.fork(item).below(classes - 1);
        return drawn < label ? drawn : drawn + 1;
      }
      case "least-likely":
        return otherAt(row, label, -1);
      case "second":
        return otherAt(row, label, 0);
      case "class":
        return choice.label === label ? next : choice.label;
      default:
        return next;
    }
  });
}
