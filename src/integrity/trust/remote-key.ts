import { PaviseError } from "../../core/index.ts";
import { hashOf, kindOfKey } from "./keys.ts";
import type { SigningKey } from "./seal.ts";

/** Opens a key that is kept elsewhere. */
type Open = (address: string) => Promise<SigningKey>;

// Each is loaded when its scheme is named.
const schemes: Readonly<Record<string, () => Promise<Open>>> = {
  pkcs11: async () => (await import("./pkcs11.ts")).openPkcs11Key,
  awskms: async () => (await import("./aws-kms.ts")).openAwsKey,
  gcpkms: async () => (await import("./gcp-kms.ts")).openGcpKey,
  azurekms: async () => (await import("./azure-kms.ts")).openAzureKey,
};

/** Opens a key by its address. Throws `usage`, `key-invalid` and `service-failed`. */
export async function openRemoteKey(address: string, scheme: string): Promise<SigningKey> {
  const load = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
  if (load === undefined)
    throw new PaviseError("usage", `--key: nothing is known of ${scheme}:`, {
      hint: `A PEM file, or one of ${Object.keys(schemes).join(", ")}.`,
    });
  const open = await load();
  const key = await open(address);
  if (hashOf(key.publicKey) !== undefined) return key;
  throw new PaviseError("key-invalid", `${kindOfKey(key.publicKey)} is no key for models`, {
    hint: "OMS signs with P-256, P-384 and P-521.",
  });
}
