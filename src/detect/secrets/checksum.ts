import { crc32 } from "node:zlib";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The last six characters of a GitHub or npm token are the CRC-32 of what stands between them and
 * the prefix, in base 62.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function githubChecksum(entropy: string): string {
  let rest = crc32(entropy);
  let digits = "";
  for (let at = 0; at < 6; at++) {
    digits = base62[rest % 62]! + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

const bech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, bit) => {
      if (((top >>> bit) & 1) === 1) sum ^= generator;
    });
  }
  return sum;
}

function expanded(prefix: string): readonly number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

/** The six characters that end a Bech32 text (BIP 173), as age's keys are written. */
export function bech32Checksum(prefix: string, data: string): string {
  const values = Array.from(data, (letter) => bech32Alphabet.indexOf(letter));
  const sum = polymod([...expanded(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  return [0, 1, 2, 3, 4, 5].map((at) => bech32Alphabet[(sum >>> (5 * (5 - at))) & 31]).join("");
}

/** True where a token proves itself; undefined where it has no such proof. */
export function proves(proof: string | undefined, value: string): boolean | undefined {
  switch (proof) {
    case "github": {
      // Longer refresh tokens are of a later form whose sum is not documented.
      const body = value.slice(4);
      if (body.length !== 36) return undefined;
      return githubChecksum(body.slice(0, 30)) === body.slice(30);
    }
    case "bech32": {
      const lower = value.toLowerCase();
      const at = lower.lastIndexOf("1");
      const data = lower.slice(at + 1);
      return bech32Checksum(lower.slice(0, at), data.slice(0, -6)) === data.slice(-6);
    }
    default:
      return undefined;
  }
}
