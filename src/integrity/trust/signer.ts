import { createPublicKey, type KeyObject } from "node:crypto";
import type { Bundle, Material } from "../oms/bundle.ts";
import type { Variant } from "../oms/statement.ts";
import { keyHint, kindOfKey } from "./keys.ts";
import { holds, refuse, type SignerReading, type Trust } from "./reading.ts";

const methods: Readonly<Record<Trust["kind"], string>> = {
  key: "a key",
  certificate: "a certificate",
  sigstore: "an identity (keyless)",
};

/**
 * Looks whether one of those who are trusted has signed, and whether the signature holds. `at` is the
 * time that counts where nothing shows when it was made.
 */
export async function readSigner(
  bundle: Bundle,
  { trust, at }: { readonly trust: readonly Trust[]; readonly at: Date },
): Promise<SignerReading> {
  const { material } = bundle;
  const fitting = trust.filter(({ kind }) => kind === material.kind);
  if (fitting.length === 0) {
    const trusted = [...new Set(trust.map(({ kind }) => methods[kind]))].join(" or ");
    return refuse(
      "untrusted",
      `it is signed with ${methods[material.kind]}; trusted is ${trusted}`,
    );
  }
  let last: SignerReading | undefined;
  for (const each of fitting) {
    const reading = await readOne(bundle, { trust: each, at });
    if (reading.ok) return reading;
    // What is wrong with the signature says more than that somebody else was expected.
    if (last === undefined || (!last.ok && last.kind === "untrusted")) last = reading;
  }
  return last!;
}

async function readOne(
  bundle: Bundle,
  { trust, at }: { readonly trust: Trust; readonly at: Date },
): Promise<SignerReading> {
  const { material } = bundle;
  if (trust.kind === "key" && material.kind === "key") return readKey(bundle, material, trust);
  if (trust.kind === "certificate" && material.kind === "certificate") {
    const { readChain } = await import("./chain.ts");
    return readChain(bundle, { material, trust, at });
  }
  if (trust.kind === "sigstore" && material.kind === "sigstore") {
    const { readKeyless } = await import("./keyless.ts");
    return readKeyless(bundle, trust);
  }
  return refuse("untrusted", "it is signed in another way");
}

function readKey(
  bundle: Bundle,
  material: Extract<Material, { kind: "key" }>,
  { key, name }: Extract<Trust, { kind: "key" }>,
): SignerReading {
  const hint = keyHint(key);
  const variants: Variant[] = [];
  if (material.hint !== undefined && material.hint !== hint)
    return refuse(
      "untrusted",
      `it is signed with the key ${shortened(material.hint)}; ${name} is ${shortened(hint)}`,
    );
  if (material.rawKey !== undefined) {
    if (!isKey(material.rawKey, key))
      return refuse("untrusted", `it is signed with another key than ${name}`);
    variants.push("raw-key");
  }
  const held = holds(bundle, key);
  if (held === undefined)
    return refuse("bad-signature", `the signature is not that of ${name} over this payload`);
  variants.push(...held);
  return { ok: true, signer: { kind: "key", hint, type: kindOfKey(key) }, variants };
}

function shortened(hint: string): string {
  return `${hint.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 12)}…`;
}

/** True where bytes in a bundle, PEM or DER, are this key. */
function isKey(raw: Buffer, key: KeyObject): boolean {
  try {
    const isPem = raw.includes("-----BEGIN");
    const found = isPem
      ? createPublicKey(raw.toString("latin1"))
      : createPublicKey({ key: raw, format: "der", type: "spki" });
    return found.equals(key);
  } catch {
    return false;
  }
}
