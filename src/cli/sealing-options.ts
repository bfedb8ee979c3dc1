import type { OptionSpec } from "./options.ts";

/** How a command signs. */
export const signingOptions: readonly OptionSpec[] = [
  {
    name: "key",
    short: "k",
    value: "KEY",
    about:
      "The private key (P-256, P-384 or P-521): a PEM file, or where it is kept: pkcs11:…, awskms://…, gcpkms://…, azurekms://….",
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
  {
    name: "keyless",
    about: "Sign with who you are (Sigstore): the identity of this CI job, or of a token.",
  },
  {
    name: "identity-token",
    value: "FILE",
    about: "keyless: the OpenID token; otherwise SIGSTORE_ID_TOKEN, or that of GitHub Actions.",
  },
  {
    name: "fulcio-url",
    value: "URL",
    about: "keyless: the certificate authority; the public one otherwise.",
  },
  {
    name: "rekor-url",
    value: "URL",
    about: "keyless: the transparency log; the public one otherwise.",
  },
  { name: "trusted-root", value: "FILE", about: "keyless: the trusted root of these services." },
  {
    name: "timestamp-server",
    value: "URL",
    about:
      "An authority (RFC 3161) that shows when it was signed: it counts after the certificate has expired.",
  },
];
