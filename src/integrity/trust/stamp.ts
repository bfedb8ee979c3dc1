import { createHash, randomBytes } from "node:crypto";
import { PaviseError } from "../../core/index.ts";
import { ask } from "./http.ts";
import type { Stamper } from "./seal.ts";
import { readImprint } from "./timestamp.ts";

const sha256Algorithm = Buffer.from("300d06096086480165030402010500", "hex");

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  // No part of a request reaches 128 bytes.
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}

/** A TimeStampReq (RFC 3161, section 2.4.1) for SHA-256, DER. */
function requestFor(signature: Buffer, nonce: Buffer): Buffer {
  const imprint = createHash("sha256").update(signature).digest();
  return der(
    0x30,
    der(0x02, Buffer.from([1])),
    der(0x30, sha256Algorithm, der(0x04, imprint)),
    der(0x02, nonce),
    der(0x01, Buffer.from([0xff])),
  );
}

/**
 * Asks a timestamp authority (RFC 3161 over HTTP). What it answers is held against the request; who it
 * is is for those who verify to trust. Throws `service-failed` and `usage`.
 */
export function stampWith(url: string): Stamper {
  return async (signature) => {
    const nonce = randomBytes(8);
    // A positive number without a zero in front.
    nonce[0] = (nonce[0]! & 0x7f) | 0x40;
    const who = "the timestamp server";
    const answer = await ask({
      url,
      who,
      type: "application/timestamp-query",
      body: requestFor(signature, nonce),
    });
    const flaw = readImprint(answer, { signature, nonce: BigInt(`0x${nonce.toString("hex")}`) });
    if (flaw !== undefined)
      throw new PaviseError("service-failed", `${who}: ${flaw}`, {
        hint: "It does not answer as RFC 3161 has it; try another one.",
      });
    return answer;
  };
}
