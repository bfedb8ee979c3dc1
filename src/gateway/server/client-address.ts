import { BlockList, isIP } from "node:net";

/** Whose word about an address counts: addresses (`10.0.0.7`) and networks (`10.0.0.0/8`, `fd00::/8`) of proxies. */
export type TrustedProxies = Pick<BlockList, "check">;

/** Hops that are followed back; a longer list is no chain of proxies. */
const mostHops = 32;

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}

/** Reads addresses and networks; gives the first that is neither. */
export function readProxies(
  written: readonly string[],
): TrustedProxies | { readonly problem: string } {
  const list = new BlockList();
  for (const each of written) {
    const [address = "", length, ...more] = each.split("/");
    const most = isIP(address) === 4 ? 32 : 128;
    const bits = length === undefined ? most : Number(length);
    // Of length 0 is everybody: then each client could say that it is another.
    const isRight =
      isIP(address) !== 0 &&
      more.length === 0 &&
      (length === undefined || /^\d{1,3}$/.test(length)) &&
      bits >= 1 &&
      bits <= most;
    if (!isRight) return { problem: each };
    list.addSubnet(address, bits, familyOf(address));
  }
  return list;
}

/** The address in one entry of X-Forwarded-For, which some proxies write with a port. */
function addressIn(entry: string): string | undefined {
  const plain = entry.trim();
  const inner =
    /^\[([^\]]{2,45})\](?::\d{1,5})?$/.exec(plain)?.[1] ??
    /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(plain)?.[1] ??
    plain;
  return isIP(inner) === 0 ? undefined : inner;
}

/**
 * Who asks: the last hop that is none of ours. Every proxy appends whom it was asked by, so that the list is
 * read from its end, and what stands before a stranger is the stranger's own claim.
 */
export function clientAddress(
  peer: string,
  forwarded: string | undefined,
  trusted: TrustedProxies | undefined,
): string {
  if (trusted === undefined || forwarded === undefined) return peer;
  const hops = forwarded.split(",").slice(-mostHops);
  let address = peer;
  while (isIP(address) !== 0 && trusted.check(address, familyOf(address))) {
    const hop = hops.pop();
    const before = hop === undefined ? undefined : addressIn(hop);
    if (before === undefined) return address;
    address = before;
  }
  return address;
}
