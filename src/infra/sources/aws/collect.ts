import type { Resource } from "../../resource.ts";
import type { Gap, Progress } from "../live/reading.ts";
import { resourceMaker, type LiveRecord } from "../live/resource.ts";
import type { Part, PartContent, SnapshotWriter } from "../live/snapshot.ts";

/** Who is told of what is read. */
export interface CollectHooks {
  readonly onProgress?: (progress: Progress) => void;
  /** Each resource as it comes. With `keep: false` it is not kept for the answer. */
  readonly onResource?: (resource: Resource) => void;
  readonly keep?: boolean;
}

/** What has been read so far. */
export interface Collected {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly sinkOf: (part: Part) => {
    readonly record: (record: LiveRecord) => void;
    readonly gap: (gap: Gap) => void;
    readonly elsewhere: (type: string, region: string) => void;
  };
  /** Takes what an earlier run has read. */
  readonly again: (content: PartContent) => void;
  readonly done: () => void;
  readonly problems: () => readonly string[];
}

/** Collects what is read, once each, and writes it down as it comes. */
export function collect(
  hooks: CollectHooks,
  { total, writer }: { readonly total: number; readonly writer: SnapshotWriter | undefined },
): Collected {
  const make = resourceMaker("aws");
  const resources: Resource[] = [];
  const gaps: Gap[] = [];
  const known = new Set<string>();
  const elsewhere = new Map<string, number>();
  let done = 0;
  let count = 0;

  function add(record: LiveRecord): boolean {
    // A trail of all regions is told in each of them.
    const name = `${record.type} ${record.address}`;
    if (known.has(name)) return false;
    known.add(name);
    count++;
    const resource = make(record);
    hooks.onResource?.(resource);
    if (hooks.keep !== false) resources.push(resource);
    return true;
  }
  function tell(): void {
    hooks.onProgress?.({ done, total, resources: count });
  }
  return {
    resources,
    gaps,
    sinkOf: (part) => ({
      record: (record) => {
        if (add(record)) writer?.record(part, record);
        if (count % 50 === 0) tell();
      },
      gap: (gap) => {
        gaps.push(gap);
        writer?.gap(part, gap);
      },
      elsewhere: (type, region) => {
        const key = `${type} in ${region}`;
        elsewhere.set(key, (elsewhere.get(key) ?? 0) + 1);
      },
    }),
    again: ({ records, gaps: earlier }) => {
      for (const record of records) add(record);
      gaps.push(...earlier);
      done++;
    },
    done: () => {
      done++;
      tell();
    },
    problems: () =>
      [...elsewhere].map(([key, many]) => `${key}: ${many} not read, since the region is not`),
  };
}
