import { describe, expect, test } from "vitest";
import { parseAsset } from "../../checks/parse.ts";

const commandsOf = (text: string) =>
  parseAsset({ kind: "ini", path: "ollama.service", text }).views.command;

describe("units of systemd", () => {
  test("start programs", () => {
    const view = commandsOf("[Service]\nExecStart=-/usr/bin/ollama serve --x\nRestart=always\n");
    expect(
      view?.commands.map(({ program, args }) => [program, ...args.map((word) => word.text)]),
    ).toEqual([["ollama", "serve", "--x"]]);
  });
  test.each([
    'Environment="OLLAMA_HOST=0.0.0.0"',
    "Environment=OLLAMA_HOST=0.0.0.0",
    'Environment="A=1" "OLLAMA_HOST=0.0.0.0"',
  ])("set variables: %s", (line) => {
    const view = commandsOf(`[Service]\n${line}\n`);
    const found = view?.environment.find(({ name }) => name === "OLLAMA_HOST");
    expect(found?.value.text).toBe("0.0.0.0");
  });
  test("are told by their names", () => {
    const view = parseAsset({ kind: "ini", path: "setup.cfg", text: "[a]\nExecStart=x\n" }).views;
    expect(view.command).toBeUndefined();
  });
});
