import type { OptionSpec } from "./options.ts";

/** How a command signs. */
export const signingOptions: readonly OptionSpec[] = [
  {
    name: "key",
    short: "k",
    value: "KEY",
    about: "The private key, a PEM file (P-256, P-384 or P-521).",
  },
  {
    name: "certificate",
    value: "FILE",
    about: "The certificate of the key, PEM: who verifies needs its root only.",
  },
  {
    name: "certificate-chain",
    value: "FILE",
    about: "The certificates above it, PEM, up to the root.",
  },
];
