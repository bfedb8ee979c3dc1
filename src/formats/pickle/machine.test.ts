import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { readPickle } from "./machine.ts";
import { renderEvent, renderValue } from "./render.ts";

function read(text: string): { readonly lines: readonly string[]; readonly problem?: string } {
  const program = readPickle(bytesOf(Buffer.from(text, "latin1")));
  const lines = program.events.filter(({ kind }) => kind !== "import").map(renderEvent);
  if (program.result !== undefined) lines.push(renderValue(program.result));
  return program.problem === undefined ? { lines } : { lines, problem: program.problem.message };
}

describe("calls", () => {
  test.each([
    ["REDUCE by GLOBAL", "cos\nsystem\n(S'id'\ntR.", '_1 = os.system("id")'],
    [
      "REDUCE by STACK_GLOBAL",
      "\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x02id\x85R.",
      '_1 = os.system("id")',
    ],
    ["INST", "(S'id'\nios\nsystem\n.", '_1 = os.system("id")'],
    ["OBJ", "(cos\nsystem\nS'id'\no.", '_1 = os.system("id")'],
    ["NEWOBJ", "\x80\x02ca\nB\n)\x81.", "_1 = a.B.__new__(a.B)"],
    [
      "NEWOBJ_EX",
      "\x80\x04ca\nB\nK\x01\x85}\x8c\x01kK\x02s\x92.",
      '_1 = a.B.__new__(a.B, 1, **{"k": 2})',
    ],
    [
      "through the memo",
      "\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x930h\x00h\x01\x93\x8c\x02id\x85R.",
      '_1 = os.system("id")',
    ],
    ["of Python 2's names", "c__builtin__\neval\n(S'1'\ntR.", '_1 = builtins.eval("1")'],
  ])("%s", (_, text, line) => {
    expect(read(text).lines[0]).toBe(line);
  });

  test("a result that is thrown away was made all the same (GHSA-mxhj-88fx-4pcv)", () => {
    expect(read("(cos\nsystem\nS'id'\no0N.").lines).toEqual(['_1 = os.system("id")', "None"]);
  });

  test("state that is put into an object", () => {
    expect(read("\x80\x02ca\nB\n)\x81}U\x01xK\x05sb.").lines).toEqual([
      "_1 = a.B.__new__(a.B)",
      '_1.__setstate__({"x": 5})',
      "_1",
    ]);
  });

  test("items that are put into what is no container", () => {
    expect(read("ca\nB\n)RU\x01kK\x01s.").lines[1]).toBe('_1["k"] = 1');
  });

  test("a name that is computed", () => {
    expect(read("\x80\x04\x8c\x02osca\nb\n)R\x93.").lines[1]).toBe('import_name("os", _1)');
  });
});

test.each([
  ["I0x1f\n.", "31"],
  ["I-0b11\n.", "-3"],
  ["I1_000\n.", "1000"],
  ["L12L\n.", "12"],
  ["\x8a\x02\xff\xff.", "-1"],
  ["\x8a\x00.", "0"],
  ["S'a\\x41\\n\\101'\n.", JSON.stringify("aA\nA")],
  ["V\\u0041\\U00000042\n.", '"AB"'],
])("a value that is written %j", (text, value) => {
  expect(read(text).lines).toEqual([value]);
});

describe("what is no end", () => {
  test.each([
    ["nothing", "", "it ends in the middle"],
    ["a stack that is empty", "R.", "the stack is empty"],
    ["a mark that is missing", "K\x01t.", "there is no mark"],
    ["an opcode that is none", "K\x01\xff.", "0xff is no opcode"],
    ["a length beyond the end", "X\xff\xff\xff\x7fab", "it ends in the middle"],
    ["a memo that is empty", "h\x07.", "nothing is remembered as 7"],
    ["a protocol that is not known", "\x80\x09N.", "protocol 9 is not known"],
  ])("%s is said", (_, text, problem) => {
    expect(read(text).problem).toBe(problem);
  });

  test.each(["I0b2\n.", "I0o8\n.", "I0xg\n.", "I--1\n.", "LL\n."])(
    "a number that is none: %s",
    (text) => {
      expect(read(text).problem).toBe("a number cannot be read");
    },
  );

  test("what came before it counts", () => {
    const { lines, problem } = read("cos\nsystem\n(S'id'\ntR\xff");
    expect([lines[0], problem]).toEqual(['_1 = os.system("id")', "0xff is no opcode"]);
  });
});

test("any bytes are followed without a throw, and to the same end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (raw) => {
      const [one, other] = [
        readPickle(bytesOf(Buffer.from(raw))),
        readPickle(bytesOf(Buffer.from(raw))),
      ];
      expect(one.end).toBe(other.end);
      expect(one.end).toBeLessThanOrEqual(raw.length);
      for (const event of one.events) renderEvent(event);
    }),
    { numRuns: 2_000 },
  );
});
