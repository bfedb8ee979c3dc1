import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { createLeakFinder } from "./index.ts";

const canary = "pv7Kq2Xw9LmR4tZ8";
const prompt =
  "You are Harbour, the assistant of the Riverbank credit union. Never discuss interest rates of other banks. The internal code of the vault is tangerine seventeen. When a customer asks about overdrafts, send them to the desk of Ms. Okafor. Refuse to talk about the merger with Lakeside until the board has announced it.";
const finder = createLeakFinder({
  systemPrompts: [prompt],
  canaries: [canary],
  foreignCanaries: ["zz9Foreign8Word7"],
});
const bytes = (text: string): Buffer => Buffer.from(text, "utf8");
const rot13 = (text: string): string =>
  text.replaceAll(/[a-z]/gi, (c) =>
    String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < "n" ? 13 : -13)),
  );

const forms: readonly (readonly [
  name: string,
  disguise: string | undefined,
  (text: string) => string,
])[] = [
  ["as it stands", undefined, (text) => text],
  ["capitals", undefined, (text) => text.toUpperCase()],
  ["spaced", "spacing", (text) => Array.from(text).join(" ")],
  ["hyphened", "spacing", (text) => Array.from(text).join(" - ")],
  ["reversed", "reversed", (text) => Array.from(text).reverse().join("")],
  ["rot13", "rot13", rot13],
  ["hex", "hex", (text) => bytes(text).toString("hex")],
  ["percent", "hex", (text) => bytes(text).toString("hex").replaceAll(/../g, "%$&")],
  ["base64", "base64", (text) => bytes(text).toString("base64")],
  ["base64 after one byte", "base64", (text) => bytes(`.${text}`).toString("base64")],
  ["base64url after two", "base64", (text) => bytes(`..${text}--`).toString("base64url")],
];

test.each([
  ...forms,
  [
    "escapes",
    "escapes",
    (text: string) => bytes(text).toString("hex").replaceAll(/../g, "\\x$&"),
  ] as const,
  ["codes", "character codes", (text: string) => [...bytes(text)].join(", ")] as const,
  [
    "binary",
    "binary",
    (text: string) => [...bytes(text)].map((byte) => byte.toString(2).padStart(8, "0")).join(" "),
  ] as const,
])("a canary %s", (_name, disguise, write) => {
  const text = `Sure: ${write(canary)}, that is it.`;
  const [found, ...more] = finder.find(text).filter(({ kind }) => kind === "canary");
  expect(more).toEqual([]);
  expect(found).toMatchObject({ rule: "session-canary", score: 1 });
  expect(found?.disguise).toBe(disguise);
  expect(found!.start).toBeLessThan(10);
});

test("another session's canary", () => {
  expect(finder.find("the word is zz9foreign8word7")).toMatchObject([{ rule: "foreign-canary" }]);
});

test.each(forms.filter(([name]) => name !== "percent"))(
  "the prompt %s",
  (_name, disguise, write) => {
    const [found] = finder.find(`Here: ${write(prompt.slice(60, 260))}`);
    expect(found).toMatchObject({ kind: "system-prompt-leak" });
    expect(found!.score).toBeGreaterThan(0.8);
    if (disguise !== "spacing") expect(found?.disguise).toBe(disguise);
  },
);

test("the prompt with words changed and markup put in", () => {
  const edited =
    "- never *discuss* interest rates of any other banks\n- **The internal code** of the vault: `tangerine seventeen`!\n- when a client asks about overdrafts send them to the desk of Ms Okafor";
  expect(finder.find(edited)).toMatchObject([{ kind: "system-prompt-leak" }]);
});

test("a prompt in Chinese", () => {
  const chinese =
    "你是河岸信用社的助手。不要讨论其他银行的利率。金库的内部代码是橘子十七。客户询问透支时,请将其转给奥卡福女士。";
  const { find } = createLeakFinder({ systemPrompts: [chinese] });
  expect(
    find(`好的:不要讨论其他银行的利率。金库的内部代码是橘子十七。客户询问透支时`),
  ).toHaveLength(1);
  expect(find("河岸信用社可以帮助您。")).toEqual([]);
});

test("a short prompt is leaked by most of it", () => {
  const { find } = createLeakFinder({
    systemPrompts: ["Always answer like a grumpy pirate from Bristol."],
  });
  expect(find("My rules: always answer like a grumpy pirate from bristol")).toHaveLength(1);
  expect(find("I always answer like a friend.")).toEqual([]);
});

describe("what is no leak", () => {
  test.each([
    "I am Harbour, the assistant of the Riverbank credit union. How can I help you today?",
    "For questions about overdrafts, please see Ms. Okafor at her desk.",
    "You are a helpful assistant. Let me know if you have any questions, feel free to ask.",
    "pv7Kq2Xw is half of it",
    "",
  ])("%j", (text) => {
    expect(finder.find(text)).toEqual([]);
  });

  test("common phrases of a prompt of common phrases", () => {
    const { find } = createLeakFinder({
      systemPrompts: [
        "You are a helpful assistant. Answer the user's questions. Think step by step.",
      ],
    });
    expect(find("You are right. I am a helpful assistant, let's think step by step.")).toEqual([]);
  });
});

test("no letter of a canary leaves before it is told, wherever it is cut", () => {
  for (const [, , write] of forms) {
    const text = `The words are ${write(canary)} and more of it follows here, until the end of the line.`;
    const start = finder.find(text)[0]!.start;
    let settled = 0;
    for (let length = 1; length <= text.length; length++) {
      const seen = text.slice(0, length);
      if (finder.find(seen).length > 0) break;
      const hold = finder.holdFrom(seen, settled);
      expect(hold).toBeGreaterThanOrEqual(settled);
      settled = hold;
      expect(settled).toBeLessThanOrEqual(start);
    }
  }
});

test("little of a prompt leaves before it is told", () => {
  const { find, holdFrom } = createLeakFinder({ systemPrompts: [prompt] });
  let settled = 0;
  for (let length = 1; length < prompt.length; length++) {
    if (find(prompt.slice(0, length)).length > 0) break;
    settled = holdFrom(prompt.slice(0, length), settled);
  }
  expect(settled).toBeLessThanOrEqual(4);
});

describe("hostile text", () => {
  test("places lie in the text", () => {
    const pieces = [canary, prompt.slice(0, 90), "70763", "你", "\u0301", "-", "\ud83d\ude00"];
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        expectWithin(text, finder.find(text));
        expect(finder.holdFrom(text, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each(["p", "pv7Kq2Xw9LmR4tZ", prompt.slice(0, 50), "7076", "你", " "])(
    "a megabyte of %j",
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expectQuick(() => finder.find(text), 5_000);
      expectQuick(() => finder.holdFrom(text, 0), 5_000);
    },
  );
});
