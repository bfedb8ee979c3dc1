import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBundle } from "./oms/bundle.ts";
import { readStatement } from "./oms/statement.ts";
import { readCertificates } from "./trust/certificates.ts";
import { readPublicKey } from "./trust/keys.ts";
import type { Trust } from "./trust/reading.ts";
import { readSigner } from "./trust/signer.ts";
import { verifyModel } from "./verify.ts";

// Models signed by the reference client, and the vectors of the specification. They are not part of
// this repository; where they are absent the tests say so and are skipped.
const data = join(import.meta.dirname, "../../../shared/data/signing");
const models = join(data, "model-transparency");
const vectors = join(data, "spec/test-vectors/v1.0");
const isThere = existsSync(models) && existsSync(vectors);
const why = isThere ? "" : ` (skipped: ${data} is not there)`;

function trusted(method: string): readonly Trust[] {
  const keys = join(models, "keys/certificate");
  if (method === "elliptic-key" || method === "key")
    return [{ kind: "key", key: readPublicKey(join(keys, "signing-key-pub.pem")), name: "key" }];
  if (method === "certificate")
    return [
      {
        kind: "certificate",
        roots: readCertificates(join(keys, "ca-cert.pem")),
        timestampRoots: [],
      },
    ];
  const issuer = "https://sigstore.verify.ibm.com/oauth2";
  return [{ kind: "sigstore", identity: "stefanb@us.ibm.com", issuer }];
}

describe.skipIf(!isThere)(`models signed by clients of every release${why}`, () => {
  const names = isThere ? readdirSync(models).filter((name) => name.startsWith("v")) : [];

  test("are thirteen", () => expect(names).toHaveLength(13));

  test.each(names)("%s", async (name) => {
    const folder = join(models, name);
    const trust = trusted(name.slice(name.indexOf("-") + 1));
    const inside = readdirSync(folder).filter((each) => each !== "model.sig");
    const model = inside.length === 1 ? join(folder, inside[0]!) : folder;
    // Releases before 1.1 do not write down what they leave out: it has to be said again.
    const ignore = inside.includes("ignore-me") ? ["ignore-me"] : [];
    const found = await verifyModel(model, join(folder, "model.sig"), { trust, ignore });
    expect(found).toMatchObject({ outcome: "verified", problems: [] });
    const other = await verifyModel(model, join(folder, "model.sig"), {
      trust: trust.map((each) =>
        each.kind === "sigstore" ? { ...each, identity: "mallory@example.com" } : each,
      ),
      ignore,
      at: new Date("2040-01-01"),
    });
    const refusals: Readonly<Record<string, string>> = {
      sigstore: "untrusted-signer",
      certificate: "expired",
      key: "verified",
    };
    expect(other.outcome).toBe(refusals[trust[0]!.kind]);
  });
});

describe.skipIf(!isThere)(`vectors of the specification${why}`, () => {
  const list = (folder: string): readonly string[] =>
    isThere ? readdirSync(join(vectors, folder)) : [];
  const read = (path: string): ReturnType<typeof readBundle> =>
    readBundle(readFileSync(join(vectors, path)));

  test.each(list("valid"))("%s is taken", async (name) => {
    const reading = read(`valid/${name}`);
    if (!reading.ok) throw new Error(reading.message);
    const { bundle } = reading;
    const trust = trusted(name.split(".")[0]!);
    expect(await readSigner(bundle, { trust, at: new Date() })).toMatchObject({ ok: true });
    expect(readStatement(bundle.payload)).toMatchObject({ ok: true });
  });
  test.each(list("invalid"))("%s is refused", (name) => {
    expect(read(`invalid/${name}`)).toMatchObject({ ok: false });
  });
  test.each(list("invalid-payload"))("the payload of %s is refused", (name) => {
    const reading = read(`invalid-payload/${name}`);
    expect(reading.ok && readStatement(reading.bundle.payload).ok).toBe(false);
  });
});
