import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { findAccessToken } from "./access-token.ts";
import { askJson } from "./http.ts";
import { hashOf, type KeyHash } from "./keys.ts";
import { derSignature } from "./device-key.ts";
import type { SigningKey } from "./seal.ts";

const who = "Azure Key Vault";
const version = "api-version=7.4";
const algorithms: Readonly<Record<KeyHash, string>> = {
  sha256: "ES256",
  sha384: "ES384",
  sha512: "ES512",
};

const Key = z.object({
  key: z.object({
    kid: z.string(),
    kty: z.enum(["EC", "EC-HSM"]),
    crv: z.string(),
    x: z.string(),
    y: z.string(),
  }),
});
const Signed = z.object({ value: z.string() });

function ask(url: string, body?: object): Promise<unknown> {
  const token = findAccessToken({
    who,
    variable: "AZURE_KEYVAULT_ACCESS_TOKEN",
    command: [
      "az",
      "account",
      "get-access-token",
      "--resource",
      "https://vault.azure.net",
      "--query",
      "accessToken",
      "--output",
      "tsv",
    ],
  });
  return askJson({
    url,
    who,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The vault and the key in it. Only Microsoft's own domains are sent a token, and this machine. */
function readAddress(text: string): { readonly vault: string; readonly path: string } {
  const match = /^azurekms:\/\/([a-z0-9.:-]+)\/([\w-]+)(?:\/(\w+))?$/i.exec(text);
  const host = match?.[1] ?? "";
  const isVault =
    /^[a-z0-9-]+\.(?:vault|managedhsm)\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)$/i;
  const isLocal = /^127\.0\.0\.1:\d+$/.test(host);
  if (match === null || !(isVault.test(host) || isLocal))
    throw new PaviseError("usage", `--key ${text}: no key of a vault`, {
      hint: "azurekms://VAULT.vault.azure.net/KEY or azurekms://VAULT.vault.azure.net/KEY/VERSION",
    });
  const path = match[3] === undefined ? match[2]! : `${match[2]}/${match[3]}`;
  return { vault: `${isLocal ? "http" : "https"}://${host}`, path };
}

function publicKeyIn({ crv, x, y }: z.infer<typeof Key>["key"]): KeyObject {
  try {
    return createPublicKey({ key: { kty: "EC", crv, x, y }, format: "jwk" });
  } catch (error) {
    throw new PaviseError("key-invalid", `${who}: its public key cannot be read`, {
      hint: "An elliptic curve key for signing is needed.",
      cause: error,
    });
  }
}

/**
 * Opens a key of Azure Key Vault or a managed HSM (REST, `sign`), by
 * `azurekms://VAULT.vault.azure.net/KEY[/VERSION]`. Throws `usage`, `key-invalid`, `service-failed`.
 */
export async function openAzureKey(text: string): Promise<SigningKey> {
  const { vault, path } = readAddress(text);
  const known = Key.safeParse(await ask(`${vault}/keys/${path}?${version}`));
  if (!known.success)
    throw new PaviseError("service-failed", `${who}: there is no elliptic curve key in its answer`);
  const { key } = known.data;
  const publicKey = publicKeyIn(key);
  // The version that was read is the one that signs, whatever becomes the newest meanwhile.
  const named = key.kid.split("/keys/")[1] ?? path;
  return {
    publicKey,
    sign: async (message) => {
      const hash = hashOf(publicKey) ?? "sha256";
      const value = createHash(hash).update(message).digest("base64url");
      const answer = Signed.safeParse(
        await ask(`${vault}/keys/${named}/sign?${version}`, { alg: algorithms[hash], value }),
      );
      if (!answer.success)
        throw new PaviseError("service-failed", `${who}: there is no signature in its answer`);
      return derSignature(Buffer.from(answer.data.value, "base64url"));
    },
  };
}
