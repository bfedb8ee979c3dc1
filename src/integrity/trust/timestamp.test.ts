import { createHash, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { authority, codeSigning, ecPair, type TestCertificate } from "../testing/certificates.ts";
import { stampOf, timestampAuthority, type TimestampSigner } from "../testing/timestamps.ts";
import { parseCertificate, type Certificate } from "./certificates.ts";
import { readTimestamp, type TimestampReading } from "./timestamp.ts";

const signature = Buffer.from("a signature");
const imprint = createHash("sha256").update(signature).digest();
const day = 86_400_000;

const parsed = ({ der }: TestCertificate): Certificate => parseCertificate(der)!;
function read(signer: TimestampSigner, roots = [signer.root], about = signature): TimestampReading {
  return readTimestamp(stampOf(imprint, { signer }), {
    signature: about,
    roots: roots.map(parsed),
  });
}

test.each([
  ["an elliptic curve", ecPair("P-256")],
  ["P-384", ecPair("P-384")],
  ["RSA", generateKeyPairSync("rsa", { modulusLength: 2048 })],
])("a timestamp by %s shows when something was signed", (_, keys) => {
  const at = new Date("2026-03-04T05:06:07Z");
  const wanted = { keys, notBefore: new Date("2026-01-01"), notAfter: new Date("2026-06-01") };
  const root = authority("r", { notBefore: new Date("2020-01-01") });
  const signer = timestampAuthority({ root, at, leafWanted: { ...wanted, by: root } });
  expect(read(signer)).toEqual({ ok: true, at, authority: "timestamps" });
});

test("the certificate may be among those that are trusted instead of in the token", () => {
  const signer = timestampAuthority({ withoutCertificate: true });
  expect(read(signer)).toMatchObject({ ok: false });
  expect(read(signer, [signer.root, signer.leaf])).toMatchObject({ ok: true });
});

const refused: readonly (readonly [string, () => TimestampReading, RegExp])[] = [
  [
    "is about another signature",
    () => read(timestampAuthority(), undefined, Buffer.from("x")),
    /something else/,
  ],
  [
    "is by nobody who is trusted",
    () => read(timestampAuthority(), [authority("timestamp root")]),
    /no way leads/,
  ],
  ["was refused by the authority", () => read(timestampAuthority({ status: 2 })), /has refused/],
  [
    "has a signature that does not hold",
    () =>
      read(
        timestampAuthority({
          signature: (bytes) => {
            bytes[bytes.length - 1]! ^= 1;
            return bytes;
          },
        }),
      ),
    /does not hold/,
  ],
  [
    "has another content than was signed",
    () =>
      read(
        timestampAuthority({
          info: (bytes) => {
            bytes[bytes.length - 3]! ^= 1;
            return bytes;
          },
        }),
      ),
    /changed|cannot be read/,
  ],
  [
    "names another certificate",
    () => read(timestampAuthority({ named: authority("x") })),
    /certificate is neither/,
  ],
  [
    "is a signature over something else",
    () => read(timestampAuthority({ contentType: "1.2.3" })),
    /something else/,
  ],
  [
    "is by a certificate for code",
    () => read(timestampAuthority({ leafWanted: { purposes: [codeSigning] } })),
    /not for timestamps/,
  ],
  [
    "is by a certificate for anything",
    () => read(timestampAuthority({ leafWanted: { purposes: undefined } })),
    /not for timestamps/,
  ],
  [
    "was made when the authority had expired",
    () => read(timestampAuthority({ at: new Date(Date.now() + 800 * day) })),
    /expired/,
  ],
  [
    "was made before the authority began",
    () => read(timestampAuthority({ at: new Date(Date.now() - 800 * day) })),
    /valid from/,
  ],
];
test.each(refused)("a timestamp that %s does not count", (_, run, says) => {
  const reading = run();
  expect(reading.ok).toBe(false);
  expect(reading.ok ? "" : reading.message).toMatch(says);
});

test("no bytes make it throw, and none that were changed are taken", () => {
  const signer = timestampAuthority();
  const token = stampOf(imprint, { signer });
  const roots = [parsed(signer.root)];
  const read = (bytes: Buffer): TimestampReading => readTimestamp(bytes, { signature, roots });
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(token);
      changed[at]! ^= by;
      const reading = read(changed);
      // What is not signed may change: the order's number, say. The time may not.
      if (reading.ok) {
        const honest = read(token);
        expect(reading.at).toEqual(honest.ok ? honest.at : undefined);
      }
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !read(Buffer.from(bytes)).ok),
    { numRuns: 300 },
  );
  for (let length = 0; length < token.length; length += 7)
    expect(read(token.subarray(0, length)).ok).toBe(false);
});
