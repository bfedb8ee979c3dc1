/*
 * The launcher at work in a small repository, with an npm that installs a compiler that compiles
 * nothing: what is tested is when it sets up, how often, and what it says when it cannot.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../testing/tree.ts";

const tools =
  "sh find readlink mkdir mv rm cat uname sleep date tail grep dirname env sed basename".split(" ");

const fakeNpm = `#!/bin/sh
echo "npm $*" >>"$TRACE"
[ -n "\${NPM_SAYS-}" ] && { echo "$NPM_SAYS"; exit 1; }
sleep 0.3
mkdir -p node_modules/@typescript/native/bin
cat >node_modules/@typescript/native/bin/tsc <<'END'
const { appendFileSync, mkdirSync, writeFileSync } = require("node:fs");
appendFileSync(process.env.TRACE, "tsc\\n");
mkdirSync("dist/bin", { recursive: true });
writeFileSync("dist/bin/pavise.cjs", "console.log(process.argv.slice(2).join(' '))");
END
echo '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}' >node_modules/.package-lock.json
`;

interface Place {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A repository that has not been set up, and a PATH with nothing on it but what is needed. */
function place(): Place {
  const root = makeTree({
    "repo/package.json": "{}",
    "repo/package-lock.json": '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}',
    "repo/tsconfig.json": "{}",
    "repo/tsconfig.build.json": "{}",
    "repo/src/a.ts": "",
    "repo/scripts/bundle.ts": "",
    "repo/scripts/load.cjs": "",
    "bin/npm": fakeNpm,
    "home/x": "",
  });
  copyFileSync(join(import.meta.dirname, "../../pavise"), join(root, "repo/pavise"));
  chmodSync(join(root, "repo/pavise"), 0o755);
  chmodSync(join(root, "bin/npm"), 0o755);
  symlinkSync(process.execPath, join(root, "bin/node"));
  for (const tool of tools) {
    const found = (process.env["PATH"] ?? "")
      .split(delimiter)
      .map((folder) => join(folder, tool))
      .find((file) => existsSync(file));
    if (found !== undefined) symlinkSync(found, join(root, "bin", tool));
  }
  return {
    root: join(root, "repo"),
    env: { PATH: join(root, "bin"), HOME: join(root, "home"), TRACE: join(root, "trace") },
  };
}

function launch(at: Place, argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return spawnSync(join(at.root, "pavise"), argv, {
    cwd: "/",
    env: { ...at.env, ...more },
    encoding: "utf8",
  });
}

const traced = (at: Place): readonly string[] =>
  existsSync(at.env["TRACE"] ?? "")
    ? readFileSync(at.env["TRACE"] ?? "", "utf8")
        .trim()
        .split("\n")
    : [];

/** Makes a file look as if it had been edited just now, whatever the clock's grain. */
function touch(file: string): void {
  const later = new Date(Date.now() + 5_000);
  utimesSync(file, later, later);
}

describe("setting up", () => {
  test("happens once, then never again while nothing changes", () => {
    const at = place();
    const first = launch(at, ["scan", "a b"]);
    expect([first.status, first.stdout]).toEqual([0, "scan a b\n"]);
    expect(first.stderr).toMatch(/^pavise: first use: .*\npavise: ready after \d+ s\n$/);
    const second = launch(at, ["--version"]);
    expect([second.status, second.stdout, second.stderr]).toEqual([0, "--version\n", ""]);
    expect(traced(at).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "npm ci",
      "tsc",
    ]);
  });

  test("--setup does nothing else", () => {
    const at = place();
    expect(launch(at, ["--setup"]).stdout).toBe("");
    expect(launch(at, ["--setup"]).stdout).toBe("");
  });

  test("an edited source is built again, a changed lock installed again", () => {
    const at = place();
    launch(at, ["--setup"]);
    touch(join(at.root, "src/a.ts"));
    launch(at, ["--setup"]);
    expect(traced(at).slice(2)).toEqual(["tsc"]);
    writeFileSync(
      join(at.root, "package-lock.json"),
      '{"packages":{"":{},"node_modules/a":{"version":"1.0.1"}}}',
    );
    touch(join(at.root, "package-lock.json"));
    launch(at, ["--setup"]);
    expect(
      traced(at)
        .slice(3)
        .map((line) => line.split(" ")[0]),
    ).toEqual(["npm", "tsc"]);
  });

  test("several first uses at once set up once", async () => {
    const at = place();
    const runs = Array.from(
      { length: 4 },
      () =>
        new Promise<number | null>((resolve) => {
          const child = spawn(join(at.root, "pavise"), ["x"], { env: at.env, stdio: "ignore" });
          child.on("exit", resolve);
        }),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    expect(traced(at)).toHaveLength(2);
    expect(existsSync(join(at.root, ".pavise/setup.lock"))).toBe(false);
  });

  test("the lock of a process that is gone is taken over", () => {
    const at = place();
    const host = spawnSync("uname", ["-n"], { encoding: "utf8" }).stdout.trim();
    const { pid } = spawnSync("true");
    mkdirSync(join(at.root, ".pavise/setup.lock"), { recursive: true });
    writeFileSync(join(at.root, ".pavise/setup.lock/owner"), `${pid} ${host}\n`);
    expect(launch(at, ["x"]).stdout).toBe("x\n");
  });

  test("works through a chain of symbolic links", () => {
    const at = place();
    mkdirSync(join(at.root, "../elsewhere/deep"), { recursive: true });
    symlinkSync("../../repo/pavise", join(at.root, "../elsewhere/deep/link"));
    symlinkSync("deep/link", join(at.root, "../elsewhere/pavise"));
    const { stdout } = spawnSync(join(at.root, "../elsewhere/pavise"), ["x"], {
      cwd: "/",
      env: at.env,
      encoding: "utf8",
    });
    expect(stdout).toBe("x\n");
  });
});

describe("what cannot be set up is said, with what to do", () => {
  test.each([
    ["npm error network getaddrinfo ENOTFOUND", "cannot be reached"],
    ["npm error code ENOSPC", "disk is full"],
    ["npm error code EACCES", "writable"],
    ["npm error something else", "setup.log"],
  ])("%s", (says, hint) => {
    const at = place();
    const { status, stderr } = launch(at, ["scan"], { NPM_SAYS: says });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^error\[setup\]: npm could not install the packages$/m);
    expect(stderr).toContain(hint);
    expect(existsSync(join(at.root, ".pavise/setup.lock"))).toBe(false);
    // And once the cause is gone, it works.
    expect(launch(at, ["x"]).stdout).toBe("x\n");
  });

  test("no npm", () => {
    const at = place();
    const bin = at.env["PATH"] ?? "";
    writeFileSync(join(bin, "npm"), "");
    chmodSync(join(bin, "npm"), 0o644);
    const { status, stderr } = launch(at, ["scan"]);
    expect([status, stderr]).toEqual([
      2,
      "error[setup]: npm is not installed\nhint: Install Node.js 20 or newer, which brings npm: https://nodejs.org\n",
    ]);
  });

  test("sources that do not compile", () => {
    const at = place();
    launch(at, ["--setup"]);
    const tsc = join(at.root, "node_modules/@typescript/native/bin/tsc");
    writeFileSync(tsc, "console.log('src/a.ts(1,1): error'); process.exit(1)");
    touch(join(at.root, "src/a.ts"));
    const { status, stderr } = launch(at, ["scan"]);
    expect(status).toBe(2);
    expect(stderr).toContain("src/a.ts(1,1): error");
    expect(stderr).toContain("error[setup]: Pavise could not be built");
  });
});
