import { spawn, spawnSync } from "node:child_process";
import { createHash, sign } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ecPair, type KeyPair } from "../testing/certificates.ts";
import { testFolder } from "../testing/models.ts";
import { hashOf, isSignedBy } from "./keys.ts";
import { readAddress } from "./pkcs11.ts";
import { derSignature } from "./device-key.ts";
import { openRemoteKey } from "./remote-key.ts";
import { sealWith, type SigningKey } from "./seal.ts";

const curves = [
  ["P-256", "sha256"],
  ["P-384", "sha384"],
  ["P-521", "sha512"],
] as const;

async function signsWell(key: SigningKey): Promise<void> {
  const message = Buffer.from("a message");
  const hash = hashOf(key.publicKey)!;
  for (let round = 0; round < 3; round++) {
    const signature = await key.sign(message);
    expect(isSignedBy(key.publicKey, { message, signature, hash })).toBe(true);
  }
  expect(await sealWith(key)(Buffer.from("{}"))).toContain("dsseEnvelope");
}

test("r and s become DER, whatever their first bits are", () => {
  for (const [curve, hash] of curves) {
    const { publicKey, privateKey } = ecPair(curve);
    for (let round = 0; round < 60; round++) {
      const message = Buffer.from(`${round}`);
      const raw = sign(hash, message, { key: privateKey, dsaEncoding: "ieee-p1363" });
      expect(isSignedBy(publicKey, { message, signature: derSignature(raw), hash })).toBe(true);
    }
  }
});

test.each([
  ["vault://x", /nothing is known of vault/],
  ["awskms:///", /no key of AWS KMS/],
  ["gcpkms://projects/p", /no version of a key/],
  ["azurekms://evil.example.com/key", /no key of a vault/],
  ["azurekms://vault.azure.net.evil.com/key", /no key of a vault/],
  ["pkcs11:token=x", /no module/],
])("%s is an error of the user", async (address, says) => {
  const scheme = address.split(":")[0]!;
  await expect(openRemoteKey(address, scheme)).rejects.toThrow(says);
});

test("an address of PKCS#11 is read as RFC 7512 has it", () => {
  const file = join(testFolder(), "pin");
  writeFileSync(file, "1234\n");
  expect(
    readAddress(
      `pkcs11:token=My%20token;object=k%3B1;id=%01%AB?module-path=/m.so&pin-source=file:${file}`,
    ),
  ).toMatchObject({ token: "My token", object: "k;1", id: "01ab", module: "/m.so", pin: "1234" });
  expect(() => readAddress("pkcs11:token=%zz;object=a?module-path=/m.so")).toThrow(/escape/);
});

const module = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
];
const hasDevice =
  spawnSync("softhsm2-util", ["--version"]).status === 0 &&
  spawnSync("pkcs11-tool", ["--help"]).error === undefined;
const deviceNote = hasDevice ? "" : " (skipped: softhsm2 and opensc are not installed)";

describe.skipIf(!hasDevice)(`a PKCS#11 device${deviceNote}`, () => {
  const before = { ...process.env };
  let library = "";

  beforeEach(() => {
    const folder = testFolder();
    mkdirSync(join(folder, "tokens"));
    writeFileSync(join(folder, "softhsm2.conf"), `directories.tokendir = ${folder}/tokens\n`);
    process.env["SOFTHSM2_CONF"] = join(folder, "softhsm2.conf");
    process.env["PAVISE_PKCS11_PIN"] = "1234";
    library = module.find((file) => spawnSync("test", ["-e", file]).status === 0) ?? module[0]!;
    const init = [
      "--init-token",
      "--free",
      "--label",
      "release",
      "--so-pin",
      "0000",
      "--pin",
      "1234",
    ];
    if (spawnSync("softhsm2-util", init).status !== 0) throw new Error("no token could be made");
  });
  afterEach(() => {
    process.env = { ...before };
  });

  test.each([
    ["EC:prime256v1", "P-256"],
    ["EC:secp384r1", "P-384"],
    ["EC:secp521r1", "P-521"],
  ])("signs by %s", async (type) => {
    const made = spawnSync("pkcs11-tool", [
      "--module",
      library,
      "--token-label",
      "release",
      "--login",
      "--pin",
      "1234",
      "--keypairgen",
      "--key-type",
      type,
      "--label",
      "signing",
      "--id",
      "01",
      "--usage-sign",
    ]);
    expect(made.status).toBe(0);
    const address = `pkcs11:token=release;object=signing;id=%01?module-path=${library}`;
    await signsWell(await openRemoteKey(address, "pkcs11"));
  });

  test("says what is wrong, and no PIN", async () => {
    process.env["PAVISE_PKCS11_PIN"] = "987654";
    const address = `pkcs11:token=release;object=signing?module-path=${library}`;
    const error = await openRemoteKey(address, "pkcs11").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "service-failed" });
    expect(String(error)).not.toContain("987654");
    const other = openRemoteKey("pkcs11:object=a?module-path=/nothing.so", "pkcs11");
    await expect(other).rejects.toMatchObject({ code: "service-failed" });
  });
});

/** A server that answers JSON, for one test. */
async function serve(
  answer: (path: string, body: string, auth: string) => object,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const auth = request.headers.authorization ?? "";
      response.end(JSON.stringify(answer(request.url ?? "", body, auth)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Signs a digest, as a service does: OpenSSL takes one as if it were the message with no hash. */
function signDigest({ privateKey }: KeyPair, digest: Buffer): Buffer {
  const file = join(testFolder(), "key.pem");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  return spawnSync("openssl", ["pkeyutl", "-sign", "-inkey", file], { input: digest }).stdout;
}

describe("a key in a cloud", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test.each(curves)("of Google signs by %s", async (curve, hash) => {
    const keys = ecPair(curve);
    const name = "projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3";
    const host = await serve((path, body, auth) => {
      expect(auth).toBe("Bearer secret");
      if (path === `/v1/${name}/publicKey`)
        return { pem: keys.publicKey.export({ type: "spki", format: "pem" }) };
      expect(path).toBe(`/v1/${name}:asymmetricSign`);
      const { digest } = JSON.parse(body) as { digest: Record<string, string> };
      return {
        signature: signDigest(keys, Buffer.from(digest[hash]!, "base64")).toString("base64"),
      };
    });
    process.env["PAVISE_GCPKMS_ENDPOINT"] = `http://${host}`;
    process.env["GOOGLE_OAUTH_ACCESS_TOKEN"] = "secret";
    await signsWell(await openRemoteKey(`gcpkms://${name}`, "gcpkms"));
  });

  test.each(curves)("of Azure signs by %s", async (curve, hash) => {
    const keys = ecPair(curve);
    const half = { sha256: 32, sha384: 48, sha512: 66 }[hash];
    const host = await serve((path, body, auth) => {
      expect(auth).toBe("Bearer secret");
      if (path === "/keys/models?api-version=7.4")
        return {
          key: { ...keys.publicKey.export({ format: "jwk" }), kid: "https://v/keys/models/abc" },
        };
      expect(path).toBe("/keys/models/abc/sign?api-version=7.4");
      const { value } = JSON.parse(body) as { value: string };
      const signature = signDigest(keys, Buffer.from(value, "base64url"));
      return { value: rawSignature(signature, half).toString("base64url") };
    });
    process.env["AZURE_KEYVAULT_ACCESS_TOKEN"] = "secret";
    await signsWell(await openRemoteKey(`azurekms://${host}/models`, "azurekms"));
  });

  test.each(curves)("of Amazon signs a digest by %s", async (curve, hash) => {
    const keys = ecPair(curve);
    const host = await serve((_, body, auth) => {
      expect(auth).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/kms\//);
      const request = JSON.parse(body) as { KeyId: string; Message?: string; MessageType?: string };
      expect(request.KeyId).toBe("alias/models");
      if (request.Message === undefined) {
        const spki = keys.publicKey.export({ type: "spki", format: "der" });
        return { PublicKey: spki.toString("base64") };
      }
      const algorithm = `ECDSA_SHA_${hash.slice(3)}`;
      expect(request).toMatchObject({ MessageType: "DIGEST", SigningAlgorithm: algorithm });
      const signature = signDigest(keys, Buffer.from(request.Message, "base64"));
      return { Signature: signature.toString("base64") };
    });
    await signsWell(await openRemoteKey(`awskms://${host}/alias/models`, "awskms"));
  });

  beforeEach(() => {
    process.env["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE";
    process.env["AWS_SECRET_ACCESS_KEY"] = "secret";
    process.env["AWS_REGION"] = "eu-central-1";
  });

  test("a service that refuses is told, without what was sent", async () => {
    const host = await serve(() => ({ message: "no" }));
    const error = await openRemoteKey(`awskms://${host}/alias/x`, "awskms").catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "service-failed" });
    expect(String(error)).not.toContain("AKID");
  });

  const moto =
    process.env["PAVISE_MOTO_SERVER"] ??
    join(import.meta.dirname, "../../../.pavise/tools/bin/moto_server");
  const hasMoto = spawnSync(moto, ["--help"]).status === 0;
  const motoNote = hasMoto
    ? ""
    : " (skipped: moto_server is not installed, see PAVISE_MOTO_SERVER)";

  test.skipIf(!hasMoto)(
    `of Amazon signs by every curve${motoNote}`,
    { timeout: 60_000 },
    async () => {
      const port = 20_000 + Math.floor(Math.random() * 20_000);
      const server = spawn(moto, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
      onTestFinished(() => void server.kill());
      const host = `127.0.0.1:${port}`;
      const ask = (action: string, body: object): Promise<Response> =>
        fetch(`http://${host}/`, {
          method: "POST",
          headers: {
            "content-type": "application/x-amz-json-1.1",
            "x-amz-target": `TrentService.${action}`,
            authorization:
              "AWS4-HMAC-SHA256 Credential=a/20260101/eu-central-1/kms/aws4_request, SignedHeaders=host, Signature=x",
          },
          body: JSON.stringify(body),
        });
      for (let tries = 0; ; tries++) {
        try {
          await ask("ListKeys", {});
          break;
        } catch (error) {
          if (tries > 200) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
      for (const spec of ["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"]) {
        const made = await ask("CreateKey", { KeyUsage: "SIGN_VERIFY", KeySpec: spec });
        const { KeyMetadata } = (await made.json()) as { KeyMetadata: { KeyId: string } };
        const key = await openRemoteKey(`awskms://${host}/${KeyMetadata.KeyId}`, "awskms");
        const hash = hashOf(key.publicKey)!;
        const digest = createHash(hash).update("x").digest();
        // This server takes what it is given for the message, whatever its type is said to be.
        const signature = await key.sign(Buffer.from("x"));
        expect(isSignedBy(key.publicKey, { message: digest, signature, hash })).toBe(true);
      }
    },
  );
});

/** DER taken apart into r and s of a fixed length. */
function rawSignature(der: Buffer, half: number): Buffer {
  let at = der[1]! >= 0x80 ? 3 : 2;
  const number = (): Buffer => {
    const length = der[at + 1]!;
    const bytes = der.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    const whole = Buffer.concat([Buffer.alloc(half), bytes]);
    return whole.subarray(whole.length - half);
  };
  return Buffer.concat([number(), number()]);
}
