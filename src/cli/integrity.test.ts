import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Run } from "../core/index.ts";
import { authority, ecPair, signerOf } from "../integrity/testing/certificates.ts";
import { hasMlflow, mlflowTitle, startMlflow } from "../integrity/testing/mlflow.ts";
import { testFolder, writeModel } from "../integrity/testing/models.ts";

const main = join(import.meta.dirname, "main.ts");
const environment = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" };

/** Runs the command line as a process of its own. */
function pavise(cwd: string, argv: readonly string[], env: object = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, ...argv], {
    cwd,
    env: { ...environment, ...env },
    encoding: "utf8",
  });
}

/** A model beside a pair of keys. */
function place(): string {
  const folder = testFolder();
  const { publicKey, privateKey } = ecPair();
  writeModel(folder, {
    "model/weights.bin": Buffer.alloc(5000, 1),
    "model/config.json": Buffer.from("{}"),
  });
  writeFileSync(join(folder, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(join(folder, "key.pub"), publicKey.export({ type: "spki", format: "pem" }));
  const locked = {
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "open",
  } as const;
  writeFileSync(join(folder, "locked.pem"), privateKey.export(locked));
  return folder;
}
const outcomeIn = (stdout: string): string | undefined =>
  (JSON.parse(stdout) as Run).provenance?.outcome;
const verify = ["verify", "model", "--key", "key.pub"];

describe("sign and verify", () => {
  test("what was signed verifies; what was changed does not, and the difference is shown", () => {
    const cwd = place();
    const signed = pavise(cwd, ["sign", "model", "--key", "key.pem"]);
    expect([signed.status, signed.stderr]).toEqual([0, ""]);
    expect(signed.stdout).toMatch(
      /Signed 2 files.*model\/model\.sig\n {2}digest {2}sha256:[0-9a-f]{64}/s,
    );
    const taken = pavise(cwd, verify);
    expect([taken.status, taken.stderr]).toEqual([0, ""]);
    expect(taken.stdout).toContain("verified: it is what was signed");
    appendFileSync(join(cwd, "model/weights.bin"), "x");
    const refused = pavise(cwd, verify);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain("tampered: it is not what was signed");
    const { findings } = JSON.parse(pavise(cwd, [...verify, "-f", "json"]).stdout) as Run;
    expect(findings[0]).toMatchObject({
      check: "model-tampered",
      location: { path: "weights.bin" },
    });
    expect(findings[0]?.snippet?.lines).toHaveLength(2);
  });

  test("outcomes are distinct", () => {
    const cwd = place();
    const json = [...verify, "-f", "json"];
    expect(outcomeIn(pavise(cwd, json).stdout)).toBe("unsigned");
    pavise(cwd, ["sign", "model", "--key", "key.pem"]);
    const { publicKey } = ecPair();
    writeFileSync(join(cwd, "other.pub"), publicKey.export({ type: "spki", format: "pem" }));
    const other = pavise(cwd, ["verify", "model", "--key", "other.pub", "-f", "json"]);
    expect([other.status, outcomeIn(other.stdout)]).toEqual([1, "untrusted-signer"]);
    // One of several is enough.
    expect(pavise(cwd, [...verify, "--key", "other.pub"]).status).toBe(0);
    writeFileSync(join(cwd, "model/model.sig"), "{}");
    expect(outcomeIn(pavise(cwd, json).stdout)).toBe("invalid");
  });

  test("by a certificate, a passphrase from the environment, shards and BLAKE2b", () => {
    const cwd = place();
    const root = authority("root");
    const leaf = signerOf(root);
    writeFileSync(join(cwd, "ca.pem"), root.pem);
    writeFileSync(join(cwd, "leaf.pem"), leaf.pem);
    const key = leaf.keys.privateKey.export({ type: "sec1", format: "pem" });
    writeFileSync(join(cwd, "leaf.key"), key);
    const certified = [
      "--key",
      "leaf.key",
      "--certificate",
      "leaf.pem",
      "--certificate-chain",
      "ca.pem",
    ];
    expect(pavise(cwd, ["sign", "model", ...certified, "-s", "m.sig"])).toMatchObject({
      status: 0,
      stderr: "",
    });
    const taken = pavise(cwd, ["verify", "model", "-s", "m.sig", "--certificate-chain", "ca.pem"]);
    expect(taken.stdout).toContain("certificate of trainer, by root");
    expect(taken.status).toBe(0);
    // Another key than the certificate is for.
    const wrong = pavise(cwd, [
      "sign",
      "model",
      "--key",
      "key.pem",
      "--certificate",
      "leaf.pem",
      "--certificate-chain",
      "ca.pem",
    ]);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining("not that of the key"),
    ]);

    const locked = [
      "sign",
      "model",
      "--key",
      "locked.pem",
      "--hash",
      "blake2b",
      "--shard-size",
      "4096",
    ];
    const without = pavise(cwd, locked);
    expect([without.status, without.stderr]).toEqual([
      2,
      expect.stringContaining("PAVISE_KEY_PASSPHRASE"),
    ]);
    expect(pavise(cwd, locked, { PAVISE_KEY_PASSPHRASE: "open" }).status).toBe(0);
    // The other signature beside the model is one of its files by now.
    expect(pavise(cwd, verify).status).toBe(0);
  });

  test("nothing of the model turns a refusal off", () => {
    const cwd = place();
    pavise(cwd, ["sign", "model", "--key", "key.pem"]);
    writeFileSync(join(cwd, "model/pavise.yaml"), "version: 1\ngate: { fail-on: none }\n");
    writeFileSync(
      join(cwd, "pavise.yaml"),
      "version: 1\nallow: [{ check: model-tampered, reason: x }]\n",
    );
    expect(pavise(cwd, verify).status).toBe(1);
  });

  test.each([
    [["verify", "model"], "nobody is trusted"],
    [["verify", "model", "--identity", "a@b.c"], "--identity and --issuer belong together"],
    [["verify", "model", "--key", "nothing.pub"], "nothing.pub"],
    [["verify", "model", "--key", "key.pem"], "this is a private key"],
    [["verify", "--key", "key.pub"], "no model is named"],
    [["verify", "nowhere", "--key", "key.pub"], "there is no such file"],
    [["sign", "model"], "no key is named"],
    [["sign", "model", "--key", "key.pub"], "this is a public key"],
    [["sign", "model", "--key", "key.pem", "--shard-size", "12"], "not a size"],
    [["sign", "model", "--key", "key.pem", "--ignore", "../x"], "not a path within the model"],
    [["sign", "model", "--key", "key.pem", "--hash", "md5"], "no such value"],
    [
      ["sign", "model", "--key", "key.pem", "--signature", "model/config.json"],
      "a file that is no signature",
    ],
    [["attest", "scam", "model", "--key", "key.pem"], "cannot be attested"],
    [["attest", "robustness", "model", "--key", "key.pem"], "no metric"],
    [["attest", "robustness", "model", "--key", "key.pem", "--metric", "a=b"], "no number"],
    [["promote", "model"], "no policy is named"],
    [["run", "--", "true"], "no model is named"],
    [["run", "--model", "model"], "no command is named"],
  ])("%j is an error that says what to do", (argv, says) => {
    const { status, stderr } = pavise(place(), argv);
    expect(status).toBe(says === "a file that is no signature" ? 3 : 2);
    expect(stderr).toContain(says);
    expect(stderr).toContain("hint:");
  });
});

test("digest prints what sha256sum reads, and the whole", () => {
  const cwd = place();
  const { stdout, stderr, status } = pavise(cwd, ["digest", "model"]);
  expect(status).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(2);
  const check = spawnSync("sha256sum", ["-c"], { cwd: join(cwd, "model"), input: stdout });
  expect(check.status).toBe(0);
  const root = pavise(cwd, ["digest", "model", "-q"]).stdout.trim();
  expect(stderr).toContain(root);
  const json = JSON.parse(pavise(cwd, ["digest", "model", "--json"]).stdout) as {
    root: { sha256: string };
  };
  expect(root).toBe(`sha256:${json.root.sha256}`);
});

const policy =
  "version: 1\nmodels:\n  - name: model\n    signed-by: [{ key: key.pub }]\n    require: { scan: {} }\n";

test("train, attest, tamper, refuse, mend, promote", { timeout: 120_000 }, () => {
  const cwd = place();
  writeFileSync(join(cwd, "policy.yaml"), policy);
  pavise(cwd, ["sign", "model", "--key", "key.pem"]);
  const promote = ["promote", "model", "--policy", "policy.yaml", "--key", "key.pem"];
  expect(pavise(cwd, promote).stdout).toContain("There is no attestation of a scan");
  const scanned = pavise(cwd, ["attest", "scan", "model", "--key", "key.pem"]);
  expect([scanned.status, scanned.stderr]).toEqual([0, ""]);
  expect(scanned.stdout).toContain("PASSED: no findings");
  appendFileSync(join(cwd, "model/weights.bin"), "x");
  const refused = pavise(cwd, promote);
  expect(refused.status).toBe(1);
  expect(existsSync(join(cwd, "model.promotion.intoto.json"))).toBe(false);
  writeFileSync(join(cwd, "model/weights.bin"), Buffer.alloc(5000, 1));
  const taken = pavise(cwd, promote);
  expect(taken.status).toBe(0);
  expect(taken.stdout).toContain("it fulfils the policy");
  expect(existsSync(join(cwd, "model.promotion.intoto.json"))).toBe(true);
});

test("evidence is written beside the model, and over nothing but evidence", () => {
  const cwd = place();
  const attest = ["attest", "robustness", "--key", "key.pem", "--metric", "pgd=1"];
  const weights = pavise(cwd, [...attest, "model", "--output", "model/weights.bin"]);
  expect([weights.status, weights.stderr]).toEqual([3, expect.stringContaining("no signature")]);
  expect(readFileSync(join(cwd, "model/weights.bin"))).toEqual(Buffer.alloc(5000, 1));
  const key = ["--key", join(cwd, "key.pem"), "--metric", "pgd=1"];
  const here = pavise(join(cwd, "model"), ["attest", "robustness", ".", ...key]);
  expect([here.status, here.stderr]).toEqual([0, ""]);
  expect(existsSync(join(cwd, "model.robustness.intoto.json"))).toBe(true);
  // Written once, it may be written again.
  expect(pavise(cwd, [...attest, "model/"]).status).toBe(0);
});

describe("run", () => {
  const guarded = ["run", "--policy", "policy.yaml", "--model", "model", "--interval", "0.1", "--"];

  function ready(): string {
    const cwd = place();
    writeFileSync(join(cwd, "policy.yaml"), policy);
    pavise(cwd, ["sign", "model", "--key", "key.pem"]);
    return cwd;
  }

  test("starts the command where the model verifies, and gives its status", () => {
    const cwd = ready();
    const { status, stdout } = pavise(cwd, [...guarded, "sh", "-c", "echo served; exit 7"]);
    expect([status, stdout]).toEqual([7, "served\n"]);
    const missing = pavise(cwd, [...guarded, "no-such-command"]);
    expect([missing.status, missing.stderr]).toEqual([
      2,
      expect.stringContaining("no such command"),
    ]);
  });

  test("starts nothing where it does not", () => {
    const cwd = ready();
    writeFileSync(join(cwd, "model/evil.py"), "x");
    const { status, stdout, stderr } = pavise(cwd, [...guarded, "echo", "served"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("evil.py: it is not among the signed files");
  });

  test("stops the command when the model changes", async () => {
    const cwd = ready();
    const started = join(cwd, "started");
    const command = `echo x > ${started}; sleep 60`;
    const child = spawn(process.execPath, [main, ...guarded, "sh", "-c", command], {
      cwd,
      env: environment,
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const status = new Promise((resolve) => child.on("exit", resolve));
    while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const weights = join(cwd, "model/weights.bin");
    writeFileSync(weights, readFileSync(weights).fill(2));
    expect(await status).toBe(1);
    expect(said).toContain("weights.bin: it is not what was signed");
  });
});

describe.skipIf(!hasMlflow)(mlflowTitle, () => {
  test(
    "from training to promotion: attested, exchanged, refused, mended, promoted",
    { timeout: 240_000 },
    async () => {
      const server = await startMlflow();
      onTestFinished(() => server.stop());
      await server.call("POST", "registered-models/create", { name: "fraud" });
      await server.call("POST", "model-versions/create", {
        name: "fraud",
        source: "s3://bucket/model",
      });
      const cwd = place();
      const rule = "    require: { training: { inputs: [data.csv] }, scan: {} }\n";
      writeFileSync(join(cwd, "policy.yaml"), policy.replace(/ {4}require.*\n/, rule));
      writeFileSync(join(cwd, "data.csv"), "a,b\n1,2\n");
      const at = ["--mlflow-uri", server.uri];
      const version = ["--mlflow", "models:/fraud/1", ...at];
      const ok = (argv: readonly string[]): string => {
        const { status, stdout, stderr } = pavise(cwd, argv);
        expect([status, stderr.replaceAll(/^✔.*\n/gm, "")]).toEqual([0, ""]);
        return stdout;
      };
      ok(["sign", "model", "--key", "key.pem"]);
      ok(["attest", "train", "model", "--key", "key.pem", "--dataset", "data.csv", ...version]);
      ok(["attest", "scan", "model", "--key", "key.pem"]);
      const promote = ["promote", "model", "--policy", "policy.yaml", "--key", "key.pem"];
      promote.push(...version, "--against", "mlflow:models:/fraud/1", "--alias", "champion");
      const alias = (): Promise<unknown> =>
        server
          .call("GET", "registered-models/alias?name=fraud&alias=champion")
          .catch(() => undefined);

      // Somebody exchanges the weights, and signs them anew: the record of training knows better.
      const weights = join(cwd, "model/weights.bin");
      writeFileSync(weights, Buffer.alloc(5000, 7));
      ok(["sign", "model", "--key", "key.pem"]);
      const refused = pavise(cwd, promote);
      expect(refused.status).toBe(1);
      expect(refused.stdout).toMatch(/model-differs-from-record/);
      expect(refused.stdout).toContain("fraud/1");
      expect(await alias()).toBeUndefined();

      writeFileSync(weights, Buffer.alloc(5000, 1));
      ok(["sign", "model", "--key", "key.pem"]);
      expect(ok(promote)).toContain("it fulfils the policy");
      const reply = (await alias()) as {
        model_version: { version: string; tags: { key: string; value: string }[] };
      };
      expect(reply.model_version.version).toBe("1");
      const tags = Object.fromEntries(
        reply.model_version.tags.map(({ key, value }) => [key, value]),
      );
      expect(`sha256:${tags["pavise.oms.sha256"]}`).toBe(ok(["digest", "model", "-q"]).trim());
      const decision = readFileSync(join(cwd, "model.promotion.intoto.json"));
      expect(tags["pavise.promotion.sha256"]).toBe(
        createHash("sha256").update(decision).digest("hex"),
      );
    },
  );
});

describe("wrong uses say what to do next, and nothing is dropped in silence", () => {
  const wrongPlace = (): string => {
    const cwd = place();
    writeFileSync(
      join(cwd, "policy.yaml"),
      "version: 1\nmodels: [{ name: m, signed-by: [{ key: key.pub }] }]\n",
    );
    writeFileSync(join(cwd, "root.pem"), authority("root").pem);
    return cwd;
  };
  const sign = ["sign", "model", "--key", "key.pem"];
  const promote = ["promote", "model", "--policy", "policy.yaml"];
  const byPolicy = ["verify", "model", "--policy", "policy.yaml"];

  test.each([
    [[...verify, "--policy", "policy.yaml"], /--policy and --key exclude each other/],
    [[...byPolicy, "--identity", "a"], /--policy and --identity exclude each other/],
    [[...byPolicy, "--trusted-root", "a"], /--policy and --trusted-root exclude/],
    [[...byPolicy, "--name", "other"], /policy\.yaml says nothing of a model called other/],
    [[...verify, "--name", "other"], /--name needs --policy/],
    [[...verify, "--timestamp-certificate", "root.pem"], /needs --certificate-chain/],
    [[...verify, "--trusted-root", "a"], /--trusted-root needs --identity/],
    [["verify", "model", "--key", "none.pub"], /none\.pub: it is not there\n/],
    [["verify", "model", "--key", "model"], /model: it is a folder\n/],
    [["verify", "model", "--key", "pkcs11:object=a"], /has to be a file\nhint: Export it/],
    [["verify", "model", "--policy", "none.yaml"], /none\.yaml: it is not there\n/],
    [[...sign, "--identity-token", "a"], /--identity-token needs --keyless/],
    [[...sign, "--rekor-url", "http://a"], /--rekor-url needs --keyless/],
    [[...sign, "--key", "locked.pem"], /one key, and several are named/],
    [[...sign, "--keyless"], /--keyless and --key exclude each other/],
    [["sign", "model", "--key", "key.pub"], /this is a public key\nhint: Sign with the private/],
    [["sign", "model", "--key", "root.pem"], /this is a certificate\nhint: .*--certificate/],
    [[...promote, "--certificate", "root.pem"], /--certificate needs --key or --keyless/],
    [[...promote, "--record", "a.json"], /--record needs --key or --keyless/],
    [["attest"], /say what to attest\nhint: One of: train, scan, robustness/],
  ] as const)("%s", (argv, says) => {
    const { status, stdout, stderr } = pavise(wrongPlace(), argv);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(stderr).toContain("\nhint: ");
    expect(stderr).not.toContain("ENOENT");
  });

  test.each([
    ["none/model.sig", /none: it is not there\n/],
    ["model", /model: it is a folder\nhint: .*model\/model\.sig/],
    ["model/config.json", /there is a file that is no signature/],
  ])("a signature that cannot be written to %s is told before anything is hashed", (file, says) => {
    const { status, stderr } = pavise(wrongPlace(), [...sign, "--signature", file]);
    expect(status).toBe(3);
    expect(stderr).toMatch(says);
  });
});
