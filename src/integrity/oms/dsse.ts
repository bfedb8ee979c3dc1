// The envelope of a signature: DSSE 1.0 (https://github.com/secure-systems-lab/dsse).

export const inTotoType = "application/vnd.in-toto+json";

/** The bytes that are signed. */
export function preAuthEncoding(type: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/**
 * What releases of model-signing before 1.0 signed by mistake: an upper-case V, and the payload as
 * Python prints bytes (`b'…'`). Taken for the predicate of those releases only.
 */
export function earlyAuthEncoding(type: string, payload: Buffer): Buffer {
  const head = `DSSEV1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.from(head + pythonBytes(payload), "latin1");
}

const shortEscapes: Readonly<Record<number, string>> = {
  0x09: "\\t",
  0x0a: "\\n",
  0x0d: "\\r",
  0x5c: "\\\\",
};

/** `repr(bytes)`: single quotes, unless there are single ones and no double ones in it. */
function pythonBytes(bytes: Buffer): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let text = `b${quote}`;
  for (const byte of bytes) {
    const short = shortEscapes[byte];
    if (short !== undefined) text += short;
    else if (byte === quote.charCodeAt(0)) text += `\\${quote}`;
    else if (byte < 0x20 || byte > 0x7e) text += `\\x${byte.toString(16).padStart(2, "0")}`;
    else text += String.fromCharCode(byte);
  }
  return text + quote;
}
