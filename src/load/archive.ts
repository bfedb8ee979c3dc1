import type { ArchiveLink } from "../formats/tar/list.ts";
import { exportLines } from "./torch-export.ts";
import type { ZipMember, ZipProblem, ZipProblemKind } from "../formats/zip/walk.ts";
import type { ActKind } from "./judge.ts";
import { mlflowArchiveLines } from "./mlflow-archive.ts";
import type { ListingLine } from "./listing.ts";
import { nativeKind } from "./native.ts";
import { packageLines } from "./package-code.ts";
import { isPlainSource } from "./served-code.ts";

/** What a difference between the readers of an archive is; others are said and no more. */
const kinds: Partial<Record<ZipProblemKind, ActKind>> = {
  "path-escapes": "escapes",
  link: "escapes",
  "name-differs": "deceives",
  "name-broken": "deceives",
  "flags-differ": "deceives",
  "flag-encrypted": "deceives",
  "size-differs": "deceives",
  "method-differs": "deceives",
  "crc-differs": "deceives",
  "crc-wrong": "deceives",
  overlap: "deceives",
  "only-local": "deceives",
  "only-central": "deceives",
  "duplicate-name": "deceives",
  "directories-differ": "deceives",
  "several-ends": "deceives",
  "counts-differ": "deceives",
  "several-parts": "deceives",
  "version-unknown": "deceives",
  "extra-broken": "deceives",
  "folder-with-data": "deceives",
};
/** What was not read. */
const unreadKinds = new Set<ZipProblemKind>(["limit", "no-directory", "truncated", "unreadable"]);

/** A member, for who looks at names and content. */
type Member = Pick<ZipMember, "name" | "size" | "read">;

/** What TorchServe takes for a model: a ZIP archive or a packed tar archive. */
const torchServe = /(?:^|\/)MAR-INF\/MANIFEST\.json$/;

/** Lines for what is wrong with the names of a tar archive, and for Python that TorchServe runs. */
export function tarLines(
  members: readonly Member[],
  links: readonly ArchiveLink[] = [],
): readonly ListingLine[] {
  const lines: ListingLine[] = [{ text: `# tar archive, ${members.length} members` }];
  for (const { name } of members) {
    if (!/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name) || lines.length > 50)
      continue;
    const shown = JSON.stringify(name.slice(0, 120));
    const message = `The member ${shown}: it leads out of the folder`;
    lines.push({
      text: `# ${shown}: it leads out of the folder`,
      acts: [{ kind: "escapes", message }],
    });
  }
  for (const { name, target, isHard } of links) {
    if (!linkLeaves(name, target, isHard) || lines.length > 50) continue;
    const shown = JSON.stringify(name.slice(0, 120));
    const what = `it is a link to ${JSON.stringify(target)}, out of the folder`;
    lines.push({
      text: `# ${shown}: ${what}`,
      acts: [{ kind: "escapes", message: `The member ${shown}: ${what}` }],
    });
  }
  lines.push(...mlflowArchiveLines(members), ...packageLines(members));
  if (members.some(({ name }) => torchServe.test(name)))
    lines.push(...nativeLines(members), ...scriptLines(members));
  return lines;
}

/** True for a link to what is outside the folder in which the archive is unpacked. */
function linkLeaves(name: string, target: string, isHard: boolean): boolean {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(target)) return true;
  const path = isHard ? target : `${name.replace(/[^/]*$/, "")}${target}`;
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Names by which an archive is known to be a model: what belongs to none is not meant to be loaded. */
const modelNames =
  /(?:^|\/)(?:data\.pkl|constants\.pkl|schema\.json|metadata\.json|archive_format|model\.weights\.h5|MAR-INF\/MANIFEST\.json|\.data\/extern_modules)$|\.(?:npy|pkl|pt|safetensors)$/;

/** Folders in which a file of any kind is used by the system, and hidden ones. */
const usedBySystem =
  /^[/\\](?:etc|usr|bin|sbin|lib\w*|boot|dev|proc|sys|run|opt|root|var[/\\](?:spool|www|lib))[/\\]|[/\\]\.|autostart|start menu|startup|site-packages|dist-packages|cron/i;
const dataSuffix = /\.(?:pkl|pickle|csv|tsv|json|jsonl|parquet|txt|npy|xml)(?:\.zip)?$/i;

/**
 * pandas before 1.2 gives the one member of an archive the whole path to which it is written
 * (`pandas/io/common.py`, `BytesZipFile`). Who unpacks it leaves out what makes it absolute.
 */
function isWrittenWhole(kind: ZipProblemKind, members: readonly Member[]): boolean {
  const [only] = members;
  if (kind !== "path-escapes" || only === undefined || members.length > 1) return false;
  const { name } = only;
  if (!/^(?:\/|[A-Za-z]:[/\\])[^\0]*$/.test(name) || /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name))
    return false;
  const path = name.replace(/^[A-Za-z]:/, "");
  return dataSuffix.test(name) && !usedBySystem.test(path);
}

/** Lines for what is wrong with an archive, and what could not be read of it. */
export function archiveLines({
  members,
  problems,
  format = "ZIP",
}: {
  readonly members: readonly Member[];
  readonly problems: readonly ZipProblem[];
  readonly format?: string;
}): { readonly lines: readonly ListingLine[]; readonly unread: readonly string[] } {
  const lines: ListingLine[] = [{ text: `# ${format} archive, ${members.length} members` }];
  const unread: string[] = [];
  for (const { kind, member, detail } of problems) {
    const text = `${member === undefined ? "" : `${JSON.stringify(member.slice(0, 120))}: `}${detail}`;
    if (unreadKinds.has(kind)) unread.push(text);
    const act = isWrittenWhole(kind, members) ? undefined : kinds[kind];
    const about =
      member === undefined ? "The archive" : `The member ${JSON.stringify(member.slice(0, 120))}`;
    const message = `${about}: ${detail}`;
    lines.push(
      act === undefined
        ? { text: `# ${text}` }
        : { text: `# ${text}`, acts: [{ kind: act, message }] },
    );
  }
  lines.push(...mlflowArchiveLines(members), ...packageLines(members));
  if (members.some(({ name }) => modelNames.test(name)))
    lines.push(...nativeLines(members), ...scriptLines(members), ...exportLines(members));
  return { lines, unread };
}

/** Code of TorchScript, which runs when the model is loaded or asked. */
const torchScript = /(?:^|\/)code\/.*\.py$/;
/** Operators that PyTorch itself brings. */
const ownOperators =
  /^(?:aten|prim|prims|quantized|quantized_decomposed|torchvision|torchaudio|mkldnn|mkldnn_prepacked|onednn|xnnpack|_quantized|sparse|profiler|inductor|image|torchtext|detectron2|fb|inaturalist|static_runtime|metal|vulkan|vulkan_prepack)$/;
/** A call of an operator, also with blanks between its parts, which the reader of TorchScript passes over. */
const operator =
  /\b(?:torch\s{0,20}\.\s{0,20}(save|from_file|load\w*)|ops\s{0,20}\.\s{0,20}(\w+)\s{0,20}\.\s{0,20}(\w+))\s{0,20}\(/g;
/** Operators that reach files: of PyTorch itself, torchvision and torchaudio; and Python. */
const fileOperator =
  /^(?:save|from_file|load\w*|read_file|write_file|sox_io_\w+|sox_effects_\w*file\w*|read_video_from_file|probe_video_from_file|PythonOp)$/;
const maxScript = 4 * 1024 * 1024;
const maxScriptLines = 50;

/** Python in a model: what torch.package imports and TorchServe runs; in TorchScript its operators. */
function scriptLines(members: readonly Member[]): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const member of members) {
    if (lines.length >= maxScriptLines) break;
    if (!/\.pyc?$/.test(member.name)) continue;
    const name = JSON.stringify(member.name.slice(0, 120));
    if (torchScript.test(member.name)) {
      const text = member.read(maxScript)?.toString("utf8") ?? "";
      for (const found of text.matchAll(operator)) {
        const [, own, space = "", word = ""] = found;
        const isFile = own !== undefined || fileOperator.test(word);
        if (!isFile && ownOperators.test(space)) continue;
        const what = own === undefined ? `ops.${space}.${word}` : `torch.${own}`;
        const kind = isFile ? "calls-unknown" : "names-unknown";
        const message = isFile
          ? `TorchScript calls ${what}, which reads or writes files, or runs Python`
          : `TorchScript calls ${what}, an operator of a library that must be loaded`;
        if (lines.length < maxScriptLines)
          lines.push({ text: `${name}: ${what}(…)`, acts: [{ kind, message }] });
      }
      continue;
    }
    const isPlain = member.name.endsWith(".py") && isPlainSource(member.read(maxScript));
    const message = `The member ${name} is Python that the loader may import`;
    lines.push({
      text: `import ${name}`,
      acts: [{ kind: isPlain ? "holds-plain-code" : "holds-code", message }],
    });
  }
  return lines;
}

/** Machine code among the members of a model. */
function nativeLines(members: readonly Member[]): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const member of members.slice(0, 10_000)) {
    if (/(?:^|\/)data\/\d+$/.test(member.name)) continue;
    const what = nativeKind(member.read(64));
    if (what === undefined || lines.length >= 20) continue;
    const name = JSON.stringify(member.name.slice(0, 120));
    lines.push({
      text: `${name}: ${what}`,
      acts: [{ kind: "native", message: `The member ${name} is machine code (${what})` }],
    });
  }
  return lines;
}
