// Debian's `docker-registry` (the CNCF distribution) on this machine alone.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answering, freePort } from "./mlflow.ts";

const program = process.env["PAVISE_TEST_REGISTRY"] ?? "/usr/bin/docker-registry";

/** True where tests can have a registry. */
export const hasRegistry = existsSync(program);

/** What to say of tests that need one, where there is none. */
export const registryTitle = hasRegistry
  ? "a real registry"
  : `a real registry (skipped: there is no ${program}; apt-get install docker-registry)`;

/** A registry that runs. */
export interface Registry {
  readonly host: string;
  /** Pushes a blob and gives its digest. */
  readonly pushBlob: (repository: string, bytes: Buffer) => Promise<string>;
  /** Pushes a manifest under a tag and gives its digest. */
  readonly pushManifest: (repository: string, tag: string, manifest: object) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** The digest of bytes as registries write it. */
export function digestOf(bytes: Buffer | string): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Starts an empty registry; with `htpasswd` only who is in it is let in. */
export async function startRegistry(
  given: { readonly htpasswd?: string; readonly authorization?: string } = {},
): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), "pavise-registry-"));
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const passwords = join(folder, "htpasswd");
  const auth = `auth: { htpasswd: { realm: test, path: ${passwords} } }\n`;
  writeFileSync(passwords, given.htpasswd ?? "");
  writeFileSync(
    join(folder, "config.yml"),
    `version: 0.1\nlog: { level: error, accesslog: { disabled: true } }\nstorage: { filesystem: { rootdirectory: ${folder}/data } }\nhttp: { addr: "${host}" }\n${given.htpasswd === undefined ? "" : auth}`,
  );
  const child = spawn(program, ["serve", join(folder, "config.yml")], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const own: Record<string, string> =
    given.authorization === undefined ? {} : { authorization: given.authorization };
  try {
    await answering(`http://${host}/`, 20_000);
  } catch (error) {
    await stop();
    throw error;
  }
  async function send(
    method: "POST" | "PUT",
    url: string,
    options: RequestInit = {},
  ): Promise<Response> {
    const headers = { ...own, ...(options.headers as Record<string, string> | undefined) };
    const reply = await fetch(url, { ...options, method, headers });
    if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
    return reply;
  }
  return {
    host,
    stop,
    pushBlob: async (repository, bytes) => {
      const begun = await send("POST", `http://${host}/v2/${repository}/blobs/uploads/`);
      const at = new URL(begun.headers.get("location") ?? "", `http://${host}`);
      const digest = digestOf(bytes);
      at.searchParams.set("digest", digest);
      await send("PUT", at.href, {
        body: bytes,
        headers: { "content-type": "application/octet-stream" },
      });
      return digest;
    },
    pushManifest: async (repository, tag, manifest) => {
      const text = JSON.stringify(manifest);
      const type = (manifest as { readonly mediaType?: string }).mediaType ?? "";
      await send("PUT", `http://${host}/v2/${repository}/manifests/${tag}`, {
        body: text,
        headers: { "content-type": type },
      });
      return digestOf(text);
    },
  };
}
