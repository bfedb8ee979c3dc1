import { lookup, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** IANA's special-purpose registries (RFC 6890 and its updates): no server of the public network has one. */
const special: readonly (readonly [net: string, prefix: number, family: "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 127, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];

/** Where clouds hand out their credentials; never a server of models, also in a private network. */
const metadata: readonly (readonly [address: string, family: "ipv4" | "ipv6"])[] = [
  ["169.254.169.254", "ipv4"],
  ["169.254.170.2", "ipv4"],
  ["169.254.170.23", "ipv4"],
  ["100.100.100.200", "ipv4"],
  ["168.63.129.16", "ipv4"],
  ["192.0.0.192", "ipv4"],
  ["fd00:ec2::254", "ipv6"],
  ["fd00:ec2::23", "ipv6"],
  ["fd20:ce::254", "ipv6"],
];

const privateList = new BlockList();
for (const [net, prefix, family] of special) privateList.addSubnet(net, prefix, family);
const metadataList = new BlockList();
for (const [address, family] of metadata) metadataList.addAddress(address, family);

/** The IPv4 address that an IPv6 address carries: mapped (RFC 4291) or translated (RFC 6052). */
function carried(address: string): string | undefined {
  const found = /^(?:(?:0*:)*:?(?:ffff:)?|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (found !== undefined) return found;
  const hex = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (hex === null) return undefined;
  const [high, low] = [Number.parseInt(hex[1]!, 16), Number.parseInt(hex[2]!, 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

/** What an address is, as far as it matters to who connects to it. */
export function kindOf(address: string): "public" | "private" | "metadata" {
  const plain = carried(address) ?? address;
  const family = isIP(plain) === 6 ? "ipv6" : "ipv4";
  if (metadataList.check(plain, family)) return "metadata";
  return isIP(plain) === 0 || privateList.check(plain, family) ? "private" : "public";
}

/** Why an upstream at this address is not connected to; undefined where it may be. */
export function whyNot(address: string, isPrivate: boolean): string | undefined {
  const kind = kindOf(address);
  if (kind === "metadata")
    return `${address} hands out a cloud's credentials and is no server of models`;
  if (kind === "private" && !isPrivate)
    return `${address} is not of the public network; set \`private: true\` where that is meant`;
  return undefined;
}

/**
 * A `lookup` that gives only addresses that may be connected to. The connection goes to the very address
 * that was looked at here, so that a name that answers differently a moment later (DNS rebinding) wins
 * nothing.
 */
export function safeLookup(isPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, "", 0);
        return;
      }
      const all = found as unknown as readonly LookupAddress[];
      const well = all.filter(({ address }) => whyNot(address, isPrivate) === undefined);
      const [first] = well;
      if (first === undefined) {
        const why = whyNot(all[0]?.address ?? "", isPrivate) ?? "it has no address";
        callback(new Error(`${hostname}: ${why}`), "", 0);
      } else if (options.all === true) callback(null, [...well], 0);
      else callback(null, first.address, first.family);
    });
  };
}
