import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { HashType } from "./model/hash-range.ts";
import { signModel } from "./sign.ts";
import { ecPair } from "./testing/certificates.ts";
import { smallModel, testFolder, testFolderOf, writeModel } from "./testing/models.ts";
import { localKey, sealWith } from "./trust/seal.ts";
import { verifyModel, type Verification } from "./verify.ts";

/** A way of signing that is tampered with. */
interface Way {
  readonly name: string;
  readonly curve: string;
  readonly hashType: HashType;
  readonly shardSize?: number;
}

const ways: readonly Way[] = [
  { name: "files, SHA-256, P-256", curve: "P-256", hashType: "sha256" },
  { name: "shards, SHA-256, P-384", curve: "P-384", hashType: "sha256", shardSize: 4096 },
  { name: "files, BLAKE2b, P-521", curve: "P-521", hashType: "blake2b" },
];

type Change = (model: string) => void;
const within = (name: string, change: (file: string) => void): Change => {
  return (model) => change(join(model, name));
};
function rewrite(file: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, change(readFileSync(file)));
}
const flip = (at: number, bit: number) => (file: string) =>
  rewrite(file, (bytes) => {
    const index = at < 0 ? bytes.length + at : at;
    bytes[index] = bytes[index]! ^ (1 << bit);
    return bytes;
  });

/** What is done to the files of a model. */
const changes: Record<string, Change> = {};
for (const name of Object.keys(smallModel)) {
  changes[`first byte of ${name}`] = within(name, flip(0, 0));
  changes[`last byte of ${name}`] = within(name, flip(-1, 7));
  changes[`one byte more in ${name}`] = within(name, (file) => appendFileSync(file, "\0"));
  changes[`one byte less in ${name}`] = within(name, (file) =>
    truncateSync(file, readFileSync(file).length - 1),
  );
  changes[`${name} is gone`] = within(name, (file) => rmSync(file));
  changes[`${name} is empty`] = within(name, (file) => truncateSync(file, 0));
  changes[`${name} has another name`] = within(name, (file) => renameSync(file, `${file}.bak`));
  changes[`${name} is a link to a copy of itself`] = (model) => {
    renameSync(join(model, name), `${model}.moved`);
    symlinkSync(`${model}.moved`, join(model, name));
  };
  changes[`${name} is a folder`] = within(name, (file) => {
    rmSync(file);
    mkdirSync(file);
  });
}
const weights = "model.safetensors";
Object.assign(changes, {
  "a bit in the middle of the weights": within(weights, flip(4500, 3)),
  "the last byte of the first shard": within(weights, flip(4095, 1)),
  "the first byte of the second shard": within(weights, flip(4096, 1)),
  "two shards are exchanged": within(weights, (file) =>
    rewrite(file, (bytes) =>
      Buffer.concat([bytes.subarray(4096, 8192), bytes.subarray(0, 4096), bytes.subarray(8192)]),
    ),
  ),
  "a shard is there twice": within(weights, (file) =>
    rewrite(file, (bytes) => Buffer.concat([bytes.subarray(0, 8192), bytes.subarray(4096)])),
  ),
  "the last shard is gone": within(weights, (file) => truncateSync(file, 8192)),
  "zeros up to the end of the shard": within(weights, (file) => truncateSync(file, 12_288)),
  "two bytes are exchanged": within(weights, (file) =>
    rewrite(file, (bytes) => {
      [bytes[10], bytes[11]] = [bytes[11]!, bytes[10]!];
      return bytes;
    }),
  ),
  "two files have exchanged their names": (model: string) => {
    renameSync(join(model, "tokenizer.json"), join(model, "t"));
    renameSync(join(model, "config.json"), join(model, "tokenizer.json"));
    renameSync(join(model, "t"), join(model, "config.json"));
  },
  "two files have exchanged their bytes but for one": (model: string) =>
    writeFileSync(join(model, "config.json"), readFileSync(join(model, "tokenizer.json"))),
  "a name in upper case": (model: string) =>
    renameSync(join(model, "config.json"), join(model, "CONFIG.JSON")),
  "a name with an accent of its own": (model: string) =>
    renameSync(join(model, "caf\u00e9.txt"), join(model, "cafe\u0301.txt")),
  "both forms of an accent": (model: string) =>
    cpSync(join(model, "caf\u00e9.txt"), join(model, "cafe\u0301.txt")),
  "a name with a look-alike": (model: string) =>
    renameSync(join(model, "config.json"), join(model, "c\u043enfig.json")),
  "a name with a space behind it": (model: string) =>
    renameSync(join(model, "config.json"), join(model, "config.json ")),
  "a name with a zero-width space": (model: string) =>
    renameSync(join(model, "config.json"), join(model, "config\u200b.json")),
  "a name with a backslash": (model: string) =>
    renameSync(join(model, "tokenizer/vocab.txt"), join(model, "tokenizer\\vocab.txt")),
  "a folder has another name": (model: string) =>
    renameSync(join(model, "tokenizer"), join(model, "tokeniser")),
  "a folder is a link": (model: string) => {
    renameSync(join(model, "tokenizer"), `${model}.tokenizer`);
    symlinkSync(`${model}.tokenizer`, join(model, "tokenizer"));
  },
  "a file stands a folder higher": (model: string) =>
    renameSync(join(model, "tokenizer/vocab.txt"), join(model, "vocab.txt")),
  "a script more": (model: string) => writeFileSync(join(model, "modeling_evil.py"), "x"),
  "an empty script more": (model: string) => writeFileSync(join(model, "modeling_evil.py"), " "),
  "a hidden file more": (model: string) => writeFileSync(join(model, ".env"), "x"),
  "a file more in a folder": (model: string) => writeFileSync(join(model, "tokenizer/x.py"), "x"),
  "a folder more with a file": (model: string) => {
    mkdirSync(join(model, "a/b/c"), { recursive: true });
    writeFileSync(join(model, "a/b/c/d.py"), "x");
  },
  "a folder of Git below the top": (model: string) => {
    mkdirSync(join(model, "tokenizer/.git"));
    writeFileSync(join(model, "tokenizer/.git/hook"), "x");
  },
  "a link more": (model: string) => symlinkSync("config.json", join(model, "alias.json")),
  "a link that leads nowhere": (model: string) => symlinkSync("nothing", join(model, "alias.json")),
  "a link to /etc": (model: string) => symlinkSync("/etc", join(model, "etc")),
  "a hard link more": (model: string) =>
    linkSync(join(model, "config.json"), join(model, "config2.json")),
  "another signature file": (model: string) => writeFileSync(join(model, "model2.sig"), "x"),
  "a file called as the signature in a folder": (model: string) =>
    writeFileSync(join(model, "tokenizer/model.sig"), "x"),
  "every file is gone": (model: string) => {
    for (const name of readdirSync(model))
      if (name !== "model.sig") rmSync(join(model, name), { recursive: true });
  },
} satisfies Record<string, Change>);

type Json = Record<string, unknown>;
interface Document extends Json {
  verificationMaterial: Json & { publicKey: Json };
  dsseEnvelope: { payload: string; payloadType: string; signatures: Json[] };
}
const bundled = (change: (bundle: Document) => unknown): Change =>
  within("model.sig", (file) =>
    rewrite(file, (bytes) => {
      const bundle = JSON.parse(bytes.toString()) as Document;
      change(bundle);
      return Buffer.from(JSON.stringify(bundle));
    }),
  );
const paid = (change: (statement: Statement) => unknown): Change =>
  bundled(({ dsseEnvelope }) => {
    const statement = JSON.parse(
      Buffer.from(dsseEnvelope.payload, "base64").toString(),
    ) as Statement;
    change(statement);
    dsseEnvelope.payload = Buffer.from(JSON.stringify(statement)).toString("base64");
  });
interface Statement extends Json {
  subject: { name: string; digest: Json }[];
  predicate: {
    resources: { name: string; digest: string; algorithm: string }[];
    serialization: Json;
  };
}
const signature = (change: (bytes: Buffer) => Buffer): Change =>
  bundled(({ dsseEnvelope }) => {
    const [first] = dsseEnvelope.signatures;
    const bytes = Buffer.from(String(first!["sig"]), "base64");
    first!["sig"] = change(bytes).toString("base64");
  });
const flipped = (at: number) => (bytes: Buffer) => {
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  return bytes;
};

/** What is done to the signature file. */
const forgeries: Record<string, Change> = {
  "the signature file is gone": within("model.sig", (file) => rmSync(file)),
  "the signature file is empty": within("model.sig", (file) => truncateSync(file, 0)),
  "half of the signature file": within("model.sig", (file) =>
    truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  ),
  "bytes behind the signature file": within("model.sig", (file) => appendFileSync(file, "{}")),
  "the payload in another encoding": bundled(({ dsseEnvelope }) => {
    const statement: unknown = JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString());
    dsseEnvelope.payload = Buffer.from(JSON.stringify(statement, undefined, 1)).toString("base64");
  }),
  "the subject's name": paid(({ subject }) => (subject[0]!.name = "other")),
  "the digest of the whole": paid(
    ({ subject }) => (subject[0]!.digest = { sha256: "0".repeat(64) }),
  ),
  "a resource is gone": paid(({ predicate }) => predicate.resources.pop()),
  "a resource more": paid(({ predicate }) =>
    predicate.resources.push({ name: "x.py", algorithm: "sha256", digest: "0".repeat(64) }),
  ),
  "a resource has another name": paid(({ predicate }) => (predicate.resources[0]!.name = "x")),
  "a resource has another digest": paid(
    ({ predicate }) => (predicate.resources[0]!.digest = createHash("sha256").digest("hex")),
  ),
  "resources in another order": paid(({ predicate }) => predicate.resources.reverse()),
  "two digests are exchanged": paid(({ predicate: { resources } }) => {
    const [a, b] = resources;
    [a!.digest, b!.digest] = [b!.digest, a!.digest];
  }),
  "a path more is left out": paid(({ predicate }) =>
    (predicate.serialization["ignore_paths"] as string[]).push("config.json"),
  ),
  "links are followed": paid(({ predicate }) => (predicate.serialization["allow_symlinks"] = true)),
  "another method": paid(({ predicate }) => (predicate.serialization["method"] = "tree")),
  "another hash": paid(({ predicate }) => (predicate.serialization["hash_type"] = "blake3")),
  "another shard size": paid(({ predicate }) => (predicate.serialization["shard_size"] = 4097)),
  "another predicate type": paid(
    (it) => (it["predicateType"] = "https://model_signing/Digests/v0.1"),
  ),
  "another statement type": paid((it) => (it["_type"] = "https://in-toto.io/Statement/v0.1")),
  "the payload is another statement": bundled(
    ({ dsseEnvelope }) => (dsseEnvelope.payload = Buffer.from("{}").toString("base64")),
  ),
  "the payload is nothing": bundled(({ dsseEnvelope }) => (dsseEnvelope.payload = "")),
  "another payload type": bundled(
    ({ dsseEnvelope }) => (dsseEnvelope.payloadType = "application/vnd.in-toto+json; x"),
  ),
  "no signatures": bundled(({ dsseEnvelope }) => (dsseEnvelope.signatures = [])),
  "the signature twice": bundled(({ dsseEnvelope }) =>
    dsseEnvelope.signatures.push(dsseEnvelope.signatures[0]!),
  ),
  "a bit of r": signature(flipped(6)),
  "a bit of s": signature(flipped(-1)),
  "a bit of the signature's tag": signature(flipped(0)),
  "a bit of the signature's length": signature(flipped(1)),
  "bytes behind the signature": signature((bytes) => Buffer.concat([bytes, Buffer.alloc(2)])),
  "half of the signature": signature((bytes) => bytes.subarray(0, 20)),
  "a signature of zeros": signature(() => Buffer.from("3006020100020100", "hex")),
  "a key identifier of somebody": bundled(
    ({ verificationMaterial }) => (verificationMaterial.publicKey["hint"] = "f".repeat(64)),
  ),
  "no key identifier": bundled(({ verificationMaterial }) => {
    delete verificationMaterial.publicKey["hint"];
  }),
  "another media type": bundled((it) => (it["mediaType"] = "application/json")),
  "a log entry": bundled(
    ({ verificationMaterial }) => (verificationMaterial["tlogEntries"] = [{}]),
  ),
  "a certificate instead of a key": bundled(({ verificationMaterial }) => {
    Reflect.deleteProperty(verificationMaterial, "publicKey");
    verificationMaterial["x509CertificateChain"] = { certificates: [{ rawBytes: "MAA=" }] };
  }),
  "two payloads, by a name twice": within("model.sig", (file) =>
    rewrite(file, (bytes) =>
      Buffer.from(bytes.toString().replace('"payload":', '"payload":"e30=","payload":')),
    ),
  ),
  "two signatures, by a name twice": within("model.sig", (file) =>
    rewrite(file, (bytes) =>
      Buffer.from(bytes.toString().replace('"sig":', '"sig":"MAA=","sig":')),
    ),
  ),
};

/** What is done to a model without changing it. */
const harmless: Record<string, Change> = {
  nothing: () => {},
  "other times": (model) => {
    for (const name of Object.keys(smallModel)) utimesSync(join(model, name), 1, 1);
  },
  "a copy that takes its place": (model) => {
    cpSync(model, `${model}.copy`, { recursive: true });
    rmSync(model, { recursive: true });
    renameSync(`${model}.copy`, model);
  },
  "a clone of Git": (model) => {
    mkdirSync(join(model, ".git"));
    writeFileSync(join(model, ".git/HEAD"), "ref: refs/heads/main\n");
    writeFileSync(join(model, ".gitattributes"), "*.bin filter=lfs\n");
    writeFileSync(join(model, ".gitignore"), "\n");
    mkdirSync(join(model, ".github"));
    writeFileSync(join(model, ".github/ci.yml"), "\n");
  },
  "an empty folder": (model) => mkdirSync(join(model, "empty")),
  "files written anew": (model) => {
    for (const [name, bytes] of Object.entries(smallModel)) writeFileSync(join(model, name), bytes);
  },
};

describe.each(ways)("a model signed by $name", ({ curve, hashType, shardSize }) => {
  const keys = ecPair(curve);
  let signed = "";
  const original: Record<string, Buffer> = {};

  const folder = testFolderOf("signed");

  beforeAll(async () => {
    signed = join(folder, "model");
    writeModel(signed, smallModel);
    const seal = sealWith(localKey(keys.privateKey));
    await signModel(signed, join(signed, "model.sig"), { hashType, shardSize, seal });
    for (const name of [...Object.keys(smallModel), "model.sig"])
      original[name] = readFileSync(join(signed, name));
  });

  async function after(change: Change): Promise<Verification> {
    const model = join(testFolder(), "model");
    writeModel(model, original);
    change(model);
    const trust = [{ kind: "key", key: keys.publicKey, name: "key" }] as const;
    return verifyModel(model, join(model, "model.sig"), { trust });
  }

  test.each(Object.entries(changes))("is refused when %s", async (_, change) => {
    const { outcome, problems } = await after(change);
    expect({ outcome, problems }).toEqual({ outcome: "tampered", problems: [] });
  });
  test.each(Object.entries(forgeries))(
    "is refused when the signature has %s",
    async (_, change) => {
      const { outcome } = await after(change);
      expect(outcome).toMatch(/^(?:invalid|unsigned|untrusted-signer)$/);
    },
  );
  test.each(Object.entries(harmless))("is taken after %s", async (_, change) => {
    const { outcome, facts } = await after(change);
    expect({ outcome, facts }).toEqual({ outcome: "verified", facts: [] });
  });
  test("is refused by another key", async () => {
    const trust = [{ kind: "key", key: ecPair(curve).publicKey, name: "key" }] as const;
    const { outcome } = await verifyModel(signed, join(signed, "model.sig"), { trust });
    expect(outcome).toBe("untrusted-signer");
  });
});

test("what differs in a shard is told of the file, with the range", async () => {
  const model = join(testFolder(), "model");
  writeModel(model, smallModel);
  const keys = ecPair();
  const seal = sealWith(localKey(keys.privateKey));
  const signatureFile = join(model, "model.sig");
  await signModel(model, signatureFile, { hashType: "sha256", shardSize: 4096, seal });
  flip(5000, 1)(join(model, "model.safetensors"));
  const trust = [{ kind: "key", key: keys.publicKey, name: "key" }] as const;
  const { facts } = await verifyModel(model, signatureFile, { trust });
  expect(facts).toMatchObject([
    {
      path: "model.safetensors",
      message: "the part from byte 4096 to 8192 is not what was signed",
    },
  ]);
});

test("there are enough ways of tampering", () => {
  expect(
    (Object.keys(changes).length + Object.keys(forgeries).length) * ways.length,
  ).toBeGreaterThan(250);
});
