import type { CommandSpec } from "./options.ts";

/** The commands about models at run time. */
export type GatewayCommand = "audit-log";

/** What each of them takes. */
export const gatewaySpecs: Readonly<Record<GatewayCommand, CommandSpec>> = {
  "audit-log": {
    name: "audit-log",
    summary: "Prove that a gateway's audit log is whole.",
    operands: "verify FILE…",
    options: [
      {
        name: "key-env",
        value: "NAME",
        about: "The variable of the environment with the key that the log was written with.",
      },
      {
        name: "head",
        value: "HASH",
        about: "A hash that was noted elsewhere; it must be in the log.",
      },
      { name: "json", about: "As one JSON document." },
      { name: "quiet", short: "q", about: "Only what is wrong." },
    ],
    notes: [
      "Each record has the hash of the one before it. Several files of one log are given in the order in which they were written.",
      "Records that were taken from the very end are told only with --head; a log that was written anew as a whole only with --key-env. Exit status: 0 the log is whole, 1 it is not, 3 it cannot be read.",
    ],
    examples: [
      ["pavise audit-log verify audit.jsonl", "nothing was changed, removed or put in"],
      [
        "pavise audit-log verify audit.jsonl --key-env AUDIT_KEY --head 5f1c…",
        "nor was it cut short or written anew",
      ],
    ],
  },
};
