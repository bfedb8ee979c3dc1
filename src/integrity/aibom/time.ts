/** A time as ISO 8601 in UTC, in whole seconds; what names no zone is taken for UTC. */
export function isoTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, date, clock = "00:00:00", zone = "Z"] = match;
  const time = new Date(`${date}T${clock}${zone.toUpperCase()}`);
  return Number.isNaN(time.getTime()) ? undefined : `${time.toISOString().slice(0, 19)}Z`;
}

/** The time that a bill is of: as it is said, else that of reproducible builds, else now. */
export function billTime(given: string | undefined, environment: string | undefined): string {
  const said = isoTime(given);
  if (said !== undefined) return said;
  // https://reproducible-builds.org/specs/source-date-epoch/
  const epoch = /^\d{1,11}$/.test(environment ?? "") ? Number(environment) * 1000 : Date.now();
  return `${new Date(epoch).toISOString().slice(0, 19)}Z`;
}
