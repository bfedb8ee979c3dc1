import type { TerraformFunction } from "../types.ts";
import { addressText, parseNetwork, type Network } from "./addresses.ts";
import { plainText, type Plain } from "../plain.ts";
import { onPlain } from "./define.ts";

function subnet(
  { address, prefix, bits }: Network,
  more: number,
  number: bigint,
): Network | undefined {
  const length = prefix + more;
  if (!Number.isInteger(more) || more < 0 || length > bits) return undefined;
  if (number < 0n || number >= 1n << BigInt(more)) return undefined;
  return { address: address + (number << BigInt(bits - length)), prefix: length, bits };
}

function networkText(network: Network | undefined): string | undefined {
  return network && `${addressText(network.address, network.bits)}/${network.prefix}`;
}

function wholeOf(given: Plain | undefined): bigint | undefined {
  const text = plainText(given);
  return /^-?\d{1,39}$/.test(text) ? BigInt(text) : undefined;
}

function host([text, number]: readonly Plain[]): string | undefined {
  const network = parseNetwork(plainText(text));
  const wanted = wholeOf(number);
  if (network === undefined || wanted === undefined) return undefined;
  const room = 1n << BigInt(network.bits - network.prefix);
  const at = wanted < 0n ? room + wanted : wanted;
  if (at < 0n || at >= room) return undefined;
  return addressText(network.address + at, network.bits);
}

function subnets([text, ...sizes]: readonly Plain[]): readonly string[] | undefined {
  const network = parseNetwork(plainText(text));
  if (network === undefined || sizes.length > 10_000) return undefined;
  const last = network.address + (1n << BigInt(network.bits - network.prefix));
  let { address } = network;
  const made: string[] = [];
  for (const more of sizes) {
    const prefix = network.prefix + Number(more);
    if (!Number.isInteger(prefix) || prefix > network.bits || Number(more) < 1) return undefined;
    const size = 1n << BigInt(network.bits - prefix);
    // Each starts at a multiple of its size.
    address = ((address + size - 1n) / size) * size;
    if (address + size > last) return undefined;
    made.push(`${addressText(address, network.bits)}/${prefix}`);
    address += size;
  }
  return made;
}

function netmask(text: string): string | undefined {
  const network = parseNetwork(text);
  if (network?.bits !== 32) return undefined;
  const size = BigInt(32 - network.prefix);
  return addressText(((1n << BigInt(network.prefix)) - 1n) << size, 32);
}

/** Functions of networks. */
export const networkFunctions: Readonly<Record<string, TerraformFunction>> = {
  cidrhost: onPlain(host),
  cidrnetmask: onPlain(([text]) => netmask(plainText(text))),
  cidrsubnet: onPlain(([text, more, number]) => {
    const network = parseNetwork(plainText(text));
    const wanted = wholeOf(number);
    if (network === undefined || wanted === undefined) return undefined;
    return networkText(subnet(network, Number(more), wanted));
  }),
  cidrsubnets: onPlain(subnets),
};
