import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { signModel } from "../sign.ts";
import type { Trust } from "../trust/reading.ts";
import type { Seal } from "../trust/seal.ts";
import { verifyModel } from "../verify.ts";
import type { KeyPair } from "./certificates.ts";
import { testFolder, writeModel } from "./models.ts";

// The reference client, PyPI's model-signing, in both directions. Set PAVISE_MODEL_SIGNING to its
// program, or let `.ci/run` install it; where it is absent the tests say so and are skipped.
const tools = join(import.meta.dirname, "../../../.pavise/tools/bin");
const client = process.env["PAVISE_MODEL_SIGNING"] ?? join(tools, "model_signing");
/** True where the reference client can be run. */
export const isThere = spawnSync(client, ["--version"]).status === 0;
/** What the tests say where it is absent. */
export const note = isThere
  ? ""
  : " (skipped: model_signing is not installed, see PAVISE_MODEL_SIGNING)";

/** A model, and the place of its signature. */
export interface Scene {
  readonly folder: string;
  readonly model: string;
  readonly signatureFile: string;
}

/** A model with names that clients have differed about. */
export function scene(): Scene {
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

/** What a program has said, its end. */
interface Said {
  readonly ok: boolean;
  readonly said: string;
}

function run(command: string, args: readonly string[], env: object): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env } });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", ({ message }) => resolve({ ok: false, said: message }));
    child.on("close", (code) => resolve({ ok: code === 0, said: said.slice(-2000) }));
  });
}

/** Runs the reference client without stopping the servers of this process. */
export function reference(args: readonly string[], env: object = {}): Promise<Said> {
  return run(client, args, env);
}

// Releases 1.1.0 and 1.1.1 cannot sign with a device and its certificate: they leave out a list that
// their own model of a bundle requires, and the bytes of certificates are not in base64. Both are mended
// after 1.1.1 (sigstore/model-transparency, pull request 615); this does to the release what that did.
const mend = `
import base64
from cryptography.hazmat.primitives.serialization import Encoding
from model_signing._cli import main
from model_signing._signing import sign_pkcs11 as signer

def material(self):
    each = [self._signing_certificate, *self._trust_chain]
    chain = [
        signer.common_pb.X509Certificate(raw_bytes=base64.b64encode(one.public_bytes(Encoding.DER)))
        for one in each
    ]
    return signer.bundle_pb.VerificationMaterial(
        x509_certificate_chain=signer.common_pb.X509CertificateChain(certificates=chain),
        tlog_entries=[],
    )

signer.CertSigner._get_verification_material = material
main()
`;

/** Signs by the reference client with a device and its certificate, mended where its release fails so. */
export async function signByDevice(args: readonly string[], env: object): Promise<Said> {
  const whole = ["sign", "pkcs11-certificate", ...args];
  const first = await reference(whole, env);
  const isKnown = /validation errors? for (?:VerificationMaterial|X509Certificate)/.test(
    first.said,
  );
  if (first.ok || !isKnown) return first;
  return run(join(dirname(client), "python"), ["-c", mend, ...whole], env);
}

/** Writes a file into a folder; gives its path. */
export const write = (folder: string, name: string, text: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
/** A private key, SEC 1. */
export const secret = ({ privateKey }: KeyPair): string =>
  privateKey.export({ type: "sec1", format: "pem" }) as string;
/** A public key. */
export const open = ({ publicKey }: KeyPair): string =>
  publicKey.export({ type: "spki", format: "pem" }) as string;
/** Signs the model of a scene. */
export const sealed = ({ model, signatureFile }: Scene, seal: Seal): Promise<unknown> =>
  signModel(model, signatureFile, { hashType: "sha256", seal });
/** Fails where the signature of a scene is not taken by us. */
export async function taken({ model, signatureFile }: Scene, trust: Trust): Promise<void> {
  const found = await verifyModel(model, signatureFile, { trust: [trust] });
  expect(found).toMatchObject({ outcome: "verified", problems: [] });
}
