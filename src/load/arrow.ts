// Tables of Arrow (Feather, streams) and Parquet: a column may be of a type that Python brings, and PyArrow before
// 14.0.1 loads what describes it as a pickle (CVE-2023-47248). Of tables nothing but the schema is read.
import { schemaOfFooter, schemaOfMessage, type ArrowNote } from "../formats/arrow/schema.ts";
import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import type { Payload } from "../formats/pickle/program.ts";
import { keyValuesIn } from "../formats/thrift/compact.ts";
import { isPickleAt } from "./content.ts";
import type { DataModel } from "./data-model.ts";
import { payloadsIn } from "./letters.ts";
import type { ListingLine } from "./listing.ts";

const maxFooter = 64 * 1024 * 1024;
const maxTold = 50;
const maxText = 64 * 1024;
/** Bytes of all that fields say. */
const maxSaid = 16 * 1024 * 1024;
/** The type of which the metadata are a pickle, as the type's own name for itself. */
const pythonType = "arrow.py_extension_type";

/** A table; undefined for every other file. Total. */
export function tableModel(source: ByteSource, head: Buffer): DataModel | undefined {
  const mark = head.toString("latin1", 0, 6);
  if (mark === "ARROW1") return arrowModel(source);
  if (mark.startsWith("PAR1")) return parquetModel(source);
  if (!isStream(head)) return undefined;
  const { notes, fields, problem } = schemaOfMessage(source, 0);
  if (problem !== undefined && fields === 0) return undefined;
  const model = modelOf(source, { format: "Arrow", fields, notes });
  return problem === undefined ? model : { ...model, unread: problem };
}

/** The mark, and a length that is not that of everything. */
function isStream(head: Buffer): boolean {
  return head.length >= 12 && head.readUInt32LE(0) === 0xffffffff && head.readUInt32LE(4) < 1 << 26;
}

function arrowModel(source: ByteSource): DataModel {
  const [first, last] = [schemaOfMessage(source, 8), schemaOfFooter(source)];
  const notes = [...first.notes, ...last.notes];
  const model = modelOf(source, { format: "Arrow", fields: last.fields, notes });
  return last.problem === undefined ? model : { ...model, unread: last.problem };
}

/** What a file of Parquet says of itself, in which Arrow keeps its schema. */
function parquetModel(source: ByteSource): DataModel {
  const end = source.read(source.size - 8, 8);
  const title: ListingLine = { text: "# Parquet" };
  const nothing = { lines: [title], payloads: [] };
  if (end.toString("latin1", 4) === "PARE")
    return { ...nothing, unread: "its footer is encrypted" };
  const length = end.length < 8 ? 0 : end.readUInt32LE(0);
  const at = source.size - 8 - length;
  if (end.toString("latin1", 4) !== "PAR1" || at < 4)
    return { ...nothing, unread: "its footer is not where it should be" };
  if (length > maxFooter) return { ...nothing, unread: `its footer has ${length} bytes` };
  const footer = source.read(at, length);
  const { pairs, isBroken } = keyValuesIn(footer, 5);
  const lines: ListingLine[] = [title];
  let unread: string | undefined;
  const payloads: Payload[] = [];
  for (const { key, value } of pairs.slice(0, maxTold)) {
    const text = footer.subarray(value.at, value.at + value.length);
    if (footer.toString("latin1", key.at, key.at + key.length) !== "ARROW:schema") {
      payloads.push(
        ...payloadOf(bytesOf(text), { at: 0, length: text.length, base: at + value.at }),
      );
      continue;
    }
    const schema = bytesOf(Buffer.from(text.toString("latin1"), "base64"));
    const { notes, fields, problem } = schemaOfMessage(schema, 0);
    const model = modelOf(schema, { format: "schema of Arrow", fields, notes });
    lines.push(...model.lines);
    unread ??= model.unread ?? problem;
    // Their places are those in the schema, which is written in letters.
    payloads.push(
      ...model.payloads.map((one) => ({
        at: at + value.at + one.at,
        length: one.length,
        text: one.text ?? schema.read(one.at, one.length).toString("latin1"),
        ...(one.loaded === undefined ? {} : { loaded: "latin1" as const }),
      })),
    );
  }
  if (isBroken) unread ??= "its footer is broken";
  return { lines, payloads, ...(unread === undefined ? {} : { unread }) };
}

function modelOf(
  source: ByteSource,
  {
    format,
    fields,
    notes,
  }: { readonly format: string; readonly fields: number; readonly notes: readonly ArrowNote[] },
): DataModel {
  const lines: ListingLine[] = [{ text: `# ${format}, ${fields} fields` }];
  const payloads: Payload[] = [];
  const seen = new Set<string>();
  let left = maxSaid;
  for (const { field, entries } of notes) {
    const name = entries.find(({ key }) => key === "ARROW:extension:name");
    const type =
      name === undefined ? "" : source.read(name.at, Math.min(name.length, 200)).toString();
    if (type !== "" && lines.length < maxTold)
      lines.push({ text: `# ${JSON.stringify(field.slice(0, 80))} is of the type ${type}` });
    for (const { key, at, length } of entries) {
      // Fields may lead to the same place, and a file has its schema at the beginning and at the end.
      const place = `${type} ${at} ${length}`;
      if (seen.has(place)) continue;
      seen.add(place);
      left -= Math.min(length, maxText);
      if (left < 0) return { lines, payloads, unread: "its fields say more than is looked at" };
      const content = `${type} ${source.read(at, Math.min(length, maxText)).toString("latin1")}`;
      if (length <= maxText && seen.has(content)) continue;
      seen.add(content);
      const isType = key === "ARROW:extension:metadata";
      if (isType && type === pythonType) payloads.push({ at, length, loaded: "bytes" });
      else payloads.push(...payloadOf(source, { at, length, isType }));
    }
  }
  return { lines, payloads };
}

/** What a program may load that finds it: types of Ray and others are described by pickles as well. */
function payloadOf(
  source: ByteSource,
  {
    at,
    length,
    base = 0,
    isType = false,
  }: {
    readonly at: number;
    readonly length: number;
    readonly base?: number;
    readonly isType?: boolean;
  },
): readonly Payload[] {
  if (length < 4) return [];
  const here: ByteSource = {
    size: at + length,
    read: (from, count) => source.read(from, Math.min(count, at + length - from)),
  };
  if (isPickleAt(here, at))
    return [{ at: base + at, length, ...(isType ? { loaded: "bytes" as const } : {}) }];
  if (length < 16 || length > maxText) return [];
  return payloadsIn(source, [{ at, length }]).payloads.map((one) => ({
    ...one,
    at: base + one.at,
  }));
}
