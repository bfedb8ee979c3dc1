import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { authority, certificate, ecPair, signerOf, type KeyPair } from "./testing/certificates.ts";
import * as client from "./testing/reference.ts";
import { scene, taken, write, type Scene } from "./testing/reference.ts";
import { parseCertificate } from "./trust/certificates.ts";

// Keys of a PKCS#11 device, alone and with a certificate, in both directions with the reference
// client. The device is SoftHSM; where one of both is absent, the tests say so and are skipped.
const library = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
].find((file) => existsSync(file));
const hasDevice =
  library !== undefined &&
  spawnSync("softhsm2-util", ["--version"]).status === 0 &&
  spawnSync("pkcs11-tool", ["--help"]).error === undefined;
const note = hasDevice ? client.note : " (skipped: softhsm2 and opensc are not installed)";
const pin = "1234";
const main = join(import.meta.dirname, "../cli/main.ts");

/** A device that holds one key. */
interface Device {
  readonly env: Readonly<Record<string, string>>;
  /** The address of the key. */
  readonly uri: string;
}

function run(command: string, args: readonly string[], env: Device["env"]): void {
  const { status, stderr } = spawnSync(command, args, { env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${command}: ${stderr.toString()}`);
}

function deviceWith({ privateKey }: KeyPair, { folder }: Scene): Device {
  const tokens = join(folder, "tokens");
  mkdirSync(tokens);
  const conf = write(folder, "softhsm2.conf", `directories.tokendir = ${tokens}\n`);
  const env = { SOFTHSM2_CONF: conf, PAVISE_PKCS11_PIN: pin };
  const init = ["--init-token", "--free", "--label", "release", "--so-pin", "0000"];
  run("softhsm2-util", [...init, "--pin", pin], env);
  const pkcs8 = privateKey.export({ type: "pkcs8", format: "pem" });
  const imported = ["--import", write(folder, "device.pem", pkcs8), "--token", "release"];
  const named = ["--label", "signing", "--id", "01", "--pin", pin];
  run("softhsm2-util", [...imported, ...named], env);
  return { env, uri: `pkcs11:token=release;object=signing?module-path=${library}` };
}

/** Signs as a user does, by the command line. */
function sign({ model, signatureFile }: Scene, device: Device, more: readonly string[] = []): void {
  const args = ["sign", model, "--key", device.uri, "--signature", signatureFile, ...more];
  run(process.execPath, [main, ...args], device.env);
}

/** Runs the reference client on the model of a scene; fails where it fails. */
async function reference(
  command: readonly [verb: string, method: string],
  { it, device, more }: { it: Scene; device: Device; more: readonly string[] },
): Promise<void> {
  const args = [...command, it.model, "--signature", it.signatureFile, ...more];
  expect(await client.reference(args, device.env)).toEqual({ ok: true, said: expect.any(String) });
}

const theirs = ({ uri }: Device): string[] => ["--pkcs11_uri", `${uri}&pin-value=${pin}`];
const curves = ["P-256", "P-384", "P-521"];

describe.skipIf(!client.isThere || !hasDevice)(
  `a key of a device${note}`,
  { timeout: 60_000 },
  () => {
    test.each(curves)("of %s signs for the reference client, and there for us", async (curve) => {
      const it = scene();
      const keys = ecPair(curve);
      const device = deviceWith(keys, it);
      sign(it, device);
      const pub = write(it.folder, "key.pub", client.open(keys));
      await reference(["verify", "key"], { it, device, more: ["--public_key", pub] });
      await reference(["sign", "pkcs11-key"], { it, device, more: theirs(device) });
      await taken(it, { kind: "key", key: keys.publicKey, name: "key" });
    });

    test.each(curves)("of %s with a certificate does so as well", async (curve) => {
      const it = scene();
      const root = authority("root");
      const between = certificate({ name: "between", by: root, isAuthority: true, usage: [5] });
      const leaf = signerOf(between, { keys: ecPair(curve) });
      const device = deviceWith(leaf.keys, it);
      const [own, middle, ca] = [
        write(it.folder, "leaf.pem", leaf.pem),
        write(it.folder, "between.pem", between.pem),
        write(it.folder, "ca.pem", root.pem),
      ];
      const roots = [parseCertificate(root.der)!];
      // Ours, with the root in it and without.
      for (const chain of [middle, write(it.folder, "both.pem", between.pem + root.pem)]) {
        sign(it, device, ["--certificate", own, "--certificate-chain", chain]);
        await reference(["verify", "certificate"], {
          it,
          device,
          more: ["--certificate_chain", ca],
        });
        await taken(it, { kind: "certificate", roots, timestampRoots: [] });
      }
      const certificates = ["--signing_certificate", own, "--certificate_chain", middle];
      const args = [it.model, "--signature", it.signatureFile, ...theirs(device), ...certificates];
      expect(await client.signByDevice(args, device.env)).toEqual({
        ok: true,
        said: expect.any(String),
      });
      await taken(it, { kind: "certificate", roots, timestampRoots: [] });
    });
  },
);
