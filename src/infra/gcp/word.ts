// A name in a policy, of which Terraform often knows only a part.
import { nameOfReference } from "../fact.ts";
import type { Place, Reference, Value } from "../value.ts";

/** What is known of a text. */
export interface Word {
  /** All of it. */
  readonly text?: string;
  /** How it begins, where the rest is not known. */
  readonly start?: string;
  /** What the unknown part is taken from. */
  readonly from?: Reference;
  /** One of these, where a condition is not decided. */
  readonly options?: readonly Word[];
  /** Why it is not known. */
  readonly cause: string;
  /** What was refused. */
  readonly missing?: string;
  readonly at: Place;
}

/** Says of a word whether something holds; undefined where it cannot be told. */
export type Test = (word: Word) => boolean | undefined;

/** What is known of a value as a text. */
export function wordOf(value: Value): Word {
  const { at } = value;
  switch (value.kind) {
    case "scalar":
      return value.value === null
        ? { text: "", cause: "", at }
        : { text: String(value.value), cause: "", at };
    case "reference":
      return { from: value, cause: causeOf(value), at };
    case "choice":
      return { options: value.options.map(wordOf), cause: value.cause, at };
    case "unknown":
      return { cause: value.cause, at };
    case "unread":
      return { cause: `${value.missing} was refused`, missing: value.missing, at };
    case "template":
      return joined(value);
    default:
      return { cause: "it is of another kind than expected", at };
  }
}

function causeOf({ resource, attribute }: Reference): string {
  return `${nameOfReference(resource, attribute)} is known when it exists`;
}

function joined({ parts, at }: Extract<Value, { kind: "template" }>): Word {
  let start = "";
  for (const part of parts) {
    const known: Word = typeof part === "string" ? { text: part, cause: "", at } : wordOf(part);
    if (known.text === undefined)
      return {
        start: start + (known.start ?? ""),
        ...(known.from === undefined ? {} : { from: known.from }),
        cause: known.cause,
        at,
      };
    start += known.text;
  }
  return { text: start, cause: "", at };
}

/** Asks a test; of several options, what they agree on. */
export function holds(word: Word, test: Test): boolean | undefined {
  if (word.options === undefined) return test(word);
  const answers = new Set(word.options.map((option) => holds(option, test)));
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** For reports: the text, or what of it there is. */
export function shownWord({ text, start, from, options, cause }: Word): string {
  if (text !== undefined) return text;
  if (options !== undefined) return options.map(shownWord).join(" or ");
  const rest = from === undefined ? undefined : nameOfReference(from.resource, from.attribute);
  return start === undefined ? (rest ?? cause) : `${start}${rest ?? "…"}`;
}
