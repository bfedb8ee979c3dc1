// Where Google's own programs look for credentials, in their order, and what Terraform adds to it.
// https://cloud.google.com/docs/authentication/application-default-credentials
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../../../core/index.ts";
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

function fileAt(path: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw noAccess(`the credentials cannot be read: ${messageOf(error)}`);
  }
  try {
    const value: unknown = JSON.parse(text.slice(0, maxFileBytes));
    if (isObject(value)) return value;
  } catch {
    // What is thrown may quote the file.
  }
  throw noAccess(`the credentials are no JSON object: ${path}`);
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
  const named = given(env["GOOGLE_APPLICATION_CREDENTIALS"]) ?? given(env["GOOGLE_CREDENTIALS"]);
  if (named !== undefined) return accessOf(fileAt(named), named, env);
  const usual = join(gcloudFolder(env), "application_default_credentials.json");
  if (existsSync(usual)) return accessOf(fileAt(usual), usual, env);
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
