import { detectionKinds, type DetectionKind } from "../detect/detection.ts";
import type { GuardPolicy, Rule } from "./contract.ts";

/** From which score on a detection of a kind counts where a rule does not say. */
export const defaultThresholds: Readonly<Record<DetectionKind, number>> = {
  "prompt-injection": 0.5,
  jailbreak: 0.5,
  "hidden-text": 0.9,
  "template-tokens": 0.75,
  secret: 0.7,
  "email-address": 0.5,
  "phone-number": 0.5,
  "credit-card": 0.5,
  iban: 0.5,
  "us-ssn": 0.5,
  "ip-address": 0.5,
  "national-id": 0.5,
  "system-prompt-leak": 0.5,
  canary: 0.5,
  exfiltration: 0.5,
  "dangerous-command": 0.5,
  "offensive-language": 0.5,
  "schema-mismatch": 0.5,
  "too-long": 0.5,
};

/**
 * What is doubtful is told from this score on and not acted on. Kinds that are not here are told
 * only where they count: a doubt about an attack that is told as one is a false alarm.
 */
export const defaultFlags: Readonly<Partial<Record<DetectionKind, number>>> = {
  "hidden-text": 0.45,
  "template-tokens": 0.7,
};

const block: Rule = { action: "block" };
const redact: Rule = { action: "redact" };
const flag: Rule = { action: "flag" };
const allow: Rule = { action: "allow" };

/**
 * What happens where a policy does not say. Orders in data and attempts to talk a model out of its
 * rules do not reach it. What hides in characters that nobody sees is taken out, and template tokens
 * are written so that they are none. Secrets are masked in both directions. Personal data is told on
 * its way in, since many honest tasks need it; on its way out numbers that prove who someone is or pay
 * for something are masked, and addresses to write or call are told. What gives away the system
 * prompt or the canary does not leave.
 */
export const defaultPolicy = {
  input: {
    "prompt-injection": block,
    jailbreak: block,
    "hidden-text": redact,
    "template-tokens": redact,
    secret: redact,
    "email-address": flag,
    "phone-number": flag,
    "credit-card": flag,
    iban: flag,
    "us-ssn": flag,
    "ip-address": flag,
    "national-id": flag,
    exfiltration: allow,
    "dangerous-command": allow,
    "offensive-language": allow,
    "too-long": block,
  },
  /** What differs for what tools and documents say. */
  tool: {
    "template-tokens": { action: "redact", threshold: 0.7 },
  },
  /** What differs for the application's own words. */
  system: {
    "prompt-injection": allow,
    jailbreak: allow,
    "hidden-text": { action: "flag" },
    "template-tokens": flag,
    secret: flag,
    "email-address": allow,
    "phone-number": allow,
    "ip-address": allow,
  },
  output: {
    "prompt-injection": allow,
    jailbreak: allow,
    "hidden-text": redact,
    "template-tokens": flag,
    secret: redact,
    "email-address": flag,
    "phone-number": flag,
    "credit-card": redact,
    iban: redact,
    "us-ssn": redact,
    "ip-address": flag,
    "national-id": redact,
    "system-prompt-leak": block,
    canary: block,
    exfiltration: redact,
    "dangerous-command": flag,
    "offensive-language": flag,
    "schema-mismatch": block,
    "too-long": block,
  },
} as const satisfies GuardPolicy;

export const kindNames = Object.keys(detectionKinds) as readonly DetectionKind[];
