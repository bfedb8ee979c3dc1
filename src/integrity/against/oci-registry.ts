// The part of the OCI distribution API that gives a manifest, with the tokens of
// https://distribution.github.io/distribution/spec/auth/token/
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ask, askJson, basicAuthorization, isLoopback, unreachable } from "../http.ts";
import type { OciPlace } from "./oci-place.ts";
import type { ReaderContext } from "./record.ts";

/** A manifest as it came. */
export interface Manifest {
  readonly bytes: Buffer;
  /** The digest under which it was given. */
  readonly saidDigest?: string;
}

const accept = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
].join(", ");
const maxManifestBytes = 4 * 1024 * 1024;

const Config = z.object({
  auths: z.record(z.string(), z.object({ auth: z.string().optional() }).loose()).optional(),
});
const Token = z.object({ token: z.string().optional(), access_token: z.string().optional() });

const credentialsHint =
  "Credentials are taken from `auths` of ~/.docker/config.json (or DOCKER_CONFIG); programs that keep them (credsStore, credHelpers) are not run.";

/** What Docker's configuration has for a registry: the pair of user and password. */
function pairFor(host: string, env: ReaderContext["env"]): string | undefined {
  const folder = env["DOCKER_CONFIG"] ?? join(env["HOME"] ?? homedir(), ".docker");
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, "config.json"), "utf8"));
  } catch {
    return undefined;
  }
  const read = Config.safeParse(value);
  const auths = read.data?.auths ?? {};
  const names = [host, `https://${host}`, `https://${host}/v2/`, `https://${host}/v1/`];
  if (host === "registry-1.docker.io") names.push("https://index.docker.io/v1/", "docker.io");
  const auth = names.map((name) => auths[name]?.auth).find((text) => text !== undefined);
  const pair = auth === undefined ? "" : Buffer.from(auth, "base64").toString("utf8");
  return pair.includes(":") ? pair : undefined;
}

/** The parts of a challenge: `Bearer realm="…",service="…",scope="…"`. */
function challengeOf(
  header: string,
): { readonly scheme: string; readonly parts: ReadonlyMap<string, string> } | undefined {
  const match = /^\s*(\w+)\s*(.*)$/.exec(header);
  if (match === null) return undefined;
  const parts = new Map<string, string>();
  for (const [, key, value] of match[2]!.matchAll(/(\w+)="([^"]*)"/g))
    parts.set(key!.toLowerCase(), value!);
  return { scheme: match[1]!.toLowerCase(), parts };
}

/** What to send after a challenge; undefined where there is nothing to send. */
async function authorizationFor(
  url: URL,
  header: string,
  given: { readonly place: OciPlace; readonly context: ReaderContext },
): Promise<string | undefined> {
  const challenge = challengeOf(header);
  const pair = pairFor(url.host, given.context.env);
  const basic = pair === undefined ? undefined : basicAuthorization(pair);
  if (challenge?.scheme === "basic") return basic;
  if (challenge?.scheme !== "bearer") return undefined;
  const realm = challenge.parts.get("realm") ?? "";
  const at = URL.canParse(realm) ? new URL(realm) : undefined;
  const isSafe =
    at?.protocol === "https:" || (at !== undefined && isLoopback(at) && isLoopback(url));
  if (at === undefined || !isSafe)
    throw unreachable(url, "it sends to a place for tokens that is not asked by https");
  at.username = "";
  at.password = "";
  const service = challenge.parts.get("service");
  if (service !== undefined) at.searchParams.set("service", service);
  at.searchParams.set("scope", `repository:${given.place.repository}:pull`);
  const reply = await askJson(
    { url: at, authorization: basic, signal: given.context.signal, maxBytes: 1024 * 1024 },
    { hint: credentialsHint },
  );
  const read = Token.safeParse(reply?.value);
  const token = read.data?.token ?? read.data?.access_token;
  return token === undefined ? undefined : `Bearer ${token}`;
}

/** Asks a registry for a manifest. Undefined where it has none of this name. */
export async function fetchManifest(
  place: OciPlace,
  context: ReaderContext,
): Promise<Manifest | undefined> {
  const { at, repository, tag, digest } = place;
  const host = at === "docker.io" || at === "index.docker.io" ? "registry-1.docker.io" : at;
  const secure = new URL(`https://${host}/v2/${repository}/manifests/${digest ?? tag ?? "latest"}`);
  const url = isLoopback(secure) ? new URL(`http${secure.href.slice("https".length)}`) : secure;
  const question = { url, accept, maxBytes: maxManifestBytes, signal: context.signal };
  let reply = await ask(question);
  const challenge = reply.headers.get("www-authenticate");
  if (reply.status === 401 && challenge !== null) {
    const authorization = await authorizationFor(url, challenge, { place, context });
    if (authorization !== undefined) reply = await ask({ ...question, authorization });
  }
  const { status, body, headers } = reply;
  if (status === 404) return undefined;
  if (status === 401 || status === 403)
    throw unreachable(url, `it does not let us in (${status})`, { hint: credentialsHint });
  if (status !== 200) throw unreachable(url, `it answers with the status ${status}`);
  const saidDigest = headers.get("docker-content-digest") ?? undefined;
  return { bytes: body, saidDigest };
}
