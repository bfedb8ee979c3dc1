/** What R serializes: integers, texts (with their length), and parts in one another. */
export type RPart = number | string | readonly RPart[];

/** A symbol by its name, and a text of a vector. */
export const symbol = (name: string): RPart => [1, 9, name.length, name];
export const characters = (...texts: readonly string[]): RPart => [
  16,
  texts.length,
  ...texts.map((text): RPart => [9, text.length, text]),
];
export const [nil, unbound, globalEnv] = [254, 252, 253] as const;
/** `name(argument)`, as code. */
export const callOf = (name: string, ...args: readonly RPart[]): RPart => [
  6,
  symbol(name),
  ...args.map((argument): RPart => [2, argument]),
  nil,
];
/** An expression with its environment, and its value where it has one. */
export const promise = (code: RPart, value: RPart = unbound): RPart => [
  5 | 0x400,
  globalEnv,
  value,
  code,
];
/** An environment with one binding in its frame. */
export const environment = (name: string, value: RPart): RPart => [
  4,
  0,
  globalEnv,
  [2 | 0x400, symbol(name), value, nil],
  nil,
  nil,
];

/** A file of `saveRDS`, or of `save` with the letters of its magic. */
export function rdata(
  part: RPart,
  { encoding = "X", isSaved = false }: { encoding?: "X" | "A" | "B"; isSaved?: boolean } = {},
): Buffer {
  const chunks: Buffer[] = [];
  function write(one: RPart): void {
    if (typeof one === "number") {
      const bytes = Buffer.alloc(4);
      if (encoding === "X") bytes.writeInt32BE(one);
      else bytes.writeInt32LE(one);
      chunks.push(encoding === "A" ? Buffer.from(`${one}\n`) : bytes);
    } else if (typeof one === "string")
      chunks.push(Buffer.from(encoding === "A" ? `${JSON.stringify(one).slice(1, -1)}\n` : one));
    else one.forEach(write);
  }
  chunks.push(Buffer.from(`${isSaved ? `RD${encoding}3\n` : ""}${encoding}\n`));
  write([3, 0x40003, 0x30500, 5, "UTF-8", part]);
  return Buffer.concat(chunks);
}
