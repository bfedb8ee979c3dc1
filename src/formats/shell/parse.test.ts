import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { option, type Command } from "../command/view.ts";
import { parseShell } from "./parse.ts";

function commands(text: string): string[] {
  return parseShell({ text }).commands.map(({ program, args }) =>
    [program, ...args.map((word) => word.text)].join(" "),
  );
}

describe("words", () => {
  test.each([
    ["a b\tc", ["a b c"]],
    [`a 'b c' "d e" f\\ g`, ["a b c d e f g"]],
    ["a \\\n  b", ["a b"]],
    ["a \\\r\n  b\r\nc", ["a b", "c"]],
    ["a # b", ["a"]],
    ["a#b", ["a#b"]],
    ["a; b && c || d & e", ["a", "b", "c", "d", "e"]],
    ["a > out 2>&1 < in b", ["a b"]],
    ["a 2> err", ["a"]],
    ["a &> log; b", ["a", "b"]],
    ["a --token=''", ["a --token="]],
    ["$'a\\tb'", ["a\tb"]],
    ["if a; then b; else c; fi", ["a", "b", "c"]],
    ["for x in 1 2; do a $x; done", ["a $x"]],
    ["case $1 in\n start) a ;;\n b|c) d ;;\nesac\ne", ["a", "d", "e"]],
    ["f() {\n  a\n}\nf", ["a", "f"]],
    ["(a; b)", ["a", "b"]],
    ["[[ -f x && $y == (a|b) ]] && c", ["[[", "c"]],
    ["cat <<EOF\nrm -rf /\nEOF\na", ["cat", "a"]],
    ["cat <<-'E'\n\tx\n\tE\na", ["cat", "a"]],
    ["a <<< text", ["a"]],
    ["./bin/a", ["a"]],
    ["echo $((1 + 2)) b", ["echo $((1 + 2)) b"]],
    ["echo ${{ github.event.issue.title }}", ["echo ${{ github.event.issue.title }}"]],
  ])("%j", (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  test("have the place they stand at", () => {
    const text = "a --b 'c d' # e";
    const [command] = parseShell({ text }).commands;
    expect(command!.args.map(({ start, end }) => text.slice(start, end))).toEqual(["--b", "'c d'"]);
    expect(text.slice(command!.start, command!.end)).toBe("a --b 'c d'");
  });
});

describe("what a program stands behind", () => {
  test.each([
    ["sudo -u me env A=1 nohup a b", "a b"],
    ["exec a", "a"],
    ["timeout -k 5 10 a", "a"],
    [
      "python3 -u -m vllm.entrypoints.openai.api_server --x",
      "vllm.entrypoints.openai.api_server --x",
    ],
    ["python3.11 train.py -m x", "python train.py -m x"],
    ["uv run --with x python -m a b", "a b"],
    ["poetry run a", "a"],
    ["conda run -n env --no-capture-output a", "a"],
    ["accelerate launch --num_processes 2 train.py --x", "train.py --x"],
    ["torchrun --nproc_per_node 2 -m a.b --x", "a.b --x"],
    ["pip3.11 install x", "pip install x"],
    ["uv pip install x", "uv pip install x"],
  ])("%s", (text, expected) => {
    expect(commands(text)).toEqual([expected]);
  });

  test("marks modules", () => {
    expect(parseShell({ text: "python -m a" }).commands[0]!.isModule).toBe(true);
  });
  test("reads scripts given as a word", () => {
    expect(commands(`bash -lc "a b && c"`)).toEqual(["bash -lc a b && c", "a b", "c"]);
    expect(commands("eval 'a b'")).toEqual(["eval a b", "a b"]);
  });
});

describe("variables", () => {
  const found = (text: string): Command => parseShell({ text }).commands.at(-1)!;

  test("of one command, of the script, and neither", () => {
    expect(
      found("A=1 B='2 3' a").environment.map(({ name, value }) => `${name}=${value.text}`),
    ).toEqual(["A=1", "B=2 3"]);
    expect(found("export A=1\na").environment.map(({ name }) => name)).toEqual(["A"]);
    expect(found("A=1; export A; a").environment.map(({ name }) => name)).toEqual(["A"]);
    expect(found("set -a; A=1; a").environment.map(({ name }) => name)).toEqual(["A"]);
    expect(found("A=1; a").environment).toEqual([]);
    expect(found("A=1 b; a").environment).toEqual([]);
  });
  test("stand for their value", () => {
    expect(option(found("H=0.0.0.0; a --host $H"), "--host")).toMatchObject({
      text: "0.0.0.0",
      isKnown: true,
    });
    expect(option(found('a --host "${H:-0.0.0.0}"'), "--host")).toMatchObject({
      text: "0.0.0.0",
      isKnown: false,
    });
    expect(found('O="--a --b"; a $O').args.map(({ text }) => text)).toEqual(["--a", "--b"]);
    expect(found('O=(--a\n --b); O+=(--c); a "${O[@]}"').args.map(({ text }) => text)).toEqual([
      "--a",
      "--b",
      "--c",
    ]);
  });
});

describe("pipes and substitutions", () => {
  test("say who reads whose output", () => {
    const { commands: all } = parseShell({ text: "curl x | sudo bash -s | c" });
    expect(all[0]!.feeds?.program).toBe("bash");
    expect(all[1]!.feeds?.program).toBe("c");
  });
  test.each(['sh -c "$(curl x)"', "bash <(curl x)", "eval `curl x`"])("%s", (text) => {
    const curl = parseShell({ text }).commands.find(({ program }) => program === "curl");
    expect(curl?.within?.program).toMatch(/sh|bash|eval/);
  });
});

describe("docker run", () => {
  const container = (text: string) => parseShell({ text }).containers[0]!;

  test("is a container with a command inside it", () => {
    const { image, environment, command, reach } = container(
      "docker run -it -p 8000:8000 -e A=1 --gpus all img:1 vllm serve m --host 0.0.0.0",
    );
    expect(image?.text).toBe("img:1");
    expect(environment.map(({ name }) => name)).toEqual(["A"]);
    expect(command?.program).toBe("vllm");
    expect(reach).toBe("network");
  });
  test.each([
    ["docker run -p 127.0.0.1:80:80 i", "loopback"],
    ["docker run i", "internal"],
    ["docker run --network=host i", "network"],
    ["docker run -p80:80 i", "network"],
  ])("%s: %s", (text, reach) => {
    expect(container(text).reach).toBe(reach);
  });
  test("knows what an image starts", () => {
    expect(container("docker run vllm/vllm-openai:v0.6 --model m").command?.program).toBe("vllm");
  });
});

describe("hostile input", () => {
  const pieces = [
    "$(",
    "${",
    "`",
    "'",
    '"',
    "\\",
    "\n",
    "((",
    "))",
    "<<E",
    "a=(",
    "$a",
    "|",
    "&&",
    ")",
    "}",
    "#",
    " ",
    "x",
    "case",
    "sh -c '",
    "docker run ",
  ];

  test("never throws and stays within the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 }))),
        (parts) => {
          const text = parts.join("");
          const { commands: all, comments, environment } = parseShell({ text });
          for (const { start, end } of [
            ...all,
            ...comments,
            ...environment,
            ...all.flatMap(({ args }) => args),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(start).toBeLessThanOrEqual(end);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
  test.each([
    ...pieces,
    "${a",
    "`$(",
    "$((",
    "a=$a$a ",
    "$(`",
    '"$(',
    "b=(${a[@]} ${a[@]})\na=(${b[@]} x)\n",
    "echo ${x:-",
    "<<A <<B\n",
  ])("takes linear time on %j", (piece) => {
    const text = "a='x'\n" + piece.repeat(Math.ceil(400_000 / piece.length));
    const before = performance.now();
    parseShell({ text });
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
