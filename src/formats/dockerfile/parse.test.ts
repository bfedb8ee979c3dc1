import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { parseDockerfile } from "./parse.ts";

const lines = (text: string): string[] =>
  parseDockerfile(text).commands.map(({ program, args }) =>
    [program, ...args.map((word) => word.text)].join(" "),
  );

test.each([
  ["RUN a b && c", ["a b", "c"]],
  ['RUN ["a", "b c"]', ["a b c"]],
  ["RUN a \\\n  # why\n  b \\\n\n  c\nRUN d", ["a b c", "d"]],
  ["RUN a \\  \n  b", ["a b"]],
  ["run --mount=type=cache,target=/x --network=none a", ["a"]],
  ["RUN <<EOF\na\nb\nEOF\nRUN c", ["a", "b", "c"]],
  ["RUN cat <<EOF > x\nnot run\nEOF\nRUN c", ["cat", "c"]],
  ["COPY <<EOF /x\nnot run\nEOF\nRUN c", ["c"]],
  ["# escape=`\nFROM x\nRUN a `\n  b", ["a b"]],
  ["ONBUILD RUN a", ["a"]],
  ['SHELL ["powershell", "-c"]\nRUN a', []],
  ['ENTRYPOINT ["a", "b"]\nCMD ["c"]', ["a b c"]],
  ['CMD ["sh", "-c", "a && b"]', ["sh -c a && b", "a", "b"]],
  ["CMD a --b", ["a --b"]],
  ["CMD sh -c 'a && b'", ["sh -c a && b", "a", "b"]],
  ["CMD a && exec b", ["sh -c a && exec b", "a", "b"]],
  ["FROM x\nCMD a\nFROM y\nCMD b", ["a", "b"]],
  ["RUN python -m pip install x", ["pip install x"]],
])("%j", (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

test("sets variables for what comes after them", () => {
  const { environment, commands } = parseDockerfile(
    'FROM x\nENV A=1 B="2 3"\nENV C d e\nARG D=4\nRUN a',
  );
  expect(environment.map(({ name, value }) => `${name}=${value.text}`)).toEqual([
    "A=1",
    "B=2 3",
    "C=d e",
    "D=4",
  ]);
  expect(commands[0]!.environment.length).toBe(4);
});

test("knows where words stand", () => {
  const text = 'FROM x\nCMD ["sh", "-c", "a --bee"]\nRUN c \\\n  --dee';
  const found = parseDockerfile(text)
    .commands.flatMap(({ args }) => args)
    .map(({ start, end }) => text.slice(start, end));
  expect(found).toContain("--bee");
  expect(found).toContain("--dee");
});

describe("hostile input", () => {
  const pieces = [
    "RUN ",
    "CMD ",
    "ENTRYPOINT ",
    "FROM x\n",
    "ENV ",
    "[",
    '"',
    "]",
    "\\\n",
    "\n",
    "<<EOF",
    "EOF\n",
    "# escape=`\n",
    "`",
    "A=b ",
    "&&",
    "--mount=",
    "ONBUILD ",
    "SHELL ",
  ];

  test("never throws and stays within the text", () => {
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        const { commands, environment, comments } = parseDockerfile(text);
        expectWithin(text, [
          ...commands,
          ...environment,
          ...comments,
          ...commands.flatMap(({ args }) => args),
        ]);
      }),
      { numRuns: 400 },
    );
  });
  test.each([...pieces, "RUN a <<A\n", "ENV A=b\n", "RUN \\\n#\n", "RUN x\n"])(
    "takes linear time on %j",
    (piece) => {
      const text = `FROM x\nRUN ${piece.repeat(Math.ceil(200_000 / piece.length))}`;
      expectQuick(() => parseDockerfile(text), 3_000);
    },
  );
});
