import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, zstdDecompress } from "node:zlib";
import type { Refusal } from "../surface.ts";

const unpackers = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
} as const;

/** A body, or why there is none; `gone` where the client left first. */
export type Body = Buffer | Refusal | "gone";

function tooLarge(most: number): Refusal {
  const message = `The body has more than ${most} bytes.`;
  return { status: 413, code: "body_too_large", message };
}

/** Reads a request's body as it was sent. */
export function readBody(request: IncomingMessage, most: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else {
        request.pause();
        resolve(tooLarge(most));
      }
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on("error", () => resolve("gone"));
    request.on("close", () => resolve("gone"));
  });
}

/** Unpacks what is compressed, never to more than `most` bytes; several codings at once are refused. */
export async function unpack(
  bytes: Buffer,
  coding: string,
  most: number,
): Promise<Buffer | Refusal> {
  const name = coding.trim().toLowerCase();
  if (name === "identity" || name === "") return bytes;
  if (!Object.hasOwn(unpackers, name)) {
    const message =
      "The body's content-encoding is not understood: gzip, deflate, br and zstd are.";
    return { status: 415, code: "unsupported_encoding", message };
  }
  try {
    return await unpackers[name as keyof typeof unpackers](bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return tooLarge(most);
    return { status: 400, code: "bad_request", message: "The body cannot be unpacked." };
  }
}
