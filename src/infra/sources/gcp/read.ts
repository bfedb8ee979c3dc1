import { PaviseError } from "../../../core/index.ts";
import type { Resource } from "../../resource.ts";
import { createPace, eachAtOnce, type PaceOptions } from "../live/pace.ts";
import type { Gap, LiveReading, Progress } from "../live/reading.ts";
import { resourceMaker, type LiveRecord } from "../live/resource.ts";
import { continueSnapshot, writeSnapshot, type Part } from "../live/snapshot.ts";
import { findAccess, usualProject, type Access } from "./auth/find.ts";
import type { Environment } from "./auth/metadata.ts";
import { createClient } from "./client.ts";
import { isLocation } from "./locations.ts";
import { projectsBelow, readAbove, readProject } from "./scope.ts";
import { readService } from "./service.ts";
import { endpointsFrom } from "./services.ts";
import type { Call } from "./table.ts";
import { allTables } from "./tables/all.ts";
import { byService, type Sink, type Walk } from "./walk.ts";

/** What is read, and how. */
export interface GcpOptions {
  readonly projects?: readonly string[];
  /** `organizations/123` or `123`: all active projects below it. */
  readonly organization?: string;
  /** Regions, besides what is in none; all where nothing is said. */
  readonly regions?: readonly string[];
  /** How many jobs of each kind and location; 100. */
  readonly recent?: number;
  readonly pace?: Omit<PaceOptions, "signal">;
  /** A file that the snapshot is written to; one that is not whole is continued. */
  readonly save?: string;
  readonly env?: Environment;
}

/** Who is told while it is read. */
export interface GcpHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Each resource as it comes. With `keep: false` it is not kept for the answer. */
  readonly onResource?: (resource: Resource) => void;
  readonly keep?: boolean;
  readonly onCall?: (call: Call) => void;
}

const usualRecent = 100;
const projectsAtOnce = 4;
const servicesAtOnce = 6;

/**
 * Reads projects of Google Cloud with what they inherit, by calls that change nothing. What is refused
 * is a gap or an unread value, never nothing. Throws `usage` without a project, `service-failed`
 * without credentials that are let in, `interrupted`, and what writing a snapshot throws.
 */
export async function readGcp(options: GcpOptions, hooks: GcpHooks = {}): Promise<LiveReading> {
  const { env = process.env } = options;
  const { signal } = hooks;
  const wrong = options.regions?.find((each) => !isLocation(each) || each === "all");
  if (wrong !== undefined)
    throw new PaviseError("usage", `--region ${wrong}: no region of Google Cloud`, {
      hint: "A region is called like europe-west4. Without --region all are read.",
    });
  try {
    const access = await findAccess(env);
    // A reading that could not begin is no reading.
    await access.token.current();
    return await read({ options, hooks, access, env });
  } catch (error) {
    if (signal?.aborted === true && !(error instanceof PaviseError))
      throw new PaviseError("interrupted", "stopped before the projects were read", {
        hint: options.save === undefined ? undefined : "The same command goes on where it stopped.",
      });
    throw error;
  }
}

interface Reading {
  readonly options: GcpOptions;
  readonly hooks: GcpHooks;
  readonly access: Access;
  readonly env: Environment;
}

/** What is to be read: one part for a project itself, one for each of its services. */
interface Job {
  readonly part: Part;
  readonly run: (walk: Walk) => Promise<void>;
}

async function read(reading: Reading): Promise<LiveReading> {
  const { options, hooks, access, env } = reading;
  const { regions, save } = options;
  const time = new Date().toISOString();
  const pace = createPace({ ...options.pace, signal: hooks.signal });
  const client = createClient({
    access,
    pace,
    endpoints: endpointsFrom(env),
    onCall: hooks.onCall,
  });
  const collected = collect(reading);
  const above = new Set<string>();
  const { recent = usualRecent } = options;
  const walkOf = (sink: Sink): Walk => ({ client, recent, above, sink });
  const organization = options.organization?.replace(/^(?!organizations\/)/, "organizations/");
  const accounts = await projectsOf(reading, walkOf(collected.first), organization);
  const jobs = accounts.map((project) => jobOf(project, regions));
  const head = { dialect: "gcp", accounts, regions: regions ?? [], time } as const;
  const before = save === undefined ? undefined : await continueSnapshot(save, head);
  const writer =
    save === undefined
      ? undefined
      : writeSnapshot(save, { head, isContinued: before !== undefined });
  try {
    if (before === undefined) writer?.plan(jobs.map(({ part }) => part));
    for (const { records, gaps } of before?.values() ?? []) {
      for (const record of records) collected.add(record);
      collected.gaps.push(...gaps);
    }
    let done = before?.size ?? 0;
    const tell = (): void =>
      hooks.onProgress?.({ done, total: jobs.length, resources: collected.count() });
    tell();
    await eachAtOnce(
      jobs.filter(({ part }) => before?.has(part.name) !== true),
      {
        atOnce: projectsAtOnce,
        work: async ({ part, run }) => {
          await run(
            walkOf({
              record(record) {
                if (collected.add(record)) writer?.record(part, record);
                if (collected.count() % 50 === 0) tell();
              },
              gap(gap) {
                collected.gaps.push(gap);
                writer?.gap(part, gap);
              },
              note(message) {
                collected.notes.add(message);
                writer?.problem(message);
              },
            }),
          );
          writer?.done(part);
          done++;
          tell();
        },
      },
    );
    for (const gap of collected.early) writer?.gap({ name: "", type: gap.type }, gap);
    writer?.end();
  } finally {
    writer?.close();
  }
  hooks.signal?.throwIfAborted();
  const { resources, gaps, notes, places } = collected;
  const problems = [...notes, ...problemsOf(gaps)].map((message) => ({ message }));
  return { resources, gaps, problems, accounts, regions: [...places].sort(), time };
}

/** The projects that are meant. */
async function projectsOf(
  { options, env, access }: Reading,
  walk: Walk,
  organization: string | undefined,
): Promise<readonly string[]> {
  const below = organization === undefined ? [] : await projectsBelow(walk, organization);
  const named = [...new Set([...(options.projects ?? []), ...below])];
  const wrong = named.find((project) => !/^[a-z0-9.:-]{1,63}$/.test(project));
  if (wrong !== undefined)
    throw new PaviseError("usage", `--project ${wrong}: no project of Google Cloud`, {
      hint: "A project is named by its id, such as my-project-123, or its number.",
    });
  if (named.length > 0 || organization !== undefined) return named;
  const usual = await usualProject(env, access);
  if (usual !== undefined) return [usual];
  throw new PaviseError("usage", "no project of Google Cloud is named", {
    hint: "Name it with --project, an organisation with --organization, or set GOOGLE_CLOUD_PROJECT.",
  });
}

function jobOf(name: string, regions: readonly string[] | undefined): Job {
  const part = {
    name,
    type: "cloudresourcemanager.googleapis.com/Project",
    account: name,
  };
  return {
    part,
    async run(walk) {
      const { where, ancestors } = await readProject(walk, name);
      await readAbove(walk, ancestors);
      await eachAtOnce([...byService(allTables)], {
        atOnce: servicesAtOnce,
        work: ([service, tables]) =>
          readService(walk, {
            service,
            tables,
            where,
            ...(regions === undefined ? {} : { regions }),
          }),
      });
    },
  };
}

interface Collected {
  readonly resources: Resource[];
  readonly gaps: Gap[];
  /** Gaps of what came before the projects were known. */
  readonly early: readonly Gap[];
  readonly notes: Set<string>;
  readonly places: ReadonlySet<string>;
  readonly first: Sink;
  /** False for what is known already: what is above several projects. */
  readonly add: (record: LiveRecord) => boolean;
  readonly count: () => number;
}

function collect({ hooks }: Reading): Collected {
  const make = resourceMaker("gcp");
  const resources: Resource[] = [];
  const gaps: Gap[] = [];
  const early: Gap[] = [];
  const notes = new Set<string>();
  const places = new Set<string>();
  const known = new Set<string>();
  function add(record: LiveRecord): boolean {
    if (known.has(record.address)) return false;
    known.add(record.address);
    if (record.region !== undefined) places.add(record.region);
    const resource = make(record);
    hooks.onResource?.(resource);
    if (hooks.keep !== false) resources.push(resource);
    return true;
  }
  const first: Sink = {
    record: add,
    gap(gap) {
      gaps.push(gap);
      early.push(gap);
    },
    note: (message) => notes.add(message),
  };
  return { resources, gaps, early, notes, places, first, add, count: () => known.size };
}

/** One sentence for each call that was refused in a project, with all that hangs on it. */
function problemsOf(gaps: readonly Gap[]): readonly string[] {
  const byCall = new Map<string, Set<string>>();
  for (const { type, account, missing } of gaps) {
    const key = `${account === undefined ? "" : `${account}: `}${missing}`;
    byCall.set(key, (byCall.get(key) ?? new Set()).add(type));
  }
  return [...byCall].map(([key, types]) => `${key}: not listed are ${[...types].join(", ")}`);
}
