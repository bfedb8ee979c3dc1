import { PaviseError } from "../core/index.ts";
import { readPrivateKey } from "../integrity/trust/keys.ts";
import { localKey, sealWith, type Seal, type SigningKey } from "../integrity/trust/seal.ts";
import type { Given } from "./options.ts";

function keyOf(given: Given): SigningKey {
  const key = given.last("key");
  if (key === undefined)
    throw new PaviseError("usage", "no key is named", {
      hint: "Sign with --key FILE. A new one: `openssl ecparam -name prime256v1 -genkey -noout -out signing.pem`.",
    });
  return localKey(readPrivateKey(key, process.env["PAVISE_KEY_PASSPHRASE"]));
}

/** What the options sign with. */
export async function sealOf(given: Given): Promise<Seal> {
  const key = keyOf(given);
  const [file, chain] = [given.last("certificate"), given.last("certificate-chain")];
  if (file === undefined) {
    if (chain !== undefined)
      throw new PaviseError("usage", "--certificate-chain needs --certificate", {
        hint: "Name the certificate of the key itself with --certificate FILE.",
      });
    return sealWith(key);
  }
  const { readCertificates } = await import("../integrity/trust/certificates.ts");
  const [leaf, ...between] = readCertificates(file);
  const above = [...between, ...(chain === undefined ? [] : readCertificates(chain))];
  return sealWith(key, { certificate: { leaf: leaf!, above } });
}
