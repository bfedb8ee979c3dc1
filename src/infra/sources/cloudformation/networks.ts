import { textOf, type Value } from "../../value.ts";
import { scalarAt, unknownAt } from "../trees.ts";
import { argumentsOf, type Call } from "./calls.ts";
import { causeOf, placeIn, type Context, type Variables } from "./context.ts";

const maxBlocks = 256;

/** `Fn::Cidr`: a network cut into blocks. IPv6 is left to those who deploy. */
export function callCidr(context: Context, call: Call, variables: Variables): Value {
  const at = placeIn(context, call.argument);
  const values = argumentsOf(call).map((node) => context.evaluate(node, variables));
  const [network, count, bits] = values.map(textOf);
  if (network === undefined || count === undefined)
    return unknownAt(at, causeOf(values.find((value) => textOf(value) === undefined)));
  const blocks = cutNetwork(network, Number(count), Number(bits ?? 8));
  return blocks === undefined
    ? unknownAt(at, "the network cannot be cut like that")
    : { kind: "list", items: blocks.map((block) => scalarAt(at, block)), at };
}

function cutNetwork(network: string, count: number, bits: number): readonly string[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(network);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number);
  const isWell =
    Math.max(a, b, c, d) < 256 && length <= 32 && Number.isInteger(count) && Number.isInteger(bits);
  if (!isWell || bits < 0 || bits > 32 - length || count < 1 || count > maxBlocks) return undefined;
  const size = 2 ** bits;
  if (count * size > 2 ** (32 - length)) return undefined;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const base = whole - (whole % 2 ** (32 - length));
  return Array.from({ length: count }, (_, index) => {
    const first = base + index * size;
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
    return `${bytes.join(".")}/${32 - bits}`;
  });
}
