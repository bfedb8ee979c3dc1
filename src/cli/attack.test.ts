import { generateKeyPairSync } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Run } from "../core/index.ts";
import { linearCase } from "../robustness/testing/linear-onnx.ts";

const main = join(import.meta.dirname, "main.ts");
const linear = linearCase(80);

/** A folder with a model, data and a pavise.yaml. */
function place(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-attack-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "m"));
  const { model, images, labels } = linear;
  const all = { "m/model.onnx": model, "m/x.npy": images, "m/y.npy": labels, ...files };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
  return folder;
}

function attack(
  cwd: string,
  line: string,
): { status: number | null; stdout: string; stderr: string } {
  const words = line.split(" ").filter((word) => word !== "");
  return spawnSync(process.execPath, [main, "attack", ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, CI: "1", NO_COLOR: "1" },
  });
}

function runIn(stdout: string): Run {
  return JSON.parse(stdout) as Run;
}

const data = "m/model.onnx --data m/x.npy --labels m/y.npy --scale 1/255";

describe("pavise attack", { timeout: 120_000 }, () => {
  test("the command line of the manual gives the closed form of a linear model", () => {
    const pgd =
      "--attack pgd --norm linf --eps 8/255 --steps 10 --step-size 2/255 --no-random-start";
    const { status, stdout, stderr } = attack(place(), `${data} ${pgd} --format json`);
    expect([status, stderr]).toEqual([0, ""]);
    const { robustness, coverage, gate } = runIn(stdout);
    expect(robustness!.cleanAccuracy).toBe(linear.clean);
    expect(robustness!.attacks).toHaveLength(1);
    expect(robustness!.attacks[0]).toMatchObject({
      id: "pgd",
      norm: "linf",
      eps: 8 / 255,
      robustAccuracy: linear.robust(8 / 255),
      parameters: { steps: 10, stepSize: 2 / 255, randomStart: false },
      queries: { max: 10 },
    });
    expect(robustness!.model).toMatchObject({
      path: "m/model.onnx",
      gradients: true,
      provider: "cpu",
    });
    expect(robustness!.model.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(robustness!.preprocessing).toEqual(["scaled by 1/255"]);
    expect(coverage.summary).toMatchObject({ checked: 2, failed: 0 });
    expect(gate.pass).toBe(true);
  });

  test("the gate holds the bar, whatever the severity, and --fail-on none never fails", () => {
    const cwd = place();
    const line = `${data} -a fgsm --eps 8/255`;
    const robust = linear.robust(8 / 255);
    const failed = attack(cwd, `${line} --min-robust-accuracy ${robust + 0.01}`);
    expect(failed.status).toBe(1);
    const said = failed.stdout.replaceAll(/\s+/g, " ");
    expect(said).toContain("are classified rightly under fgsm at linf 8/255");
    expect(said).toContain("robust accuracy at linf 8/255 is");
    expect(attack(cwd, `${line} --min-robust-accuracy ${robust - 0.01}`).status).toBe(0);
    expect(attack(cwd, `${line} --min-robust-accuracy 1 --fail-on none`).status).toBe(0);
  });

  test("a folder says everything in its pavise.yaml, and a run becomes other reports", () => {
    const cwd = place({
      "m/pavise.yaml": `version: 1
robustness:
  model: model.onnx
  data: x.npy
  labels: y.npy
  scale: 1/255
  classes: [left, right]
  limit: 40
  attacks:
    - fgsm
    - {attack: pgd, eps: [8/255, 2/255], steps: 4, step-size: 4/255}
  min-robust-accuracy: 1
`,
    });
    const { status, stdout } = attack(cwd, "m -o out.json -o out.html -o out.sarif");
    expect(status).toBe(1);
    expect(stdout).toContain("pgd linf 8/255");
    const run = runIn(readFileSync(join(cwd, "out.json"), "utf8"));
    expect(run.robustness!.attacks.map(({ id, eps }) => [id, eps])).toEqual([
      ["fgsm", 8 / 255],
      ["pgd", 8 / 255],
      ["pgd", 2 / 255],
    ]);
    expect(run.robustness!.data).toMatchObject({
      count: 40,
      of: 80,
      classNames: ["left", "right"],
    });
    expect(run.findings[0]).toMatchObject({
      check: "robust-accuracy-low",
      location: { path: "m/model.onnx" },
    });
    expect(run.findings[0]!.controls).toContain("OWASP-ML01:2023");
    expect(readFileSync(join(cwd, "out.html"), "utf8")).toContain("data:image/png;base64,");
    expect(readFileSync(join(cwd, "out.sarif"), "utf8")).toContain("PV-ROB-001");
    const again = spawnSync(process.execPath, [main, "report", "out.json", "-f", "html"], {
      cwd,
      encoding: "utf8",
    });
    expect(again.stdout).toBe(readFileSync(join(cwd, "out.html"), "utf8"));
    const only = attack(
      cwd,
      "m --attack fgsm --eps 1/255 --limit 10 --min-robust-accuracy 0 -f json",
    );
    expect(runIn(only.stdout).robustness!.attacks).toHaveLength(1);
  });

  test("what was measured is attested, of this model and no other", () => {
    const cwd = place();
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    writeFileSync(join(cwd, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    attack(cwd, `${data} -a pgd --eps 8/255 --seed 1 -o run.json`);
    const attest = (model: string): ReturnType<typeof attack> =>
      spawnSync(
        process.execPath,
        [main, "attest", "robustness", model, "--key", "key.pem", "--report", "run.json"],
        { cwd, encoding: "utf8" },
      );
    expect(attest("m").status).toBe(0);
    const bundle = JSON.parse(readFileSync(join(cwd, "m.robustness.intoto.json"), "utf8")) as {
      dsseEnvelope: { payload: string };
    };
    const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64").toString();
    expect((JSON.parse(payload) as { predicate: object }).predicate).toMatchObject({
      kind: "robustness",
      metrics: {
        clean: linear.clean,
        robust: linear.robust(8 / 255),
        "pgd-linf-8/255": linear.robust(8 / 255),
      },
    });
    writeFileSync(join(cwd, "other.onnx"), linearCase(8, { operators: ["Identity"] }).model);
    const other = attest("other.onnx");
    expect([other.status, other.stdout]).toEqual([2, ""]);
    expect(other.stderr).toContain("it is about another model");
  });

  test("what makes numbers lie is said", () => {
    const softmax = linearCase(80, { operators: ["Softmax"] });
    const cwd = place({ "m/model.onnx": softmax.model });
    const { stdout } = attack(cwd, `${data} -a fgsm -f json`);
    const { model, trust, attacks } = runIn(stdout).robustness!;
    expect(model).toMatchObject({ softmaxStripped: true, answers: "logits" });
    expect(attacks[0]!.robustAccuracy).toBe(linear.robust(8 / 255));
    const status = (id: string) => trust.find((point) => point.id === id)?.status;
    expect(status("softmax")).toBe("good");
    expect(status("strength")).toBe("warning");
    expect(status("unbounded")).toBe("good");
  });

  test("black-box attacks need no gradients, and one seed gives one result", () => {
    const cwd = place();
    const line = `${data} --corruptions -a square --eps 16/255 --queries 60 --limit 24 --seed 3 -f json`;
    const [one, other] = [attack(cwd, line), attack(cwd, line)].map(({ stdout }) => runIn(stdout));
    const numbers = (run: Run | undefined) =>
      run!.robustness!.attacks.map((outcome) => ({ ...outcome, seconds: 0 }));
    expect(numbers(one)).toEqual(numbers(other));
    expect(one!.robustness!.corruptions).toEqual(other!.robustness!.corruptions);
    expect(one!.robustness!.corruptions).toHaveLength(15 * 5);
    expect(one!.robustness!.attacks[0]!.queries.max).toBeLessThanOrEqual(60);
  });

  test.each([
    [`${data} --attack pgdd`, /Did you mean pgd\?/],
    ["m/model.onnx --data m/x.npy", /no labels/],
    ["m/x.npy --data m/x.npy --labels m/y.npy", /error\[model-unsupported\]/],
  ])("%s is refused with what to do", (line, message) => {
    const { status, stdout, stderr } = attack(place(), line);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).toContain("hint: ");
  });

  test("the list has every attack with its paper", () => {
    const { status, stdout } = attack(place(), "--list");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^pgd {2}.*\n {2}Madry/m);
    expect(stdout).toMatch(/step-size/);
  });
});
