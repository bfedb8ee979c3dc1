// Where credentials come from, in the order of AWS's own tools: "Standardized credential providers" of the
// AWS SDKs and Tools Reference Guide. A profile that is named goes before the environment.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Environment } from "../client/services.ts";
import { refreshing, type Credentials, type CredentialSource } from "./credentials.ts";
import {
  assumeByToken,
  assumeRole,
  credentialsOfProgram,
  noCredentials,
  ofContainer,
  ofMachine,
  ofSignOn,
} from "./exchange.ts";
import { homeOf, loadProfiles, readToken, type Profile, type Profiles } from "./profiles.ts";

/** What is known before anything is asked. */
export interface ChainOptions {
  readonly env: Environment;
  readonly profile?: string;
  /** Where roles are assumed. */
  readonly region: string;
}

interface Chain extends ChainOptions {
  readonly profiles: Profiles;
}

const hint =
  "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile with --profile, or log in with `aws sso login`.";

/** Credentials of the user, found again when they end. */
export function credentialsOf(options: ChainOptions): CredentialSource {
  const chain: Chain = { ...options, profiles: loadProfiles(options.env) };
  return refreshing(() => find(chain));
}

/** Credentials of a role that the user may assume. */
export function credentialsOfRole(
  by: CredentialSource,
  role: ChainOptions & { readonly arn: string; readonly externalId?: string },
): CredentialSource {
  return refreshing(async () => assumeRole(role, await by.current()));
}

async function find(chain: Chain): Promise<Credentials> {
  const { env, profile, profiles } = chain;
  if (profile === undefined) {
    const own = ofEnvironment(env) ?? (await ofWebIdentity(chain));
    if (own !== undefined) return own;
  }
  const name = profile ?? env["AWS_PROFILE"] ?? env["AWS_DEFAULT_PROFILE"] ?? "default";
  const said = profiles.profile(name);
  if (said === undefined && name !== "default")
    throw noCredentials(`there is no profile ${name}`, "Profiles stand in ~/.aws/config.");
  const known = said === undefined ? undefined : await ofProfile(chain, { name, said, seen: [] });
  const found = known ?? (await ofContainer(env, readToken)) ?? (await ofMachine(env));
  if (found === undefined) throw noCredentials("no credentials are found", hint);
  return found;
}

function ofEnvironment(env: Environment): Credentials | undefined {
  const accessKeyId = env["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = env["AWS_SECRET_ACCESS_KEY"];
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: env["AWS_SESSION_TOKEN"] || undefined };
}

async function ofWebIdentity(chain: Chain): Promise<Credentials | undefined> {
  const { env, region } = chain;
  const file = env["AWS_WEB_IDENTITY_TOKEN_FILE"];
  const arn = env["AWS_ROLE_ARN"];
  if (file === undefined || arn === undefined) return undefined;
  return byToken({ arn, session: env["AWS_ROLE_SESSION_NAME"], region, env }, file);
}

async function byToken(
  role: Parameters<typeof assumeByToken>[0],
  file: string,
): Promise<Credentials> {
  const token = readToken(file);
  if (token === undefined) throw noCredentials(`there is no token in ${file}`, hint);
  return assumeByToken(role, token);
}

interface Named {
  readonly name: string;
  readonly said: Profile;
  /** Profiles that have led here, so that a circle ends. */
  readonly seen: readonly string[];
}

async function ofProfile(chain: Chain, named: Named): Promise<Credentials | undefined> {
  const { name, said, seen } = named;
  const { env, region } = chain;
  const arn = said["role_arn"];
  // A profile whose source is itself has keys of its own, which assume the role.
  if (arn !== undefined && !seen.includes(name)) {
    const role = {
      arn,
      externalId: said["external_id"],
      session: said["role_session_name"],
      region,
      env,
    };
    const file = said["web_identity_token_file"];
    if (file !== undefined) return byToken(role, file);
    return assumeRole(role, await sourceOf(chain, named));
  }
  const accessKeyId = said["aws_access_key_id"];
  const secretAccessKey = said["aws_secret_access_key"];
  if (accessKeyId !== undefined && secretAccessKey !== undefined)
    return { accessKeyId, secretAccessKey, sessionToken: said["aws_session_token"] };
  if (said["sso_account_id"] !== undefined) return bySignOn(chain, said);
  const program = said["credential_process"];
  return program === undefined ? undefined : run(program);
}

async function sourceOf(chain: Chain, { name, said, seen }: Named): Promise<Credentials> {
  const source = said["source_profile"];
  const from = said["credential_source"];
  let found: Credentials | undefined;
  if (source !== undefined) {
    const next = chain.profiles.profile(source);
    const isCircle = seen.includes(source);
    if (next !== undefined && !isCircle)
      found = await ofProfile(chain, { name: source, said: next, seen: [...seen, name] });
  } else if (from === "Environment") found = ofEnvironment(chain.env);
  else if (from === "EcsContainer") found = await ofContainer(chain.env, readToken);
  else if (from === "Ec2InstanceMetadata") found = await ofMachine(chain.env);
  if (found !== undefined) return found;
  throw noCredentials(
    `the profile ${name} names a role, and ${source ?? from ?? "nothing"} gives no credentials for it`,
    "See source_profile and credential_source in ~/.aws/config.",
  );
}

/** The command line keeps tokens under the hash of what was logged in to. */
function bySignOn({ env, profiles, region }: Chain, said: Profile): Promise<Credentials> {
  const name = said["sso_session"];
  const session = name === undefined ? said : { ...said, ...profiles.session(name) };
  const key = name ?? session["sso_start_url"] ?? "";
  const file = `${createHash("sha1").update(key).digest("hex")}.json`;
  return ofSignOn({
    token: readToken(join(homeOf(env), "sso", "cache", file)),
    region: session["sso_region"] ?? region,
    account: said["sso_account_id"] ?? "",
    role: said["sso_role_name"] ?? "",
    env,
  });
}

/** The user's own file says what to run; it is run as it stands, by no shell. */
function run(program: string): Credentials {
  const words = [...program.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );
  const [command = "", ...rest] = words;
  const { status, stdout } = spawnSync(command, rest, { encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw noCredentials(`credential_process fails: ${command}`, "See the profile.");
  return credentialsOfProgram(stdout);
}
