// A real MLflow server on this machine alone, with SQLite behind it. Its programs are made by
// `.ci/run`, or by hand: `python3 -m venv .pavise/mlflow && .pavise/mlflow/bin/pip install mlflow`.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program =
  process.env["PAVISE_TEST_MLFLOW"] ??
  join(import.meta.dirname, "../../../.pavise/mlflow/bin/mlflow");

/** True where tests can have a server. */
export const hasMlflow = existsSync(program);

/** What to say of tests that need one, where there is none. */
export const mlflowTitle = hasMlflow
  ? "a real MLflow server"
  : `a real MLflow server (skipped: there is no ${program}; .ci/run makes it)`;

/** A server that runs. */
export interface MlflowServer {
  readonly uri: string;
  /** Calls `api/2.0/mlflow/PATH` and gives what it answers. */
  readonly call: (
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: unknown,
  ) => Promise<Readonly<Record<string, unknown>>>;
  readonly stop: () => Promise<void>;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

/** Resolves when a server answers at all; rejects when it does not for so long. */
export async function answering(url: string, ms: number): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    try {
      const { ok } = await fetch(url);
      if (ok) return;
    } catch {
      // Not yet.
    }
    if (Date.now() > end) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts a server with an empty store; the first start takes some seconds. */
export async function startMlflow(): Promise<MlflowServer> {
  const folder = mkdtempSync(join(tmpdir(), "pavise-mlflow-"));
  const port = await freePort();
  const uri = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    [
      "server",
      "--host=127.0.0.1",
      `--port=${port}`,
      "--workers=1",
      `--backend-store-uri=sqlite:///${folder}/mlflow.db`,
      `--artifacts-destination=${join(folder, "artifacts")}`,
    ],
    {
      cwd: folder,
      // A group of its own: it starts others, which have to end with it.
      detached: true,
      stdio: "ignore",
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, MLFLOW_DISABLE_TELEMETRY: "true" },
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
  });
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, "SIGKILL");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await answering(`${uri}/health`, 90_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    uri,
    stop,
    call: async (method, path, body) => {
      const ask = (): Promise<Response> =>
        fetch(`${uri}/api/2.0/mlflow/${path}`, {
          method,
          headers: { "content-type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      // A connection that was kept may be gone by now: tests wait for programs without a look at it.
      const reply = await ask().catch(ask);
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
      return JSON.parse(text) as Readonly<Record<string, unknown>>;
    },
  };
}
