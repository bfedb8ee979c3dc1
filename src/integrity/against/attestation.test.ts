import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { inTotoType, preAuthEncoding } from "../oms/dsse.ts";
import { digestModel, signModel } from "../sign.ts";
import { against, linesOf } from "../testing/against.ts";
import { signWith } from "../trust/keys.ts";
import type { Trust } from "../trust/reading.ts";
import { localKey, sealWith } from "../trust/seal.ts";

const files = { "w.bin": "weights", "sub/config.json": "{}" };
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const subjects = Object.entries(files).map(([name, text]) => ({
  name,
  digest: { sha256: sha256(text), md5: "0".repeat(32) },
}));

const newKey = (): KeyObject => generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;
const key = newKey();
const seal = sealWith(localKey(key));
const trust: readonly Trust[] = [{ kind: "key", key: localKey(key).publicKey, name: "signer.pub" }];
const stranger: readonly Trust[] = [
  { kind: "key", key: localKey(newKey()).publicKey, name: "other.pub" },
];

function statement(subject: readonly object[], more: object = {}): string {
  return JSON.stringify({
    _type: "https://in-toto.io/Statement/v1",
    subject,
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {},
    ...more,
  });
}

/** An envelope of DSSE by itself, as `cosign attest` and many others write it. */
function envelope(payload: string, signer: KeyObject = key): string {
  const body = Buffer.from(payload);
  const sig = signWith(signer, preAuthEncoding(inTotoType, body)).toString("base64");
  return JSON.stringify({
    payload: body.toString("base64"),
    payloadType: inTotoType,
    signatures: [{ keyid: "", sig }],
  });
}

function recordIn(text: string, name = "train.intoto.json"): string {
  return join(makeTree({ [name]: text }), name);
}

/** A model that is signed, as it has to be where somebody is trusted. */
async function signed(content: Readonly<Record<string, string>> = files): Promise<string> {
  const model = makeTree(content);
  await signModel(model, join(model, "model.sig"), { hashType: "sha256", seal });
  return model;
}

describe("subjects", () => {
  test("an unsigned statement agrees, and is weak evidence alone", async () => {
    const record = recordIn(statement(subjects));
    const verification = await against(makeTree(files), record);
    expect([verification.outcome, linesOf(verification)]).toEqual([
      "missing-evidence",
      [expect.stringContaining("train.intoto.json is not signed: whoever can write it")],
    ]);
  });

  test("a file that differs has both digests", async () => {
    const record = recordIn(statement(subjects));
    const verification = await against(makeTree({ ...files, "w.bin": "WEIGHTS" }), record);
    expect(verification.outcome).toBe("tampered");
    expect(linesOf(verification)).toContainEqual(
      `differs w.bin: its sha256 is ${sha256("WEIGHTS")}, on record is ${sha256("weights")} (${record})`,
    );
  });

  test("the model as a whole, under whatever name, and by its digest only", async () => {
    const model = makeTree(files);
    const { root } = await digestModel(model, { hashType: "sha256" });
    for (const name of [basename(model), "something-else"]) {
      const record = recordIn(statement([{ name, digest: { sha256: root } }]));
      expect(linesOf(await against(model, record))).toHaveLength(1);
    }
    writeFileSync(join(model, "w.bin"), "other");
    const record = recordIn(statement([{ name: "model", digest: { sha256: root } }]));
    const changed = await against(model, record);
    expect(changed.outcome).toBe("tampered");
    const { root: now } = await digestModel(model, { hashType: "sha256" });
    expect(linesOf(changed)).toContainEqual(
      expect.stringMatching(new RegExp(`^differs model: .*${root}.*digest of the whole is ${now}`)),
    );
  });

  test("a single file, by its name, by its bytes and as a whole", async () => {
    const file = join(makeTree({ "m.bin": "weights" }), "m.bin");
    const { root } = await digestModel(file, { hashType: "sha256" });
    for (const subject of [
      { name: "m.bin", digest: { sha256: sha256("weights") } },
      { name: "elsewhere.bin", digest: { sha256: sha256("weights") } },
      { name: "m.bin", digest: { sha256: root } },
    ])
      expect((await against(file, recordIn(statement([subject])))).outcome).toBe(
        "missing-evidence",
      );
    const bad = statement([{ name: "elsewhere.bin", digest: { sha256: sha256("x") } }]);
    expect((await against(file, recordIn(bad))).outcome).toBe("tampered");
  });

  test("other digests of in-toto, and one that nobody can compute", async () => {
    const model = makeTree({ a: "one", b: "two" });
    const digest = (type: string, text: string) => createHash(type).update(text).digest("hex");
    const gitBlob = createHash("sha1").update("blob 3\0two").digest("hex");
    const record = recordIn(
      statement([
        { name: "a", digest: { blake2b: digest("blake2b512", "one") } },
        { name: "b", digest: { gitBlob } },
        { name: "c", digest: { dirHash1: "x" } },
      ]),
    );
    const verification = await against(model, record);
    expect(verification.outcome).toBe("missing-evidence");
    expect(linesOf(verification).map((line) => line.slice(0, 20))).toEqual([
      expect.stringContaining("weak-evidence"),
      "no-evidence c: " + record.slice(0, 5),
    ]);
  });

  test("lines of a file are records of their own", async () => {
    const [one, two] = subjects.map((subject) => statement([subject]));
    const model = makeTree(files);
    const good = await against(model, recordIn(`${one}\n${two}\n`, "a.intoto.jsonl"));
    expect(good.facts.map(({ kind }) => kind)).toEqual(["weak-evidence", "weak-evidence"]);
    const other = statement([{ name: "w.bin", digest: { sha256: sha256("x") } }]);
    const bad = await against(model, recordIn(`${one}\n${two}\n${other}\n`, "a.intoto.jsonl"));
    expect(linesOf(bad)).toContainEqual(expect.stringContaining("a.intoto.jsonl:3)"));
  });
});

describe("signatures of records", () => {
  test("one that holds is strong, with the model's own", async () => {
    const record = recordIn(envelope(statement(subjects)));
    const verification = await against(await signed(), record, { trust });
    expect([verification.outcome, verification.facts, verification.signer?.kind]).toEqual([
      "verified",
      [],
      "key",
    ]);
  });

  test("both have to hold", async () => {
    const record = recordIn(envelope(statement(subjects)));
    const unsigned = await against(makeTree(files), record, { trust });
    expect(unsigned.outcome).toBe("unsigned");
    const other = await signed({ ...files, "w.bin": "retrained" });
    const exchanged = await against(other, record, { trust });
    expect(exchanged.outcome).toBe("tampered");
    expect(linesOf(exchanged)).toEqual([expect.stringContaining("differs w.bin: ")]);
  });

  test.each([
    ["by somebody else", envelope(statement(subjects), newKey())],
    [
      "over something else",
      envelope(statement(subjects)).replace(
        /"payload":"[^"]+"/,
        `"payload":"${Buffer.from(statement(subjects.slice(0, 1))).toString("base64")}"`,
      ),
    ],
  ])("one that is made %s is refused, whatever it says", async (_, text) => {
    const model = await signed();
    const verification = await against(model, recordIn(text), { trust });
    expect([verification.outcome, linesOf(verification)]).toEqual([
      "invalid",
      [expect.stringContaining("the signature is not that of signer.pub")],
    ]);
  });

  test("one that nobody looked at is weak evidence", async () => {
    const record = recordIn(envelope(statement(subjects)));
    const verification = await against(makeTree(files), record);
    expect([verification.outcome, linesOf(verification)]).toEqual([
      "missing-evidence",
      [expect.stringContaining("its signature was not verified")],
    ]);
  });

  test("one of several signatures is enough", async () => {
    const payload = statement(subjects);
    const own = JSON.parse(envelope(payload)) as { signatures: object[] };
    const other = JSON.parse(envelope(payload, newKey())) as { signatures: object[] };
    const both = { ...own, signatures: [...other.signatures, ...own.signatures] };
    const model = await signed();
    const good = await against(model, recordIn(JSON.stringify(both)), { trust });
    expect(good.outcome).toBe("verified");
    const none = recordIn(JSON.stringify({ ...own, signatures: [] }));
    expect(linesOf(await against(model, none, { trust }))).toEqual([
      expect.stringContaining("is not signed"),
    ]);
  });

  // Made by securesystemslib 1.6.0 and in-toto-attestation 0.9.3 over the files of this test.
  test("an envelope that another implementation wrote", async () => {
    const payload =
      "eyJfdHlwZSI6ICJodHRwczovL2luLXRvdG8uaW8vU3RhdGVtZW50L3YxIiwgInN1YmplY3QiOiBbeyJuYW1lIjogIncuYmluIiwgImRpZ2VzdCI6IHsic2hhMjU2IjogIjlhMTI5MDM4ZDlhMDBhZWQwY2Y2YTdlYTA1OWNhNTBhODEzNDQ5MDYxYWI4Nzg0OGNmMWExM2VhZmRmMzNiMmMifX0sIHsibmFtZSI6ICJzdWIvY29uZmlnLmpzb24iLCAiZGlnZXN0IjogeyJzaGEyNTYiOiAiNDQxMzZmYTM1NWIzNjc4YTExNDZhZDE2ZjdlODY0OWU5NGZiNGZjMjFmZTc3ZTgzMTBjMDYwZjYxY2FhZmY4YSJ9fV0sICJwcmVkaWNhdGVUeXBlIjogImh0dHBzOi8vc2xzYS5kZXYvcHJvdmVuYW5jZS92MSIsICJwcmVkaWNhdGUiOiB7ImEiOiAxLjB9fQ==";
    const sig =
      "MEQCIDP5ejHLytKDFfXSbHqctti2FbpDUfSQoITD9KHn+u+gAiAv/EtxRn6WDEZxScqyCEui0OxJkRYLwFSTjqGAFbgXeA==";
    const record = recordIn(
      JSON.stringify({
        payload,
        payloadType: inTotoType,
        signatures: [{ keyid: "7d95b691", sig }],
      }),
    );
    const spki =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEnR2yHJ05WZxHTWL1Nsp9QWiYC83PrHeNYgwZ6L3rhPamrRa9RvNC8E3670LUecjZ4bhKqI6IMkFjM5aMDbuhBQ==";
    const theirs = createPublicKey({
      key: Buffer.from(spki, "base64"),
      format: "der",
      type: "spki",
    });
    const both: readonly Trust[] = [...trust, { kind: "key", key: theirs, name: "train.pub" }];
    expect((await against(await signed(), record, { trust: both })).outcome).toBe("verified");
    expect((await against(await signed(), record, { trust })).outcome).toBe("invalid");
  });

  test("a Sigstore bundle", async () => {
    const record = recordIn(await seal(Buffer.from(statement(subjects))), "train.sigstore.json");
    const model = await signed();
    expect((await against(model, record, { trust })).outcome).toBe("verified");
    const strange = await against(model, record, { trust: stranger });
    expect(strange.outcome).toBe("untrusted-signer");
    expect(linesOf(strange)).toHaveLength(2);
  });
});

describe("a signature of a model as a record", () => {
  test("of whole files and of shards, by its own rules", async () => {
    for (const shardSize of [undefined, 4096]) {
      const content = { ...files, "w.bin": "w".repeat(10_000), "logs/x": "x" };
      const model = makeTree(content);
      const record = join(makeTree(), "trained.sig");
      await signModel(model, record, { hashType: "blake2b", shardSize, seal, ignore: ["logs"] });
      const good = await against(model, record);
      expect(good.outcome).toBe("missing-evidence");
      expect(linesOf(good)).toEqual([
        expect.stringContaining("was not verified"),
        "uncovered logs: the signature leaves it out",
      ]);
      writeFileSync(join(model, "w.bin"), `${"w".repeat(9_999)}!`);
      writeFileSync(join(model, "new.py"), "1");
      const bad = await against(model, record);
      expect(bad.outcome).toBe("tampered");
      expect(linesOf(bad).filter((line) => line.startsWith("differs"))).toHaveLength(2);
    }
  });

  test("that of a single file", async () => {
    const file = join(makeTree({ "m.bin": "weights" }), "m.bin");
    const record = join(makeTree(), "m.sig");
    await signModel(file, record, { hashType: "sha256", seal });
    expect((await against(file, record)).outcome).toBe("missing-evidence");
    writeFileSync(file, "other");
    expect((await against(file, record)).outcome).toBe("tampered");
  });

  test("its own signature beside the files is no file of the model", async () => {
    const model = await signed();
    const verification = await against(model, join(model, "model.sig"));
    expect(verification.facts.map(({ kind }) => kind)).toEqual(["weak-evidence"]);
    rmSync(join(model, "sub"), { recursive: true });
    expect((await against(model, join(model, "model.sig"))).outcome).toBe("tampered");
  });
});

describe("what is no record", () => {
  test.each([
    ["", "no JSON"],
    ["{}", "no statement of in-toto"],
    ['{"a":1,"a":2}', "twice"],
    [statement([]), "subject"],
    [statement(subjects, { _type: "x" }), "_type"],
    [statement([...subjects, { name: "w.bin", digest: { sha256: sha256("x") } }]), "two digests"],
    [JSON.stringify({ payload: "!", payloadType: inTotoType, signatures: [] }), "no envelope"],
    [JSON.stringify({ payload: "e30=", payloadType: "text/plain", signatures: [] }), "no envelope"],
    [JSON.stringify({ mediaType: "x", dsseEnvelope: {} }), "no bundle"],
  ])("what is none (%#)", async (text, message) => {
    await expect(against(makeTree(files), recordIn(text))).rejects.toThrow(message);
  });

  test("a file that is not there, and a folder", async () => {
    const model = makeTree(files);
    for (const record of [`attestation:${model}/none.json`, `attestation:${model}`])
      await expect(against(model, record)).rejects.toMatchObject({ code: "file-missing" });
  });
});

test("each file is read once for a signature and all records", async () => {
  const content = { a: "a".repeat(1000), b: "b".repeat(2000) };
  const model = await signed(content);
  const digests = (type: string) =>
    Object.entries(content)
      .map(([name, text]) => `${createHash(type).update(text).digest("hex")}  ${name}\n`)
      .join("");
  const sums = makeTree({
    "1.sha256": digests("sha256"),
    "2.sha256": digests("md5"),
    "3.sha256": digests("sha1"),
  });
  const record = recordIn(
    await seal(Buffer.from(statement([{ name: "a", digest: { sha256: sha256(content.a) } }]))),
  );
  let read = 0;
  const verification = await against(
    model,
    [join(model, "model.sig"), record, ...[1, 2, 3].map((at) => join(sums, `${at}.sha256`))],
    {
      trust,
      onProgress: ({ done, total }) => {
        if (done === total) read += total;
      },
    },
  );
  expect([verification.outcome, read]).toEqual(["verified", 3000]);
});
