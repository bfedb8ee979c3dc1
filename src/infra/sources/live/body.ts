/**
 * The text of an answer, of so many bytes at most once it is unpacked: what a header says of its length
 * does not count for one that is compressed. Throws where there are more.
 */
export async function textOfAnswer(response: Response, most: number): Promise<string> {
  const { headers } = response;
  // What says how long it is need not be watched while it comes, which costs more than the answer itself.
  const length = headers.get("content-length");
  const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
  if (isPlain && length !== null && Number(length) <= most) return response.text();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new Error(`an answer larger than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
