import type { Bundle, Material } from "../oms/bundle.ts";
import {
  codeSigning,
  findPath,
  nameOf,
  parseCertificate,
  type Certificate,
} from "./certificates.ts";
import { hashOf, kindOfKey } from "./keys.ts";
import { holds, refuse, type SignerReading, type Trust } from "./reading.ts";

/** The time at which the signature was made, or why nothing shows it. */
type Moment =
  | { readonly ok: true; readonly at: Date; readonly isShown: boolean }
  | { readonly ok: false; readonly message: string };

async function momentOf(
  { signature }: Bundle,
  given: {
    readonly tokens: readonly Buffer[];
    readonly roots: readonly Certificate[];
    readonly now: Date;
  },
): Promise<Moment> {
  const { tokens, roots, now } = given;
  if (tokens.length === 0 || roots.length === 0) return { ok: true, at: now, isShown: false };
  const { readTimestamp } = await import("./timestamp.ts");
  let message = "";
  for (const token of tokens) {
    const reading = readTimestamp(token, { signature, roots });
    if (reading.ok) return { ok: true, at: reading.at, isShown: true };
    ({ message } = reading);
  }
  return { ok: false, message };
}

/** Verifies a signature by a certificate, over its chain to a root that is trusted. */
export async function readChain(
  bundle: Bundle,
  given: {
    readonly material: Extract<Material, { kind: "certificate" }>;
    readonly trust: Extract<Trust, { kind: "certificate" }>;
    readonly at: Date;
  },
): Promise<SignerReading> {
  const { material, trust } = given;
  const chain = material.chain.map(parseCertificate);
  const [leaf, ...between] = chain;
  if (leaf === undefined || between.includes(undefined))
    return refuse("bad-signature", "a certificate in it cannot be read");
  const { publicKey } = leaf.node;
  if (hashOf(publicKey) === undefined)
    return refuse(
      "bad-signature",
      `its certificate has a key that signs no models (${kindOfKey(publicKey)})`,
    );
  const variants = holds(bundle, publicKey);
  if (variants === undefined)
    return refuse(
      "bad-signature",
      "the signature is not that of its certificate over this payload",
    );
  const moment = await momentOf(bundle, {
    tokens: material.timestamps,
    roots: trust.timestampRoots,
    now: given.at,
  });
  if (!moment.ok) return refuse("no-evidence", moment.message);
  const path = findPath(leaf, {
    between: between.filter((each) => each !== undefined),
    roots: trust.roots,
    at: moment.at,
    purpose: codeSigning,
  });
  if (!path.ok) {
    const { reason, message } = path;
    return refuse(reason === "expired" ? "expired" : "untrusted", message);
  }
  return {
    ok: true,
    signer: {
      kind: "certificate",
      subject: nameOf(leaf),
      issuer: nameOf(path.path.at(-1)!),
      serial: leaf.node.serialNumber,
      notAfter: leaf.notAfter.toISOString(),
    },
    ...(moment.isShown ? { signedAt: moment.at.toISOString() } : {}),
    variants,
  };
}
