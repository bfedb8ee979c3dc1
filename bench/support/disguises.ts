/** Ways in which an attacker writes a text so that a model reads it and a filter does not. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  "zero-width": (text) => Array.from(text).join("\u200b"),
  homoglyph: (text) => text.replaceAll(/[aceiopxyABCEHKMOPTX]/g, (letter) => lookalikes[letter]!),
  base64: (text) => Buffer.from(text, "utf8").toString("base64"),
  leet: (text) => text.replaceAll(/[aeiost]/gi, (letter) => digits[letter.toLowerCase()]!),
  spacing: (text) =>
    text
      .split(" ")
      .map((word) => Array.from(word).join(" "))
      .join("   "),
};

const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
};
const digits: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };
