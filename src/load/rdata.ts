// R: `readRDS` and `load`. A promise is an expression that is evaluated when the object is touched
// (CVE-2024-27322; R since 4.4.0 refuses one at the top, and only there). R itself writes promises as
// what is bound in environments: arguments of functions that closures and formulas remember. Those
// are looked at for what they call; bytecode and calls are in every function, and do nothing alone.
import { walkRData, type RKept, type RPromise } from "../formats/rdata/walk.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { ListingLine } from "./listing.ts";

const maxTold = 20;

/** Functions of R that start programs, load libraries, or reach out. */
const dangerous = new Set(
  "system system2 shell shell.exec pipe socketConnection socketSelect url download.file dyn.load library.dynam .Internal .External .C unlink file.remove source sys.source install.packages Sys.setenv writeLines writeBin sink assignInNamespace".split(
    " ",
  ),
);

/** The lines of what R has serialized, and what could not be read of it. */
export function rdataLines(
  source: ByteSource,
  { isCut }: { readonly isCut: boolean },
): { readonly lines: readonly ListingLine[]; readonly unread?: string } {
  const { version, objects, promises, kept, problem } = walkRData(source);
  const lines: ListingLine[] = [{ text: `# R data, version ${version}, ${objects} objects` }];
  for (const promise of promises) {
    if (lines.length > maxTold) break;
    const line = promiseLine(promise);
    if (line !== undefined) lines.push(line);
  }
  for (const one of kept) {
    if (lines.length > maxTold) break;
    const line = keptLine(one);
    if (line !== undefined) lines.push(line);
  }
  if (problem === undefined) return { lines };
  if (problem.isLimit || isCut) return { lines, unread: problem.message };
  const message = `What R makes of it cannot be told: ${problem.message}`;
  lines.push({ text: `# ${problem.message}`, acts: [{ kind: "unclear", message }] });
  return { lines };
}

function promiseLine({ at, isForced, isBinding, names, texts }: RPromise): ListingLine | undefined {
  // R writes none with a value anywhere but in environments.
  if (isForced && (isBinding || !names.some((name) => starters.has(name)))) return undefined;
  const called = names.find((name) => dangerous.has(name));
  if (isBinding && called === undefined) return undefined;
  const words = [...names, ...texts.map((text) => JSON.stringify(text))].join(" ").slice(0, 160);
  const what = called ?? names[0];
  const message = `A promise evaluates ${what === undefined ? "what stands in it" : `\`${what.slice(0, 80)}\``} when the object is touched (CVE-2024-27322)`;
  return { text: `promise at ${at}: ${words}`, acts: [{ kind: "runs", message }] };
}

/** Functions of R that start programs, load libraries, or connect. */
const starters = new Set(
  "system system2 shell shell.exec pipe socketConnection download.file dyn.load".split(" "),
);
const starterCall = /\b(?:system2?|shell|shell\.exec|pipe|download\.file|dyn\.load)\s*\(/;
/** Functions that R calls by themselves: methods of what it shows, hooks of its start and end. */
const calledAlone =
  /^(?:\.First(?:\.sys)?|\.Last(?:\.sys)?|\.on(?:Load|Attach|Unload)|(?:print|format|toString|show|str|summary|length|names|dim|as\.character|predict)\..+|(?:\[\[?|\$|@)\..+)$/;

/** A function that is called without being asked for, and a call that is all that the file holds. */
function keptLine({ at, names, texts, isSaved }: RKept): ListingLine | undefined {
  const [name = "", ...used] = names;
  if (isSaved && !calledAlone.test(name)) return undefined;
  const called = (isSaved ? used : names).find((each) => starters.has(each));
  const isParsed = names.includes("parse") && texts.some((text) => starterCall.test(text));
  if (called === undefined && !isParsed) return undefined;
  const what = called ?? "what it parses";
  const message = isSaved
    ? `R calls \`${name.slice(0, 80)}\` by itself, which calls \`${what}\``
    : `The file is a call of \`${what}\`, which runs when somebody evaluates it`;
  return { text: `kept at ${at}: ${message}`, acts: [{ kind: "names-dangerous", message }] };
}
