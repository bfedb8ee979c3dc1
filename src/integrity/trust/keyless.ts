import { bundleFromJSON } from "@sigstore/bundle";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { messageOf, PaviseError } from "../../core/index.ts";
import type { Bundle } from "../oms/bundle.ts";
import { readGiven } from "./keys.ts";
import { publicGoodRoot } from "./public-good.ts";
import { refuse, type SignerReading, type Trust } from "./reading.ts";

type KeylessTrust = Extract<Trust, { kind: "sigstore" }>;

/** Roots by file, since a policy may name one for many identities. */
const roots = new Map<string, TrustedRoot>();

function rootOf({ trustedRoot = "" }: KeylessTrust): TrustedRoot {
  const known = roots.get(trustedRoot);
  if (known !== undefined) return known;
  const text =
    trustedRoot === "" ? publicGoodRoot : readGiven(trustedRoot, "a trusted root").toString();
  let root: TrustedRoot;
  try {
    root = TrustedRoot.fromJSON(JSON.parse(text));
  } catch (error) {
    throw new PaviseError("key-invalid", `${trustedRoot}: ${messageOf(error)}`, {
      hint: "A trusted root of Sigstore as JSON is needed, as `cosign trusted-root create` writes it.",
      cause: error,
    });
  }
  roots.set(trustedRoot, root);
  return root;
}

/** True where an identity is the one that is trusted; a `*` stands for any text without a space. */
export function isIdentity(identity: string, trusted: string): boolean {
  if (!trusted.includes("*")) return identity === trusted;
  const parts = trusted.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^\\s]*")}$`, "u").test(identity);
}

/**
 * Verifies a keyless signature without a network: certificate of Fulcio, its entry in the
 * transparency logs, the times, then the identity. Throws `key-invalid` for a trusted root that is
 * none.
 */
export function readKeyless({ json }: Bundle, trust: KeylessTrust): SignerReading {
  const root = rootOf(trust);
  let identity: string;
  let issuer: string;
  let signedAt: string | undefined;
  try {
    const bundle = bundleFromJSON(json);
    const signer = new Verifier(toTrustMaterial(root)).verify(toSignedEntity(bundle));
    identity = signer.identity?.subjectAlternativeName ?? "";
    issuer = signer.identity?.extensions?.issuer ?? "";
    const seconds = Number(bundle.verificationMaterial.tlogEntries[0]?.integratedTime ?? 0);
    if (seconds > 0) signedAt = new Date(seconds * 1000).toISOString();
  } catch (error) {
    return refuse("bad-signature", `it does not hold: ${messageOf(error)}`);
  }
  if (identity === "" || !isIdentity(identity, trust.identity) || issuer !== trust.issuer)
    return refuse(
      "untrusted",
      `it is signed by ${identity} (${issuer}), not by ${trust.identity} (${trust.issuer})`,
    );
  return {
    ok: true,
    signer: { kind: "sigstore", identity, issuer },
    ...(signedAt === undefined ? {} : { signedAt }),
    variants: [],
  };
}
