// MLflow keeps no digest of what it stores. What training found is a tag, which anybody who may write
// to the registry can set: https://mlflow.org/docs/latest/rest-api.html
import { z } from "zod";
import { isOpenToChange } from "../http.ts";
import { entryOf, get, openMlflow, type Api, type Entry } from "./mlflow-api.ts";
import {
  hexOf,
  recordOf,
  type ModelRecord,
  type RecordNote,
  type RecordReader,
  type RecordedRoot,
} from "./record.ts";

/** The tag that holds the digest of the whole, as `pavise digest` prints it. */
export const rootTag = "pavise.oms.sha256";

const Tags = z.array(z.object({ key: z.string(), value: z.string() })).optional();
const Version = z.object({
  model_version: z.object({
    name: z.string(),
    version: z.string(),
    status: z.string().optional(),
    run_id: z.string().optional(),
    model_id: z.string().optional(),
    source: z.string().optional(),
    tags: Tags,
  }),
});
const RunReply = z.object({ run: z.object({ data: z.object({ tags: Tags }).optional() }) });
const LoggedReply = z.object({
  model: z.object({ info: z.object({ status: z.string().optional(), tags: Tags }) }),
});

/** What the tags of one thing say. */
interface Said {
  readonly roots: readonly RecordedRoot[];
  readonly notes: readonly RecordNote[];
}

function saidBy(tags: z.infer<typeof Tags>, of: string): Said {
  const tag = tags?.find(({ key }) => key === rootTag);
  if (tag === undefined) return { roots: [], notes: [] };
  const digest = hexOf(tag.value.trim(), 64);
  if (digest !== undefined) return { roots: [{ digest, from: `the tag of the ${of}` }], notes: [] };
  const message = `the tag \`${rootTag}\` of the ${of} is no SHA-256`;
  return { roots: [], notes: [{ kind: "no-evidence", message }] };
}

async function loggedModel(api: Api, id: string): Promise<Said | undefined> {
  const path = `logged-models/${encodeURIComponent(id)}`;
  const reply = await get(api, path, { schema: LoggedReply });
  if (reply === undefined) return undefined;
  const { status, tags } = reply.model.info;
  const said = saidBy(tags, `logged model ${id}`);
  if (status === undefined || status.endsWith("READY")) return said;
  const message = `the logged model ${id} is ${status}, not ready`;
  return { ...said, notes: [...said.notes, { kind: "no-evidence", message }] };
}

/** What the version says, then what it was made from; a run may have logged many models. */
async function saidByVersion(
  api: Api,
  version: z.infer<typeof Version>["model_version"],
): Promise<Said> {
  const { name, status, run_id: run } = version;
  // Servers of MLflow 3 name the logged model by where the version comes from.
  const id = version.model_id ?? /^models:\/(m-[0-9a-f]+)$/.exec(version.source ?? "")?.[1];
  const own = saidBy(version.tags, `version ${version.version}`);
  const logged = id === undefined || id === "" ? undefined : await loggedModel(api, id);
  const roots = [...own.roots, ...(logged?.roots ?? [])];
  const notes: RecordNote[] = [...own.notes, ...(logged?.notes ?? [])];
  if (status !== undefined && status !== "READY")
    notes.push({
      kind: "no-evidence",
      message: `${name}/${version.version} is ${status} in MLflow, not READY`,
    });
  if (roots.length > 0 || run === undefined || run === "") return { roots, notes };
  const reply = await get(api, "runs/get", { query: { run_id: run }, schema: RunReply });
  const more = saidBy(reply?.run.data?.tags, `run ${run}`);
  return { roots: more.roots, notes: [...notes, ...more.notes] };
}

async function versionOf(
  api: Api,
  entry: Exclude<Entry, { kind: "logged" }>,
): Promise<z.infer<typeof Version>["model_version"] | undefined> {
  const { name } = entry;
  const reply =
    entry.kind === "alias"
      ? await get(api, "registered-models/alias", {
          query: { name, alias: entry.alias },
          schema: Version,
        })
      : await get(api, "model-versions/get", {
          query: { name, version: entry.version },
          schema: Version,
        });
  return reply?.model_version;
}

async function saidByEntry(
  api: Api,
  entry: Entry,
): Promise<(Said & { readonly at: string }) | undefined> {
  if (entry.kind === "logged") {
    const said = await loggedModel(api, entry.id);
    return said === undefined ? undefined : { ...said, at: `models:/${entry.id}` };
  }
  const version = await versionOf(api, entry);
  if (version === undefined) return undefined;
  const said = await saidByVersion(api, version);
  return { ...said, at: `models:/${version.name}/${version.version}` };
}

/** Reads what MLflow's registry has on record of a version of a model. */
export const readMlflow: RecordReader = async (text, context) => {
  const entry = entryOf(text, "--against mlflow:");
  const api = openMlflow(context);
  const said = await saidByEntry(api, entry);
  const source = said?.at ?? `models:/${text.replace(/^models:\/+/, "")}`;
  const record = (notes: readonly RecordNote[], more: Partial<ModelRecord> = {}): ModelRecord =>
    recordOf({ source, ...more, notes });
  if (said === undefined)
    return [record([{ kind: "no-evidence", message: `MLflow has no ${source}` }])];
  const { roots } = said;
  const notes = [...said.notes];
  if (roots.length === 0 && notes.length === 0)
    notes.push({
      kind: "no-evidence",
      message: `${source} has no tag \`${rootTag}\`: set it where the model is trained, to what \`pavise digest MODEL\` prints for the whole`,
    });
  const isOpen = isOpenToChange(api.base);
  if (isOpen)
    notes.push({
      kind: "weak-evidence",
      message: `MLflow is asked by http: whoever is on the way to ${api.base.host} can change what it says`,
    });
  return [record(notes, { roots, isVouched: !isOpen })];
};
