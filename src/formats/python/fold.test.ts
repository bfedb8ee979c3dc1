import { describe, expect, test } from "vitest";
import type { Folded } from "./fold.ts";
import { viewPython } from "./view.ts";

/** The constant that the argument of the last call of `f` is. */
function folded(source: string): Folded | undefined {
  return viewPython({ path: "test.py", text: source }).calls("f").at(-1)?.positional(0)?.constant();
}

function value(source: string): unknown {
  const constant = folded(source);
  return constant === undefined ? "unknown" : constant.value;
}

test.each<readonly [source: string, expected: unknown]>([
  ["f(1)", 1],
  ["f(-1)", -1],
  ["f(+1)", 1],
  ["f(~5)", -6],
  ["f(~(2 ** 40))", -(2 ** 40) - 1],
  ["f(not '')", true],
  ["f(not 1)", false],
  ["f(True)", true],
  ["f(None)", null],
  ["f(1 + 2 * 3)", 7],
  ["f(0o700 | 0o077)", 0o777],
  ["f(6 & 3)", 2],
  ["f(1 << 20)", 1 << 20],
  ["f(2 ** 10)", 1024],
  ["f(1.5)", 1.5],
  ["f(-1.5)", -1.5],
  ["f('a' + 'b')", "ab"],
  ["f('a' 'b')", "ab"],
  ["f(b'a' + b'b')", "ab"],
  ["f(f'a{1}{\"b\"}{None}{True}')", "a1bNoneTrue"],
  ["f('a%sc' % 'b')", "abc"],
  ["f('a%dc' % 1)", "a1c"],
  ["f((x := 1))", 1],
  ["x = 'a'\nf(x)", "a"],
  ["x = 'a'\ny = x + 'b'\ndef g():\n    f(f'{y}c')", "abc"],
  ["class A:\n    x = 'a'\n    f(x)", "a"],
])("%s is known", (source, expected) => {
  expect(value(source)).toBe(expected);
});

describe("what is not known is not guessed", () => {
  test.each([
    ["f(x)"],
    ["x = 1\nx = 2\nf(x)"],
    ["x = 1\nx += 1\nf(x)"],
    ["for x in y: pass\nf(x)"],
    ["def g(x=1): f(x)"],
    ["import x\nf(x)"],
    ["x, y = 1, z()\nf(y)"],
    ["class A:\n    x = 'a'\n    def g(self): f(x)"],
    ["x = x\nf(x)"],
    ["x = y\ny = x\nf(x)"],
    ["f('a' + 1)"],
    ["f('a' + b'b')"],
    ["f(1 / 2)"],
    ["f(2 ** -1)"],
    ["f(2 ** 100)"],
    ["f(1 << 60)"],
    ["f(1 << -1)"],
    ["f(~1.5)"],
    ["f(-'a')"],
    ["f('%s%s' % 'a')"],
    ["f('%5d' % 1)"],
    ["f('%s' % ('a',))"],
    ["f(f'{1:>5}')"],
    ["f(f'{\"a\"!r}')"],
    ["f(f'{1=}')"],
    ["f(f'{1.0}')"],
    ["f(t'a')"],
    ["f([1])"],
    ["f(...)"],
    ["f(1j)"],
  ])("%s", (source) => {
    expect(value(source)).toBe("unknown");
  });

  test("a comprehension has names of its own", () => {
    expect(value("x = 'a'\ny = [x for x in z]\nf(x)")).toBe("a");
    expect(value("x = 'a'\n[f(x) for x in z]")).toBe("unknown");
  });

  test("a walrus in a comprehension binds outside of it", () => {
    expect(value("[(x := 'a') for y in z]\nf(x)")).toBe("a");
  });
});

describe("constants that would cost without end", () => {
  test("a string that doubles with each line is given up", () => {
    const lines = Array.from({ length: 60 }, (_, index) => `x${index + 1} = x${index} + x${index}`);
    expect(value(`x0 = 'a'\n${lines.join("\n")}\nf(x60)`)).toBe("unknown");
  });

  test("so is one of an f-string, before it is longer than a string may be", () => {
    const text = `x = '${"a".repeat(1_000_000)}'\nf(f'${"{x}".repeat(290)}')`;
    expect(value(text)).toBe("unknown");
    const lines = Array.from(
      { length: 40 },
      (_, index) => `x${index + 1} = f'{x${index}}{x${index}}'`,
    );
    expect(value(`x0 = 'a'\n${lines.join("\n")}\nf(x40)`)).toBe("unknown");
  });

  test("a chain of names is followed so far and no further", () => {
    const chain = (length: number) =>
      `x0 = 1\n${Array.from({ length }, (_, index) => `x${index + 1} = x${index}`).join("\n")}\nf(x${length})`;
    expect(value(chain(30))).toBe(1);
    expect(value(chain(5_000))).toBe("unknown");
  });

  test.each(["9".repeat(400), "0xg", "9007199254740993"])(
    "a number that cannot be held does not throw: %s",
    (digits) => {
      expect(value(`f(${digits} | 1)`)).toBe("unknown");
      expect(value(`f(${digits} << 2)`)).toBe("unknown");
    },
  );

  test("a long operator chain does not overflow", () => {
    expect(value(`f(${"1 + ".repeat(20_000)}1)`)).toBe("unknown");
    expect(value(`f(${"'a' ".repeat(20_000)})`)).toHaveLength(20_000);
  });
});
