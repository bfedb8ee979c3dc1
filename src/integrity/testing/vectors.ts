// Signed models that a verifier has to take or to refuse, each signature being right for the bytes
// that it covers: what is refused is refused for what it says. Made by code, with keys of its own.
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { preAuthEncoding, earlyAuthEncoding } from "../oms/dsse.ts";
import { byCodePoint } from "../model/list.ts";
import { authority, certificate, ecPair, signerOf, type TestCertificate } from "./certificates.ts";
import { smallModel } from "./models.ts";

type Json = Record<string, unknown>;

/** One signed model, and what a verifier has to say of it. */
export interface Vector {
  readonly name: string;
  /** What is wrong, or what is unusual and right. */
  readonly about: string;
  readonly expect: "valid" | "invalid";
  /** Where Pavise says by which known departure it is valid. */
  readonly variant?: string;
  readonly files: Readonly<Record<string, Buffer>>;
  /** The file that is the model; the folder where it is not said. */
  readonly single?: string;
  readonly bundle: string;
  /** Public key, PEM; or the root certificates. */
  readonly key?: string;
  readonly roots?: string;
}

interface Resource {
  name: string;
  algorithm: string;
  digest: string;
}

const statementType = "https://in-toto.io/Statement/v1";
const predicateType = "https://model_signing/signature/v1.0";
const inToto = "application/vnd.in-toto+json";

const hashNames: Readonly<Record<string, string>> = { sha256: "sha256", blake2b: "blake2b512" };

function hex(bytes: Buffer, algorithm = "sha256"): string {
  return createHash(hashNames[algorithm] ?? algorithm)
    .update(bytes)
    .digest("hex");
}

function rootOf(resources: readonly { readonly digest: string }[]): string {
  const hash = createHash("sha256");
  for (const { digest } of resources) hash.update(Buffer.from(digest, "hex"));
  return hash.digest("hex");
}

function resourcesOf(files: Readonly<Record<string, Buffer>>, algorithm = "sha256"): Resource[] {
  return Object.entries(files)
    .map(([name, bytes]) => ({ name, algorithm, digest: hex(bytes, algorithm) }))
    .sort((a, b) => byCodePoint(a.name, b.name));
}

function shardsOf(
  files: Readonly<Record<string, Buffer>>,
  { size, algorithm = "sha256" }: { readonly size: number; readonly algorithm?: string },
): Resource[] {
  return Object.entries(files)
    .flatMap(([name, bytes]) => {
      const shards: Resource[] = [];
      for (let start = 0; start < bytes.length; start += size) {
        const end = Math.min(bytes.length, start + size);
        const digest = hex(bytes.subarray(start, end), algorithm);
        shards.push({ name: `${name}:${start}:${end}`, algorithm, digest });
      }
      return shards;
    })
    .sort((a, b) => byCodePoint(a.name, b.name));
}

function statement(resources: readonly Resource[], serialization: Json = {}): Json {
  return {
    _type: statementType,
    subject: [{ name: "model", digest: { sha256: rootOf(resources) } }],
    predicateType,
    predicate: {
      resources,
      serialization: {
        method: "files",
        hash_type: "sha256",
        allow_symlinks: false,
        ignore_paths: [".git", ".gitattributes", ".github", ".gitignore", "model.sig"],
        ...serialization,
      },
    },
  };
}

/** Makes vectors with one key, so that a set of them can be handed around with it. */
export function makeVectors(): readonly Vector[] {
  const keys = ecPair();
  const pem = keys.publicKey.export({ type: "spki", format: "pem" }) as string;
  const vectors: Vector[] = [];
  const model = Object.fromEntries(
    Object.entries(smallModel).filter(([name]) => /^[\x20-\x7e]+$/.test(name)),
  );

  interface Seal {
    readonly private?: KeyObject;
    readonly hash?: string;
    readonly type?: string;
    readonly encode?: (type: string, payload: Buffer) => Buffer;
    readonly encoding?: "der" | "ieee-p1363";
    readonly hint?: string;
    /** Changes the document after it is signed. */
    readonly change?: (bundle: Json, parts: Parts) => unknown;
    /** Changes its text. */
    readonly rewrite?: (json: string) => string;
  }
  interface Parts {
    readonly material: Json;
    readonly envelope: Json & { signatures: Json[] };
  }

  function seal(payload: Buffer, how: Seal = {}): string {
    const { type = inToto, hash = "sha256", encoding = "der" } = how;
    const key = how.private ?? keys.privateKey;
    const message = (how.encode ?? preAuthEncoding)(type, payload);
    const signature = sign(hash === "" ? null : hash, message, { key, dsaEncoding: encoding });
    const material: Json = {
      publicKey: { hint: how.hint ?? hex(Buffer.from(pem)) },
      tlogEntries: [],
    };
    const envelope = {
      payload: payload.toString("base64"),
      payloadType: type,
      signatures: [{ sig: signature.toString("base64"), keyid: "" }] as Json[],
    };
    const bundle: Json = {
      mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      verificationMaterial: material,
      dsseEnvelope: envelope,
    };
    how.change?.(bundle, { material, envelope });
    const json = JSON.stringify(bundle);
    return how.rewrite?.(json) ?? json;
  }
  function add(
    expect: Vector["expect"],
    name: string,
    given: Partial<Vector> & { readonly about: string; readonly bundle: string },
  ): void {
    vectors.push({ name, expect, files: model, key: pem, ...given });
  }
  const text = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
  /** A statement about the model, changed. */
  function said(change: (it: Json & { predicate: Json }) => unknown = () => {}): Buffer {
    const made = statement(resourcesOf(model)) as Json & { predicate: Json };
    const copy = JSON.parse(JSON.stringify(made)) as typeof made;
    change(copy);
    return text(copy);
  }
  /** Resources changed, with the digest of the whole made anew. */
  function listed(change: (resources: Resource[]) => Resource[], serialization: Json = {}): Buffer {
    const copy = resourcesOf(model).map((each) => ({ ...each }));
    return text(statement(change(copy), serialization));
  }
  const bad = (name: string, about: string, bundle: string): void =>
    add("invalid", name, { about, bundle });

  // --- right ---------------------------------------------------------------------------------
  add("valid", "files-sha256", { about: "whole files, SHA-256", bundle: seal(said()) });
  add("valid", "files-blake2b", {
    about: "whole files, BLAKE2b",
    bundle: seal(text(statement(resourcesOf(model, "blake2b"), { hash_type: "blake2b" }))),
  });
  add("valid", "names-beyond-the-basic-plane", {
    about:
      "names are ordered by code points: U+FF21 before U+1F600, which UTF-16 has the other way",
    files: smallModel,
    bundle: seal(text(statement(resourcesOf(smallModel)))),
  });
  for (const algorithm of ["sha256", "blake2b"])
    add("valid", `shards-${algorithm}`, {
      about: `ranges of 4,000 bytes, ${algorithm}; a name with colons is split at the last two`,
      bundle: seal(
        text(
          statement(shardsOf(model, { size: 4000, algorithm }), {
            method: "shards",
            shard_size: 4000,
            hash_type: algorithm,
          }),
        ),
      ),
    });
  const one = { "model.bin": model["model.safetensors"]! };
  add("valid", "single-file", {
    about: "one file, by its name",
    files: one,
    single: "model.bin",
    bundle: seal(text(statement(resourcesOf(one)))),
  });
  add("valid", "no-keyid", {
    about: "a signature without `keyid`, and without `tlogEntries`",
    bundle: seal(said(), {
      change: (_, { material, envelope }) => {
        delete material["tlogEntries"];
        delete envelope.signatures[0]!["keyid"];
      },
    }),
  });
  add("valid", "single-file-dot", {
    about: "one file that is called `.`, as clients before the specification did",
    variant: "dot-name",
    files: one,
    single: "model.bin",
    bundle: seal(text(statement(resourcesOf(one).map((each) => ({ ...each, name: "." }))))),
  });
  const byParts = (a: Resource, b: Resource): number => {
    const [left, right] = [a.name.split("/"), b.name.split("/")];
    return byCodePoint(left[0]!, right[0]!) || left.length - right.length;
  };
  add("valid", "order-of-paths", {
    about: "resources in the order of path parts, as the Python client has them",
    variant: "path-order",
    bundle: seal(listed((each) => each.toSorted(byParts))),
  });
  const twelve = { "big.bin": Buffer.alloc(48_000, 7) };
  const inNumbers = shardsOf(twelve, { size: 4000 }).toSorted(
    (a, b) => Number(a.name.split(":")[1]) - Number(b.name.split(":")[1]),
  );
  add("valid", "order-of-shards", {
    about: "shards in numeric order, as the Python client has them",
    variant: "numeric-shard-order",
    files: twelve,
    bundle: seal(text(statement(inNumbers, { method: "shards", shard_size: 4000 }))),
  });
  add("valid", "no-ignore-paths", {
    about: "what was left out is not written down, as before 1.1.0",
    variant: "no-ignore-paths",
    bundle: seal(
      said(({ predicate }) => void delete (predicate["serialization"] as Json)["ignore_paths"]),
    ),
  });
  const early = {
    _type: statementType,
    subject: Object.entries(model).map(([name, bytes]) => ({
      name,
      digest: { sha256: hex(bytes) },
      annotations: { actual_hash_algorithm: "file-sha256" },
    })),
    predicateType: "https://model_signing/Digests/v0.1",
    predicate: { unused: "Unused, just passed due to API requirements" },
  };
  add("valid", "early-predicate", {
    about: "the predicate and the mistaken encoding of model-signing 0.2",
    variant: "early-encoding",
    bundle: seal(text(early), { encode: earlyAuthEncoding }),
  });

  // --- the JSON ------------------------------------------------------------------------------
  const whole = said().toString();
  bad(
    "payload-key-twice",
    "`predicateType` twice in the payload",
    seal(Buffer.from(whole.replace('"predicateType"', '"predicateType":"x","predicateType"'))),
  );
  bad(
    "payload-key-twice-escaped",
    "the same name twice, once with an escape",
    seal(Buffer.from(whole.replace('"predicate":', '"predic\\u0061te":{},"predicate":'))),
  );
  bad(
    "resource-key-twice",
    "`digest` twice in a resource",
    seal(Buffer.from(whole.replace('"digest":"', `"digest":"${"0".repeat(64)}","digest":"`))),
  );
  bad(
    "bundle-key-twice",
    "`dsseEnvelope` twice in the bundle",
    seal(said(), { rewrite: (json) => json.replace("{", '{"dsseEnvelope":{},') }),
  );
  bad("payload-trailing-bytes", "bytes behind the payload's JSON", seal(Buffer.from(`${whole}{}`)));
  bad(
    "payload-byte-order-mark",
    "a mark before the payload's JSON",
    seal(Buffer.from(`\ufeff${whole}`)),
  );
  bad(
    "payload-no-utf8",
    "a byte in the payload that is no UTF-8",
    seal(Buffer.from(whole.replace("config.json", "config\u00ff.json"), "latin1")),
  );
  bad("payload-list", "a list instead of a statement", seal(text([statement(resourcesOf(model))])));
  bad("payload-null", "`null` instead of a statement", seal(Buffer.from("null")));
  bad(
    "payload-nested",
    "ten thousand lists in one another",
    seal(
      Buffer.from(
        whole.replace('"_type"', `"x":${"[".repeat(10_000)}${"]".repeat(10_000)},"_type"`),
      ),
    ),
  );

  // --- the statement -------------------------------------------------------------------------
  const statements: readonly (readonly [
    string,
    string,
    (it: Json & { predicate: Json }) => unknown,
  ])[] = [
    [
      "statement-type",
      "another `_type`",
      (it) => (it["_type"] = "https://in-toto.io/Statement/v0.1"),
    ],
    ["statement-no-type", "no `_type`", (it) => delete it["_type"]],
    [
      "predicate-type",
      "another predicate type",
      (it) => (it["predicateType"] = "https://slsa.dev/provenance/v1"),
    ],
    [
      "predicate-type-newer",
      "a version that does not exist",
      (it) => (it["predicateType"] = "https://model_signing/signature/v9.0"),
    ],
    ["no-predicate", "no predicate", (it) => Reflect.deleteProperty(it, "predicate")],
    [
      "predicate-more",
      "a field that predicates do not have",
      ({ predicate }) => (predicate["note"] = "x"),
    ],
    ["no-subject", "no subject", (it) => (it["subject"] = [])],
    [
      "two-subjects",
      "two subjects",
      (it) => (it["subject"] as unknown[]).push({ name: "b", digest: { sha256: "0".repeat(64) } }),
    ],
    [
      "root-differs",
      "a digest of the whole that is another one",
      (it) => (it["subject"] = [{ name: "model", digest: { sha256: "0".repeat(64) } }]),
    ],
    [
      "root-upper-case",
      "a digest of the whole in upper case",
      (it) => {
        const [subject] = it["subject"] as { digest: { sha256: string } }[];
        subject!.digest.sha256 = subject!.digest.sha256.toUpperCase();
      },
    ],
    [
      "root-algorithm",
      "a digest of the whole by another function",
      (it) => (it["subject"] = [{ name: "model", digest: { sha512: "0".repeat(128) } }]),
    ],
    ["no-resources", "no resources", ({ predicate }) => delete predicate["resources"]],
    ["no-serialization", "no serialization", ({ predicate }) => delete predicate["serialization"]],
  ];
  for (const [name, about, change] of statements)
    bad(name, about, seal(said((it) => void change(it))));

  // --- the serialization ---------------------------------------------------------------------
  const serializations: readonly (readonly [string, string, Json])[] = [
    ["method-unknown", "a method that does not exist", { method: "tree" }],
    ["hash-unknown", "MD5", { hash_type: "md5" }],
    [
      "hash-differs",
      "resources by another function than the serialization says",
      { hash_type: "blake2b" },
    ],
    ["symlinks-no-boolean", "`allow_symlinks` as a text", { allow_symlinks: "false" }],
    ["symlinks-missing", "no `allow_symlinks`", { allow_symlinks: undefined }],
    ["shard-size-with-files", "a shard size with the method `files`", { shard_size: 1000 }],
    ["shards-without-size", "the method `shards` without a size", { method: "shards" }],
    ["shard-size-zero", "shards of no bytes", { method: "shards", shard_size: 0 }],
    ["ignore-above", "leaves out a path above the model", { ignore_paths: ["../secrets"] }],
    ["ignore-absolute", "leaves out an absolute path", { ignore_paths: ["/etc"] }],
    ["ignore-empty-part", "leaves out a path with an empty part", { ignore_paths: ["a//b"] }],
    ["ignore-everything", "leaves out `.`", { ignore_paths: ["."] }],
    ["serialization-more", "a field that serializations do not have", { note: "x" }],
  ];
  for (const [name, about, more] of serializations)
    bad(name, about, seal(text(statement(resourcesOf(model), more))));

  // --- resources -----------------------------------------------------------------------------
  const first = (change: (it: Resource) => void) => (resources: Resource[]) => {
    change(resources[0]!);
    return resources;
  };
  const digest = hex(Buffer.from("x"));
  const more = (name: string) => (resources: Resource[]) => [
    ...resources,
    { name, algorithm: "sha256", digest },
  ];
  const lists: readonly (readonly [string, string, (all: Resource[]) => Resource[]])[] = [
    ["resources-empty", "an empty list of resources", () => []],
    ["name-twice", "one name twice, with two digests", (all) => [{ ...all[0]!, digest }, ...all]],
    ["name-above", "a name that leads above the model", more("../outside.bin")],
    ["name-above-within", "a name that leads up and down", more("a/../config.json")],
    ["name-absolute", "an absolute name", more("/etc/passwd")],
    ["name-dot-part", "a name that begins with `./`", more("./config.json")],
    ["name-empty-part", "a name with an empty part", more("a//b")],
    ["name-trailing-slash", "a name that ends with a slash", more("a/")],
    ["name-empty", "an empty name", more("")],
    ["name-zero-byte", "a name with a zero byte", more("config.json\0.txt")],
    ["name-dot", "`.` beside other resources", more(".")],
    ["name-lone-surrogate", "a name with half of a character", more("a\ud800b")],
    [
      "digest-upper-case",
      "a digest in upper case",
      first((it) => (it.digest = it.digest.toUpperCase())),
    ],
    ["digest-short", "a digest cut off", first((it) => (it.digest = it.digest.slice(0, 32)))],
    [
      "digest-odd",
      "a digest with half of a byte",
      first((it) => (it.digest = it.digest.slice(0, 63))),
    ],
    ["digest-no-hex", "a digest that is none", first((it) => (it.digest = "z".repeat(64)))],
    ["algorithm-unknown", "a resource by MD5", first((it) => (it.algorithm = "md5"))],
    [
      "algorithm-other",
      "one resource by another function",
      first((it) => {
        it.algorithm = "blake2b";
        it.digest = hex(Buffer.from("x"), "blake2b");
      }),
    ],
  ];
  for (const [name, about, change] of lists) bad(name, about, seal(listed(change)));

  // --- shards --------------------------------------------------------------------------------
  const cut = (change: (all: Resource[]) => Resource[]): string =>
    seal(
      text(
        statement(change(shardsOf(one, { size: 4000 })), { method: "shards", shard_size: 4000 }),
      ),
    );
  const shard = (range: string): Resource => ({
    name: `model.bin:${range}`,
    algorithm: "sha256",
    digest,
  });
  const shards: readonly (readonly [string, string, (all: Resource[]) => Resource[]])[] = [
    ["shard-gap", "a shard is missing between two", (all) => all.filter((_, at) => at !== 1)],
    ["shard-no-begin", "the first shard is missing", (all) => all.slice(1)],
    [
      "shard-overlap",
      "a shard that covers bytes of another",
      (all) => [...all, shard("2000:6000")],
    ],
    [
      "shard-backwards",
      "a shard that ends before it begins",
      (all) => [...all, shard("9000:4000")],
    ],
    ["shard-empty", "a shard without bytes", (all) => [...all, shard("9000:9000")]],
    ["shard-too-large", "a shard larger than shards are", () => [shard("0:9000")]],
    [
      "shard-leading-zero",
      "a range with a leading zero",
      (all) => [...all.slice(0, 2), shard("08000:9000")],
    ],
    ["shard-sign", "a range with a sign", (all) => [...all.slice(0, 2), shard("+8000:9000")]],
    [
      "shard-fraction",
      "a range with a fraction",
      (all) => [...all.slice(0, 2), shard("8000.0:9000")],
    ],
    [
      "shard-no-range",
      "a name without a range",
      (all) => [...all, { ...shard(""), name: "model.bin" }],
    ],
    [
      "shard-beyond-numbers",
      "a range beyond whole numbers",
      (all) => [...all, shard("9000:99999999999999999999")],
    ],
  ];
  for (const [name, about, change] of shards)
    add("invalid", name, { about, files: one, bundle: cut(change) });

  // --- the envelope and the bundle -----------------------------------------------------------
  bad(
    "payload-type",
    "another payload type, signed as such",
    seal(said(), { type: "application/json" }),
  );
  bad(
    "early-encoding-newer-predicate",
    "the mistaken encoding of 0.2 with the predicate of 1.0",
    seal(said(), { encode: earlyAuthEncoding }),
  );
  bad(
    "plain-payload-signed",
    "the payload signed without its type",
    seal(said(), { encode: (_, payload) => payload }),
  );
  bad(
    "signature-raw",
    "a signature as r and s instead of DER",
    seal(said(), { encoding: "ieee-p1363" }),
  );
  bad("hint-of-another-key", "the digest of another key", seal(said(), { hint: "0".repeat(64) }));
  const changes: readonly (readonly [string, string, Seal["change"]])[] = [
    ["no-signatures", "no signature", (_, { envelope }) => (envelope.signatures = [])],
    [
      "two-signatures",
      "the signature twice",
      (_, { envelope }) => envelope.signatures.push(envelope.signatures[0]!),
    ],
    [
      "signature-empty",
      "an empty signature",
      (_, { envelope }) => (envelope.signatures[0]!["sig"] = ""),
    ],
    [
      "signature-more",
      "a field that signatures do not have",
      (_, { envelope }) => (envelope.signatures[0]!["cert"] = "x"),
    ],
    [
      "payload-base64-url",
      "the payload in the alphabet for URLs",
      (_, { envelope }) =>
        (envelope["payload"] = Buffer.from(String(envelope["payload"]), "base64").toString(
          "base64url",
        )),
    ],
    [
      "payload-base64-breaks",
      "line breaks in the payload's base64",
      (_, { envelope }) =>
        (envelope["payload"] = String(envelope["payload"]).replace(/(.{76})/g, "$1\n")),
    ],
    [
      "signature-unpadded",
      "base64 of the signature with bytes behind its end",
      (_, { envelope }) =>
        (envelope.signatures[0]!["sig"] = `${String(envelope.signatures[0]!["sig"])}====`),
    ],
    [
      "envelope-more",
      "a field that envelopes do not have",
      (_, { envelope }) => (envelope["note"] = "x"),
    ],
    ["bundle-more", "a field that bundles do not have", (it) => (it["messageSignature"] = {})],
    ["bundle-media-type", "another media type", (it) => (it["mediaType"] = "application/json")],
    ["bundle-no-media-type", "no media type", (it) => delete it["mediaType"]],
    [
      "material-none",
      "nothing that says who signed",
      (_, { material }) => delete material["publicKey"],
    ],
    [
      "material-empty-key",
      "a key without a name",
      (_, { material }) => (material["publicKey"] = {}),
    ],
    [
      "material-two",
      "a key and a certificate",
      (_, { material }) => (material["certificate"] = { rawBytes: "AAAA" }),
    ],
    [
      "material-log",
      "a log entry for a key",
      (_, { material }) => (material["tlogEntries"] = [{}]),
    ],
    ["envelope-none", "no envelope", (it) => delete it["dsseEnvelope"]],
  ];
  for (const [name, about, change] of changes) bad(name, about, seal(said(), { change }));

  // --- keys ----------------------------------------------------------------------------------
  function byKey(
    name: string,
    given: Seal & {
      readonly about: string;
      readonly pair: { publicKey: KeyObject; privateKey: KeyObject };
      readonly expect?: "valid";
    },
  ): void {
    const own = given.pair.publicKey.export({ type: "spki", format: "pem" }) as string;
    const hint = hex(Buffer.from(own));
    const bundle = seal(said(), { ...given, private: given.pair.privateKey, hint });
    add(given.expect ?? "invalid", name, { about: given.about, bundle, key: own });
  }
  byKey("key-p384", {
    about: "P-384 with SHA-384",
    pair: ecPair("P-384"),
    hash: "sha384",
    expect: "valid",
  });
  byKey("key-p521", {
    about: "P-521 with SHA-512",
    pair: ecPair("P-521"),
    hash: "sha512",
    expect: "valid",
  });
  byKey("key-p384-sha256", { about: "P-384 with SHA-256", pair: ecPair("P-384"), hash: "sha256" });
  byKey("key-p256-sha512", { about: "P-256 with SHA-512", pair: ecPair(), hash: "sha512" });
  byKey("key-secp256k1", { about: "a curve that is none of OMS", pair: ecPair("secp256k1") });
  byKey("key-rsa", { about: "RSA", pair: generateKeyPairSync("rsa", { modulusLength: 2048 }) });
  byKey("key-ed25519", { about: "Ed25519", pair: generateKeyPairSync("ed25519"), hash: "" });

  // --- certificates --------------------------------------------------------------------------
  const root = authority("root");
  function byCertificate(
    name: string,
    given: {
      readonly about: string;
      readonly leaf: TestCertificate;
      readonly above?: readonly TestCertificate[];
      readonly roots?: readonly TestCertificate[];
      readonly expect?: "valid";
    },
  ): void {
    const { leaf, above = [] } = given;
    const bundle = seal(said(), {
      private: leaf.keys.privateKey,
      change: (_, { material }) => {
        delete material["publicKey"];
        const certificates = [leaf, ...above].map((each) => ({
          rawBytes: each.der.toString("base64"),
        }));
        material["x509CertificateChain"] = { certificates };
      },
    });
    const roots = (given.roots ?? [root]).map((each) => each.pem).join("");
    add(given.expect ?? "invalid", name, { about: given.about, bundle, roots, key: undefined });
  }
  const day = 24 * 3600 * 1000;
  const between = certificate({
    name: "between",
    by: root,
    isAuthority: true,
    usage: [5],
    maxBelow: 0,
  });
  byCertificate("certificate", {
    about: "a certificate by the root",
    leaf: signerOf(root),
    expect: "valid",
  });
  byCertificate("certificate-between", {
    about: "a certificate over one in between",
    leaf: signerOf(between),
    above: [between],
    expect: "valid",
  });
  byCertificate("certificate-with-root", {
    about: "the root in the bundle as well",
    leaf: signerOf(root),
    above: [root],
    expect: "valid",
  });
  byCertificate("certificate-expired", {
    about: "expired yesterday",
    leaf: signerOf(root, {
      notBefore: new Date(Date.now() - 9 * day),
      notAfter: new Date(Date.now() - day),
    }),
  });
  byCertificate("certificate-not-yet", {
    about: "valid from tomorrow on",
    leaf: signerOf(root, { notBefore: new Date(Date.now() + day) }),
  });
  byCertificate("certificate-purpose", {
    about: "for servers, not for code",
    leaf: signerOf(root, { purposes: ["1.3.6.1.5.5.7.3.1"] }),
  });
  byCertificate("certificate-usage", {
    about: "its key may encipher, not sign",
    leaf: signerOf(root, { usage: [2] }),
  });
  byCertificate("certificate-unlimited", {
    about: "it does not say what it is for",
    leaf: certificate({ name: "trainer", by: root }),
  });
  byCertificate("certificate-critical", {
    about: "a critical extension that nobody knows",
    leaf: signerOf(root, { unknownCritical: true }),
  });
  byCertificate("certificate-self", {
    about: "by itself, and the root in the bundle",
    leaf: certificate({ name: "trainer", usage: [0], purposes: ["1.3.6.1.5.5.7.3.3"] }),
    above: [root],
  });
  byCertificate("certificate-by-a-leaf", {
    about: "by a certificate that may not issue",
    leaf: signerOf(signerOf(root, { name: "leaf" })),
    above: [],
  });
  const notIssuer = signerOf(root, { name: "no-issuer" });
  byCertificate("certificate-by-no-authority", {
    about: "by a certificate that is no authority, which is in the bundle",
    leaf: signerOf(notIssuer),
    above: [notIssuer],
  });
  const deep = certificate({ name: "deep", by: between, isAuthority: true, usage: [5] });
  byCertificate("certificate-path-length", {
    about: "longer than the path that is allowed",
    leaf: signerOf(deep),
    above: [deep, between],
  });
  const old = certificate({
    name: "old",
    by: root,
    isAuthority: true,
    usage: [5],
    notBefore: new Date(Date.now() - 9 * day),
    notAfter: new Date(Date.now() - day),
  });
  byCertificate("certificate-between-expired", {
    about: "over one that has expired",
    leaf: signerOf(old),
    above: [old],
  });
  const twin = authority("root");
  byCertificate("certificate-by-a-namesake", {
    about: "by a root of the same name with another key",
    leaf: signerOf(twin),
    above: [twin],
  });
  byCertificate("certificate-is-another", {
    about: "the chain of somebody else, trusted, before the signer's own",
    leaf: { ...signerOf(root), keys: ecPair() },
  });
  return vectors;
}
