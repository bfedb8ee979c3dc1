import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { linearCase } from "../testing/linear-onnx.ts";
import type { AttackJob } from "./job.ts";
import { attackInProcess } from "./process.ts";

function place(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-process-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function jobFor(more: Partial<AttackJob> = {}): AttackJob {
  const { model, images, labels } = linearCase(40);
  const folder = place({ "model.onnx": model, "x.npy": images, "y.npy": labels });
  return {
    model: join(folder, "model.onnx"),
    modelName: "model.onnx",
    dataName: "x.npy",
    data: join(folder, "x.npy"),
    labels: join(folder, "y.npy"),
    preprocessing: { scale: 1 / 255 },
    requests: [{ attack: "fgsm", eps: [0.01] }],
    usual: {},
    seed: 0,
    corruptions: false,
    memoryMb: 4096,
    ...more,
  };
}

/** A program that ends before its time. */
function program(text: string): URL {
  return new URL(`file://${join(place({ "program.mjs": text }), "program.mjs")}`);
}

describe("the process that attacks", { timeout: 60_000 }, () => {
  test("tells what it measured and what it read", async () => {
    const { robustness, files, problems } = await attackInProcess(jobFor());
    expect(robustness!.complete).toBe(true);
    expect(files.map(({ path, kind }) => [path, kind])).toEqual([
      ["model.onnx", "onnx"],
      ["x.npy", "numpy"],
    ]);
    expect(problems).toEqual([]);
  });

  test("is stopped in the middle of an attack, and what is known is told", async () => {
    const stop = new AbortController();
    const job = jobFor({
      requests: [
        { attack: "fgsm", eps: [0.01] },
        { attack: "pgd", eps: [0.01], settings: { steps: 100_000 } },
      ],
    });
    const { robustness, problems } = await attackInProcess(job, {
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step.startsWith("pgd")) stop.abort();
      },
    });
    expect(problems).toEqual([expect.stringContaining("stopped during pgd linf 0.01")]);
    expect(robustness!.complete).toBe(false);
    expect(robustness!.attacks[0]).toMatchObject({ id: "fgsm", evaluated: 40 });
  });

  test("that crashes takes nothing else along", async () => {
    const crash = program(`
      process.on("message", () => {
        console.error("onnxruntime: out of luck");
        process.kill(process.pid, "SIGSEGV");
      });
      setInterval(() => {}, 1000);
    `);
    const { robustness, problems } = await attackInProcess(jobFor(), { program: crash });
    expect(robustness).toBeUndefined();
    expect(problems).toEqual([
      "the process that runs the model was ended by SIGSEGV during the opening of the model: onnxruntime: out of luck",
    ]);
  });

  test("may not take more memory than it is given", async () => {
    await expect(
      attackInProcess(
        jobFor({
          memoryMb: 1,
          requests: [{ attack: "pgd", eps: [0.01], settings: { steps: 100_000 } }],
        }),
      ),
    ).resolves.toMatchObject({
      problems: [expect.stringContaining("more than 1 MiB of memory are needed")],
    });
  });

  test("says what is wrong with the data", async () => {
    await expect(attackInProcess(jobFor({ labels: undefined }))).rejects.toThrow(/no labels/);
  });
});
