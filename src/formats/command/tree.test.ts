import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { parseJson } from "../json/parse.ts";
import { parseYaml } from "../yaml/parse.ts";
import { commandsOfJson, commandsOfYaml } from "./tree.ts";
import type { CommandFacts } from "./view.ts";

const yaml = (text: string): CommandFacts => commandsOfYaml(parseYaml(text).roots);
const lines = ({ commands }: CommandFacts): string[] =>
  commands.map(({ program, args }) => [program, ...args.map((word) => word.text)].join(" "));

describe("compose", () => {
  const service = (body: string) => yaml(`services:\n  a:\n    image: img\n${body}`);

  test("reads commands as a string and as a list, behind an entrypoint", () => {
    expect(lines(service("    command: mlflow server --host 0.0.0.0\n"))).toEqual([
      "mlflow server --host 0.0.0.0",
    ]);
    expect(
      lines(service("    entrypoint: [python, -m]\n    command: [a.b, --x, '${Y:-z}']\n")),
    ).toEqual(["a.b --x z"]);
    expect(lines(service('    command: ["sh", "-c", "a && b"]\n'))).toEqual([
      "sh -c a && b",
      "a",
      "b",
    ]);
    expect(lines(service("    command: >\n      a\n      --b\n"))).toEqual(["a --b"]);
  });
  test("reads variables of a map and of a list, merged ones too", () => {
    const names = ({ environment }: CommandFacts) =>
      environment.map(({ name, value }) => `${name}=${value.text}`);
    expect(names(service("    environment:\n      A: 1\n      B:\n"))).toEqual(["A=1", "B="]);
    expect(names(service("    environment: [A=1, B]\n"))).toEqual(["A=1"]);
    expect(
      names(
        yaml(
          "x-env: &e\n  A: 1\nservices:\n  a:\n    image: i\n    environment:\n      <<: *e\n      B: 2\n",
        ),
      ),
    ).toEqual(["A=1", "B=2"]);
  });
  test.each([
    ["", "internal"],
    ["    ports: ['80:80']\n", "network"],
    ["    ports: ['127.0.0.1:80:80']\n", "loopback"],
    ["    ports: ['127.0.0.1:80:80', '81:81']\n", "network"],
    ["    ports: [{target: 80, published: 80, host_ip: 127.0.0.1}]\n", "loopback"],
    ["    ports: [{target: 80, published: 80}]\n", "network"],
    ["    network_mode: host\n", "network"],
    ["    labels: [traefik.enable=true]\n", "unknown"],
  ])("%j is reached from: %s", (body, reach) => {
    expect(service(body).containers[0]!.reach).toBe(reach);
  });
  test("knows what an image starts", () => {
    const facts = yaml(
      "services:\n  a:\n    image: vllm/vllm-openai:v0.6\n    command: --model m --trust-remote-code\n",
    );
    expect(lines(facts)).toEqual(["vllm serve --model m --trust-remote-code"]);
  });
});

describe("pipelines", () => {
  test.each([
    [
      "GitHub",
      "jobs:\n  a:\n    env: {A: 1}\n    steps:\n      - run: |\n          x --y\n          z\n        env: {B: 2}\n",
      ["x --y", "z"],
    ],
    ["GitHub, another shell", "jobs:\n  a:\n    steps:\n      - run: x\n        shell: pwsh\n", []],
    ["GitLab", "a:\n  script:\n    - x\n    - y\n  variables: {A: b}\n", ["x", "y"]],
    ["CircleCI", "jobs:\n  a:\n    steps:\n      - run: {name: n, command: x}\n", ["x"]],
    ["DVC", "stages:\n  a:\n    cmd: python train.py\n", ["python train.py"]],
    ["Ray", "head_start_ray_commands:\n  - ray start --head\n", ["ray start --head"]],
    [
      "Kubernetes",
      "kind: Pod\nspec:\n  containers:\n    - name: a\n      image: i\n      command: [x]\n      args: [--y]\n",
      ["x --y"],
    ],
    ["Argo", "spec:\n  templates:\n    - container: {image: i, command: [x]}\n", ["x"]],
  ])("%s", (_, text, expected) => {
    expect(lines(yaml(text))).toEqual(expected);
  });

  test("know where a word of a block stands", () => {
    const text =
      "jobs:\n  a:\n    steps:\n      - run: |\n          x --first\n\n          y \\\n            --second # said\n";
    const { commands, comments } = yaml(text);
    expect(
      commands.flatMap(({ args }) => args).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(["--first", "--second"]);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(["# said"]);
  });
  test("hand variables down", () => {
    const { commands, environment } = yaml(
      "env: {A: 1}\njobs:\n  a:\n    steps:\n      - run: x\n        env: {B: 2}\n",
    );
    expect(commands[0]!.environment.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(environment.map(({ name }) => name)).toEqual(["A", "B"]);
  });
});

test("JSON: MCP servers, package scripts, development containers", () => {
  const json = (text: string) => lines(commandsOfJson(parseJson(text).roots));
  expect(json('{"mcpServers": {"a": {"command": "npx", "args": ["-y", "b"]}}}')).toEqual([
    "npx -y b",
  ]);
  expect(json('{"scripts": {"a": "x && y"}}')).toEqual(["x", "y"]);
  expect(json('{"postCreateCommand": "x", "postStartCommand": ["y", "z"]}')).toEqual(["x", "y z"]);
});

describe("hostile input", () => {
  const pieces = [
    "services:\n",
    "  a:\n",
    "    image: i\n",
    "    command: ",
    "&a ",
    "*a\n",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "run: |\n",
    ": ",
    "\n",
    "    ",
    "'",
    '"',
    "#",
    "$(",
    "<<: *a\n",
    "---\n",
    "\t",
    "? ",
    "ports:",
  ];

  test("never throws and stays within the text", () => {
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        const facts = yaml(text);
        expectWithin(text, [
          ...facts.commands,
          ...facts.environment,
          ...facts.comments,
          ...facts.commands.flatMap(({ args }) => args),
        ]);
      }),
      { numRuns: 400 },
    );
  });
  test("an alias bomb stops at the limit", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`,
    );
    const text = `l0: &l0 x\n${levels.join("\n")}\n`;
    expectQuick(() => expect(parseYaml(text).problems[0]?.reason).toBe("limit"), 5_000);
  });
  test.each(["[", "{a: ", "- ", "? ", "!a ", "&a *a "])(
    "deep nesting of %j is a problem, not a crash",
    (piece) => {
      expectQuick(
        () => expect(parseYaml(piece.repeat(20_000)).problems.length).toBeGreaterThan(0),
        8_000,
      );
    },
  );
  test("a file that is too long is said to be so", () => {
    expect(parseYaml("a: b\n".repeat(200_000)).problems[0]?.reason).toBe("limit");
  });
});
