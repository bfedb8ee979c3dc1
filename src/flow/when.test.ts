import { expect, test } from "vitest";
import type { ArgumentRef, When } from "./model.ts";
import { holds, type ArgumentFact, type CallFacts } from "./when.ts";

interface Given {
  readonly name?: string;
  readonly receiver?: string;
  readonly arguments?: Readonly<Record<string, ArgumentFact>>;
  readonly imports?: readonly string[];
}

function facts(given: Given): CallFacts {
  const { name = "f", receiver, arguments: args = {}, imports = [] } = given;
  const argument = (reference: ArgumentRef): ArgumentFact | undefined => {
    const keys = typeof reference === "object" ? reference : [reference];
    return keys.map((key) => args[String(key)]).find((fact) => fact !== undefined);
  };
  const isImported = (prefix: string): boolean => imports.some((each) => each.startsWith(prefix));
  return { name, argument, imports: isImported, ...(receiver === undefined ? {} : { receiver }) };
}

const cases: readonly (readonly [string, When | undefined, Given, boolean])[] = [
  ["nothing is asked", undefined, {}, true],
  ["a keyword is given", { given: ["shell"] }, { arguments: { shell: {} } }, true],
  ["a keyword is missing", { given: ["shell"] }, {}, false],
  ["what must be absent is given", { absent: ["schema"] }, { arguments: { schema: {} } }, false],
  ["what must be absent is", { absent: ["schema"] }, {}, true],
  ["a constant is so", { is: { shell: true } }, { arguments: { shell: { constant: true } } }, true],
  ["a constant is not known", { is: { shell: true } }, { arguments: { shell: {} } }, false],
  ["what must not be is absent", { isNot: { shell: true } }, {}, true],
  ["what must not be is not known", { isNot: { shell: true } }, { arguments: { shell: {} } }, true],
  [
    "what must not be is",
    { isNot: { shell: true } },
    { arguments: { shell: { constant: true } } },
    false,
  ],
  ["a module is imported", { imports: ["langchain"] }, { imports: ["langchain_core.tools"] }, true],
  ["no module is imported", { imports: ["langchain"] }, {}, false],
  ["the receiver is so", { on: "llm|chain" }, { name: "~self.my_chain.run" }, true],
  ["case does not count", { on: "chat" }, { name: "langchain_openai.ChatOpenAI().invoke" }, true],
  ["the written word counts too", { on: "llm" }, { name: "make().run", receiver: "llm" }, true],
  ["the receiver must not be so", { notOn: "tool" }, { name: "~my_tool.run" }, false],
  [
    "the written word counts there too",
    { notOn: "tool" },
    { name: "f().run", receiver: "tool" },
    false,
  ],
  ["the receiver is not so", { on: "llm|chain" }, { name: "~queue.run" }, false],
  [
    "an argument looks so",
    { matches: [{ argument: [0, "args"], pattern: "^sh -c" }] },
    { arguments: { "0": { text: "sh -c" } } },
    true,
  ],
  [
    "only a constant counts",
    { matches: [{ argument: 0, pattern: "key", isWritten: true }] },
    { arguments: { "0": { text: "the_key" } } },
    false,
  ],
  [
    "a constant counts",
    { matches: [{ argument: 0, pattern: "key", isWritten: true }] },
    { arguments: { "0": { constant: "the_key", text: "the_key" } } },
    true,
  ],
  [
    "an argument is not known",
    { matches: [{ argument: 0, pattern: "x" }] },
    { arguments: { "0": {} } },
    false,
  ],
  [
    "an argument must not look so",
    { unlike: [{ argument: [1, "Loader"], pattern: "Safe" }] },
    { arguments: { Loader: { text: "yaml.SafeLoader" } } },
    false,
  ],
  [
    "case counts",
    { unlike: [{ argument: 0, pattern: "S", isCased: true }] },
    { arguments: { "0": { text: "s" } } },
    true,
  ],
  ["an object is written", { plain: [0] }, { arguments: { "0": { isContainer: true } } }, false],
  ["something else is written", { plain: [0] }, { arguments: { "0": {} } }, true],
  ["nothing is known of it", { unlike: [{ argument: [1, "Loader"], pattern: "Safe" }] }, {}, true],
];

test.each(cases)("where %s", (_title, when, given, expected) => {
  expect(holds(when, facts(given))).toBe(expected);
});
