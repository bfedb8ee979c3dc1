import { describe, expect, it } from "vitest";
import { wordGuard } from "../testing/word-guard.ts";
import { rememberingGuard } from "./remembering-guard.ts";

function counted() {
  const inner = wordGuard();
  const asked: string[] = [];
  const guard = rememberingGuard({
    ...inner,
    input: (text, source) => {
      asked.push(text);
      return inner.input(text, source);
    },
  });
  return { guard, asked };
}

const long = "an ordinary sentence, and another one. ".repeat(5);

describe("a guard that remembers", () => {
  it("judges a text once, for each source and tenant", () => {
    const { guard, asked } = counted();
    for (const source of ["user", "tool"] as const)
      for (const tenant of ["a", "b", "a", "b"])
        expect(guard.input(long, source, tenant).verdict).toBe("allow");
    expect(asked).toHaveLength(4);
  });

  it("judges again whatever something was seen in", () => {
    const { guard, asked } = counted();
    for (let turn = 0; turn < 3; turn++) {
      expect(guard.input(`${long}FORBIDDEN`, "user", "a").verdict).toBe("block");
      expect(guard.input(`${long}SECRET`, "user", "a").edits).toHaveLength(1);
    }
    expect(asked).toHaveLength(6);
  });

  it("takes no text for another's", () => {
    const { guard, asked } = counted();
    guard.input(`${long}x`, "user", "a");
    guard.input(long, "user", "a\0user\0x");
    guard.input(`user\0${long}`, "user", "a");
    expect(asked).toHaveLength(3);
  });
});
