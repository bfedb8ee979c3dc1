import type { Severity } from "../../core/index.ts";

/** What a secret opens; one check speaks for each. */
export type SecretGroup =
  | "ai"
  | "cloud"
  | "forge"
  | "service"
  | "private-key"
  | "connection"
  | "token"
  | "named";

/** What is known of a kind of secret, whatever way it is found. */
export interface SecretKind {
  /** Kebab-case, never renamed. */
  readonly id: string;
  /** Completes "This is a …". */
  readonly name: string;
  readonly group: SecretGroup;
  readonly severity: Severity;
}

/** How the characters of a key prove that it is one. */
export type Proof = "github" | "bech32";

/** A key whose form gives it away. */
export interface FormKind extends SecretKind {
  /**
   * A regular expression without captures or nested repetition. Every repetition has an upper
   * limit, so that no text makes it look at more characters than a key has.
   */
  readonly form: string;
  /** What the scan looks for; the literal beginning of the form where it is not said. */
  readonly anchors: readonly string[];
  /** How far into the key the anchor stands. */
  readonly offset: number;
  /** True where a number of up to `offset` digits stands before the anchor. */
  readonly hasNumber: boolean;
  readonly proof?: Proof;
  /** A key too regular to be judged by how random it looks. */
  readonly isRigid: boolean;
}

/** A key without a form of its own, known by the word before it. */
export interface ContextKind extends SecretKind {
  /** Words, in lower case, one of which stands before the value. */
  readonly words: readonly string[];
  /** As for a form. */
  readonly form: string;
}

interface FormOptions {
  readonly anchors?: readonly string[];
  readonly offset?: number;
  readonly hasNumber?: boolean;
  readonly proof?: Proof;
  readonly rigid?: boolean;
  readonly severity?: Severity;
}

/** The characters that a form begins with, up to the first that is not literal. */
function literalStart(form: string): string {
  let start = "";
  for (let at = 0; at < form.length; at++) {
    const letter = form[at] ?? "";
    if (letter === "\\" && /[^A-Za-z0-9]/.test(form[at + 1] ?? "")) {
      start += form[++at];
      continue;
    }
    if (/[\\[({.?*+|$]/.test(letter)) break;
    start += letter;
  }
  // The character before a repetition is not always there.
  return /^[?*{]/.test(form.slice(start.length)) ? start.slice(0, -1) : start;
}

/** Says that keys of a form are of a kind. */
export function key(
  group: SecretGroup,
  [id, name, form]: readonly [id: string, name: string, form: string],
  options: FormOptions = {},
): FormKind {
  const {
    anchors,
    offset = 0,
    hasNumber = false,
    proof,
    rigid = false,
    severity = "high",
  } = options;
  return {
    id,
    name,
    group,
    severity,
    form,
    anchors: anchors ?? [literalStart(form)],
    offset,
    hasNumber,
    proof,
    isRigid: rigid,
  };
}

/** Says that a value of a form, after one of these words, is of a kind. */
export function after(
  group: SecretGroup,
  words: string,
  [id, name, form]: readonly [id: string, name: string, form: string],
): ContextKind {
  return { id, name, group, severity: "high", words: words.split(" "), form };
}
