import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { signModel } from "./sign.ts";
import { authority, certificate, ecPair, signerOf, type KeyPair } from "./testing/certificates.ts";
import { testFolder, writeModel } from "./testing/models.ts";
import { identityToken, startServices } from "./testing/services.ts";
import { parseCertificate } from "./trust/certificates.ts";
import { readToken } from "./trust/identity.ts";
import { keylessSeal } from "./trust/keyless-seal.ts";
import type { Trust } from "./trust/reading.ts";
import { localKey, sealWith, type Seal } from "./trust/seal.ts";
import { stampWith } from "./trust/stamp.ts";
import { verifyModel } from "./verify.ts";

// The reference client, PyPI's model-signing, in both directions. Set PAVISE_MODEL_SIGNING to its
// program, or let `.ci/run` install it; where it is absent the tests say so and are skipped.
const tools = join(import.meta.dirname, "../../.pavise/tools/bin");
const client = process.env["PAVISE_MODEL_SIGNING"] ?? join(tools, "model_signing");
const isThere = spawnSync(client, ["--version"]).status === 0;
const note = isThere ? "" : " (skipped: model_signing is not installed, see PAVISE_MODEL_SIGNING)";

interface Scene {
  readonly folder: string;
  readonly model: string;
  readonly signatureFile: string;
}

function scene(): Scene {
  const folder = testFolder();
  const model = join(folder, "model");
  writeModel(model, {
    "config.json": Buffer.from("{}"),
    "model-00001.safetensors": Buffer.alloc(3000, 1),
    "model/a.txt": Buffer.from("a"),
    "café.txt": Buffer.from("b"),
  });
  return { folder, model, signatureFile: join(folder, "model.sig") };
}

/** Runs the reference client without stopping the servers of this process. */
function reference(
  args: readonly string[],
  env: object = {},
): Promise<{ ok: boolean; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(client, args, { env: { ...process.env, ...env } });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => resolve({ ok: code === 0, said: said.slice(-2000) }));
  });
}

const write = (folder: string, name: string, text: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const secret = ({ privateKey }: KeyPair): string =>
  privateKey.export({ type: "sec1", format: "pem" }) as string;
const open = ({ publicKey }: KeyPair): string =>
  publicKey.export({ type: "spki", format: "pem" }) as string;
const sealed = ({ model, signatureFile }: Scene, seal: Seal): Promise<unknown> =>
  signModel(model, signatureFile, { hashType: "sha256", seal });
async function taken({ model, signatureFile }: Scene, trust: Trust): Promise<void> {
  const found = await verifyModel(model, signatureFile, { trust: [trust] });
  expect(found).toMatchObject({ outcome: "verified", problems: [] });
}

describe.skipIf(!isThere)(`the reference client${note}`, { timeout: 60_000 }, () => {
  test.each(["P-256", "P-384", "P-521"])(
    "and we take each other's signatures by %s",
    async (curve) => {
      const it = scene();
      const keys = ecPair(curve);
      const [key, pub] = [
        write(it.folder, "key.pem", secret(keys)),
        write(it.folder, "key.pub", open(keys)),
      ];
      await sealed(it, sealWith(localKey(keys.privateKey)));
      const common = ["--signature", it.signatureFile];
      const theirs = await reference(["verify", "key", it.model, ...common, "--public_key", pub]);
      expect(theirs).toMatchObject({ ok: true });
      const signed = await reference(["sign", "key", it.model, ...common, "--private_key", key]);
      expect(signed).toMatchObject({ ok: true });
      await taken(it, { kind: "key", key: keys.publicKey, name: "key" });
    },
  );

  test.each([false, true])(
    "and we take each other's certificates (with a timestamp: %s)",
    async (stamped) => {
      const it = scene();
      const root = authority("root");
      const between = certificate({ name: "between", by: root, isAuthority: true, usage: [5] });
      const leaf = signerOf(between);
      const services = await startServices();
      const ca = write(it.folder, "ca.pem", root.pem);
      const above = [between, root].map(({ der }) => parseCertificate(der)!);
      const own = parseCertificate(leaf.der)!;
      const stamp = stamped ? stampWith(services.timestamps) : undefined;
      await sealed(
        it,
        sealWith(localKey(leaf.keys.privateKey), { certificate: { leaf: own, above }, stamp }),
      );
      const common = ["--signature", it.signatureFile];
      const verify = ["verify", "certificate", it.model, ...common, "--certificate_chain", ca];
      expect(await reference(verify)).toMatchObject({ ok: true });
      const roots = [above[1]!];
      await taken(it, { kind: "certificate", roots, timestampRoots: [] });
      const signed = await reference([
        "sign",
        "certificate",
        it.model,
        ...common,
        "--private_key",
        write(it.folder, "leaf.key", secret(leaf.keys)),
        "--signing_certificate",
        write(it.folder, "leaf.pem", leaf.pem),
        "--certificate_chain",
        write(it.folder, "between.pem", between.pem),
      ]);
      expect(signed).toMatchObject({ ok: true });
      await taken(it, { kind: "certificate", roots, timestampRoots: [] });
    },
  );

  test("and we take each other's identities, of one Sigstore", async () => {
    const it = scene();
    const services = await startServices();
    const validFor = { start: new Date(Date.now() - 3_600_000).toISOString() };
    const service = (url: string): object => ({
      url,
      majorApiVersion: 1,
      validFor,
      operator: "test",
    });
    const config = write(
      it.folder,
      "trust.json",
      JSON.stringify({
        mediaType: "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json",
        trustedRoot: JSON.parse(services.trustedRoot) as object,
        signingConfig: {
          mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
          caUrls: [service(services.fulcio)],
          oidcUrls: [service(services.fulcio)],
          rekorTlogUrls: [service(services.rekor)],
          tsaUrls: [service(services.timestamps)],
          rekorTlogConfig: { selector: "ANY" },
          tsaConfig: { selector: "ANY" },
        },
      }),
    );
    const trustedRoot = write(it.folder, "root.json", services.trustedRoot);
    const [identity, issuer] = ["trainer@example.com", "https://accounts.example.com"];
    const token = identityToken({
      iss: issuer,
      sub: "1",
      email: identity,
      iat: Math.floor(Date.now() / 1000),
    });
    const { fulcio, rekor } = services;
    await sealed(it, keylessSeal({ identity: readToken(token), fulcio, rekor, trustedRoot }));
    const common = ["--signature", it.signatureFile, "--trust_config", config];
    const who = ["--identity", identity, "--identity_provider", issuer];
    const verified = await reference(["verify", "sigstore", it.model, ...common, ...who]);
    expect(verified).toMatchObject({ ok: true });
    const signed = await reference([
      "sign",
      "sigstore",
      it.model,
      ...common,
      "--identity_token",
      token,
    ]);
    expect(signed).toMatchObject({ ok: true });
    await taken(it, { kind: "sigstore", identity, issuer, trustedRoot });
  });

  const library = ["/usr/lib/softhsm/libsofthsm2.so"].find((file) => existsSync(file));
  const deviceNote = library === undefined ? " (skipped: softhsm2 is not installed)" : "";
  test.skipIf(library === undefined)(
    `and we take each other's keys of a device${deviceNote}`,
    async () => {
      const it = scene();
      const tokens = join(it.folder, "tokens");
      mkdirSync(tokens);
      const conf = write(it.folder, "softhsm2.conf", `directories.tokendir = ${tokens}\n`);
      const env = { SOFTHSM2_CONF: conf, PAVISE_PKCS11_PIN: "1234" };
      const run = (command: string, args: readonly string[]): void => {
        const { status, stderr } = spawnSync(command, args, { env: { ...process.env, ...env } });
        if (status !== 0) throw new Error(`${command}: ${stderr.toString()}`);
      };
      run("softhsm2-util", [
        "--init-token",
        "--free",
        "--label",
        "release",
        "--so-pin",
        "0000",
        "--pin",
        "1234",
      ]);
      const keys = ecPair();
      const pkcs8 = keys.privateKey.export({ type: "pkcs8", format: "pem" });
      const key = write(it.folder, "key.pem", pkcs8);
      run("softhsm2-util", [
        "--import",
        key,
        "--token",
        "release",
        "--label",
        "signing",
        "--id",
        "01",
        "--pin",
        "1234",
      ]);
      const uri = `pkcs11:token=release;object=signing?module-path=${library}`;
      const main = join(import.meta.dirname, "../cli/main.ts");
      run(process.execPath, [
        main,
        "sign",
        it.model,
        "--key",
        uri,
        "--signature",
        it.signatureFile,
      ]);
      const pub = write(it.folder, "key.pub", open(keys));
      const common = ["--signature", it.signatureFile];
      const verify = ["verify", "key", it.model, ...common, "--public_key", pub];
      expect(await reference(verify)).toMatchObject({ ok: true });
      const theirs = `${uri}&pin-value=1234`;
      const signed = await reference(
        ["sign", "pkcs11-key", it.model, ...common, "--pkcs11_uri", theirs],
        env,
      );
      expect(signed).toMatchObject({ ok: true });
      await taken(it, { kind: "key", key: keys.publicKey, name: "key" });
    },
  );
});
