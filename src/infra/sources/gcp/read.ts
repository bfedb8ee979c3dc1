import { createPace, eachAtOnce, type PaceOptions } from "../live/pace.ts";
import type { Gap, LiveReading, Progress } from "../live/reading.ts";
import { resourceMaker, type LiveRecord } from "../live/resource.ts";
import type { Resource, SourceProblem } from "../../resource.ts";
import type { Access } from "./auth/find.ts";
import { createClient } from "./client.ts";
import { findLocations } from "./locations.ts";
import { projectsBelow, readAbove, readProject, type Project } from "./scope.ts";
import type { Endpoints, ServiceName } from "./services.ts";
import type { Table } from "./table.ts";
import { aiplatformTables } from "./tables/aiplatform.ts";
import { aroundTables } from "./tables/around.ts";
import { byService, giveGaps, giveOff, readTable, type ProjectWhere, type Walk } from "./walk.ts";

/** What is read, and how. */
export interface ReadGcpOptions extends PaceOptions {
  readonly access: Access;
  readonly projects?: readonly string[];
  /** `organizations/123` or `123`: all active projects below it. */
  readonly organization?: string;
  /** Regions that are read; all where none are named. */
  readonly regions?: readonly string[];
  readonly endpoints?: Endpoints;
  /** How many jobs of a kind are read in each location; 1,000. */
  readonly recentJobs?: number;
  readonly progress?: (progress: Progress) => void;
  /** Told of each resource as it comes, so that a snapshot can be written along. */
  readonly onRecord?: (record: LiveRecord) => void;
}

/** Every table of a project. */
export const tables: readonly Table[] = [...aiplatformTables, ...aroundTables];

const projectsAtOnce = 4;
const locationsAtOnce = 12;

/**
 * Reads projects of Google Cloud with what they inherit, by calls that change nothing. What is refused
 * is a gap or an unread value, never nothing. Throws `service-failed` where there is no token.
 */
export async function readGcp(options: ReadGcpOptions): Promise<LiveReading> {
  const { access, endpoints = {}, progress, regions, onRecord } = options;
  const time = new Date().toISOString();
  // A reading that could not begin is no reading.
  await access.token.current();
  const client = createClient({ access, pace: createPace(options), endpoints });
  const resources: Resource[] = [];
  const gaps: Gap[] = [];
  const problems: SourceProblem[] = [];
  const make = resourceMaker("gcp");
  const seen = new Set<string>();
  let done = 0;
  let total = 0;
  const step = (more: { readonly total?: number; readonly done?: number }): void => {
    total += more.total ?? 0;
    done += more.done ?? 0;
    progress?.({ done, total, resources: resources.length, calls: client.count() });
  };
  const walk: Walk = {
    client,
    recent: options.recentJobs ?? 1_000,
    sink: {
      record(record) {
        if (seen.has(record.address)) return;
        seen.add(record.address);
        onRecord?.(record);
        resources.push(make(record));
      },
      gap: (gap) => gaps.push(gap),
      note: (message) => problems.push({ message }),
    },
  };

  const organization = options.organization?.replace(/^(?!organizations\/)/, "organizations/");
  const below = organization === undefined ? [] : await projectsBelow(walk, organization);
  const names = [...new Set([...(options.projects ?? []), ...below])];
  const above: string[] = organization === undefined ? [] : [organization];
  await eachAtOnce(names, {
    atOnce: projectsAtOnce,
    work: async (name) => {
      const project = await readProject(walk, name);
      above.push(...project.ancestors);
      await readServices(walk, { project, step, ...(regions === undefined ? {} : { regions }) });
    },
  });
  await readAbove(walk, above);
  const found = new Set(resources.flatMap(({ region }) => region ?? []));
  return { resources, gaps, problems, accounts: names, regions: [...found].toSorted(), time };
}

interface Services {
  readonly project: Project;
  readonly regions?: readonly string[];
  readonly step: (more: { readonly total?: number; readonly done?: number }) => void;
}

async function readServices(walk: Walk, given: Services): Promise<void> {
  await eachAtOnce(byService(tables), {
    atOnce: 6,
    work: ([service, own]) => readService(walk, { ...given, service, own }),
  });
}

/** Reads one service. The first answer tells whether its API is on; only then all is asked. */
async function readService(
  walk: Walk,
  {
    project: { where },
    regions,
    step,
    service,
    own,
  }: Services & { readonly service: ServiceName; readonly own: readonly Table[] },
): Promise<void> {
  const here = own.filter((table) => table.in === "project");
  const jobs: { readonly table: Table; readonly where: ProjectWhere }[] = here.map((table) => ({
    table,
    where,
  }));
  const placed = own.filter((table) => table.in === "location");
  if (placed.length > 0) {
    const found = await findLocations(walk, service, {
      where,
      ...(regions === undefined ? {} : { regions }),
    });
    if (found.kind === "off") return giveOff(walk, service, where);
    const { missing } = found;
    if (missing !== undefined)
      for (const table of placed) giveGaps(walk, { table, where, missing });
    for (const location of found.locations)
      for (const table of placed) jobs.push({ table, where: { ...where, location } });
  }
  step({ total: jobs.length });
  let isOn = true;
  const [first, ...rest] = jobs;
  if (first === undefined) return;
  async function one({ table, where: place }: (typeof jobs)[number]): Promise<void> {
    if (isOn) isOn = await readTable(walk, table, place);
    step({ done: 1 });
  }
  await one(first);
  await eachAtOnce(rest, { atOnce: locationsAtOnce, work: one });
  if (!isOn) giveOff(walk, service, where);
}
