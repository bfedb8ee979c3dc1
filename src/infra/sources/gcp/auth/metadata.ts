// The metadata server of a machine in Google Cloud.
// https://cloud.google.com/compute/docs/metadata/querying-metadata
import { textOfAnswer } from "../../live/body.ts";
import { isObject } from "../../live/json.ts";
import { tokenOf } from "./exchange.ts";
import type { Token } from "../../live/token.ts";

/** The environment variables that credentials are looked up in. */
export type Environment = Readonly<Record<string, string | undefined>>;

const flavor = { "Metadata-Flavor": "Google" };
const maxBytes = 1_000_000;
const probeMs = 1_500;

function base(env: Environment): string {
  return `http://${env["GCE_METADATA_HOST"] ?? "metadata.google.internal"}/computeMetadata/v1`;
}

async function ask(url: string, timeoutMs: number): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      headers: flavor,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    // A host that merely answers to the name says it otherwise.
    if (!response.ok || response.headers.get("metadata-flavor") !== "Google") {
      await response.body?.cancel();
      return undefined;
    }
    return await textOfAnswer(response, maxBytes);
  } catch {
    return undefined;
  }
}

/** True where this machine has a metadata server. */
export async function hasMetadata(env: Environment): Promise<boolean> {
  if (env["NO_GCE_CHECK"] === "true") return false;
  return (await ask(`${base(env)}/instance/service-accounts/`, probeMs)) !== undefined;
}

/** A token of the machine's own service account. */
export async function metadataToken(env: Environment): Promise<Token> {
  const text = await ask(`${base(env)}/instance/service-accounts/default/token`, 10_000);
  let value: unknown;
  try {
    value = JSON.parse(text ?? "");
  } catch {
    value = undefined;
  }
  return tokenOf(isObject(value) ? value : {}, "the metadata server");
}

/** The project that the machine belongs to. */
export function metadataProject(env: Environment): Promise<string | undefined> {
  return ask(`${base(env)}/project/project-id`, probeMs);
}
