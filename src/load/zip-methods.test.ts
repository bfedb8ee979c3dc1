import { describe, expect, test } from "vitest";
import { actsIn } from "./testing/pickles.ts";

// `os.system("id")` as `data.pkl`, by Python's `zipfile`.
const archives = {
  bzip2:
    "UEsDBC4AAAAMAEeHe11LyY0qVAAAACgAAAAIAAAAZGF0YS5wa2xCWmg5MUFZJlNZKyQMXAAADPPgXwAAAgABEAAGIsxgQgQOACAAMUAA0DJkEU9RhMCPR6ifqkF40o5QlPB2GFxtoSXFEZUz9okn8XckU4UJArJAxcBQSwECLgMuAAAADABHh3tdS8mNKlQAAAAoAAAACAAAAAAAAAAAAAAAgAEAAAAAZGF0YS5wa2xQSwUGAAAAAAEAAQA2AAAAegAAAAAA",
  LZMA: "UEsDBD8AAgAOAEeHe11LyY0qOAAAACgAAAAIAAAAZGF0YS5wa2wJBAUAXQAAgAAAQAEObyl/zxGlHNh/OQiqYZV6IhVO2H2IReHjglplmtI1An/+xDWt8f//7TEgAFBLAQI/Az8AAgAOAEeHe11LyY0qOAAAACgAAAAIAAAAAAAAAAAAAACAAQAAAABkYXRhLnBrbFBLBQYAAAAAAQABADYAAABeAAAAAAA=",
};

describe("members that Python unpacks and Node does not", () => {
  test.each(Object.entries(archives))("%s", (_, archive) => {
    expect(actsIn(Buffer.from(archive, "base64"))).toContain("runs");
  });
  test.each(Object.entries(archives))("%s, cut off", (_, archive) => {
    const bytes = Buffer.from(archive, "base64");
    // Wherever it ends, it is no more than unread.
    for (let end = 0; end < bytes.length; end++) actsIn(bytes.subarray(0, end));
  });
});
