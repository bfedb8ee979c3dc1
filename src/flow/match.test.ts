import { describe, expect, test } from "vitest";
import { compileModels } from "./match.ts";
import type { FlowModels } from "./model.ts";
import { fits, headOf, readPattern, receiverOf, tailOf } from "./pattern.ts";

const empty: FlowModels = {
  sources: [],
  sinks: [],
  sanitizers: [],
  guards: [],
  passes: [],
  harmlessTypes: [],
};

describe("a pattern", () => {
  test.each([
    ["subprocess.run", "subprocess.run", true],
    ["subprocess.run", "subprocess.run2", false],
    ["subprocess.run", "my.subprocess.run", false],
    ["*.chat.completions.create", "openai.OpenAI().chat.completions.create", true],
    ["*.chat.completions.create", "~client.chat.completions.create", true],
    ["*.chat.completions.create", "chat.completions.create", false],
    ["*llm.invoke", "llm.invoke", true],
    ["*llm.invoke", "~self.llm.invoke", true],
    ["langchain*.Tool", "langchain_core.tools.Tool", true],
    ["langchain*.Tool", "langchain.Tool", true],
    ["langchain*.Tool", "my_langchain.Tool", false],
    ["hashlib.*", "hashlib.sha256().hexdigest", true],
    ["hashlib.*", "hashlib", false],
    ["a.*.b.*.c", "a.x.b.y.c", true],
    ["a.*.b.*.c", "a.x.b.c", false],
    ["a.*.a", "a.a", false],
    ["dspy.Predict()", "dspy.Predict()", true],
  ])("%j fits %j: %j", (pattern, name, expected) => {
    expect(fits(readPattern(pattern), name)).toBe(expected);
  });

  test.each([
    ["openai.OpenAI().x.create", "create", "openai"],
    ["dspy.Predict()", "Predict()", "dspy"],
    ["open().read", "read", "open"],
    ["eval", "eval", "eval"],
    ["@anthropic-ai/sdk().messages.create", "create", "@anthropic-ai/sdk"],
  ])("takes %j apart", (name, tail, head) => {
    expect([tailOf(name), headOf(name)]).toEqual([tail, head]);
  });

  test.each([
    ["~self.llm.invoke", "llm"],
    ["langchain_openai.ChatOpenAI().invoke", "ChatOpenAI"],
    ["~clients[]().run", "clients"],
    ["~cur.execute", "cur"],
    ["eval", ""],
    ["?.run", ""],
  ])("finds what %j is called on", (name, word) => {
    expect(receiverOf(name)).toBe(word);
  });

  test("is linear on a name that almost fits", () => {
    const pattern = readPattern("a*b*c*d*e.f");
    const name = `a${"bcd".repeat(100_000)}.f`;
    const start = performance.now();
    for (let round = 0; round < 10; round++) expect(fits(pattern, name)).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("compiled models", () => {
  const models = compileModels({
    ...empty,
    sources: [
      { kind: "model-output", call: ["*.chat.completions.create", "openai*.create"] },
      { kind: "user-input", read: "*request.args" },
      { kind: "personal-data", item: ["SSN"] },
      { kind: "tool-input", parameters: { decorator: "*.tool" } },
      {
        kind: "tool-input",
        parameters: { method: { base: "*.BaseTool", name: ["_run", "_arun"] } },
      },
      { kind: "tool-input", parameters: { callback: { call: "x.Tool", argument: "func" } } },
      { kind: "user-input", parameters: { named: ["lambda_handler"] } },
    ],
    sinks: [
      { kind: "code", call: "eval", arguments: [0] },
      { kind: "html", write: "*.innerHTML" },
      { kind: "html", key: "__html" },
    ],
    sanitizers: [
      { call: "hashlib.*", for: "all" },
      { read: "*.status_code", for: "all" },
    ],
    guards: [{ call: "*.isdigit", for: "all", argument: "this" }],
    passes: [{ call: "functools.partial", from: ["*"], into: 0 }],
    harmlessTypes: ["int"],
  });

  test("give a row once, however many of its patterns fit", () => {
    const found = models.call("openai.OpenAI().chat.completions.create");
    expect(found.map(({ role }) => role)).toEqual(["source"]);
  });

  test.each([
    ["eval", ["sink"]],
    ["hashlib.sha256().hexdigest", ["sanitizer"]],
    ["~x.isdigit", ["guard"]],
    ["functools.partial", ["pass"]],
    ["x.Tool", ["callback"]],
    ["nothing.known", []],
  ])("know the call %j as %j", (name, roles) => {
    expect(models.call(name).map(({ role }) => role)).toEqual(roles);
  });

  test("know what is read, written, a key, an item, a decorator, a method, a name, a type", () => {
    expect(models.read("flask.request.args").map(({ role }) => role)).toEqual(["source"]);
    expect(models.read("~r.status_code").map(({ role }) => role)).toEqual(["sanitizer"]);
    expect(models.write("~e.innerHTML")).toHaveLength(1);
    expect(models.key("__html")).toHaveLength(1);
    expect(models.item("ssn")).toHaveLength(1);
    expect(models.decorator("mcp.server.fastmcp.FastMCP().tool")).toHaveLength(1);
    expect(models.method("langchain_core.tools.BaseTool", "_run")).toHaveLength(1);
    expect(models.method("langchain_core.tools.BaseTool", "name")).toHaveLength(0);
    expect(models.named("lambda_handler")).toHaveLength(1);
    expect(models.isHarmlessType("int")).toBe(true);
    expect(models.isHarmlessType("str")).toBe(false);
  });

  test("answer a million unknown names in no time", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `some.module.function${index}`);
    const start = performance.now();
    let found = 0;
    for (let round = 0; round < 1000; round++)
      for (const name of names) found += models.call(name).length;
    expect(found).toBe(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
