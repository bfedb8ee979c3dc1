// Files of the Hugging Face Hub by its API (https://huggingface.co/docs/hub/api): large files are
// kept by SHA-256, others are objects of Git.
import { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { askJson, below, isOpenToChange, serverOf, unreachable } from "../http.ts";
import {
  filesOf,
  hexOf,
  recordOf,
  type ReaderContext,
  type RecordedFile,
  type RecordNote,
  type RecordReader,
} from "./record.ts";

const publicHub = "https://huggingface.co";
const maxPages = 500;
const maxFiles = 500_000;

const Info = z.object({ sha: z.string() });
const Tree = z.array(
  z.object({
    type: z.string(),
    path: z.string().min(1).max(8192),
    size: z.number().nonnegative().optional(),
    oid: z.string().optional(),
    lfs: z.object({ oid: z.string(), size: z.number().nonnegative().optional() }).nullish(),
  }),
);

interface Place {
  readonly kind: "models" | "datasets";
  readonly id: string;
  readonly revision: string;
}

function placeOf(text: string): Place {
  const match = /^(?:(models|datasets)\/)?([\w.-]+(?:\/[\w.-]+)?)(?:@([^@\s]+))?$/.exec(text);
  if (match === null)
    throw new PaviseError("usage", `--against hf:${text.slice(0, 200)}: no repository`, {
      hint: "hf:ORG/NAME@REVISION is needed, or hf:datasets/ORG/NAME@REVISION.",
    });
  const kind = match[1] === "datasets" ? "datasets" : "models";
  return { kind, id: match[2]!, revision: match[3] ?? "main" };
}

const help = { hint: "Give a token that may read the repository in HF_TOKEN." };

interface Hub {
  readonly base: URL;
  readonly authorization?: string;
  readonly signal?: AbortSignal;
}

function hubOf({ hubEndpoint, env, signal }: ReaderContext): Hub {
  const endpoint = hubEndpoint ?? env["HF_ENDPOINT"];
  const given = endpoint === undefined || endpoint === "" ? publicHub : endpoint;
  const { base, authorization } = serverOf(given, "--hf-endpoint");
  const token = env["HF_TOKEN"]?.trim();
  const isToken = token !== undefined && token !== "";
  return { base, signal, authorization: isToken ? `Bearer ${token}` : authorization };
}

/** The commit that a branch or tag stands for; undefined where there is none. */
async function commitOf(hub: Hub, { kind, id, revision }: Place): Promise<string | undefined> {
  if (hexOf(revision, 40) !== undefined) return revision.toLowerCase();
  const url = below(hub.base, `api/${kind}/${id}/revision/${encodeURIComponent(revision)}`);
  const reply = await askJson({ url, ...hub }, help);
  if (reply === undefined) return undefined;
  const info = Info.safeParse(reply.value);
  const commit = hexOf(info.data?.sha, 40);
  if (commit === undefined) throw unreachable(url, "its answer names no commit");
  return commit;
}

/** The page after one (RFC 8288), on the same server: a token goes nowhere else. */
function nextPage(headers: Headers, url: URL): URL | undefined {
  const link = headers.get("link") ?? "";
  const target = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link)?.[1];
  if (target === undefined) return undefined;
  const next = URL.canParse(target, url.href) ? new URL(target, url) : undefined;
  if (next === undefined || next.origin !== url.origin)
    throw unreachable(url, "its next page is on another server");
  return next;
}

function fileOf(entry: z.infer<typeof Tree>[number]): RecordedFile | undefined {
  const sha256 = hexOf(entry.lfs?.oid.replace(/^sha256:/, ""), 64);
  if (sha256 !== undefined)
    return { algorithm: "sha256", digest: sha256, size: entry.lfs?.size ?? entry.size };
  if (entry.lfs !== undefined && entry.lfs !== null) return undefined;
  const sha1 = hexOf(entry.oid, 40);
  return sha1 === undefined ? undefined : { algorithm: "git-sha1", digest: sha1, size: entry.size };
}

async function treeOf(
  hub: Hub,
  { kind, id }: Place,
  commit: string,
): Promise<z.infer<typeof Tree> | undefined> {
  const entries: z.infer<typeof Tree> = [];
  let url: URL | undefined = below(hub.base, `api/${kind}/${id}/tree/${commit}`);
  url.search = "recursive=true&expand=false";
  const seen = new Set<string>();
  while (url !== undefined) {
    if (seen.size >= maxPages || entries.length > maxFiles || seen.has(url.href))
      throw unreachable(url, "its list of files has no end");
    seen.add(url.href);
    const reply = await askJson({ url, ...hub }, help);
    if (reply === undefined) return undefined;
    const page = Tree.safeParse(reply.value);
    if (!page.success) throw unreachable(url, "its answer is no list of files");
    for (const entry of page.data) entries.push(entry);
    url = nextPage(reply.headers, url);
  }
  return entries;
}

/** Reads which files a revision of a repository of the Hub has. Downloads none of them. */
export const readHub: RecordReader = async (text, context) => {
  const place = placeOf(text);
  const hub = hubOf(context);
  const { kind, id, revision } = place;
  const named = `hf:${kind === "datasets" ? "datasets/" : ""}${id}`;
  const commit = await commitOf(hub, place);
  const tree = commit === undefined ? undefined : await treeOf(hub, place, commit);
  if (commit === undefined || tree === undefined) {
    const message = `there is no ${named}@${revision} at ${hub.base.host}, or it is not shown without a token (HF_TOKEN)`;
    return [recordOf({ source: named, notes: [{ kind: "no-evidence", message }] })];
  }
  const source = `${named}@${commit.slice(0, 12)}`;
  const notes: RecordNote[] = [];
  const entries: (readonly [string, RecordedFile])[] = [];
  for (const entry of tree) {
    if (entry.type !== "file") continue;
    const file = fileOf(entry);
    if (file !== undefined) entries.push([entry.path, file]);
    else
      notes.push({
        kind: "no-evidence",
        path: entry.path,
        message: `${source} has no digest of it`,
      });
  }
  const isOpen = isOpenToChange(hub.base);
  if (isOpen)
    notes.push({
      kind: "weak-evidence",
      message: `the Hub is asked by http: whoever is on the way to ${hub.base.host} can change what it says`,
    });
  if (commit !== revision.toLowerCase())
    notes.push({
      kind: "weak-evidence",
      message: `${revision} of ${named} can be moved by who may write there; it is ${commit} now: name that commit`,
    });
  return [
    recordOf({
      source,
      files: filesOf(source, entries),
      scope: "whole",
      // Where `hf download --local-dir` keeps what it knows of its downloads.
      beside: [".cache/huggingface"],
      isVouched: !isOpen,
      notes,
    }),
  ];
};
