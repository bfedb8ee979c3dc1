// Models that are packages of Python: wheels and source archives of spaCy, archives of TorchServe. Whoever installs
// one runs its `setup.py`, whoever imports it its modules, whoever starts Python its `.pth` files. What such code
// calls then is read here, as far as it runs without being called by others.
import type { FunctionDef } from "../formats/python/nodes.ts";
import type { PythonCall } from "../formats/python/values.ts";
import { viewPython, type PythonView } from "../formats/python/view.ts";
import { actLine, type ListingLine } from "./listing.ts";

interface Member {
  readonly name: string;
  readonly size: number;
  readonly read: (limit: number) => Buffer | undefined;
}

const maxText = 256 * 1024;
/** Of all texts in one archive. */
const maxAll = 4 * 1024 * 1024;
const maxFiles = 500;
const maxTold = 20;
/** By what a package is known to be a model. */
const spacy = [/(?:^|\/)meta\.json$/, /(?:^|\/)config\.cfg$/];
const served = /(?:^|\/)(?:MAR-INF\/MANIFEST\.json|\.data\/extern_modules)$/;
/** By what an archive is known to be one that is installed. */
const installed =
  /(?:^|\/)(?:setup\.py|pyproject\.toml|PKG-INFO|[^/]+\.dist-info\/(?:METADATA|WHEEL|RECORD))$/;
const script = /(?:^|\/)setup\.py$/;
/** The modules that an import of the package runs, not those of its tests. */
const module = /^(?!.*(?:^|\/)(?:tests?|docs?|examples?)\/).*\.py$/;

/** What no model needs while it is imported. */
const starting =
  /^(?:os\.(?:system|popen\w*|exec\w+|spawn\w+|posix_spawn\w*|startfile)|posix\.(?:system|popen)|nt\.system|pty\.spawn|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|ctypes\.(?:CDLL|cdll\.\w+|WinDLL|windll\.\w+)|(?:builtins\.)?(?:eval|exec|execfile)|marshal\.loads?|socket\.(?:socket|create_connection)|urllib\.request\.\w+|requests\.(?:get|post|put|request|Session)|httpx\.\w+|http\.client\.\w+)$/;
const evaluating = /^(?:builtins\.)?(?:eval|exec|execfile|compile|__import__)$/;
/** Code that is decoded, or fetched, before it is run. */
const decoding =
  /\b(?:[a-z]*b(?:16|32|64|85)decode|decompress|fromhex|unhexlify|marshal|urlopen|urlretrieve|requests\.(?:get|post)|codecs\.decode|rot_?13)\b/;
const commanding = /^(?:os\.(?:system|popen\w*|exec\w+|spawn\w+)|subprocess\.\w+|pty\.spawn)$/;
/** Commands that fetch what they run, or hand a shell to somebody. */
const fetching =
  /\bcurl\b|\bwget\b|\/dev\/tcp|\bbash\b[^\n]{0,20}-[ic]|\bnc(?:at)?\s+-|powershell|mshta|certutil|bitsadmin|base64\s+-d|https?:\/\//i;
/** What a `.pth` file runs whenever Python starts. */
const atStart =
  /^import[ \t].*\b(?:os\.(?:system|popen|exec\w+|spawn\w+)|subprocess|exec\(|eval\(|urlopen|b64decode|socket)/m;

/** Code of a package that runs when it is installed or imported, and what it calls. */
export function packageLines(members: readonly Member[]): readonly ListingLine[] {
  const isModel =
    spacy.every((mark) => members.some(({ name }) => mark.test(name))) ||
    members.some(({ name }) => served.test(name));
  if (!isModel && !members.some(({ name }) => installed.test(name))) return [];
  const lines: ListingLine[] = [];
  let left = maxAll;
  let files = 0;
  for (const member of members) {
    const { name, size } = member;
    if (lines.length >= maxTold || left <= 0 || files >= maxFiles) break;
    const isPath = /^[^/]+\.pth$/.test(name);
    // Of other packages only what is made to be run, and what every import of them runs.
    const isRead = script.test(name) || (isModel ? module : /^[^/]+\/__init__\.py$/).test(name);
    if ((!isPath && !isRead) || size > maxText) continue;
    files++;
    const text = member.read(maxText)?.toString("utf8") ?? "";
    left -= text.length;
    const line = isPath ? pathLine(name, text) : codeLine({ name, text, isModel });
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function pathLine(name: string, text: string): ListingLine | undefined {
  const found = atStart.exec(text.slice(0, maxText))?.[0];
  if (found === undefined) return undefined;
  const shown = JSON.stringify(name.slice(0, 120));
  return actLine(
    `# ${shown}: ${found.slice(0, 120)}`,
    "runs",
    `The member ${shown} runs code whenever Python starts`,
  );
}

function codeLine({
  name,
  text,
  isModel,
}: {
  readonly name: string;
  readonly text: string;
  readonly isModel: boolean;
}): ListingLine | undefined {
  // Most files name nothing of the kind.
  if (
    !/\b(?:os|posix|nt|pty|subprocess|ctypes|eval|exec|execfile|marshal|socket|urllib|requests|httpx|http)\b/.test(
      text,
    )
  )
    return undefined;
  const view = viewPython({ path: name, text });
  const runs = isRunBy(view);
  const isScript = script.test(name);
  for (const call of view.allCalls()) {
    const isGrave = isModel && starting.test(call.name) && (isScript || runs(call));
    if (!isGrave && !(isDisguised(call, text) && (isScript || runs(call)))) continue;
    const shown = JSON.stringify(name.slice(0, 120));
    const code = text
      .slice(call.start, Math.min(call.end, call.start + 120))
      .replaceAll(/\s+/g, " ");
    const when = isScript ? "is installed" : "is imported";
    return actLine(
      `${name.slice(0, 120)}: ${code}`,
      "runs",
      `The member ${shown} calls ${call.name} when the package ${when}`,
    );
  }
  return undefined;
}

/** True for code that is decoded or fetched to be run, and for commands that fetch. */
function isDisguised({ name, start, end }: PythonCall, text: string): boolean {
  const isCode = evaluating.test(name);
  if (!isCode && !commanding.test(name)) return false;
  return (isCode ? decoding : fetching).test(text.slice(start, Math.min(end, start + 4_000)));
}

/** Tells which calls run by themselves: those outside functions, and in functions that these call. */
function isRunBy(view: PythonView): (call: PythonCall) => boolean {
  const outer = view.allCalls().filter((call) => functionOf(call) === undefined);
  const called = new Set(outer.map(localName));
  const inner = view.allCalls().filter((call) => functionOf(call) !== undefined);
  // A function that such a one calls runs as well; a few steps are enough for what hides.
  for (let step = 0; step < 4; step++) {
    const before = called.size;
    for (const call of inner) if (called.has(functionOf(call)!.name)) called.add(localName(call));
    if (called.size === before) break;
  }
  return (call) => {
    const within = functionOf(call);
    return within === undefined || called.has(within.name);
  };
}

/** Names of the file itself are marked. */
function localName({ name }: PythonCall): string {
  return name.replace(/^~/, "");
}

/** The function that a call stands in, the outermost one. */
function functionOf({ scope }: PythonCall): FunctionDef | undefined {
  let found: FunctionDef | undefined;
  for (let here: PythonCall["scope"] | null = scope; here !== null; here = here.parent)
    if (here.node.kind === "FunctionDef") found = here.node;
  return found;
}
