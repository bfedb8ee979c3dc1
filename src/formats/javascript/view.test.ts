import { describe, expect, test } from "vitest";
import { moduleName } from "./modules.ts";
import { viewJavaScript } from "./view.ts";

const named = (text: string, path = "a.tsx"): readonly string[] =>
  viewJavaScript({ path, text })
    .allCalls()
    .map(({ name }) => name);

describe("names", () => {
  test.each([
    [
      'import OpenAI from "openai";\nnew OpenAI().responses.create({});',
      "openai().responses.create",
    ],
    ['import { OpenAI as O } from "openai";\nnew O();', "openai.OpenAI"],
    ['import * as fs from "node:fs";\nfs.readFileSync(p);', "fs.readFileSync"],
    ['const { exec } = require("child_process");\nexec(c);', "child_process.exec"],
    ['const cp = require("node:child_process");\ncp["exec"](c);', "child_process.exec"],
    ['require("child_process").exec(c);', "child_process.exec"],
    ['const { exec } = await import("child_process");\nexec(c);', "child_process.exec"],
    ['var a_1 = __importDefault(require("a"));\n(0, a_1.default)(c);', "a"],
    ['import a from "./tools.js";\na(c);', "./tools.default"],
    ['import { run } from "../lib/tools.ts";\nrun(c);', "../lib/tools.run"],
    [
      'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\nnew McpServer();',
      "@modelcontextprotocol/sdk/server/mcp.McpServer",
    ],
    [
      'import { promisify } from "util";\nimport { exec } from "child_process";\nconst e = promisify(exec);\ne(c);',
      "child_process.exec",
    ],
    ["let c;\nfunction init() { c = new A(); }\nfunction f() { c.ask(q); }", "A().ask"],
    ["class C { k = new A(); f() { this.k.ask(q); } }", "A().ask"],
    [
      "class C { constructor(a) { this.k = new A(a); } f = async () => { await this.k.ask(q); } }",
      "A().ask",
    ],
    ["const { chat } = new A();\nchat.create();", "A().chat.create"],
    ["<Chat model={m} />", "Chat"],
    ["<iframe srcDoc={m} />", "<iframe>"],
    ["const m = a ?? b;\nm(x);", "a"],
    ["globalThis.eval(x);", "globalThis.eval"],
  ])("%s", (text, name) => {
    expect(named(text)).toContain(name);
  });

  test.each([
    ["openai", "openai"],
    ["node:fs/promises", "fs/promises"],
    ["./a.js", "./a"],
    ["../b/c.config.ts", "../b/c%2econfig"],
    [".", "./index"],
    ["..", "../index"],
    ["./", "./index"],
    ["@/lib/db", "@/lib/db"],
    ["@s/p/x.y/z.mjs", "@s/p/x%2ey/z"],
    ["socket.io", "socket.io"],
    ["lodash/merge.js", "lodash/merge"],
  ])("the module %s is called %s", (specifier, name) => {
    expect(moduleName(specifier)).toBe(name);
  });
});

describe("places", () => {
  test("every name that somebody wrote stands where the tree says", () => {
    const text =
      'import a, { b as c } from "é";\nconst { d, e: [f] } = g(`${h} 🙂 ${i}`), j = k?.l(m);\nn(({ o }) => o + p);';
    for (const { node } of viewJavaScript({ path: "a.ts", text }).allCalls())
      expect(text.slice(node.start, node.end)).toMatch(/^(?:g|k\?\.l|n)\(/);
    const { facts } = viewJavaScript({ path: "a.ts", text });
    for (const each of facts.strings)
      expect(text.slice(each.start, each.end)).toContain(String(each.value));
    for (const each of facts.assigns) {
      if (each.kind !== "Assign") continue;
      for (const target of each.targets)
        if (target.kind === "Name" && !target.id.includes("@"))
          expect(text.slice(target.start, target.end)).toBe(target.id);
    }
  });

  test("calls in a script of a component are where they are in the file", () => {
    const text =
      '<template><p v-html="a"/></template>\n<script setup lang="ts">\nconst x: string = run(y);\n</script>\n<style>p { color: red }</style>\n';
    const { problems, allCalls } = viewJavaScript({ path: "a.vue", text });
    expect(problems).toEqual([]);
    expect(allCalls().map(({ start, end }) => text.slice(start, end))).toEqual(["run(y)"]);
  });

  test("declarations hold nothing that runs", () => {
    const text = "declare function f(a: string): void;\nf();";
    expect(named(text, "a.d.ts")).toEqual([]);
    expect(viewJavaScript({ path: "a.d.ts", text }).lines.lineAt(text.length)).toBe(2);
  });
});
