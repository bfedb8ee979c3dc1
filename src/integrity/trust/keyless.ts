import { bundleFromJSON } from "@sigstore/bundle";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { messageOf, PaviseError } from "../../core/index.ts";
import type { Bundle } from "../oms/bundle.ts";
import { isText } from "./glob.ts";
import { readGiven } from "./keys.ts";
import { publicGoodRoot } from "./public-good.ts";
import { refuse, type SignerReading, type Trust } from "./reading.ts";

/** Roots by file, since a policy may name one for many identities. */
const roots = new Map<string, TrustedRoot>();

/** Reads a trusted root; the public one that is shipped where no file is named. */
function rootOf(file = ""): TrustedRoot {
  const known = roots.get(file);
  if (known !== undefined) return known;
  const text = file === "" ? publicGoodRoot : readGiven(file, "a trusted root").toString();
  let root: TrustedRoot;
  try {
    root = TrustedRoot.fromJSON(JSON.parse(text));
    if (root.certificateAuthorities.length === 0) throw new Error("it has no authorities");
  } catch (error) {
    throw new PaviseError("key-invalid", `${file}: ${messageOf(error)}`, {
      hint: "A trusted root of Sigstore as JSON is needed, as `cosign trusted-root create` writes it.",
      cause: error,
    });
  }
  roots.set(file, root);
  return root;
}

/** Who has signed without a key, whoever that is. */
type KeylessSigner =
  | {
      readonly ok: true;
      readonly identity: string;
      readonly issuer: string;
      readonly signedAt?: string;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Verifies a keyless signature without a network: the certificate of Fulcio, its entry in the
 * transparency logs, the times. Throws `key-invalid` for a trusted root that is none.
 */
export function readKeylessSigner({ json }: Bundle, trustedRoot?: string): KeylessSigner {
  const root = rootOf(trustedRoot);
  try {
    const bundle = bundleFromJSON(json);
    const { identity } = new Verifier(toTrustMaterial(root)).verify(toSignedEntity(bundle));
    const seconds = Number(bundle.verificationMaterial.tlogEntries[0]?.integratedTime ?? 0);
    return {
      ok: true,
      identity: identity?.subjectAlternativeName ?? "",
      issuer: identity?.extensions?.issuer ?? "",
      ...(seconds > 0 ? { signedAt: new Date(seconds * 1000).toISOString() } : {}),
    };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

/** Verifies a keyless signature, and that it is of the identity that is trusted. */
export function readKeyless(
  bundle: Bundle,
  trust: Extract<Trust, { kind: "sigstore" }>,
): SignerReading {
  const signer = readKeylessSigner(bundle, trust.trustedRoot);
  if (!signer.ok) return refuse("bad-signature", `it does not hold: ${signer.message}`);
  const { identity, issuer, signedAt } = signer;
  if (identity === "" || !isText(identity, trust.identity) || issuer !== trust.issuer)
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
