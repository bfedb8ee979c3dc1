/** Prefix letters of a string token, lower case. */
export function prefixOf(token: string): string {
  let size = 0;
  while (size < 3 && token.charCodeAt(size) !== 34 && token.charCodeAt(size) !== 39) size++;
  return token.slice(0, size).toLowerCase();
}

const simpleEscapes: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Line breaks as CPython reads them from a file: `\n`, whatever is written. */
export function foldLineBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * The value of the body of a literal (Language Reference §2.4.1). Escapes that Python does not
 * know stay as they are; `\N{…}` stays as written, since names of characters are not shipped.
 */
export function unescape(body: string, isBytes: boolean): string {
  if (!body.includes("\\")) return foldLineBreaks(body);
  return body.replace(
    /\r\n?|\\(\r\n|[\s\S]|$)(?:(?<=\\x)[0-9a-fA-F]{2}|(?<=\\u)[0-9a-fA-F]{4}|(?<=\\U)[0-9a-fA-F]{8}|(?<=\\[0-7])[0-7]{1,2})?/g,
    (whole, first: string | undefined) => {
      if (first === undefined) return "\n";
      if (first === "\n" || first === "\r" || first === "\r\n") return "";
      const simple = simpleEscapes[first];
      if (simple !== undefined) return simple;
      if (first >= "0" && first <= "7")
        return String.fromCharCode(parseInt(whole.slice(1), 8) & 0x1ff);
      const isHex = first === "x" || (!isBytes && (first === "u" || first === "U"));
      if (isHex && whole.length > 2) {
        const code = parseInt(whole.slice(2), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      return whole;
    },
  );
}

/** The value of a whole plain string token, prefix and quotes included. */
export function literalValue(token: string): { readonly value: string; readonly isBytes: boolean } {
  const prefix = prefixOf(token);
  const quote = token.charAt(prefix.length);
  const size =
    token.startsWith(quote.repeat(3), prefix.length) && token.length >= prefix.length + 6 ? 3 : 1;
  const body = token.slice(prefix.length + size, token.length - size);
  const isBytes = prefix.includes("b");
  return { value: prefix.includes("r") ? foldLineBreaks(body) : unescape(body, isBytes), isBytes };
}
