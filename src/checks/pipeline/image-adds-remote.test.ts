import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { dockerfile, findingsIn } from "../../testing/pipeline-cases.ts";
import { imageAddsRemote } from "./image-adds-remote.ts";

checkCases(imageAddsRemote, {
  found: [
    dockerfile("FROM x\nADD https://a.example/x.tgz /x"),
    dockerfile("FROM x\nADD --chown=1:1 http://a.example/x /x"),
    dockerfile("FROM x\nADD https://github.com/a/b.git#main /x"),
  ],
  clean: [
    dockerfile("FROM x\nADD --checksum=sha256:ab https://a.example/x.tgz /x"),
    dockerfile(`FROM x\nADD https://github.com/a/b.git#${"a".repeat(40)} /x`),
    dockerfile("FROM x\nADD model.tar.gz /x"),
    dockerfile("FROM x\nCOPY x /https://x"),
  ],
});

test("plain HTTP is worse", () => {
  const [found] = findingsIn(imageAddsRemote, dockerfile("FROM x\nADD http://a.example/x /x"));
  expect(found?.details.severity).toBe("medium");
});
