import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
    examine: { backdoors: false },
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

  test("attacks a model behind an address by its scores", async () => {
    const asked: number[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const { rows } = JSON.parse(Buffer.concat(parts).toString()) as { rows: number[][][][] };
        asked.push(rows.length);
        const scores = rows.map((row) => {
          const sum = row.flat(2).reduce((all, value) => all + value, 0) / 36 - 0.5;
          return [-sum, sum];
        });
        response.end(JSON.stringify({ scores }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/score`;
    const { robustness, files } = await attackInProcess(
      jobFor({
        model: undefined,
        modelName: url,
        endpoint: { url, protocol: "template", body: { rows: "$inputs" }, scores: "scores" },
        requests: [{ attack: "square", eps: [0.2], settings: { queries: 20 } }],
        limit: 6,
      }),
    );
    expect(robustness!.model).toMatchObject({ path: url, gradients: false, provider: "http" });
    expect(robustness!.attacks[0]!.queries.max).toBeLessThanOrEqual(20);
    expect(files.map(({ path }) => path)).toEqual(["x.npy"]);
    expect(asked.length).toBeGreaterThan(3);
  });

  test("may not take more memory than it is given", async () => {
    const attack = { attack: "pgd", eps: [0.01], settings: { steps: 100_000 } };
    const said = await attackInProcess(jobFor({ memoryMb: 1, requests: [attack] })).then(
      ({ problems }) => problems.join(),
      // Where it is so quick that nothing came to be known.
      (error: Error) => error.message,
    );
    expect(said).toContain("more than 1 MiB of memory are needed");
  });

  test("says what is wrong with the data", async () => {
    await expect(attackInProcess(jobFor({ labels: undefined }))).rejects.toThrow(/no labels/);
  });
});
