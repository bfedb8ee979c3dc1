import type { ByteSource } from "./source.ts";

const pageSize = 64 * 1024;

/** The same bytes for many small readings one after the other, each of which would ask the disk. */
export function paged(source: ByteSource): ByteSource {
  const { size } = source;
  let page: Buffer = Buffer.alloc(0);
  let pageAt = 0;
  return {
    size,
    read(at, length) {
      const end = Math.min(at + length, size);
      if (at < 0 || length > pageSize || end <= at) return source.read(at, length);
      if (at < pageAt || end > pageAt + page.length) {
        page = source.read(at, pageSize);
        pageAt = at;
      }
      return page.subarray(at - pageAt, end - pageAt);
    },
  };
}
