import type { Detection } from "../detect/detection.ts";
import type { Reading } from "./detectors.ts";

/**
 * Looks in a text as it is, as it is meant, and in every view of it. What is found in two readings is
 * told once, as it stands in the plainest.
 */
export function everywhere(
  { text, canonical, views }: Pick<Reading, "text" | "canonical" | "views">,
  find: (text: string, isView: boolean) => readonly Detection[],
): readonly Detection[] {
  const plain = find(text, false);
  if (canonical.text === text && views.length === 0) return plain;
  const found = [...plain];
  /** Ends of what was found, by start: enough to see most of what would be told twice. */
  const ends = new Map<string, number>();
  const key = ({ kind, start }: Detection): string => `${kind} ${start}`;
  for (const each of plain) ends.set(key(each), each.end);
  const add = (each: Detection): void => {
    if ((ends.get(key(each)) ?? -1) >= each.end) return;
    ends.set(key(each), each.end);
    found.push(each);
  };
  if (canonical.text !== text) {
    for (const each of find(canonical.text, false)) {
      const span = canonical.toOriginal(each.start, each.end);
      const disguise = each.disguise ?? canonical.disguiseOf(span);
      add({ ...each, ...span, ...(disguise !== undefined && { disguise }) });
    }
  }
  for (const { text: inner, toOriginal, disguise } of views)
    for (const each of find(inner, true))
      add({ ...each, ...toOriginal(each.start, each.end), disguise });
  return found;
}
