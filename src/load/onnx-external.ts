// Data of ONNX that lie beside the model (`onnx/external_data_helper.py`). The place is taken as it is
// (CVE-2022-25882, CVE-2024-27318, CVE-2025-51480, CVE-2026-27489), the keys were set as attributes of an
// object (CVE-2026-34445), and offset and length are added up by readers in C++.
import { contradiction, actLine, type ListingLine } from "./listing.ts";
import { leavesFolder } from "./places.ts";

const ownKeys = /^(?:location|offset|length|checksum|basepath|prepacked_.*)$/s;

/** What is wrong with where the data of a tensor lie: all keys with their values, in their order. */
export function externalLines({
  name,
  entries,
}: {
  readonly name: string;
  readonly entries: readonly (readonly [key: string, value: string])[];
}): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  const shown = JSON.stringify(name.slice(0, 100));
  const values = new Map<string, string>();
  for (const [key, value] of entries) {
    const shownKey = JSON.stringify(key.slice(0, 60));
    if (!ownKeys.test(key))
      lines.push(contradiction(`the data of ${shown} have the key ${shownKey}`));
    else if (values.has(key))
      lines.push(contradiction(`the data of ${shown} have the key ${shownKey} twice`));
    values.set(key, value);
    if (key !== "location" || !leavesFolder(value)) continue;
    const place = JSON.stringify(value.slice(0, 200));
    const message = `The data of ${shown} are read from ${place}, outside the folder of the model`;
    lines.push(actLine(`${shown}.data = open(${place})`, "escapes", message));
  }
  const [offset, length] = ["offset", "length"].map((key) => values.get(key));
  for (const text of [offset, length])
    if (text !== undefined && !isCount(text))
      lines.push(
        contradiction(`the data of ${shown} are taken at ${JSON.stringify(text.slice(0, 40))}`),
      );
  return lines;
}

function isCount(text: string): boolean {
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text));
}
