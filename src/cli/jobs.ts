import { PaviseError } from "../core/index.ts";
import type { Given } from "./options.ts";

/** The number of threads that was asked for. */
export function jobsOf(given: Given): number | undefined {
  const value = given.last("jobs");
  if (value === undefined) return undefined;
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 256) return jobs;
  throw new PaviseError("usage", `--jobs ${value}: not a number of workers`, {
    hint: "A number from 1 to 256.",
  });
}
