import { eachAtOnce } from "../live/pace.ts";
import { findLocations } from "./locations.ts";
import type { ServiceName } from "./services.ts";
import type { Table } from "./table.ts";
import { giveGaps, giveOff, readTable, type ProjectWhere, type Walk } from "./walk.ts";

/** A service in a project. */
interface ServiceIn {
  readonly service: ServiceName;
  readonly tables: readonly Table[];
  readonly where: ProjectWhere;
  readonly regions?: readonly string[];
}

interface Job {
  readonly table: Table;
  readonly where: ProjectWhere;
}

const atOnce = 12;

/** Reads one service of a project. The first answer tells whether its API is on; only then all is asked. */
export async function readService(walk: Walk, given: ServiceIn): Promise<void> {
  const { service, where } = given;
  const jobs = await jobsOf(walk, given);
  if (jobs === "off") return giveOff(walk, service, where);
  const [first, ...rest] = jobs;
  if (first === undefined) return;
  let isOn = true;
  async function one({ table, where: place }: Job): Promise<void> {
    if (isOn) isOn = await readTable(walk, table, place);
  }
  await one(first);
  await eachAtOnce(rest, { atOnce, work: one });
  if (!isOn) giveOff(walk, service, where);
}

/** What is to be listed, where. */
async function jobsOf(
  walk: Walk,
  { service, tables, where, regions }: ServiceIn,
): Promise<readonly Job[] | "off"> {
  const jobs: Job[] = tables.flatMap((table) => (table.in === "project" ? [{ table, where }] : []));
  const placed = tables.filter((table) => table.in === "location");
  if (placed.length === 0) return jobs;
  const found = await findLocations(walk, service, {
    where,
    ...(regions === undefined ? {} : { regions }),
  });
  if (found.kind === "off") return "off";
  const { missing, locations } = found;
  if (missing !== undefined) for (const table of placed) giveGaps(walk, { table, where, missing });
  for (const location of locations)
    for (const table of placed) jobs.push({ table, where: { ...where, location } });
  return jobs;
}
