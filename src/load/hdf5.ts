// HDF5: what Keras rebuilds of its attributes, what is read of other files of the machine, and what PyTables
// reads as pickles. Weights of Keras in files that lie elsewhere: CVE-2026-1669.
import { readHdf5Attributes } from "../formats/hdf5/attributes.ts";
import { readHdf5Objects, type OtherFile, type StoredPickle } from "../formats/hdf5/objects.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { Payload } from "../formats/pickle/program.ts";
import type { DataModel } from "./data-model.ts";
import { kerasConfigLines } from "./keras.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { leavesFolder } from "./places.ts";

const maxTold = 20;

/** An HDF5 file, by what it is called. Total. */
export function hdf5Model(source: ByteSource, name: string): DataModel {
  const { texts, problems } = readHdf5Attributes(source);
  const lines: ListingLine[] = [{ text: `# HDF5, ${texts.size} texts at its root` }];
  for (const [key, text] of texts)
    if (text.includes('"class_name"')) lines.push(...kerasConfigLines(text));
    else if (/^(?:model_config|training_config)$/.test(key) && text !== "")
      lines.push({ text: `# ${key}: ${text.slice(0, 80)}` });
  for (const message of problems)
    lines.push(
      actLine(
        `# ${message}`,
        "unclear",
        `The configuration of the model cannot be read: ${message}`,
      ),
    );
  const { others, pickles, unread } = readHdf5Objects(source);
  // Keras writes all weights into the file itself.
  const isKeras = texts.has("keras_version") || /(?:^|[./])weights\.h5$|\.keras$/i.test(name);
  lines.push(...others.slice(0, maxTold).map((one) => otherLine(one, isKeras)));
  return {
    lines,
    payloads: pickles.map(payloadOf),
    ...(unread === undefined || problems.length > 0 ? {} : { unread }),
  };
}

const done = {
  link: "leads to an object of",
  data: "is read from",
  virtual: "is put together of parts of",
};

function otherLine({ kind, object, file }: OtherFile, isKeras: boolean): ListingLine {
  const place = JSON.stringify(file.slice(0, 200));
  const shown = JSON.stringify(object.slice(0, 100));
  const text = `${shown} = open(${place})`;
  const isOutside = leavesFolder(file);
  if (!isOutside && !(isKeras && file !== ".")) return { text };
  const where = isOutside ? ", outside the folder of the model" : ", which no weights of Keras are";
  return actLine(text, "escapes", `${shown} ${done[kind]} ${place}${where} (CVE-2026-1669)`);
}

/** PyTables loads it when the attribute or the row is read. */
function payloadOf({ at, bytes }: StoredPickle): Payload {
  return { at, length: bytes.length, text: bytes.toString("latin1"), loaded: "latin1" };
}
