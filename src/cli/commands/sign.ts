import { PaviseError } from "../../core/index.ts";
import { signModel } from "../../integrity/sign.ts";
import { readPrivateKey } from "../../integrity/trust/keys.ts";
import { localKey, sealWith, type Seal, type SigningKey } from "../../integrity/trust/seal.ts";
import { formatBytes } from "../../report/text.ts";
import { painter } from "../help.ts";
import { hashLine, modelOf, serializeOptions, signatureFileOf } from "../hashing.ts";
import { interruptible } from "../interrupt.ts";
import type { Given } from "../options.ts";
import type { Stage } from "../stage.ts";

function keyOf(given: Given): SigningKey {
  const key = given.last("key");
  if (key === undefined)
    throw new PaviseError("usage", "no key is named", {
      hint: "Sign with --key FILE. A new one: `openssl ecparam -name prime256v1 -genkey -noout -out signing.pem`.",
    });
  return localKey(readPrivateKey(key, process.env["PAVISE_KEY_PASSPHRASE"]));
}

async function sealOf(given: Given): Promise<Seal> {
  const key = keyOf(given);
  const [file, chain] = [given.last("certificate"), given.last("certificate-chain")];
  if (file === undefined) {
    if (chain !== undefined)
      throw new PaviseError("usage", "--certificate-chain needs --certificate", {
        hint: "Name the certificate of the key itself with --certificate FILE.",
      });
    return sealWith(key);
  }
  const { readCertificates } = await import("../../integrity/trust/certificates.ts");
  const [leaf, ...between] = readCertificates(file);
  const above = [...between, ...(chain === undefined ? [] : readCertificates(chain))];
  return sealWith(key, { certificate: { leaf: leaf!, above } });
}

/** `pavise sign` */
export async function signCommand(given: Given, stage: Stage): Promise<number> {
  const model = modelOf(given);
  const signatureFile = signatureFileOf(given, model);
  const seal = await sealOf(given);
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const options = { ...serializeOptions(given), seal, signal, onProgress: progress.show };
  const signed = await signModel(model, signatureFile, options).finally(() => {
    progress.clear();
    done();
  });
  const { listing, manifest, root } = signed;
  const paint = painter(stage.color);
  const count = `${listing.files.length} ${listing.files.length === 1 ? "file" : "files"}`;
  await stage.print(
    `${paint("green", "✔")} Signed ${count} (${formatBytes(manifest.bytes)}): ${signatureFile}\n` +
      `  ${paint("dim", "digest")}  sha256:${root}\n`,
  );
  return 0;
}
