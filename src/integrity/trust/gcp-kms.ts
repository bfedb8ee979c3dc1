import { createHash, createPublicKey } from "node:crypto";
import { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { findAccessToken } from "./access-token.ts";
import { askJson } from "./http.ts";
import { hashOf } from "./keys.ts";
import type { SigningKey } from "./seal.ts";

const who = "Google Cloud KMS";
const endpoint = (): string =>
  process.env["PAVISE_GCPKMS_ENDPOINT"] ?? "https://cloudkms.googleapis.com";
const versionName =
  /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/;

const PublicKey = z.object({ pem: z.string() });
const Signed = z.object({ signature: z.string() });

function ask(path: string, body?: object): Promise<unknown> {
  const token = findAccessToken({
    who,
    variable: "GOOGLE_OAUTH_ACCESS_TOKEN",
    command: ["gcloud", "auth", "print-access-token"],
  });
  return askJson({
    url: `${endpoint()}/v1/${path}`,
    who,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/**
 * Opens a version of a key of Google Cloud KMS (REST, `asymmetricSign`), by
 * `gcpkms://projects/…/cryptoKeyVersions/N`. Throws `usage`, `key-invalid` and `service-failed`.
 */
export async function openGcpKey(text: string): Promise<SigningKey> {
  const name = text.slice("gcpkms://".length);
  if (!versionName.test(name))
    throw new PaviseError("usage", `--key ${text}: no version of a key`, {
      hint: "gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K/cryptoKeyVersions/1",
    });
  const known = PublicKey.safeParse(await ask(`${name}/publicKey`));
  if (!known.success)
    throw new PaviseError("service-failed", `${who}: there is no public key in its answer`);
  const publicKey = createPublicKey(known.data.pem);
  return {
    publicKey,
    sign: async (message) => {
      const hash = hashOf(publicKey) ?? "sha256";
      const digest = createHash(hash).update(message).digest("base64");
      const answer = Signed.safeParse(
        await ask(`${name}:asymmetricSign`, { digest: { [hash]: digest } }),
      );
      if (answer.success) return Buffer.from(answer.data.signature, "base64");
      throw new PaviseError("service-failed", `${who}: there is no signature in its answer`);
    },
  };
}
