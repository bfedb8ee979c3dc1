import { againstNotes, againstOptions } from "./against.ts";
import type { CommandSpec, OptionSpec } from "./options.ts";

/** The commands. */
export type CommandName = "scan" | "digest" | "sign" | "verify" | "checks" | "init" | "report";

const formats = "terminal, json, sarif, html, junit, markdown, github, gitlab";
const outputNote =
  "--output belongs to the --format before it, so several reports come from one scan. A folder (with a slash at its end) gets a file for each format. Without --format the file's suffix tells it. What has no --output goes to standard output.";

/** How a model is taken apart before it is hashed. */
const serialization: readonly OptionSpec[] = [
  { name: "hash", value: "NAME", about: "sha256 (default), blake2b or blake3." },
  {
    name: "shard-size",
    value: "BYTES",
    about:
      "Hash ranges of this many bytes instead of whole files (1GB, 256MiB, …): large files use all processors.",
  },
  {
    name: "ignore",
    value: "PATH",
    about: "Leave this path out; it is written into the signature. May be repeated.",
  },
  { name: "allow-symlinks", about: "Follow links; their content counts." },
  {
    name: "jobs",
    short: "j",
    value: "N",
    about: "Threads; as many as there are processors otherwise.",
  },
];
const notHashed =
  "Left out: .git, .gitignore, .gitattributes and .github at the top, and the signature. Links are refused unless they are followed, and so is a file that changes while it is read.";

/** What each command takes. */
export const specs: Readonly<Record<CommandName, CommandSpec>> = {
  scan: {
    name: "scan",
    summary: "Scan files and folders, and let the gate decide.",
    operands: "[PATH…] [REF…]",
    options: [
      {
        name: "format",
        short: "f",
        value: "NAME",
        about: `One or more of ${formats}; repeat it or separate with commas.`,
      },
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "Where the format before it is written.",
      },
      {
        name: "fail-on",
        value: "SEVERITY",
        about:
          "The least severity that fails: none, info, low, medium, high or critical (default: high).",
      },
      {
        name: "audience",
        value: "WHO",
        about: "default, pedantic (adds hygiene) or audit (adds every place worth a visit).",
      },
      {
        name: "config",
        short: "c",
        value: "FILE",
        about: "The configuration; pavise.yaml of the scanned or the current folder otherwise.",
      },
      { name: "baseline", value: "RUN.json", about: "A run of earlier; only what is new counts." },
      {
        name: "explain",
        about:
          "Also show, line by line, what each model file does when it is loaded, and the files of each model. Nothing is loaded.",
      },
      {
        name: "history",
        about:
          "Also search every version of every file that Git can reach for secrets. Words that are no path are refs to start from.",
      },
      {
        name: "jobs",
        short: "j",
        value: "N",
        about: "Worker threads; as many as there are processors otherwise.",
      },
      { name: "quiet", short: "q", about: "Only the summary." },
    ],
    notes: [
      outputNote,
      "A finding is accepted with `# pavise: allow <check> -- <reason>` on its line or alone above it, or with an `allow` entry in pavise.yaml. Exit status: 0 the gate passes, 1 it fails, 2 wrong usage and nothing was scanned, 3 the run is incomplete.",
    ],
    examples: [
      ["pavise scan", "the current folder"],
      ["pavise scan src train.py --fail-on medium", "two targets, a stricter gate"],
      [
        "pavise scan -f sarif -o pavise.sarif -f html -o pavise.html",
        "two reports, and the terminal",
      ],
      ["pavise scan model.pkl --explain", "what the model does when it is loaded"],
      ["pavise scan --history", "secrets in old versions too"],
      ["pavise scan --baseline known.json", "only what is new fails"],
    ],
  },
  digest: {
    name: "digest",
    summary: "Hash a model: a line for each file, and one digest of the whole.",
    operands: "MODEL",
    options: [...serialization, { name: "json", about: "As one JSON document." }],
    notes: [
      "MODEL is a folder or one file. The digest of the whole is the one that OpenSSF Model Signing puts under its signature: SHA-256 over the digests of the files, in the order of their names.",
      notHashed,
    ],
    examples: [
      ["pavise digest model/", "SHA-256 of every file, and of the whole"],
      ["pavise digest model.safetensors --hash blake3", "faster, where nobody asks for SHA-256"],
    ],
  },
  sign: {
    name: "sign",
    summary: "Sign a model, so that whoever uses it can verify that it is yours and unchanged.",
    operands: "MODEL",
    options: [
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
      {
        name: "signature",
        short: "s",
        value: "FILE",
        about:
          "Where the signature is written; model.sig in the folder, or FILE.sig beside a file.",
      },
      ...serialization,
    ],
    notes: [
      "The signature is an OpenSSF Model Signing bundle (version 1.0), which other clients verify as well. The passphrase of an encrypted key is taken from PAVISE_KEY_PASSPHRASE.",
      notHashed,
    ],
    examples: [
      ["pavise sign model/ --key signing.pem", "writes model/model.sig"],
      [
        "pavise sign model/ --key signing.pem --certificate cert.pem --certificate-chain ca.pem",
        "with a certificate",
      ],
    ],
  },
  verify: {
    name: "verify",
    summary: "Verify that a model is what somebody whom you trust has signed.",
    operands: "MODEL",
    options: [
      {
        name: "signature",
        short: "s",
        value: "FILE",
        about: "The signature file; model.sig in the folder, or FILE.sig beside a file, otherwise.",
      },
      { name: "key", short: "k", value: "FILE", about: "A public key that is trusted, PEM." },
      {
        name: "certificate-chain",
        value: "FILE",
        about: "Root certificates that are trusted, PEM, with those in between.",
      },
      {
        name: "identity",
        value: "WHO",
        about:
          "A keyless signer that is trusted: an e-mail address, or the URI of a workflow. A * stands for any text.",
      },
      { name: "issuer", value: "URL", about: "The OpenID provider that vouches for --identity." },
      {
        name: "trusted-root",
        value: "FILE",
        about: "A Sigstore trusted root instead of the public one that is shipped.",
      },
      ...againstOptions,
      {
        name: "ignore",
        value: "PATH",
        about: "Leave this path of the model out as well; it is told. May be repeated.",
      },
      { name: "ignore-unsigned-files", about: "Tell files that are not signed, and go on." },
      {
        name: "strict",
        about: "Refuse signatures that depart from the specification, however well known.",
      },
      {
        name: "format",
        short: "f",
        value: "NAME",
        about: `One or more of ${formats}; repeat it or separate with commas.`,
      },
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "Where the format before it is written.",
      },
      {
        name: "fail-on",
        value: "SEVERITY",
        about:
          "The least severity that fails: none, info, low, medium, high or critical (default: high).",
      },
      {
        name: "jobs",
        short: "j",
        value: "N",
        about: "Threads; as many as there are processors otherwise.",
      },
      { name: "quiet", short: "q", about: "Only the summary." },
    ],
    notes: [
      "Without --against nothing is asked of a network. What somebody has signed says what was hashed and how; the options only say who is trusted.",
      ...againstNotes,
      "`provenance.outcome` of the JSON report is one of verified, tampered, invalid, unsigned, untrusted-signer, expired, missing-evidence, refused, incomplete. No file of the model and no pavise.yaml can turn a refusal off. Exit status: 0 verified, 1 refused, 2 wrong usage, 3 something could not be read.",
    ],
    examples: [
      ["pavise verify model/ --key signer.pub", "by a public key"],
      ["pavise verify model/ --certificate-chain ca.pem", "by a certificate authority"],
      [
        "pavise verify model/ --identity ml@example.com --issuer https://accounts.google.com",
        "keyless",
      ],
      ["pavise verify model/ --against mlflow:models:/fraud/7", "by what training recorded"],
    ],
  },
  checks: {
    name: "checks",
    summary: "List the checks, or explain one.",
    operands: "[CHECK…]",
    options: [
      {
        name: "asset",
        value: "NAME",
        about: "Only checks that read this: python, command, setting, …",
      },
      {
        name: "control",
        value: "ID",
        about: "Only checks for this control, with or without edition: CWE-502, OWASP-LLM04.",
      },
      { name: "format", short: "f", value: "NAME", about: "text, json or markdown." },
    ],
    notes: ["CHECK is an id, a code, or the name the weakness has in another tool (B614, S614)."],
    examples: [
      ["pavise checks B614", "what Bandit calls B614"],
      ["pavise checks --control OWASP-LLM04", "what gives evidence for a control"],
    ],
  },
  init: {
    name: "init",
    summary: "Write a commented pavise.yaml to start from.",
    operands: "[FOLDER]",
    options: [],
  },
  report: {
    name: "report",
    summary: "Turn a run into another format.",
    operands: "RUN.json",
    options: [
      {
        name: "format",
        short: "f",
        value: "NAME",
        about: `One or more of ${formats}; repeat it or separate with commas.`,
      },
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "Where the format before it is written.",
      },
      { name: "quiet", short: "q", about: "Only the summary (terminal)." },
    ],
    notes: [
      outputNote,
      "RUN.json is what `pavise scan --format json` wrote; `-` reads standard input.",
    ],
  },
};
