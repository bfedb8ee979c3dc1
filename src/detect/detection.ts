/** What a text detector tells of: the closed set of kinds, by what they endanger. */
export const detectionKinds = {
  /** Orders to the model in what should be data, or that set its instructions aside (OWASP LLM01). */
  "prompt-injection": "attack",
  /** Role play, hypotheticals and token tricks that talk a model out of its rules. */
  jailbreak: "attack",
  /** Text that a person does not see and a model reads: tags, zero-width runs, bidi overrides. */
  "hidden-text": "attack",
  /** Tokens and headers of chat templates in text that is not the template's. */
  "template-tokens": "attack",
  secret: "secret",
  "email-address": "personal",
  "phone-number": "personal",
  "credit-card": "personal",
  iban: "personal",
  "us-ssn": "personal",
  "ip-address": "personal",
  "national-id": "personal",
  /** The system prompt, or a good part of it, in any encoding. */
  "system-prompt-leak": "leak",
  /** The session's canary, in any encoding. */
  canary: "leak",
  /** A link, image or markup that carries data to a host when it is shown or followed. */
  exfiltration: "exfiltration",
  /** A command or code that destroys, opens or downloads and runs. */
  "dangerous-command": "command",
  "offensive-language": "offence",
  /** An answer that is not the JSON that was asked for. */
  "schema-mismatch": "shape",
  /** A text that is longer than its limit, which is judged no further. */
  "too-long": "shape",
} as const;
export type DetectionKind = keyof typeof detectionKinds;
export type DetectionFamily = (typeof detectionKinds)[DetectionKind];

/** One thing that a detector saw in a text. Plain data; `start` and `end` are UTF-16 offsets in the text as it was given. */
export interface Detection {
  readonly kind: DetectionKind;
  /** Which rule, recogniser or model saw it: "override-instructions", "aws-access-key-id". */
  readonly rule: string;
  /** How sure it is, from 0 to 1. */
  readonly score: number;
  readonly start: number;
  readonly end: number;
  /** How it was disguised: "base64", "zero-width", "homoglyphs"; absent where it stood in the open. */
  readonly disguise?: string;
}
