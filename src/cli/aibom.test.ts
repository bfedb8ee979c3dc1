import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modelFolders, text } from "../integrity/aibom/testing/folders.ts";
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

function place(name = "transformers"): string {
  const cwd = testFolder();
  writeModel(join(cwd, "model"), modelFolders[name]!);
  return cwd;
}

interface Document {
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp: string };
}

describe("pavise aibom", () => {
  test("CycloneDX 1.7 on standard output; the same for the same model, by SOURCE_DATE_EPOCH", () => {
    const cwd = place();
    const env = { SOURCE_DATE_EPOCH: "1790000000" };
    const first = pavise(cwd, ["aibom", "model"], env);
    expect([first.status, first.stderr]).toEqual([0, ""]);
    const document = JSON.parse(first.stdout) as Document;
    expect(document.specVersion).toBe("1.7");
    expect(document.metadata.timestamp).toBe("2026-09-21T14:13:20Z");
    expect(pavise(cwd, ["aibom", "model"], env).stdout).toBe(first.stdout);
    // Another time is another document of the same bill.
    const later = pavise(cwd, ["aibom", "model", "--timestamp", "2027-01-01T00:00:00Z"], env);
    const other = JSON.parse(later.stdout) as Document;
    expect(other.metadata.timestamp).toBe("2027-01-01T00:00:00Z");
    expect(other.serialNumber).toBe(document.serialNumber);
    writeModel(join(cwd, "model"), { "model.safetensors": text("changed") });
    const changed = JSON.parse(pavise(cwd, ["aibom", "model"], env).stdout) as Document;
    expect(changed.serialNumber).not.toBe(document.serialNumber);
  });

  test("several formats, each to its file; warnings go to standard error", () => {
    const cwd = place("mlflow");
    const made = pavise(
      cwd,
      "aibom model -f cyclonedx-1.6 -o out/a.json -f spdx-3.0.1 -o out/b.json -f terminal".split(
        " ",
      ),
    );
    expect(made.status).toBe(0);
    expect(made.stdout).toContain("packages     mlflow 2.17.0");
    expect(made.stdout).toContain("warning      scikit-learn: 1.5.2 by MLmodel");
    expect(readFileSync(join(cwd, "out/a.json"), "utf8")).toContain('"specVersion": "1.6"');
    expect(readFileSync(join(cwd, "out/b.json"), "utf8")).toContain("spdx.org/rdf/3.0.1");
    const quiet = pavise(cwd, ["aibom", "model", "-o", "c.json"]);
    expect(quiet.stdout).toBe("");
    expect(quiet.stderr).toBe(
      "warning: scikit-learn: 1.5.2 by MLmodel, 1.5.1 by requirements.txt\n",
    );
  });

  test("the profile says what is missing, and --fail-on-missing fails by it", () => {
    const cwd = place();
    const asked = ["aibom", "model", "-f", "terminal", "--profile", "g7-2026"];
    const told = pavise(cwd, asked);
    expect(told.status).toBe(0);
    expect(told.stdout).toMatch(/Models {2}10 of 13\n/);
    expect(told.stdout).toMatch(/\d+ present, \d+ missing, \d+ for a person to say\n$/);
    expect(pavise(cwd, [...asked, "--fail-on-missing"]).status).toBe(1);
    // A document on standard output stays one.
    const document = pavise(cwd, ["aibom", "model", "--profile", "g7-2026"]);
    expect(JSON.parse(document.stdout)).toMatchObject({ bomFormat: "CycloneDX" });
    expect(document.stderr).toContain("Infrastructure");
  });

  test("signatures: named ones, and the usual one", () => {
    const cwd = place();
    const keys = pavise(cwd, ["aibom", "model", "--signature", "none.sig"]);
    expect([keys.status, keys.stderr]).toEqual([2, expect.stringContaining("no such file")]);
    writeFileSync(join(cwd, "model/model.sig"), "{}");
    const broken = pavise(cwd, ["aibom", "model"]);
    expect(broken.status).toBe(0);
    expect(broken.stderr).toContain("warning: model.sig: it is no signature");
  });

  test.each([
    [["aibom"], "no model is named"],
    [["aibom", "nowhere"], "no such file or folder"],
    [["aibom", "model", "-f", "spdx-2.3"], "no such format"],
    [["aibom", "model", "-f", "terminal", "-f", "spdx-3.0.1"], "both go to standard output"],
    [["aibom", "model", "--profile", "ntia"], "no such value"],
    [["aibom", "model", "--fail-on-missing"], "missing from what?"],
    [["aibom", "model", "--timestamp", "soon"], "not a time"],
  ])("%j is told to be wrong", (argv, message) => {
    const { status, stderr, stdout } = pavise(place("only-weights"), argv);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
