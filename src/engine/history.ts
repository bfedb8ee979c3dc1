import { hash } from "node:crypto";
import { join, relative, sep } from "node:path";
import { fingerprint, messageOf, type Coverage } from "../core/index.ts";
import { now } from "./clock.ts";
import { decode } from "./decode.ts";
import type { Bench, RawFinding } from "./findings.ts";
import { bytesOfBlobs, repositoryOf, standingOf, versionsOf, type Version } from "./history-git.ts";
import { headBytes, identify } from "./identify.ts";
import { isTextKind, searchText } from "./search-text.ts";
import type { Sighting } from "./suppress.ts";

/** What was found in the history of a repository. */
export interface HistorySearch {
  readonly findings: readonly RawFinding[];
  readonly coverage: Coverage;
  readonly problems: readonly string[];
}

/** Where to look. */
export interface HistoryOptions {
  /** A folder in the repository, absolute. */
  readonly folder: string;
  /** Folder that paths in reports are relative to. */
  readonly root: string;
  /** What Git understands as commits; every ref where there is none. */
  readonly refs: readonly string[];
  readonly isExcluded: (file: string) => boolean;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

const commitLength = 12;

/** Folders of other people's code, in every version. */
const foreign = /(?:^|\/)(?:node_modules|__pycache__|site-packages)\//;

/** One secret of one check at one path, without the secret itself. */
function nameOf(sighting: Sighting, path: string): string {
  const { check, details, where } = sighting;
  return `${path}\u0000${check}\u0000${hash("sha256", details?.secret ?? `${where.start}`)}`;
}

/** Texts of versions, in order; what is no text, or too large, is passed over. */
async function eachText(
  versions: readonly Pick<Version, "blob" | "path">[],
  {
    folder,
    signal,
    bench,
  }: { readonly folder: string; readonly signal?: AbortSignal; readonly bench: Bench },
  use: (text: string | undefined, at: number) => void,
): Promise<void> {
  const blobs = versions.map(({ blob }) => blob);
  const maxBytes = bench.limits.maxTextBytes;
  let at = 0;
  for await (const bytes of bytesOfBlobs(folder, blobs, { maxBytes, signal })) {
    const version = versions[at];
    if (version === undefined) return;
    if (bytes === undefined) use(undefined, at);
    else {
      const name = version.path.replace(/^.*\//, "").toLowerCase();
      const head = bytes.subarray(0, headBytes);
      const kind = identify({ bytes: head, size: bytes.length, name });
      if (isTextKind(kind, bench)) use(decode(bytes, kind === "python" ? "text" : kind).text, at);
    }
    at++;
  }
}

/**
 * Searches every version of every file that Git can reach for secrets, each once. A secret is told
 * with the commit that brought it to its path; what still stands there is left to the scan of the
 * files. Never rejects: what went wrong is in `problems`.
 */
export async function searchHistory(options: HistoryOptions, bench: Bench): Promise<HistorySearch> {
  const findings: RawFinding[] = [];
  let bytes = 0;
  let texts = 0;
  let large = 0;
  let commits = 0;
  let path = ".git/";
  function end(status: Coverage["status"], problem?: string): HistorySearch {
    const searched = `${texts} texts of ${commits} commits searched for secrets`;
    const detail = large === 0 ? searched : `${searched}; ${large} were too large or are missing`;
    const about = { path, kind: "directory" as const, size: bytes, detail };
    if (problem !== undefined) {
      const coverage = { ...about, status, reason: "unreadable" as const, detail: problem };
      return { findings, coverage, problems: [`The history was not searched: ${problem}`] };
    }
    const reason = large === 0 ? {} : { reason: "limit" as const };
    return { findings, coverage: { ...about, status, ...reason }, problems: [] };
  }

  try {
    const folder = await repositoryOf(options.folder);
    const shown = (file: string): string =>
      relative(options.root, join(folder, file)).split(sep).join("/");
    path = `${shown(".git")}/`;
    const isPassed = (file: string): boolean =>
      foreign.test(file) || options.isExcluded(join(folder, file));
    const deadline = (): number => now() + bench.limits.fileTimeoutMs;

    const standing = new Set<string>();
    const current: Pick<Version, "blob" | "path">[] = [];
    for await (const version of standingOf(folder)) {
      if (!isPassed(version.path)) current.push(version);
    }
    const { signal } = options;
    await eachText(current, { folder, signal, bench }, (text, at) => {
      const file = current[at]?.path ?? "";
      if (text === undefined) return;
      const keep = (sighting: Sighting): boolean => {
        standing.add(nameOf(sighting, file));
        return false;
      };
      searchText({ path: file, text, linesBefore: 0, deadline: deadline(), keep }, bench);
    });

    const standingBlobs = new Set(current.map(({ blob }) => blob));
    const versions: Version[] = [];
    const seenCommits = new Set<string>();
    for await (const version of versionsOf(folder, options.refs, signal)) {
      seenCommits.add(version.commit);
      if (!isPassed(version.path) && !standingBlobs.has(version.blob)) versions.push(version);
    }
    commits = seenCommits.size;

    const ordinals = new Map<string, number>();
    await eachText(versions, { folder, signal, bench }, (text, at) => {
      options.onProgress?.({ done: at + 1, total: versions.length });
      const version = versions[at];
      if (version === undefined) return;
      if (text === undefined) {
        large++;
        return;
      }
      texts++;
      bytes += text.length;
      const keep = (sighting: Sighting): boolean => {
        const name = nameOf(sighting, version.path);
        return !standing.has(name) && standing.add(name) !== undefined;
      };
      const file = shown(version.path);
      const found = searchText(
        { path: file, text, linesBefore: 0, deadline: deadline(), keep },
        bench,
      );
      for (const raw of found.findings) findings.push(inHistory(raw, version, { bench, ordinals }));
    });
    return end(large === 0 ? "checked" : "failed");
  } catch (error) {
    return end("failed", messageOf(error));
  }
}

/** Says in which commit a finding is, and names it by that: the line may have changed since. */
function inHistory(
  raw: RawFinding,
  { commit, date }: Version,
  { bench, ordinals }: { readonly bench: Bench; readonly ordinals: Map<string, number> },
): RawFinding {
  const meta = bench.registry.metas[raw.check];
  const id = commit.slice(0, commitLength);
  const { path } = raw.location;
  const evidence = `${id} ${raw.evidence}`;
  const key = `${raw.check} ${path} ${evidence}`;
  const ordinal = ordinals.get(key) ?? 0;
  ordinals.set(key, ordinal + 1);
  const message = raw.details?.message ?? meta?.title ?? "";
  return {
    ...raw,
    location: { ...raw.location, commit: id },
    details: {
      ...raw.details,
      message: `${message}, since commit ${id} of ${date.slice(0, 10)}; it is in the history only`,
    },
    fingerprint: fingerprint({ check: meta?.id ?? "", path, evidence, ordinal }),
  };
}
