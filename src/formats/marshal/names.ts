// Names in a code object that CPython has marshalled (`Python/marshal.c`): short texts of ASCII, which
// begin with their kind and their length. Which are variables and which are texts is not told apart.

/** Kinds `z` and `Z`, with and without the bit that says that they may be referred to. */
const shortTexts = new Set([0x7a, 0x5a, 0xfa, 0xda]);
const identifier = /^[A-Za-z_]\w*$/;
const maxBytes = 1 << 20;
const maxNames = 100;

/** The identifiers in marshalled code, each once, in their order. */
export function namesInMarshal(bytes: Buffer): readonly string[] {
  const names = new Set<string>();
  const end = Math.min(bytes.length, maxBytes);
  for (let at = 0; at + 2 < end && names.size < maxNames; at++) {
    if (!shortTexts.has(bytes[at]!)) continue;
    const length = bytes[at + 1]!;
    const text = bytes.toString("latin1", at + 2, at + 2 + length);
    if (text.length !== length || !identifier.test(text)) continue;
    names.add(text);
    at += 1 + length;
  }
  return [...names];
}
