// Where Google's own programs look for credentials, in their order, and what Terraform adds to it.
// https://cloud.google.com/docs/authentication/application-default-credentials
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, textIn, type JsonObject } from "../../live/json.ts";
import { noAccess } from "./exchange.ts";
import { gcloudCredentials, gcloudFolder, gcloudProperty } from "./gcloud.ts";
import { tokenFor } from "./kinds.ts";
import { hasMetadata, metadataProject, metadataToken, type Environment } from "./metadata.ts";
import { fixedToken, refreshing, type TokenSource } from "../../live/token.ts";

/** What calls are made with. */
export interface Access {
  readonly token: TokenSource;
  /** Where they were found, for people. */
  readonly from: string;
  /** The project that calls are counted for, where the caller's own is not it. */
  readonly quotaProject?: string;
  /** The project that the credentials belong to. */
  readonly project?: string;
}

const maxFileBytes = 1_000_000;

/** What a file holds. `from` says who named it: what stands in its place may be the key itself. */
function fileAt(path: string, from: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw noAccess(`the credentials of ${from} cannot be read (${code ?? "no file"})`);
  }
  return credentialsIn(text, from);
}

function credentialsIn(text: string, from: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text.slice(0, maxFileBytes));
    if (isObject(value)) return value;
  } catch {
    // What is thrown may quote the file.
  }
  throw noAccess(`the credentials of ${from} are no JSON object`);
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

function accessOf(file: JsonObject, from: string, env: Environment): Access {
  const quotaProject = given(env["GOOGLE_CLOUD_QUOTA_PROJECT"]) ?? textIn(file["quota_project_id"]);
  const project = textIn(file["project_id"]);
  return {
    token: refreshing(() => tokenFor(file)),
    from,
    ...(quotaProject === undefined ? {} : { quotaProject }),
    ...(project === undefined ? {} : { project }),
  };
}

/** Finds credentials. Throws `service-failed` where there are none. */
export async function findAccess(env: Environment): Promise<Access> {
  const token = given(env["GOOGLE_OAUTH_ACCESS_TOKEN"]) ?? given(env["CLOUDSDK_AUTH_ACCESS_TOKEN"]);
  const quotaProject = given(env["GOOGLE_CLOUD_QUOTA_PROJECT"]);
  const quota = quotaProject === undefined ? {} : { quotaProject };
  if (token !== undefined)
    return { token: fixedToken(token), from: "GOOGLE_OAUTH_ACCESS_TOKEN", ...quota };
  for (const name of ["GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_CREDENTIALS"]) {
    const said = given(env[name]);
    if (said === undefined) continue;
    // Terraform's may hold the key in the place of a path.
    const file = said.startsWith("{") ? credentialsIn(said, name) : fileAt(said, name);
    return accessOf(file, name, env);
  }
  const usual = join(gcloudFolder(env), "application_default_credentials.json");
  if (existsSync(usual)) return accessOf(fileAt(usual, usual), usual, env);
  const own = await gcloudCredentials(env);
  if (own !== undefined) return accessOf(own, "gcloud auth login", env);
  if (await hasMetadata(env))
    return { token: refreshing(() => metadataToken(env)), from: "the metadata server", ...quota };
  throw noAccess("there are no credentials for Google Cloud");
}

/** The project that is meant where none is named. */
export async function usualProject(env: Environment, access: Access): Promise<string | undefined> {
  return (
    given(env["GOOGLE_CLOUD_PROJECT"]) ??
    given(env["CLOUDSDK_CORE_PROJECT"]) ??
    access.project ??
    gcloudProperty(env, "project") ??
    (access.from === "the metadata server" ? await metadataProject(env) : undefined)
  );
}
