// What the search for secrets costs beside gitleaks, and how often it is wrong:
//
//   node bench/secrets.ts [--runs N] [--megabytes N] DIR…    (3 runs and 20 MB unless said)
//
// DIR is real code: a library of Python, packages of npm. Beside it stand texts made here: random
// base64, hashes, UUIDs, lock files, and the JavaScript of the folders with its white space taken out.
// Both programs read the same files, one process each, on one processor. gitleaks is $GITLEAKS or on
// the PATH; it runs as it is and without its decoding.
import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { median, measure } from "./support/clock.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { fail, repository, withFolder } from "./support/tools.ts";

const gitleaks = process.env["GITLEAKS"] ?? "gitleaks";
const megabyte = 1_000_000;

function lines(bytes: number, line: () => string): string {
  const parts: string[] = [];
  for (let length = 0; length < bytes;) {
    const text = `${line()}\n`;
    parts.push(text);
    length += text.length;
  }
  return parts.join("");
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "3" },
    megabytes: { type: "string", default: "20" },
    "ours-only": { type: "boolean" },
  },
});
const runs = Number(values.runs);
const size = Number(values.megabytes) * megabyte;

const made: Readonly<Record<string, () => string>> = {
  "base64.txt": () => lines(size, () => randomBytes(57).toString("base64")),
  "base64-long.json": () =>
    lines(size, () => `{"image": "${randomBytes(60_000).toString("base64")}"}`),
  "base64url.txt": () => lines(size, () => randomBytes(48).toString("base64url")),
  "hashes.txt": () =>
    lines(size, () => {
      const sha256 = randomBytes(32).toString("hex");
      return `${sha256}  model-${sha256.slice(0, 4)}.bin\nmd5: ${randomBytes(16).toString("hex")} commit ${randomBytes(20).toString("hex")}`;
    }),
  "uuids.csv": () => lines(size, () => `${randomUUID()},${randomUUID()},row`),
  "package-lock.json": () =>
    lines(
      size,
      () =>
        `    "node_modules/p${randomBytes(3).toString("hex")}": {\n      "version": "1.2.3",\n      "resolved": "https://registry.npmjs.org/p/-/p-1.2.3.tgz",\n      "integrity": "sha512-${randomBytes(64).toString("base64")}",\n      "dev": true\n    },`,
    ),
  "uv.lock": () =>
    lines(
      size,
      () =>
        `    { url = "https://files.pythonhosted.org/packages/${randomBytes(30).toString("hex")}/p-1.0-py3-none-any.whl", hash = "sha256:${randomBytes(32).toString("hex")}", size = 12345 },`,
    ),
  "poetry.lock": () =>
    lines(
      size,
      () =>
        `    {file = "p-1.0-py3-none-any.whl", hash = "sha256:${randomBytes(32).toString("hex")}"},`,
    ),
  "yarn.lock": () =>
    lines(
      size,
      () =>
        `p@^1.2.3:\n  version "1.2.3"\n  resolved "https://registry.yarnpkg.com/p/-/p-1.2.3.tgz#${randomBytes(20).toString("hex")}"\n  integrity sha512-${randomBytes(64).toString("base64")}\n`,
    ),
};

/** JavaScript on one line, near enough to what a minifier leaves: its names are the longer ones. */
function minified(folder: string): string {
  const parts: string[] = [];
  let length = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (length > size) break;
    if (!/\.[cm]?js$/.test(path) || !statSync(join(folder, path)).isFile()) continue;
    const text = readFileSync(join(folder, path), "utf8")
      .replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, "")
      .replaceAll(/\s+/g, " ")
      .replaceAll(/ ?([{}();,=:<>+&|?!*-]) ?/g, "$1");
    parts.push(text);
    length += text.length;
  }
  return parts.join("\n");
}

const isSource = /\.(?:[cm]?[jt]sx?|py|pyi|json|md|ya?ml|toml|txt|cfg|css|html)$/;

/** Copies the sources below a folder, so that both programs see the same files and no others. */
function copySources(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    dereference: false,
    filter: (path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat?.isDirectory() === true || (stat?.isFile() === true && isSource.test(path));
    },
  });
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(folder, path)))
    .filter((stat) => stat.isFile())
    .reduce((sum, { size }) => sum + size, 0);
}

/** Seconds of processor time, and by the clock. */
interface Seconds {
  readonly cpu: number;
  readonly wall: number;
}

interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly found: number;
  readonly searched: number;
  readonly ours: Seconds;
  readonly theirs: Seconds;
  readonly plain: Seconds;
}

const none: Seconds = { cpu: 0, wall: 0 };

/** The middle of several runs on the first processor alone. */
async function timed(command: string, args: readonly string[]): Promise<Seconds> {
  const costs = [];
  for (let at = 0; at < runs; at++)
    costs.push(await measure("taskset", ["-c", "0", command, ...args]));
  return {
    cpu: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    wall: median(costs.map(({ wallSeconds }) => wallSeconds)),
  };
}

const search = join(repository, "bench", "support", "secrets-only.ts");

await withFolder(async (root) => {
  for (const [name, make] of Object.entries(made)) {
    mkdirSync(join(root, name.replace(/\..*/, "")), { recursive: true });
    writeFileSync(join(root, name.replace(/\..*/, ""), name), make());
  }
  for (const folder of positionals) {
    copySources(folder, join(root, `code-${basename(folder)}`));
    const text = minified(folder);
    if (text === "") continue;
    mkdirSync(join(root, `minified-${basename(folder)}`));
    writeFileSync(join(root, `minified-${basename(folder)}`, "all.min.js"), text);
  }
  printMachine();
  const rows: Row[] = [];
  for (const name of readdirSync(root)) {
    const folder = join(root, name);
    const searches: number[] = [];
    let found = 0;
    for (let at = 0; at < runs; at++) {
      const { status, stdout } = spawnSync(process.execPath, [search, folder, "5"], {
        encoding: "utf8",
      });
      if (status !== 0) fail("the search failed");
      const said = JSON.parse(stdout) as { found: number; searchedMs: number; kinds: object };
      ({ found } = said);
      if (at === 0 && found > 0) console.log(`${name}: ${JSON.stringify(said.kinds)}`);
      searches.push(said.searchedMs / 1000);
    }
    process.env["GOMAXPROCS"] = "1";
    const args = ["dir", folder, "--no-banner", "--log-level", "error", "--exit-code", "0"];
    const alone = values["ours-only"] === true;
    rows.push({
      name,
      bytes: sizeOf(folder),
      found,
      searched: median(searches),
      ours: await timed(process.execPath, [search, folder]),
      theirs: alone ? none : await timed(gitleaks, args),
      plain: alone ? none : await timed(gitleaks, [...args, "--max-decode-depth", "0"]),
    });
  }
  const both = ({ cpu, wall }: Seconds): string => `${cpu.toFixed(2)} / ${wall.toFixed(2)}`;
  printTable(
    [
      "what",
      "MB",
      "found",
      "MB/s of CPU time, search",
      "CPU / wall s, whole process",
      "gitleaks",
      "gitleaks, no decoding",
      "× CPU",
    ],
    rows.map(({ name, bytes, found, searched, ours, theirs, plain }) => [
      name,
      (bytes / megabyte).toFixed(1),
      String(found),
      (bytes / megabyte / searched).toFixed(0),
      both(ours),
      both(theirs),
      both(plain),
      (theirs.cpu / ours.cpu).toFixed(1),
    ]),
  );
  const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const bytes = sum((row) => row.bytes);
  const speed = bytes / megabyte / sum(({ searched }) => searched);
  printBar(`${speed.toFixed(0)} MB/s on one processor`, speed >= 150, "≥ 150 MB/s");
  const rate = sum(({ found }) => found) / (bytes / (20 * megabyte));
  printBar(`${rate.toFixed(2)} findings per 20 MB`, rate <= 1, "≤ 1");
  if (values["ours-only"] === true) return;
  for (const kind of ["theirs", "plain"] as const) {
    for (const clock of ["cpu", "wall"] as const) {
      const ratio = sum((row) => row[kind][clock]) / sum(({ ours }) => ours[clock]);
      const how = kind === "plain" ? " without decoding" : "";
      printBar(`${ratio.toFixed(1)} × gitleaks${how}, ${clock} time`, ratio >= 1.5, "≥ 1.5 ×");
    }
  }
});
