// What `gcloud auth login` leaves behind, where there are no application default credentials.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseIni } from "../../../../formats/ini/parse.ts";
import { isObject, type JsonObject } from "../../live/json.ts";
import type { Environment } from "./metadata.ts";

/** The folder in which gcloud keeps its settings. */
export function gcloudFolder(env: Environment): string {
  const named = env["CLOUDSDK_CONFIG"];
  if (named !== undefined && named !== "") return named;
  const { APPDATA: roaming } = env;
  if (process.platform === "win32" && roaming !== undefined) return join(roaming, "gcloud");
  return join(env["HOME"] ?? homedir(), ".config", "gcloud");
}

function textAt(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** What the configuration in use says of a property of `core`. */
export function gcloudProperty(env: Environment, name: string): string | undefined {
  const folder = gcloudFolder(env);
  const active = env["CLOUDSDK_ACTIVE_CONFIG_NAME"] ?? textAt(join(folder, "active_config")).trim();
  if (!/^[\w-]*$/.test(active)) return undefined;
  const text = textAt(join(folder, "configurations", `config_${active || "default"}`));
  const { settings } = parseIni(text);
  return settings.findLast(({ key }) => key === `core.${name}`)?.value;
}

/** The credentials of the account in use, from gcloud's own store; read only. */
export async function gcloudCredentials(env: Environment): Promise<JsonObject | undefined> {
  const path = join(gcloudFolder(env), "credentials.db");
  const account = env["CLOUDSDK_CORE_ACCOUNT"] ?? gcloudProperty(env, "account");
  if (account === undefined || !existsSync(path)) return undefined;
  try {
    const { DatabaseSync } = await import("node:sqlite");
    const store = new DatabaseSync(path, { readOnly: true });
    try {
      const row = store.prepare("SELECT value FROM credentials WHERE account_id = ?").get(account);
      const value: unknown = JSON.parse(String(row?.["value"]));
      return isObject(value) ? value : undefined;
    } finally {
      store.close();
    }
  } catch {
    return undefined;
  }
}
