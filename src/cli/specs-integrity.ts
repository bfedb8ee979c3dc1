import { againstNotes, againstOptions } from "./against.ts";
import type { CommandSpec, OptionSpec } from "./options.ts";
import { signingOptions } from "./sealing-options.ts";
import { reportOptions, runOptions } from "./specs-common.ts";

/** The commands about where a model comes from and whether it is what it should be. */
export type IntegrityCommand = "digest" | "sign" | "verify" | "attest" | "promote" | "run";

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

const signatureOption: OptionSpec = {
  name: "signature",
  short: "s",
  value: "FILE",
  about: "The signature file; model.sig in the folder, or FILE.sig beside a file, otherwise.",
};

/** What each of them takes. */
export const integritySpecs: Readonly<Record<IntegrityCommand, CommandSpec>> = {
  digest: {
    name: "digest",
    summary: "Hash a model: a line for each file, and one digest of the whole.",
    operands: "MODEL",
    options: [
      ...serialization,
      { name: "json", about: "As one JSON document." },
      { name: "quiet", short: "q", about: "Only the digest of the whole." },
    ],
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
      ...signingOptions,
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
      "The signature is an OpenSSF Model Signing bundle (version 1.0), which other clients verify as well. The passphrase of an encrypted key is taken from PAVISE_KEY_PASSPHRASE, the PIN of a device from PAVISE_PKCS11_PIN.",
      notHashed,
    ],
    examples: [
      ["pavise sign model/ --key signing.pem", "writes model/model.sig"],
      [
        "pavise sign model/ --key signing.pem --certificate cert.pem --certificate-chain ca.pem",
        "with a certificate",
      ],
      [
        "pavise sign model/ --key 'pkcs11:token=ci;object=release?module-path=/usr/lib/softhsm/libsofthsm2.so'",
        "with a device; --certificate goes with it as well",
      ],
      ["pavise sign model/ --keyless", "with the identity of this CI job"],
    ],
  },
  verify: {
    name: "verify",
    summary: "Verify that a model is what somebody whom you trust has signed.",
    operands: "MODEL",
    options: [
      signatureOption,
      {
        name: "policy",
        short: "p",
        value: "FILE",
        about:
          "A policy that says who may sign which model, instead of --key, --certificate-chain and --identity.",
      },
      {
        name: "name",
        value: "NAME",
        about: "The model's name in the policy; that of its folder or file otherwise.",
      },
      {
        name: "key",
        short: "k",
        value: "FILE",
        about:
          "A public key that is trusted, PEM. May be repeated: one of them has to have signed.",
      },
      {
        name: "certificate-chain",
        value: "FILE",
        about: "Root certificates that are trusted, PEM, with those in between. May be repeated.",
      },
      {
        name: "timestamp-certificate",
        value: "FILE",
        about:
          "Timestamp authorities that are trusted, PEM: a certificate has to be valid when they say, not now.",
      },
      {
        name: "identity",
        value: "WHO",
        about:
          "A keyless signer that is trusted: an e-mail address, or the URI of a workflow. A * stands for any text. May be repeated, each with its --issuer.",
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
      ...runOptions,
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
      ["pavise verify model/ --policy policy.yaml", "by whom a policy trusts for this model"],
      ["pavise verify model/ --against mlflow:models:/fraud/7", "by what training recorded"],
    ],
  },
  attest: {
    name: "attest",
    summary: "Say, signed, what was done with a model: its training, a scan, its robustness.",
    operands: "train|scan|robustness MODEL",
    options: [
      ...signingOptions,
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "Where it is written; MODEL.KIND.intoto.json beside the model otherwise.",
      },
      signatureOption,
      ...serialization,
      {
        name: "dataset",
        value: "PATH",
        about: "train: data that went in, a folder or file; hashed as a model is. May be repeated.",
      },
      {
        name: "base-model",
        value: "PATH",
        about: "train: a model that went in, hashed the same way. May be repeated.",
      },
      {
        name: "input",
        value: "URI=ALGORITHM:HEX",
        about: "train: anything else that went in, with its digest. May be repeated.",
      },
      {
        name: "code",
        value: "FOLDER",
        about: "train: the Git repository that trained it; its commit is recorded.",
      },
      {
        name: "config",
        value: "FILE",
        about: "train: the configuration of the training, YAML or JSON; its content is recorded.",
      },
      {
        name: "parameter",
        value: "NAME=VALUE",
        about: "train: one parameter of it. May be repeated.",
      },
      {
        name: "mlflow",
        value: "models:/NAME/VERSION",
        about: "train: also write the digest of the whole to this version's tags, for `--against`.",
      },
      {
        name: "mlflow-uri",
        value: "URL",
        about: "The MLflow server; MLFLOW_TRACKING_URI otherwise.",
      },
      {
        name: "builder",
        value: "URI",
        about: "train: who ran it; the workflow of the CI otherwise.",
      },
      { name: "started", value: "TIME", about: "train: when it began, ISO 8601." },
      { name: "finished", value: "TIME", about: "train: when it ended, ISO 8601; now otherwise." },
      {
        name: "fail-on",
        value: "SEVERITY",
        about: "scan: the least severity that fails (default: high).",
      },
      { name: "metric", value: "NAME=NUMBER", about: "robustness: one number. May be repeated." },
      {
        name: "report",
        value: "FILE",
        about: "robustness: JSON with `metrics`, name to number; the file's digest is recorded.",
      },
    ],
    notes: [
      "An in-toto statement in a Sigstore bundle: SLSA Provenance 1 for a training, Test Result for a scan and for robustness. It names the digest of the model as a whole, which is the one under its signature, and those of its files.",
      "A scan is run here and now, on the very bytes that are hashed: no configuration and no comment can turn anything off in it.",
    ],
    examples: [
      [
        "pavise attest train model/ --key ci.pem --dataset data/ --code . --config train.yaml",
        "how it came to be",
      ],
      ["pavise attest scan model/ --key ci.pem", "scans it, and signs what was found"],
      [
        "pavise attest robustness model/ --key ci.pem --metric pgd-linf-8=0.43",
        "how it stood up to attacks",
      ],
    ],
  },
  promote: {
    name: "promote",
    summary: "Let a policy decide whether a model may be served, and record the decision.",
    operands: "MODEL",
    options: [
      {
        name: "policy",
        short: "p",
        value: "FILE",
        about: "Required: who may sign it, and what it has to show.",
      },
      {
        name: "name",
        value: "NAME",
        about: "The model's name in the policy; that of its folder or file otherwise.",
      },
      signatureOption,
      {
        name: "attestation",
        short: "a",
        value: "FILE",
        about: "Evidence; MODEL.*.intoto.json beside the model otherwise. May be repeated.",
      },
      ...signingOptions,
      ...againstOptions,
      {
        name: "mlflow",
        value: "models:/NAME/VERSION",
        about: "Where the policy is fulfilled, write the digests to the tags of this version.",
      },
      { name: "alias", value: "NAME", about: "mlflow: and give the version this alias." },
      {
        name: "record",
        value: "FILE",
        about:
          "Where the signed decision is written; MODEL.promotion.intoto.json beside the model otherwise.",
      },
      {
        name: "ignore",
        value: "PATH",
        about: "Leave this path of the model out as well; it is told. May be repeated.",
      },
      ...reportOptions,
      {
        name: "jobs",
        short: "j",
        value: "N",
        about: "Threads; as many as there are processors otherwise.",
      },
      { name: "quiet", short: "q", about: "Only the summary." },
    ],
    notes: [
      ...againstNotes,
      "Every file is hashed, whatever was known of it before. Where the policy is fulfilled, the decision is signed (in-toto Simple Verification Result); where it is not, nothing is written, and what was expected and what was found stand side by side. Without --key the decision is only told.",
    ],
    examples: [
      [
        "pavise promote model/ --policy policy.yaml --key release.pem",
        "decide, and sign the decision",
      ],
      ["pavise promote model/ --policy policy.yaml", "decide only: a rehearsal"],
    ],
  },
  run: {
    name: "run",
    summary:
      "Verify a model, then start the command that serves it; stop it when the model changes.",
    operands: "-- COMMAND…",
    options: [
      {
        name: "model",
        short: "m",
        value: "PATH",
        about: "The model that the command loads. May be repeated.",
      },
      { name: "policy", short: "p", value: "FILE", about: "Who may sign which model." },
      {
        name: "name",
        value: "NAME",
        about: "The model's name in the policy; that of its folder or file otherwise.",
      },
      {
        name: "on-change",
        value: "WHAT",
        about: "When a changed model does not verify: stop (default) or warn.",
      },
      { name: "interval", value: "SECONDS", about: "How often files are looked at (2)." },
    ],
    notes: [
      "The command is not started where the model does not verify (exit status 1). While it runs, the model is verified again whenever a file of it changes. Mount the model read-only where you can: between a look and a load is a moment that no look can close.",
    ],
    examples: [
      [
        "pavise run --policy policy.yaml --model /models/fraud -- python serve.py",
        "verify, then serve",
      ],
    ],
  },
};
