import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { signModel } from "../sign.ts";
import { authority, ecPair, signerOf } from "../testing/certificates.ts";
import { testFolder, writeModel } from "../testing/models.ts";
import { identityToken, startServices, type Faults, type Services } from "../testing/services.ts";
import { timestampAuthority } from "../testing/timestamps.ts";
import { verifyModel, type Verification } from "../verify.ts";
import { parseCertificate } from "./certificates.ts";
import { readToken } from "./identity.ts";
import { keylessSeal } from "./keyless-seal.ts";
import { publicGoodRoot } from "./public-good.ts";
import { localKey, sealWith } from "./seal.ts";
import { stampWith } from "./stamp.ts";

const issuer = "https://accounts.example.com";
const email = "trainer@example.com";

/** A folder with a model, the services, and their root in a file. */
interface Scene {
  readonly services: Services;
  readonly model: string;
  readonly signatureFile: string;
  readonly root: string;
  readonly sign: (claims?: object, stamped?: boolean) => Promise<unknown>;
  readonly verify: (who?: string, by?: string, root?: string) => Promise<Verification>;
}

async function scene(faults: Faults = {}): Promise<Scene> {
  const services = await startServices(faults);
  const folder = testFolder();
  const model = join(folder, "model");
  writeModel(model, { "a.bin": Buffer.from("a"), "b/c.bin": Buffer.from("c") });
  const root = join(folder, "root.json");
  writeFileSync(root, services.trustedRoot);
  const signatureFile = join(model, "model.sig");
  const { fulcio, rekor, timestamps } = services;
  return {
    services,
    model,
    signatureFile,
    root,
    sign: (claims = { iss: issuer, sub: "1", email }, stamped = false) => {
      const identity = readToken(identityToken(claims));
      const stamp = stamped ? stampWith(timestamps) : undefined;
      const seal = keylessSeal({ identity, fulcio, rekor, stamp, trustedRoot: root });
      return signModel(model, signatureFile, { hashType: "sha256", seal });
    },
    verify: (who = email, by = issuer, trusted = root) =>
      verifyModel(model, signatureFile, {
        trust: [{ kind: "sigstore", identity: who, issuer: by, trustedRoot: trusted }],
      }),
  };
}

describe("an identity", () => {
  test.each([false, true])("signs, and is known again (with a timestamp: %s)", async (stamped) => {
    const { sign, verify, services } = await scene();
    await sign(undefined, stamped);
    const found = await verify();
    expect(found).toMatchObject({
      outcome: "verified",
      signer: { kind: "sigstore", identity: email, issuer },
      variants: [],
    });
    expect(Date.now() - Date.parse(found.signedAt ?? "")).toBeLessThan(60_000);
    expect(services.asked.map(({ path }) => path)).toHaveLength(stamped ? 3 : 2);
  });

  test("may be a workflow, known by a pattern", async () => {
    const { sign, verify } = await scene();
    const sub = "https://github.com/acme/models/.github/workflows/train.yml@refs/heads/main";
    await sign({ iss: "https://token.actions.githubusercontent.com", sub });
    const by = "https://token.actions.githubusercontent.com";
    const pattern = "https://github.com/acme/models/.github/workflows/train.yml@*";
    expect((await verify(pattern, by)).outcome).toBe("verified");
    expect((await verify("https://github.com/acme/*/ci.yml@*", by)).outcome).toBe(
      "untrusted-signer",
    );
  });

  test.each([
    ["another person", "mallory@example.com", issuer],
    ["a part of the name", "trainer@example", issuer],
    ["a longer name", "x-trainer@example.com", issuer],
    ["another provider", email, "https://accounts.example.com.evil"],
    ["a pattern that is no pattern", "trainer.example.com", issuer],
  ])("is refused where %s is trusted", async (_, who, by) => {
    const { sign, verify } = await scene();
    await sign();
    expect((await verify(who, by)).outcome).toBe("untrusted-signer");
  });

  test("of another instance counts for nothing", async () => {
    const { sign, verify, model } = await scene();
    await sign();
    const other = join(model, "..", "public.json");
    writeFileSync(other, publicGoodRoot);
    expect((await verify(email, issuer, other)).outcome).toBe("invalid");
  });

  test.each<readonly [string, Faults]>([
    [
      "an entry for another payload",
      {
        entry: (it) => ({
          ...it,
          spec: {
            ...(it["spec"] as object),
            payloadHash: { algorithm: "sha256", value: "0".repeat(64) },
          },
        }),
      },
    ],
    ["an entry of another kind", { entry: (it) => ({ ...it, kind: "hashedrekord" }) }],
    ["a checkpoint that was changed", { checkpoint: (note) => note.replace("\n2\n", "\n3\n") }],
    ["a certificate that is in no log", { ctKey: ecPair() }],
    [
      "a timestamp by nobody",
      { signer: timestampAuthority({ imprint: () => createHash("sha256").digest() }) },
    ],
  ])("does not sign with %s", async (_, faults) => {
    const { sign } = await scene(faults);
    await expect(sign(undefined, faults.signer !== undefined)).rejects.toMatchObject({
      code: "service-failed",
    });
  });

  test.each<readonly [string, Faults, RegExp]>([
    ["refuses", { status: 403 }, /answers 403/],
    ["answers no JSON", { answer: () => Buffer.from("<html>") }, /no JSON/],
    ["answers something else", { answer: () => Buffer.from("{}") }, /no certificate/],
    ["answers without end", { answer: () => Buffer.alloc(2_000_000, 32) }, /larger than/],
  ])("a service that %s is told, without the token", async (_, faults, says) => {
    const { sign } = await scene(faults);
    const error = await sign().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "service-failed" });
    expect(String(error)).toMatch(says);
    expect(String(error)).not.toContain("eyJ");
  });
});

test.each([
  ["none", "x"],
  ["cannot be read", "a.b.c"],
  ["whose it is", `x.${Buffer.from("{}").toString("base64url")}.x`],
  ["has expired", identityToken({ sub: "x", exp: 1 })],
])("a token that is wrong is told: %s", (says, token) => {
  expect(() => readToken(token)).toThrow(says);
  expect(() => readToken(token)).not.toThrow(token.length > 20 ? token : "\0");
});

test("only services on this machine are asked by http", async () => {
  await expect(stampWith("http://example.com/")(Buffer.from("x"))).rejects.toThrow(/no https/);
});

test("a certificate that has expired since counts where a timestamp shows that it had not", async () => {
  const { services, model, signatureFile } = await scene();
  const root = authority("root", { notBefore: new Date("2020-01-01") });
  const soon = new Date(Date.now() + 3_600_000);
  const leaf = signerOf(root, { notAfter: soon });
  const parsed = parseCertificate(leaf.der)!;
  const above = [parseCertificate(root.der)!];
  const stamp = stampWith(services.timestamps);
  const seal = sealWith(localKey(leaf.keys.privateKey), {
    certificate: { leaf: parsed, above },
    stamp,
  });
  await signModel(model, signatureFile, { hashType: "sha256", seal });
  const verify = (timestampRoots: typeof above, at: Date): Promise<Verification> =>
    verifyModel(model, signatureFile, {
      trust: [{ kind: "certificate", roots: above, timestampRoots }],
      at,
    });
  const later = new Date(Date.now() + 30 * 86_400_000);
  const roots = [parseCertificate(services.timestampRoot.der)!];
  expect((await verify([], new Date())).outcome).toBe("verified");
  expect((await verify([], later)).outcome).toBe("expired");
  const found = await verify(roots, later);
  expect(found.outcome).toBe("verified");
  expect(found.signedAt).toBeDefined();
  const strangers = [parseCertificate(authority("timestamp root").der)!];
  expect((await verify(strangers, later)).outcome).toBe("missing-evidence");
});
