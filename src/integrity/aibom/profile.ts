import type { Bill } from "./bill.ts";

/** `present`: the bill says it. `missing`: files of a model can say it, and these do not. `person`:
 * no file says it; somebody who knows the system has to. */
export type ElementState = "present" | "missing" | "person";

/** What a profile asks for. */
export interface ProfileElement {
  readonly name: string;
  /** What the bill says; undefined where it says nothing. */
  readonly find: (bill: Bill) => string | undefined;
  /** Where it is to be written, or whom to ask. */
  readonly hint: string;
  /** True of what only a person can say. */
  readonly isForPerson: boolean;
}

/** A list of what a bill should have. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly clusters: readonly {
    readonly name: string;
    readonly elements: readonly ProfileElement[];
  }[];
}

/** An element as it stands in a bill. */
export interface ElementReport {
  readonly cluster: string;
  readonly name: string;
  readonly state: ElementState;
  /** What is there, or what to do. */
  readonly note: string;
}

/** Holds a bill against a profile. */
export function reportOn(bill: Bill, profile: Profile): readonly ElementReport[] {
  return profile.clusters.flatMap(({ name: cluster, elements }) =>
    elements.map(({ name, find, hint, isForPerson }): ElementReport => {
      const found = find(bill);
      if (found !== undefined && found !== "")
        return { cluster, name, state: "present", note: found };
      return { cluster, name, state: isForPerson ? "person" : "missing", note: hint };
    }),
  );
}

/** How many elements stand how. */
export function countStates(
  reports: readonly ElementReport[],
): Readonly<Record<ElementState, number>> {
  const counts = { present: 0, missing: 0, person: 0 };
  for (const { state } of reports) counts[state]++;
  return counts;
}
