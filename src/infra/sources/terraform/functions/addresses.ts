/** A network of IPv4 or IPv6. */
export interface Network {
  readonly address: bigint;
  readonly prefix: number;
  readonly bits: 32 | 128;
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined;
    value = value * 256n + BigInt(part);
  }
  return value;
}

function groupsOf(text: string): string[] | undefined {
  if (text === "") return [];
  const groups = text.split(":");
  const last = groups.at(-1)!;
  if (last.includes(".")) {
    const value = ipv4(last);
    if (value === undefined) return undefined;
    groups.splice(-1, 1, (value >> 16n).toString(16), (value & 0xffffn).toString(16));
  }
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups : undefined;
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0]!);
  const tail = halves[1] === undefined ? [] : groupsOf(halves[1]);
  if (head === undefined || tail === undefined) return undefined;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: gap }, () => "0"), ...tail];
  return groups.reduce((value, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

/** Reads `10.0.0.0/16`; the bits of the host are dropped. */
export function parseNetwork(text: string): Network | undefined {
  const found = /^([\da-fA-F.:]{1,60})\/(\d{1,3})$/.exec(text);
  if (found === null) return undefined;
  const isV6 = found[1]!.includes(":");
  const bits = isV6 ? 128 : 32;
  const address = isV6 ? ipv6(found[1]!) : ipv4(found[1]!);
  const prefix = Number(found[2]);
  if (address === undefined || prefix > bits) return undefined;
  const host = BigInt(bits - prefix);
  return { address: (address >> host) << host, prefix, bits };
}

/** An address as RFC 5952 has it. */
export function addressText(address: bigint, bits: 32 | 128): string {
  if (bits === 32)
    return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  );
  let best = { start: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (groups[at + length] === "0") length++;
    if (length > best.length) best = { start: at, length };
  }
  if (best.start < 0) return groups.join(":");
  const tail = groups.slice(best.start + best.length).join(":");
  return `${groups.slice(0, best.start).join(":")}::${tail}`;
}
