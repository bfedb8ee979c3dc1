import module from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Limits } from "../core/index.ts";
import type { UserModels } from "../flow/models.ts";
import type { OwnNames } from "../load/own-names.ts";
import { inspectFile, type Inspection, type Task } from "./inspect.ts";
import { oursAmong } from "./modules.ts";
import { buildRegistry } from "./registry.ts";
import { loadToolbox } from "./toolbox.ts";

/** What a worker is told when it starts. */
export interface WorkerSetup {
  readonly toolbox?: string;
  readonly disabled: readonly string[];
  readonly limits: Limits;
  readonly today: string;
  readonly models: UserModels;
  /** Names of the project that its model files may call. */
  readonly ownNames: OwnNames;
  /** Names by which files of the project may be imported. */
  readonly modules: readonly string[];
  /** One number: the index of the file being inspected, or -1. Read by the main thread. */
  readonly heartbeat: SharedArrayBuffer;
  readonly compileCache?: string;
}

/** What a worker says: that it is ready, then one answer for each batch. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "batch"; readonly inspections: readonly Inspection[] };

async function serve(setup: WorkerSetup): Promise<void> {
  if (setup.compileCache !== undefined) module.enableCompileCache(setup.compileCache);
  const toolbox = await loadToolbox(setup.toolbox);
  const registry = buildRegistry(toolbox.checks, setup.disabled);
  const { limits, today, models, ownNames } = setup;
  const isOurs = oursAmong(setup.modules);
  const heartbeat = new Int32Array(setup.heartbeat);
  const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

  parentPort?.on("message", (batch: readonly Task[]) => {
    const inspections = batch.map((subject) => {
      Atomics.store(heartbeat, 0, subject.index);
      return inspectFile(subject, {
        toolbox,
        registry,
        limits,
        today,
        models,
        ownNames,
        isOurs,
      });
    });
    Atomics.store(heartbeat, 0, -1);
    say({ kind: "batch", inspections });
  });
  say({ kind: "ready" });
}

void serve(workerData as WorkerSetup);
