// AttributeProto. Old files leave out of which kind an attribute is: then the field that is there says it.
import type { Extent, WireField } from "../protobuf/wire.ts";
import type { Attribute, Graph, Tensor } from "./model.ts";
import { int64Of, repeatedFloats, repeatedInts, type Reading } from "./read-wire.ts";

/** How parts are read that hold attributes themselves. */
interface Inner {
  readonly tensor: (extent: Extent) => Tensor;
  readonly sparse: (extent: Extent) => Tensor | undefined;
  readonly graph: (extent: Extent) => Graph;
}

/** AttributeProto.AttributeType, by number; sparse tensors are spread out and types of values not kept. */
const kinds = [
  undefined,
  "float",
  "int",
  "string",
  "tensor",
  "graph",
  "floats",
  "ints",
  "strings",
  "tensors",
  "graphs",
  "tensor",
  "tensors",
] as const;
type Kind = Exclude<(typeof kinds)[number], undefined>;

/** The kind by the number of the field that has the value. */
const fields: Readonly<Record<number, Kind>> = {
  2: "float",
  3: "int",
  4: "string",
  5: "tensor",
  6: "graph",
  7: "floats",
  8: "ints",
  9: "strings",
  10: "tensors",
  11: "graphs",
  22: "tensor",
  23: "tensors",
};

/** Reads an attribute; undefined with a problem told where it is of no kind that is known. */
export function readAttribute(
  reading: Reading,
  extent: Extent,
  inner: Inner,
): { readonly name: string; readonly attribute: Attribute } | undefined {
  const { source } = reading;
  let name = "";
  let number = 0;
  let reference = "";
  const parts: WireField[] = [];
  reading.walk(extent, (field) => {
    if (field.number === 1 && field.type === 2) name = reading.text(field);
    else if (field.number === 20 && field.type === 0) number = field.value;
    else if (field.number === 21 && field.type === 2) reference = reading.text(field);
    else if (Object.hasOwn(fields, field.number)) parts.push(field);
  });
  if (reference !== "") return { name, attribute: { kind: "reference", value: reference } };
  const kind = kinds[number] ?? fields[parts[0]?.number ?? 0];
  const attribute = kind === undefined ? undefined : build(kind);
  if (attribute !== undefined) return { name, attribute };
  reading.tell(`the attribute ${JSON.stringify(name)} has no value that can be read`);
  return undefined;

  function build(kind: Kind): Attribute | undefined {
    const own = parts.filter((field) => fields[field.number] === kind);
    const last = own.at(-1);
    const messages = own.filter((field) => field.type === 2);
    const tensor = (field: WireField): Tensor | undefined =>
      field.number > 20 ? inner.sparse(field) : inner.tensor(field);
    switch (kind) {
      case "float":
        return { kind, value: last === undefined ? 0 : (repeatedFloats(source, last)[0] ?? 0) };
      case "int":
        return { kind, value: last?.type === 0 ? int64Of(source, last) : 0n };
      case "string":
        return { kind, value: last === undefined ? new Uint8Array(0) : bytesAt(last) };
      case "tensor": {
        const value = messages.length === 0 ? undefined : tensor(messages.at(-1)!);
        return value && { kind, value };
      }
      case "graph":
        return messages.length === 0 ? undefined : { kind, value: inner.graph(messages.at(-1)!) };
      case "floats":
        return { kind, value: own.flatMap((field) => repeatedFloats(source, field)) };
      case "ints":
        return { kind, value: own.flatMap((field) => repeatedInts(source, field)) };
      case "strings":
        return { kind, value: messages.map(bytesAt) };
      case "tensors":
        return { kind, value: messages.map(tensor).filter((each) => each !== undefined) };
      default:
        return { kind, value: messages.map(inner.graph) };
    }
  }

  function bytesAt(field: WireField): Uint8Array {
    return Uint8Array.from(source.read(field.at, field.length));
  }
}
