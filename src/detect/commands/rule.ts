/**
 * A form of a command, in small letters. It is tried where one of its words begins, so it says from
 * there on what follows; `.` and classes are bounded, so that it is linear.
 */
export interface CommandRule {
  readonly rule: string;
  /** Words, or signs, at which it is tried. */
  readonly words: string;
  readonly form: RegExp;
  /** From 0 to 1: what is mostly honest work is scored low and left to the caller's threshold. */
  readonly score: number;
}

/** A rule as the tables write it: name, words, form, score. */
export type CommandRow = readonly [rule: string, words: string, form: string, score: number];

export function ruleOf([rule, words, form, score]: CommandRow): CommandRule {
  return { rule, words, form: new RegExp(form, "y"), score };
}
