import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { messageOf, PaviseError } from "../core/index.ts";
import { assemble } from "./assemble.ts";
import type { GatewayConfig } from "./config/config.ts";
import { isLoopbackAddress } from "./config/read.ts";
import { openLasting } from "./lasting.ts";
import type { LogEntry } from "./pipeline/running.ts";
import { startAdmin } from "./server/admin.ts";
import { startGateway, type Gateway } from "./server/gateway.ts";
import { guardRoute } from "./server/guard-route.ts";

/** A gateway with its admin port, its configuration and how that changes. */
export interface Service {
  readonly gateway: Gateway;
  readonly adminPort: number | undefined;
  readonly config: () => GatewayConfig;
  /** Reads the configuration again; rejects, and keeps the one that is, where the new one is wrong. */
  readonly reload: () => Promise<void>;
  /** Answers what is running, takes no more, and ends. */
  readonly stop: () => Promise<void>;
}

export interface ServeGiven {
  readonly config: GatewayConfig;
  /** Reads the configuration's file again; undefined where there is none. */
  readonly again: (() => GatewayConfig) | undefined;
  readonly log: (entry: LogEntry) => void;
}

/** Beyond this machine only with keys, or where it was said that none are wanted. */
function refuseOpenDoor(config: GatewayConfig): void {
  const { host } = config.listen;
  if ((config.parts.keys ?? []).length > 0 || config.isOpenWanted || isLoopbackAddress(host))
    return;
  throw new PaviseError("config-invalid", `listening at ${host} would let anybody use the models`, {
    hint: "Give keys to those who may use it, or say `listen: {open: true}` where that is meant.",
  });
}

/** What is opened once, when the gateway starts. */
function lastingSettings({ listen, admin, parts, mcpServers }: GatewayConfig): unknown {
  const { audit, redis, telemetry } = parts;
  return [listen, admin, audit, redis, telemetry, mcpServers, parts["session-secret"]];
}

function changesListening(before: GatewayConfig, after: GatewayConfig): boolean {
  return JSON.stringify(lastingSettings(before)) !== JSON.stringify(lastingSettings(after));
}

/** Starts a gateway as a configuration says. */
export async function serve({ config, again, log }: ServeGiven): Promise<Service> {
  refuseOpenDoor(config);
  const lasting = await openLasting(config, log);
  let current = assemble(config, log, lasting);
  const { running } = current;
  const routes = [guardRoute, ...lasting.routes];
  const gateway = await startGateway({ running, listen: config.listen, routes }).catch(
    async (error: unknown) => {
      await current.close();
      await lasting.close();
      throw new PaviseError("service-failed", `cannot listen: ${messageOf(error)}`, {
        hint: "Another program may have the port; `--port` chooses another.",
        cause: error,
      });
    },
  );

  async function reload(): Promise<void> {
    if (again === undefined)
      throw new PaviseError("config-missing", "there is no file to read again");
    const wanted = again();
    refuseOpenDoor(wanted);
    const next = assemble(wanted, log, lasting);
    if (changesListening(current.config, wanted)) {
      const message =
        "the address, TLS, admin, audit, redis, telemetry and mcp settings take effect at the next start";
      log({ level: "warning", message });
    }
    const before = current;
    current = next;
    const isUnused = gateway.replace(next.running);
    log({ level: "info", message: "the configuration was read again" });
    // Requests that run keep to the configuration with which they began.
    void isUnused.then(before.close).catch((error: unknown) =>
      log({
        level: "warning",
        message: "an old configuration did not end",
        error: messageOf(error),
      }),
    );
  }

  const admin =
    config.admin === undefined
      ? undefined
      : await startAdmin(config.admin, {
          metrics: () => lasting.telemetry.metrics(),
          reload,
          status: () => ({
            ready: gateway.isReady(),
            upstreams: current.config.upstreams.map(({ name }) => name),
          }),
        });

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    await gateway.drain(current.config.drainMs);
    await admin?.drain(1000);
    await current.close();
    await lasting.close();
  }

  return {
    gateway,
    adminPort: admin?.port,
    config: () => current.config,
    reload,
    stop: () => (stopped ??= stop()),
  };
}

/** Calls `changed` when a file was written; its folder is watched, as editors put a new file in its place. */
export function watchFile(file: string, changed: () => void): () => void {
  let clock: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
    // Kubernetes swaps a link beside the file (`..data`), so that its name alone says too little.
    if (name !== null && name !== basename(file) && !name.startsWith("..")) return;
    clearTimeout(clock);
    clock = setTimeout(changed, 200);
  });
  watcher.on("error", () => watcher.close());
  return () => {
    clearTimeout(clock);
    watcher.close();
  };
}
