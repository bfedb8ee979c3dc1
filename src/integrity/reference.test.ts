import { describe, expect, test } from "vitest";
import { authority, certificate, ecPair, signerOf } from "./testing/certificates.ts";
import {
  isThere,
  note,
  open,
  reference,
  scene,
  sealed,
  secret,
  taken,
  write,
} from "./testing/reference.ts";
import { identityToken, startServices } from "./testing/services.ts";
import { parseCertificate } from "./trust/certificates.ts";
import { readToken } from "./trust/identity.ts";
import { keylessSeal } from "./trust/keyless-seal.ts";
import { localKey, sealWith } from "./trust/seal.ts";
import { stampWith } from "./trust/stamp.ts";

// In both directions; `reference-device.test.ts` has the keys of devices.

describe.skipIf(!isThere)(`the reference client${note}`, { timeout: 60_000 }, () => {
  test.each(["P-256", "P-384", "P-521"])(
    "and we take each other's signatures by %s",
    async (curve) => {
      const it = scene();
      const keys = ecPair(curve);
      const [key, pub] = [
        write(it.folder, "key.pem", secret(keys)),
        write(it.folder, "key.pub", open(keys)),
      ];
      await sealed(it, sealWith(localKey(keys.privateKey)));
      const common = ["--signature", it.signatureFile];
      const theirs = await reference(["verify", "key", it.model, ...common, "--public_key", pub]);
      expect(theirs).toMatchObject({ ok: true });
      const signed = await reference(["sign", "key", it.model, ...common, "--private_key", key]);
      expect(signed).toMatchObject({ ok: true });
      await taken(it, { kind: "key", key: keys.publicKey, name: "key" });
    },
  );

  test.each([false, true])(
    "and we take each other's certificates (with a timestamp: %s)",
    async (stamped) => {
      const it = scene();
      const root = authority("root");
      const between = certificate({ name: "between", by: root, isAuthority: true, usage: [5] });
      const leaf = signerOf(between);
      const services = await startServices();
      const ca = write(it.folder, "ca.pem", root.pem);
      const above = [between, root].map(({ der }) => parseCertificate(der)!);
      const own = parseCertificate(leaf.der)!;
      const stamp = stamped ? stampWith(services.timestamps) : undefined;
      await sealed(
        it,
        sealWith(localKey(leaf.keys.privateKey), { certificate: { leaf: own, above }, stamp }),
      );
      const common = ["--signature", it.signatureFile];
      const verify = ["verify", "certificate", it.model, ...common, "--certificate_chain", ca];
      expect(await reference(verify)).toMatchObject({ ok: true });
      const roots = [above[1]!];
      await taken(it, { kind: "certificate", roots, timestampRoots: [] });
      const signed = await reference([
        "sign",
        "certificate",
        it.model,
        ...common,
        "--private_key",
        write(it.folder, "leaf.key", secret(leaf.keys)),
        "--signing_certificate",
        write(it.folder, "leaf.pem", leaf.pem),
        "--certificate_chain",
        write(it.folder, "between.pem", between.pem),
      ]);
      expect(signed).toMatchObject({ ok: true });
      await taken(it, { kind: "certificate", roots, timestampRoots: [] });
    },
  );

  test("and we take each other's identities, of one Sigstore", async () => {
    const it = scene();
    const services = await startServices();
    const validFor = { start: new Date(Date.now() - 3_600_000).toISOString() };
    const service = (url: string): object => ({
      url,
      majorApiVersion: 1,
      validFor,
      operator: "test",
    });
    const config = write(
      it.folder,
      "trust.json",
      JSON.stringify({
        mediaType: "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json",
        trustedRoot: JSON.parse(services.trustedRoot) as object,
        signingConfig: {
          mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
          caUrls: [service(services.fulcio)],
          oidcUrls: [service(services.fulcio)],
          rekorTlogUrls: [service(services.rekor)],
          tsaUrls: [service(services.timestamps)],
          rekorTlogConfig: { selector: "ANY" },
          tsaConfig: { selector: "ANY" },
        },
      }),
    );
    const trustedRoot = write(it.folder, "root.json", services.trustedRoot);
    const [identity, issuer] = ["trainer@example.com", "https://accounts.example.com"];
    const token = identityToken({
      iss: issuer,
      sub: "1",
      email: identity,
      iat: Math.floor(Date.now() / 1000),
    });
    const { fulcio, rekor } = services;
    await sealed(it, keylessSeal({ identity: readToken(token), fulcio, rekor, trustedRoot }));
    const common = ["--signature", it.signatureFile, "--trust_config", config];
    const who = ["--identity", identity, "--identity_provider", issuer];
    const verified = await reference(["verify", "sigstore", it.model, ...common, ...who]);
    expect(verified).toMatchObject({ ok: true });
    const signed = await reference([
      "sign",
      "sigstore",
      it.model,
      ...common,
      "--identity_token",
      token,
    ]);
    expect(signed).toMatchObject({ ok: true });
    await taken(it, { kind: "sigstore", identity, issuer, trustedRoot });
  });
});
