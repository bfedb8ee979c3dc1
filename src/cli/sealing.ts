import { PaviseError } from "../core/index.ts";
import { readPrivateKey } from "../integrity/trust/keys.ts";
import {
  localKey,
  sealWith,
  type Seal,
  type SigningKey,
  type Stamper,
} from "../integrity/trust/seal.ts";
import { assertBeside, valuesOf, type Given } from "./options.ts";

async function keyOf(given: Given): Promise<SigningKey> {
  const key = given.last("key");
  if (key === undefined)
    throw new PaviseError("usage", "no key is named", {
      hint: "Sign with --key FILE, or --keyless. A new key: `openssl ecparam -name prime256v1 -genkey -noout -out signing.pem`.",
    });
  const scheme = /^([a-z0-9]+):/.exec(key)?.[1];
  // One letter is a drive.
  if (scheme === undefined || scheme.length === 1)
    return localKey(readPrivateKey(key, process.env["PAVISE_KEY_PASSPHRASE"]));
  const { openRemoteKey } = await import("../integrity/trust/remote-key.ts");
  return openRemoteKey(key, scheme);
}

async function stamperOf(given: Given): Promise<Stamper | undefined> {
  const url = given.last("timestamp-server");
  if (url === undefined) return undefined;
  const { stampWith } = await import("../integrity/trust/stamp.ts");
  return stampWith(url);
}

async function keyless(given: Given): Promise<Seal> {
  const { findToken } = await import("../integrity/trust/identity.ts");
  const { keylessSeal, publicFulcio, publicRekor } =
    await import("../integrity/trust/keyless-seal.ts");
  return keylessSeal({
    identity: await findToken(given.last("identity-token")),
    fulcio: given.last("fulcio-url") ?? publicFulcio,
    rekor: given.last("rekor-url") ?? publicRekor,
    stamp: await stamperOf(given),
    trustedRoot: given.last("trusted-root"),
  });
}

/** What the options sign with. */
export async function sealOf(given: Given): Promise<Seal> {
  if (given.has("keyless")) {
    const other = ["key", "certificate", "certificate-chain"].find((name) => given.has(name));
    if (other === undefined) return keyless(given);
    throw new PaviseError("usage", `--keyless and --${other} exclude each other`, {
      hint: "Sign with a key of your own, or with who you are.",
    });
  }
  const keylessOnly = ["identity-token", "fulcio-url", "rekor-url", "trusted-root"];
  assertBeside(given, { options: keylessOnly, needs: ["keyless"] });
  if (valuesOf(given, "key").length > 1)
    throw new PaviseError("usage", "a model is signed with one key, and several are named", {
      hint: "Sign again with another --signature FILE for another key.",
    });
  const key = await keyOf(given);
  const [file, chain] = [given.last("certificate"), given.last("certificate-chain")];
  if (file === undefined) {
    if (given.has("timestamp-server"))
      throw new PaviseError("usage", "--timestamp-server needs --certificate or --keyless", {
        hint: "A key has no time in which it is valid: nothing would look at the timestamp.",
      });
    if (chain !== undefined)
      throw new PaviseError("usage", "--certificate-chain needs --certificate", {
        hint: "Name the certificate of the key itself with --certificate FILE.",
      });
    return sealWith(key);
  }
  const { readCertificates } = await import("../integrity/trust/certificates.ts");
  const [leaf, ...between] = readCertificates(file);
  const above = [...between, ...(chain === undefined ? [] : readCertificates(chain))];
  return sealWith(key, { certificate: { leaf: leaf!, above }, stamp: await stamperOf(given) });
}
