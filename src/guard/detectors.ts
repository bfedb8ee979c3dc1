// The detectors that a guard asks, and what each needs of a text that is still coming.
import * as commands from "../detect/commands/index.ts";
import * as exfiltration from "../detect/exfiltration/index.ts";
import type { Detection } from "../detect/detection.ts";
import { findInjectionIn } from "../detect/injection/find.ts";
import { createLeakFinder, type LeakFinder } from "../detect/leak/index.ts";
import * as offence from "../detect/offence/index.ts";
import * as personal from "../detect/personal/index.ts";
import { findTemplateTokens } from "../detect/template-tokens/index.ts";
import type { Canonical } from "../detect/unicode/index.ts";
import type { View } from "../detect/views/index.ts";
import type { AnswerContext, Source } from "./contract.ts";
import { everywhere } from "./everywhere.ts";
import { holdSecret, secretsIn } from "./secrets.ts";

/** A text that is judged, read once for all detectors. */
export interface Reading {
  readonly text: string;
  readonly canonical: Canonical;
  readonly views: readonly View[];
  readonly source: Source;
  readonly context: AnswerContext;
  /** True where the text is part of a longer one and begins within a fenced block of code. */
  readonly isFenced: boolean;
}

/** A detection with what may stand in its place, where its detector knows. */
export interface Sighting extends Detection {
  readonly replacement?: string;
}

/** One way of looking. `kinds` are those it can tell: it is asked only where one of them counts. */
export interface Detector {
  readonly kinds: readonly Detection["kind"][];
  readonly find: (reading: Reading) => readonly Sighting[];
  /**
   * The earliest offset from which on a later piece of the text could still make or change a
   * detection; the text's length where none is open. `from` is where to begin to look.
   */
  readonly holdFrom?: (text: string, from: number, context: AnswerContext) => number;
  /** So much of what has left it needs to read on; 160 UTF-16 units where it is not said. */
  readonly contextBefore?: number;
  /** True where nothing is held back for what is only told: it would cost more than it is worth. */
  readonly holdsOnlyToAct?: boolean;
}

const secretDetector: Detector = {
  kinds: ["secret"],
  find: (reading) => everywhere(reading, secretsIn),
  holdFrom: holdSecret,
};

const tokenDetector: Detector = {
  kinds: ["template-tokens"],
  find: ({ text, canonical, views }) => findTemplateTokens(text, { canonical, views }),
  holdFrom: (text, from) => {
    const open = Math.max(text.lastIndexOf("<"), text.lastIndexOf("["));
    return open >= Math.max(from, text.length - 48) ? open : text.length;
  },
};

const hiddenDetector: Detector = {
  kinds: ["hidden-text"],
  find: ({ canonical }) => canonical.hidden,
};

const injectionDetector: Detector = {
  kinds: ["prompt-injection", "jailbreak"],
  find: (reading) => findInjectionIn(reading, reading.source),
};

/** What an answer only repeats is no news to who gave it. */
function isGiven({ text, context }: Reading, { start, end }: Detection): boolean {
  const { given } = context;
  if (given === undefined || given.length === 0) return false;
  const value = text.slice(start, end);
  return given.some((each) => each.includes(value));
}

const personalDetector: Detector = {
  kinds: [
    "email-address",
    "phone-number",
    "credit-card",
    "iban",
    "us-ssn",
    "ip-address",
    "national-id",
  ],
  find: (reading) =>
    everywhere(reading, (text) => personal.findPersonal(text)).filter(
      (each) => !isGiven(reading, each),
    ),
  holdFrom: personal.holdFrom,
  contextBefore: personal.contextBefore,
};

const exfiltrationDetector: Detector = {
  kinds: ["exfiltration"],
  find: ({ text, context, isFenced }) =>
    exfiltration.findExfiltration(text, {
      allowedHosts: context.allowedHosts,
      known: context.canaries,
      isFenced,
    }),
  // What opens is held until it closes, so that less of what has left is needed than of a whole text.
  holdFrom: exfiltration.holdFrom,
};

const leakFinders = new WeakMap<AnswerContext, LeakFinder>();

function leakFinder(context: AnswerContext): LeakFinder {
  const known = leakFinders.get(context);
  if (known !== undefined) return known;
  const made = createLeakFinder(context);
  leakFinders.set(context, made);
  return made;
}

const leakDetector: Detector = {
  kinds: ["system-prompt-leak", "canary"],
  find: ({ text, context }) => leakFinder(context).find(text),
  holdFrom: (text, from, context) => leakFinder(context).holdFrom(text, from),
};

const commandDetector: Detector = {
  kinds: ["dangerous-command"],
  find: ({ text }) => commands.findCommands(text),
  holdFrom: commands.holdFrom,
  contextBefore: commands.contextBefore,
  holdsOnlyToAct: true,
};

const offenceDetector: Detector = {
  kinds: ["offensive-language"],
  find: ({ text }) => offence.findOffence(text),
  holdFrom: offence.holdFrom,
  contextBefore: offence.contextBefore,
  holdsOnlyToAct: true,
};

/** All of them, in the order in which they are asked. */
export const detectors: readonly Detector[] = [
  hiddenDetector,
  tokenDetector,
  injectionDetector,
  leakDetector,
  secretDetector,
  personalDetector,
  exfiltrationDetector,
  commandDetector,
  offenceDetector,
];
