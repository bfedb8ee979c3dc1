import { statSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  defaultLimits,
  judge,
  messageOf,
  runVersion,
  summarizeCoverage,
  type Coverage,
  type Limits,
  type Run,
} from "../core/index.ts";
import { now } from "./clock.ts";
import type { Config } from "./config.ts";
import { discover } from "./discover.ts";
import { checksOf } from "./expand.ts";
import { policyOf } from "./gate-policy.ts";
import { globTester } from "./ignore-rules.ts";
import type { UserModels } from "../flow/models.ts";
import type { OwnNames } from "../load/own-names.ts";
import type { InfraFound, Variables } from "./infra.ts";
import { isTerraformByName } from "./names.ts";
import { inspectFile, type Inspection, type Subject, type Task } from "./inspect.ts";
import { moduleNames, oursAmong } from "./modules.ts";
import type { Pool } from "./pool.ts";
import { buildRegistry, type Registry } from "./registry.ts";
import { sortOut } from "./sort-out.ts";
import { loadToolbox, type Toolbox } from "./toolbox.ts";
import { paviseVersion } from "./version.ts";

/** How far a scan is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What to scan and how. */
export interface ScanOptions {
  /** Files and folders, as the user named them. */
  readonly targets: readonly string[];
  readonly config: Config;
  /** Folder that relative targets start from; the current one where it is not said. */
  readonly cwd?: string;
  /** For the record in the Run. */
  readonly command?: string;
  /** Fingerprints that are known already. */
  readonly baseline?: ReadonlySet<string>;
  /** Override those of the configuration. */
  readonly limits?: Partial<Limits>;
  /** Worker threads at most. */
  readonly jobs?: number;
  /** Searches the history too: the refs to start from, every ref where the list is empty. */
  readonly history?: readonly string[];
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the scan early; what is known by then is in the Run. */
  readonly signal?: AbortSignal;
  /** Values of Terraform's variables. */
  readonly variables?: Variables;
  /** Lists every answer of the checks of infrastructure, also those that are well. */
  readonly includePassed?: boolean;
  /** Folder where workers may keep compiled code. */
  readonly compileCache?: string;
  /** URL of a module that stands in for Pavise's own checks and parsers. */
  readonly toolbox?: string;
  readonly now?: Date;
}

/** Below this much, starting a worker costs more than the work. */
const fewFiles = 16;
const fewBytes = 512 * 1024;

interface Job {
  readonly subjects: readonly Subject[];
  readonly toolbox: Toolbox;
  readonly registry: Registry;
  readonly limits: Limits;
  readonly today: string;
  readonly options: ScanOptions;
  readonly isOurs: (name: string) => boolean;
  readonly models: UserModels;
  readonly ownNames: OwnNames;
  /** Names that isOurs knows, for the workers. */
  readonly modules: readonly string[];
}

/** A pool that does what is little here: its workers start with the first tasks that are more. */
function openCrew(job: Job): Pool {
  const { options, limits, today, models, ownNames, modules } = job;
  const { signal, jobs } = options;
  let pool: Pool | undefined;

  async function open(): Promise<Pool> {
    const { openPool } = await import("./pool.ts");
    const { disable: disabled } = options.config;
    const { toolbox, compileCache } = options;
    const setup = {
      toolbox,
      disabled,
      limits,
      today,
      models,
      ownNames,
      modules,
      compileCache,
    };
    return openPool({ setup, jobs, signal });
  }

  const isLittle = (tasks: readonly Subject[]): boolean =>
    jobs === undefined &&
    tasks.length < fewFiles &&
    tasks.reduce((sum, { size }) => sum + size, 0) < fewBytes;

  return {
    async prepare(tasks) {
      if (pool === undefined && isLittle(tasks)) return;
      pool ??= await open();
      await pool.prepare(tasks);
    },
    async run(tasks, onInspection) {
      if (pool === undefined && isLittle(tasks)) {
        for (const task of tasks) {
          if (signal?.aborted === true) break;
          onInspection(inspectFile(task, job));
          // So that an interrupt is heard between two files.
          await setImmediate();
        }
        return;
      }
      pool ??= await open();
      await pool.run(tasks, onInspection);
    },
    close: async () => pool?.close(),
  };
}

/** Follows values over all files, and puts what that found in the place of the first findings. */
async function follow(
  { subjects, options }: Job,
  { crew, inspections }: { readonly crew: Pool; readonly inspections: Inspection[] },
): Promise<void> {
  if (options.signal?.aborted === true) return;
  const { followFlows } = await import("./flows.ts");
  const followed = await followFlows({
    subjects,
    inspections,
    run: async (tasks) => {
      const done: Inspection[] = [];
      await crew.run(tasks, (inspection) => done.push(inspection));
      return done;
    },
  });
  const places = new Map(inspections.map(({ index }, place) => [index, place]));
  for (const inspection of followed.inspections) {
    const place = places.get(inspection.index);
    // A file that could not be read again keeps what was found at first.
    if (place !== undefined && inspection.coverage.kind !== "binary")
      inspections[place] = inspection;
  }
  for (const index of followed.cut) {
    const place = places.get(index);
    const inspection = place === undefined ? undefined : inspections[place];
    if (inspection === undefined || inspection.coverage.status !== "checked") continue;
    const detail = "values from this file lead to more places than are followed";
    const coverage = { ...inspection.coverage, status: "failed", reason: "limit", detail } as const;
    inspections[place!] = { ...inspection, coverage };
  }
}

/** What is inspected, what comes of it, and what waits for the checks of infrastructure. */
interface Ward {
  readonly crew: Pool;
  readonly inspections: Inspection[];
  readonly waiting: readonly Subject[];
}

/** Asks the checks of infrastructure, and puts what they found in the place of the first findings. */
async function askInfra(job: Job, ward: Ward): Promise<InfraFound | undefined> {
  const { subjects, options } = job;
  const { crew, inspections, waiting } = ward;
  if (options.signal?.aborted === true) return undefined;
  if (waiting.length === 0 && !inspections.some(({ infra }) => infra !== undefined))
    return undefined;
  // They get ready while this thread judges.
  if (waiting.length > 0) await crew.prepare(waiting);
  const { inspectInfra } = await import("./infra.ts");
  const isNew = new Set(waiting.map(({ index }) => index));
  const run = async (tasks: readonly Task[]): Promise<readonly Inspection[]> => {
    const done: Inspection[] = [];
    let first = inspections.length;
    await crew.run(tasks, (inspection) => {
      done.push(inspection);
      if (isNew.has(inspection.index))
        options.onProgress?.({ done: ++first, total: subjects.length });
    });
    return done;
  };
  const { variables, includePassed } = options;
  const given = { subjects, inspections, waiting, run, variables, includePassed };
  const found = await inspectInfra(given, job).catch(async (error: unknown) => {
    // What each says by itself still counts.
    inspections.push(...(await run(waiting)));
    throw error;
  });
  const again = new Map(found.inspections.map((inspection) => [inspection.index, inspection]));
  const before = inspections.map((first) => again.get(first.index) ?? first);
  const all = [...before, ...found.inspections.filter(({ index }) => isNew.has(index))];
  inspections.length = 0;
  for (const inspection of all) {
    const { coverage } = inspection;
    const trouble = found.troubles.get(coverage.path);
    const isCut = trouble !== undefined && coverage.status === "checked";
    inspections.push(
      isCut
        ? { ...inspection, coverage: { ...coverage, status: "failed", ...trouble } }
        : inspection,
    );
  }
  return inspections.some(({ infra }) => infra !== undefined) ? found : undefined;
}

/** Looks at folders that are models, and adds what that found; what kept it from looking is returned. */
async function seeTogether(job: Job, inspections: Inspection[]): Promise<readonly string[]> {
  const { subjects, options } = job;
  if (options.signal?.aborted === true) return [];
  if (!inspections.some(({ word }) => word !== undefined)) return [];
  const { inspectFolders } = await import("./folders.ts");
  const { byPath, problems } = inspectFolders({ subjects, inspections }, job);
  for (const [place, inspection] of inspections.entries()) {
    const more = byPath.get(inspection.coverage.path);
    if (more === undefined) continue;
    inspections[place] = { ...inspection, findings: [...inspection.findings, ...more] };
  }
  return problems;
}

function byPath(a: Coverage, b: Coverage): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function unreached(
  subjects: readonly Subject[],
  inspections: readonly Inspection[],
): readonly Coverage[] {
  const reached = new Set(inspections.map((inspection) => inspection.index));
  return subjects
    .filter((subject) => !reached.has(subject.index))
    .map(({ path, size }) => ({
      path,
      kind: "binary",
      size,
      status: "failed",
      reason: "interrupted",
    }));
}

/** Fails where the configuration names a check that nobody knows. */
async function assertNamesKnown(config: Config, registry: Registry): Promise<void> {
  const unknown = config.named.find(({ name }) => registry.named(name).length === 0);
  if (unknown === undefined || config.file === undefined) return;
  const { unknownCheck } = await import("./config-file.ts");
  throw unknownCheck(config.file, unknown, registry.names);
}

/**
 * Scans files and folders. Throws `target-missing` or `config-invalid` before anything is
 * scanned; after that it always resolves, with what could not be done in `problems` and coverage.
 */
export async function scan(options: ScanOptions): Promise<Run> {
  const { config, targets, signal } = options;
  const started = options.now ?? new Date();
  const begin = now();
  const limits: Limits = { ...defaultLimits, ...config.limits, ...options.limits };
  const cwd = options.cwd ?? process.cwd();

  const exclude = {
    folder: config.file === undefined ? cwd : dirname(config.file),
    patterns: config.exclude,
  };
  const [toolbox, found] = await Promise.all([
    loadToolbox(options.toolbox),
    discover({ targets, cwd, exclude, signal }),
  ]);
  const registry = buildRegistry(toolbox.checks, config.disable);
  await assertNamesKnown(config, registry);

  const today = started.toISOString().slice(0, 10);
  const { subjects } = found;
  const modules = moduleNames(subjects.map(({ path }) => path));
  const isOurs = oursAmong(modules);
  const job: Job = {
    subjects,
    toolbox,
    registry,
    limits,
    today,
    options,
    isOurs,
    models: config.models,
    ownNames: new Set(config.ownNames),
    modules,
  };
  const problems: string[] = [];
  const inspections: Inspection[] = [];
  let infra: InfraFound | undefined;
  const waits = (subject: Subject): boolean =>
    registry.byView.has("infra") && isTerraformByName(subject);
  const first = subjects.filter((subject) => !waits(subject));
  const waiting = subjects.filter(waits);
  const crew = openCrew(job);
  try {
    await crew.run(first, (inspection) => {
      inspections.push(inspection);
      options.onProgress?.({ done: inspections.length, total: subjects.length });
    });
    await follow(job, { crew, inspections });
    infra = await askInfra(job, { crew, inspections, waiting });
    problems.push(...(infra?.problems ?? []));
    problems.push(...(await seeTogether(job, inspections)));
  } catch (error) {
    // What was inspected before the workers failed still counts.
    problems.push(messageOf(error));
  } finally {
    await crew.close();
  }
  inspections.sort((a, b) => a.index - b.index);
  if (options.history !== undefined && signal?.aborted !== true) {
    const { searchHistory } = await import("./history.ts");
    const [first = cwd] = found.targets;
    const folder = statSync(first).isDirectory() ? first : dirname(first);
    const isExcluded = globTester(exclude.folder, exclude.patterns);
    const { onProgress, history: refs } = options;
    const { root } = found;
    const past = await searchHistory({ folder, root, refs, isExcluded, onProgress, signal }, job);
    problems.push(...past.problems);
    inspections.push({ index: found.subjects.length, ...past });
  }
  if (signal?.aborted === true)
    problems.push("The scan was interrupted; what was known by then is here.");

  const coverage = [
    ...inspections.map((inspection) => inspection.coverage),
    ...unreached(found.subjects, inspections),
    ...found.passed,
    ...(infra?.absent ?? []),
  ].sort(byPath);
  const { findings, suppressed } = sortOut(
    inspections.flatMap((inspection) => inspection.findings),
    {
      registry,
      today,
      config,
      baseline: options.baseline,
      root: found.root,
      targets: found.targets,
    },
  );
  const gate = judge({ findings, coverage, policy: policyOf(config, found.root) });
  return {
    version: runVersion,
    tool: { name: "pavise", version: paviseVersion() },
    command: options.command ?? "scan",
    targets: [...targets],
    startedAt: started.toISOString(),
    durationMs: Math.round(now() - begin),
    audience: config.audience,
    gate,
    findings,
    suppressed,
    coverage: { summary: summarizeCoverage(coverage), assets: coverage },
    checks: checksOf([...findings, ...suppressed], registry.metas),
    ...(infra === undefined
      ? {}
      : {
          assessments: infra.assessments,
          assessed: infra.assessed,
          inventory: infra.inventory,
        }),
    problems,
  };
}
