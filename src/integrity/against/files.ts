import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { fileReason, PaviseError } from "../../core/index.ts";

/** Reads the file of a record. Throws `file-missing`. */
export function readGivenRecord(file: string, maxBytes: number): Buffer {
  const fail = (message: string, cause?: unknown): PaviseError =>
    new PaviseError("file-missing", `${file}: ${message}`, {
      hint: "Name the file of the record that the model is compared with.",
      cause,
    });
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw fail("it is no file");
    if (stat.size > maxBytes) throw fail(`it is larger than ${maxBytes} bytes`);
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof PaviseError) throw error;
    throw fail(fileReason(error), error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
