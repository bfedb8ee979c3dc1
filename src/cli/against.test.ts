import { createHash, generateKeyPairSync } from "node:crypto";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { makeTree } from "../testing/tree.ts";

const main = join(import.meta.dirname, "main.ts");
const files = { "m/w.bin": "weights", "m/config.json": "{}" };
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const sums = `${sha256("weights")}  w.bin\n${sha256("{}")}  config.json\n`;

function pavise(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const result = spawnSync(process.execPath, [main, ...argv], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...env },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

function outcomeOf(stdout: string): string | undefined {
  return (JSON.parse(stdout) as Run).provenance?.outcome;
}

describe("verify --against", () => {
  test("0 and verified where the record holds, with nobody trusted", () => {
    const root = makeTree({ ...files, SHA256SUMS: sums });
    const { status, stdout } = pavise(root, [
      "verify",
      "m",
      "--against",
      "SHA256SUMS",
      "-f",
      "json",
    ]);
    expect([status, outcomeOf(stdout)]).toEqual([0, "verified"]);
  });

  test("what `pavise digest` prints is a record", () => {
    const root = makeTree(files);
    const { stdout, stderr } = pavise(root, ["digest", "m"]);
    writeFileSync(join(root, "m.sha256"), stdout);
    const whole = /sha256:[0-9a-f]{64}/.exec(stderr)?.[0] ?? "";
    const argv = ["verify", "m", "--against", "sha256sums:m.sha256", "--against", whole];
    expect(pavise(root, argv).status).toBe(0);
  });

  test("1 and what differs where it does not hold", () => {
    const root = makeTree({ ...files, SHA256SUMS: sums, "m/w.bin": "WEIGHTS" });
    const { status, stdout } = pavise(root, [
      "verify",
      "m",
      "--against",
      "SHA256SUMS",
      "-f",
      "json",
    ]);
    const run = JSON.parse(stdout) as Run;
    expect([status, run.provenance?.outcome]).toEqual([1, "tampered"]);
    expect(run.findings.map(({ code, location }) => [code, location.path])).toEqual([
      ["PV-SIGN-009", "w.bin"],
    ]);
    expect(run.findings[0]?.message).toContain(sha256("WEIGHTS"));
    expect(run.findings[0]?.message).toContain(sha256("weights"));
  });

  test("weak evidence alone passes the gate, and is not called verified", () => {
    const md5 = createHash("md5").update("weights").digest("hex");
    const root = makeTree({ "w.bin": "weights", "w.dvc": `outs:\n- path: w.bin\n  md5: ${md5}\n` });
    const argv = ["verify", "w.bin", "--against", "dvc:w.dvc", "-f", "json"];
    const { status, stdout } = pavise(root, argv);
    expect([status, outcomeOf(stdout)]).toEqual([0, "missing-evidence"]);
    expect(pavise(root, [...argv, "--fail-on", "medium"]).status).toBe(1);
  });

  test("with a key the signature has to hold as well", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    const root = makeTree({
      ...files,
      SHA256SUMS: sums,
      key: privateKey.export({ type: "pkcs8", format: "pem" }),
      pub: publicKey.export({ type: "spki", format: "pem" }),
    });
    const argv = ["verify", "m", "--against", "SHA256SUMS", "--key", "pub", "-f", "json"];
    const unsigned = pavise(root, argv);
    expect([unsigned.status, outcomeOf(unsigned.stdout)]).toEqual([1, "unsigned"]);
    expect(pavise(root, ["sign", "m", "--key", "key"]).status).toBe(0);
    const signed = pavise(root, argv);
    expect([signed.status, outcomeOf(signed.stdout)]).toEqual([0, "verified"]);
    writeFileSync(
      join(root, "SHA256SUMS"),
      sums.replace(/^./, (sign) => (sign === "0" ? "1" : "0")),
    );
    expect(outcomeOf(pavise(root, argv).stdout)).toBe("tampered");
  });

  test("3 where a server cannot be asked; no secret is printed", () => {
    const root = makeTree(files);
    const argv = [
      "verify",
      "m",
      "--against",
      "hf:org/name",
      "--hf-endpoint",
      "http://u:hidden@127.0.0.1:1",
    ];
    const { status, stdout, stderr } = pavise(root, argv, { HF_TOKEN: "hf_hidden" });
    expect(status).toBe(3);
    expect(stderr).toContain("warning: http://127.0.0.1:1/api/models/org/name/revision/main");
    expect(stdout + stderr).not.toContain("hidden");
  });

  test.each([
    [["--against", "nowhere:x"], "no such kind of record"],
    [["--against", "mlflow:models:/a/1"], "no server is named"],
    [
      ["--against", "mlflow:models:/a/1", "--mlflow-uri", "user:hidden@host"],
      "not the address of a server",
    ],
    [["--against", "sha256sums:none"], "none: "],
    [[], "nobody is trusted"],
  ])("2 for %j", (more, message) => {
    const { status, stderr } = pavise(makeTree(files), ["verify", "m", ...more]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("hidden");
  });
});
