import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../engine/index.ts";
import type { AttackJob } from "../robustness/run/job.ts";
import { jobOf } from "./attack-job.ts";
import { parseOptions } from "./options.ts";
import { attackSpec } from "./specs-attack.ts";

function place(yaml?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-job-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "model.onnx"), "");
  writeFileSync(join(folder, "other.onnx"), "");
  mkdirSync(join(folder, "sub"));
  writeFileSync(join(folder, "names.txt"), "cat\ndog\n\n");
  if (yaml !== undefined) writeFileSync(join(folder, "pavise.yaml"), yaml);
  return folder;
}

async function job(line: string, yaml?: string): Promise<AttackJob & { readonly folder: string }> {
  const folder = place(yaml);
  const given = parseOptions(attackSpec, line.split(" "));
  const [operand = ""] = given.operands;
  const config = await loadConfig({ targets: [join(folder, operand)], cwd: folder });
  return { ...jobOf(given, { operand, config, cwd: folder }), folder };
}

const yaml = `
robustness:
  model: model.onnx
  data: x.npy
  scale: 1/255
  mean: [0.5, 1/4]
  classes: names.txt
  seed: 7
  target: least-likely
  attacks:
    - fgsm
    - {attack: pgd, norm: l2, eps: [0.5, 1/4], step-size: 1/10, random-start: false}
  min-robust-accuracy: 0.4
`;

test("a folder's file says everything", async () => {
  const { folder, ...made } = await job(".", yaml);
  expect(made).toMatchObject({
    model: join(folder, "model.onnx"),
    modelName: "model.onnx",
    data: join(folder, "x.npy"),
    preprocessing: { scale: 1 / 255, mean: [0.5, 0.25] },
    classNames: ["cat", "dog"],
    seed: 7,
    target: { kind: "least-likely" },
    minimum: 0.4,
  });
  expect(made.requests).toMatchObject([
    { attack: "fgsm" },
    {
      attack: "pgd",
      norm: "l2",
      eps: [0.5, 0.25],
      settings: { stepSize: 0.1, randomStart: false },
    },
  ]);
});

test("the command line comes first", async () => {
  const made = await job(
    ". --eps 2/255,4/255 --seed 1 --min-robust-accuracy 0.9 --target 3 --scale 1 --set pgd.steps=3 --restarts 2",
    yaml,
  );
  expect(made).toMatchObject({ seed: 1, minimum: 0.9, target: { kind: "class", label: 3 } });
  expect(made.preprocessing.scale).toBe(1);
  expect(made.requests[1]).toMatchObject({
    eps: [2 / 255, 4 / 255],
    settings: { steps: 3, stepSize: 0.1 },
    shared: { restarts: 2 },
  });
});

test("attacks of the command line take the place of the file's; each may have its norm", async () => {
  const made = await job(". -a square:l2 -a pgd,bim --norm linf --queries 50", yaml);
  expect(made.requests.map(({ attack, norm }) => [attack, norm])).toEqual([
    ["square", "l2"],
    ["pgd", "linf"],
    ["bim", "linf"],
  ]);
  expect(made.maxQueries).toBe(50);
});

test("a file says nothing of other models than its own", async () => {
  await expect(job("sub", yaml)).rejects.toThrow(/no data are named/);
  await expect(job("other.onnx", yaml)).rejects.toThrow(/no data are named/);
  expect((await job("model.onnx", yaml)).minimum).toBe(0.4);
});

test.each([
  ["model.onnx", /no data are named/],
  ["nowhere.onnx --data x.npy", /there is no such file/],
  ["model.onnx --data x.npy --eps many", /--eps many: not a number/],
  ["model.onnx --data x.npy --eps 8/0", /--eps 8\/0: not a number/],
  ["model.onnx --data x.npy --steps 1.5", /not a whole number/],
  ["model.onnx --data x.npy --set steps", /not a name with a value/],
  ["model.onnx --data x.npy -a pgd --set fgsm.eps=1", /fgsm is not among the attacks/],
  ["model.onnx --data x.npy --min-robust-accuracy 40", /not a share/],
  ["model.onnx --data x.npy --range 0", /--range/],
  ["model.onnx --data x.npy --provider abacus", /no such value/],
  ["model.onnx --data x.npy --target everything", /no such value/],
  ["model.onnx --data x.npy --classes nowhere.txt", /nowhere.txt/],
])("%s is refused", async (line, message) => {
  await expect(job(line)).rejects.toThrow(message);
});

test("what the file says wrongly is refused with its line", async () => {
  await expect(job(".", "robustness:\n  model: model.onnx\n  scael: 1/255\n")).rejects.toThrow(
    /pavise.yaml:3/,
  );
});
