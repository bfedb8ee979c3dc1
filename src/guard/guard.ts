import type { AnswerContext, Guard, GuardResult, Source } from "./contract.ts";
import { detectors as allDetectors, type Detector } from "./detectors.ts";
import { askedOf, read, resultOf, ruledOf } from "./reading.ts";
import { ruleTables, type PartialPolicy, type RuleTable } from "./rules.ts";
import { openStream } from "./stream.ts";

/** How large a text may be. */
export interface GuardLimits {
  /** In UTF-16 units; 4 million where it is not said. */
  readonly characters?: number;
  /** As `estimateTokens` counts; no limit where it is not said. */
  readonly tokens?: number;
}

export interface GuardOptions {
  /** What differs from the defaults. */
  readonly policy?: PartialPolicy;
  /** From which score on prompt injection and jailbreaks count, where the policy does not say. */
  readonly threshold?: number;
  readonly limits?: GuardLimits;
  /** Hosts that links of answers may lead to, where an exchange does not say. */
  readonly allowedHosts?: readonly string[];
  /** Detectors of your own, asked after those that come with it. */
  readonly detectors?: readonly Detector[];
}

const mostCharacters = 4_000_000;

/**
 * About how many tokens a text has for the tokenizers of today, rather too many: a token is some
 * four letters of English, and about one of most other scripts.
 */
export function estimateTokens(text: string): number {
  let ascii = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 128) ascii++;
  return Math.ceil(ascii / 3.5 + (text.length - ascii) / 1.2);
}

function tooLong(text: string, { characters = mostCharacters, tokens }: GuardLimits): boolean {
  if (text.length > characters) return true;
  return tokens !== undefined && text.length > tokens && estimateTokens(text) > tokens;
}

function withThreshold(policy: PartialPolicy, threshold: number | undefined): PartialPolicy {
  if (threshold === undefined) return policy;
  const rule = { action: "block", threshold } as const;
  const input = { "prompt-injection": rule, jailbreak: rule };
  return { ...policy, input: { ...input, ...policy.input } };
}

/**
 * Makes the guards of one configuration. Without options the defaults hold, which docs/guard.md
 * lists. A guard is pure and can be shared; it throws on no text.
 */
export function createGuard(options: GuardOptions = {}): Guard {
  const { limits = {}, allowedHosts } = options;
  const detectors = [...allDetectors, ...(options.detectors ?? [])];
  const tables = ruleTables(withThreshold(options.policy ?? {}, options.threshold));
  const asked = {
    system: askedOf(detectors, tables.system),
    user: askedOf(detectors, tables.user),
    tool: askedOf(detectors, tables.tool),
    assistant: askedOf(detectors, tables.assistant),
  };
  const withHosts = (context: AnswerContext): AnswerContext =>
    allowedHosts === undefined || context.allowedHosts !== undefined
      ? context
      : { ...context, allowedHosts };

  function judge(text: string, source: Source, context: AnswerContext): GuardResult {
    if (text === "") return { verdict: "allow", detections: [], edits: [] };
    const table: RuleTable = tables[source];
    if (tooLong(text, limits)) {
      const { action } = table["too-long"];
      const end = text.length;
      const detection = { kind: "too-long", rule: "limit", score: 1, start: 0, end } as const;
      if (action === "block") return { verdict: "block", detections: [detection], edits: [] };
    }
    const reading = read({ text, source, context });
    return resultOf(ruledOf(reading, asked[source], table), reading);
  }

  return {
    input: (text, source) => judge(text, source, {}),
    output: (text, context = {}) => judge(text, "assistant", withHosts(context)),
    stream: (context = {}) =>
      openStream({ detectors, table: tables.assistant, context: withHosts(context) }),
  };
}
