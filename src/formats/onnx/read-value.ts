// ValueInfoProto: what flows along an edge. Sequences, maps and optionals are values of type "undefined".
import type { Extent } from "../protobuf/wire.ts";
import { elementTypes, type Dimension, type ElementType, type Value } from "./model.ts";
import { int64Of, type Reading } from "./read-wire.ts";

const maxAxes = 64;

function dimensionOf(reading: Reading, extent: Extent): Dimension {
  let found: Dimension;
  reading.walk(extent, (field) => {
    if (field.number === 1 && field.type === 0) {
      const length = Number(int64Of(reading.source, field));
      // Some exporters write −1 or 0 for a length that is open.
      found = length > 0 ? length : undefined;
    } else if (field.number === 2 && field.type === 2) found = reading.text(field) || undefined;
  });
  return found;
}

/** Reads the name, the type and the shape of a value. */
export function readValue(reading: Reading, extent: Extent): Value {
  let name = "";
  let type: ElementType = "undefined";
  let shape: Dimension[] | undefined;
  const shapeOf = (at: Extent): void => {
    const axes: Dimension[] = [];
    shape = axes;
    reading.walk(at, (field) => {
      if (field.number !== 1 || field.type !== 2) return;
      if (axes.length < maxAxes) axes.push(dimensionOf(reading, field));
      else reading.tell(`${name} has more than ${maxAxes} axes`);
    });
  };
  reading.walk(extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) name = reading.text(field);
    if (field.number !== 2) return;
    reading.walk(field, (kind) => {
      if (kind.number !== 1 || kind.type !== 2) return;
      reading.walk(kind, (part) => {
        if (part.number === 1 && part.type === 0) type = elementTypes[part.value] ?? "undefined";
        else if (part.number === 2 && part.type === 2) shapeOf(part);
      });
    });
  });
  return { name, type, shape };
}
