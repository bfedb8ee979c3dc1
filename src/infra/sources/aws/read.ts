import { PaviseError } from "../../../core/index.ts";
import { isObject, textIn } from "../live/json.ts";
import { createPace, eachAtOnce, type Pace, type PaceOptions } from "../live/pace.ts";
import type { LiveReading } from "../live/reading.ts";
import { continueSnapshot, writeSnapshot, type Part } from "../live/snapshot.ts";
import { createClient, type Client } from "./client/client.ts";
import type { Operation } from "./client/operation.ts";
import { isRegion, partitionOf, type Environment } from "./client/services.ts";
import { credentialsOf, credentialsOfRole } from "./credentials/chain.ts";
import type { CredentialSource } from "./credentials/credentials.ts";
import { loadProfiles } from "./credentials/profiles.ts";
import type { Table, Where } from "./table.ts";
import { allTables } from "./tables/all.ts";
import { describeRegions, regionsIn } from "./tables/ec2.ts";
import { collect, type CollectHooks } from "./collect.ts";
import { readTable } from "./walk.ts";

/** What is read, and how. */
export interface AwsOptions {
  readonly profile?: string;
  /** Regions, or `all` that the account has; the configured one where nothing is said. */
  readonly regions?: readonly string[] | "all";
  /** Roles whose accounts are read in place of that of the credentials. */
  readonly roles?: readonly { readonly arn: string; readonly externalId?: string }[];
  /** How many jobs and model packages of each kind, newest first. */
  readonly recent?: number;
  readonly pace?: Omit<PaceOptions, "signal">;
  /** A file that the snapshot is written to; one that is not whole is continued. */
  readonly save?: string;
  readonly env?: Environment;
}

/** Who is told while it is read. */
export interface AwsHooks extends CollectHooks {
  readonly signal?: AbortSignal;
  readonly onCall?: (operation: Operation, region: string) => void;
}

/** An account that can be asked. */
interface Account {
  readonly id: string;
  readonly client: Client;
}

interface Job {
  readonly part: Part;
  readonly table: Table;
  readonly where: Where;
  readonly account: Account;
}

const jobsAtOnce = 16;
const usualRecent = 100;

/**
 * Reads an AWS account, or those of several roles. Throws `usage` without a region, `service-failed`
 * without credentials that are let in, `interrupted`, and what writing a snapshot throws.
 */
export async function readAws(options: AwsOptions, hooks: AwsHooks = {}): Promise<LiveReading> {
  const { env = process.env, profile } = options;
  const { signal } = hooks;
  const settings = settingsOf(env, profile);
  const region = regionOf(options, settings);
  const tries = Number(env["AWS_MAX_ATTEMPTS"]);
  const pace = createPace({ ...(tries >= 1 ? { tries } : {}), ...options.pace, signal });
  const problems: string[] = [];
  try {
    return await read({ options, hooks, pace, env: settings.env, region, problems });
  } catch (error) {
    if (signal?.aborted === true && !(error instanceof PaviseError))
      throw new PaviseError("interrupted", "stopped before the account was read", {
        hint: options.save === undefined ? undefined : "The same command goes on where it stopped.",
      });
    throw error;
  }
}

interface Settings {
  readonly env: Environment;
  readonly region: string | undefined;
}

/** What a profile says of region and endpoint counts where the environment is silent. */
function settingsOf(env: Environment, profile: string | undefined): Settings {
  const name = profile ?? env["AWS_PROFILE"] ?? env["AWS_DEFAULT_PROFILE"] ?? "default";
  const said = loadProfiles(env).profile(name);
  const endpoint = env["AWS_ENDPOINT_URL"] ?? said?.["endpoint_url"];
  const region = env["AWS_REGION"] || env["AWS_DEFAULT_REGION"] || undefined;
  return {
    env: endpoint === undefined ? env : { ...env, AWS_ENDPOINT_URL: endpoint },
    // A profile that is named counts before the environment.
    region: profile === undefined ? (region ?? said?.["region"]) : (said?.["region"] ?? region),
  };
}

function regionOf({ regions }: AwsOptions, settings: Settings): string {
  const region = typeof regions === "object" ? (regions[0] ?? settings.region) : settings.region;
  if (region === undefined && regions === "all") return "us-east-1";
  if (region === undefined)
    throw new PaviseError("usage", "no region of AWS is named", {
      hint: "Name it with --region, `all` for all, or set AWS_REGION.",
    });
  const wrong = [region, ...(typeof regions === "object" ? regions : [])].find(
    (each) => !isRegion(each),
  );
  if (wrong === undefined) return region;
  throw new PaviseError("usage", `--region ${wrong}: no region of AWS`, {
    hint: "A region is called like eu-central-1.",
  });
}

interface Reading {
  readonly options: AwsOptions;
  readonly hooks: AwsHooks;
  readonly pace: Pace;
  readonly env: Environment;
  readonly region: string;
  readonly problems: string[];
}

async function read(reading: Reading): Promise<LiveReading> {
  const { options, hooks, problems } = reading;
  const time = new Date().toISOString();
  const accounts = await accountsOf(reading);
  const regions = await regionsOf(reading, accounts[0]!);
  const jobs = accounts.flatMap((account) => jobsOf(account, regions));
  const head = { dialect: "aws", accounts: accounts.map(({ id }) => id), regions, time } as const;
  const { save } = options;
  const before = save === undefined ? undefined : await continueSnapshot(save, head);
  const writer =
    save === undefined
      ? undefined
      : writeSnapshot(save, { head, isContinued: before !== undefined });
  const collected = collect(hooks, { total: jobs.length, writer });
  try {
    if (before === undefined) {
      writer?.plan(jobs.map(({ part }) => part));
      for (const problem of problems) writer?.problem(problem);
    }
    for (const job of jobs) {
      const content = before?.get(job.part.name);
      if (content !== undefined) collected.again(content);
    }
    const left = jobs.filter(({ part }) => before?.has(part.name) !== true);
    await eachAtOnce(left, {
      atOnce: jobsAtOnce,
      work: async (job) => {
        const { part, table, where, account } = job;
        const walk = {
          client: account.client,
          sink: collected.sinkOf(part),
          recent: options.recent ?? usualRecent,
          regions: new Set(regions),
        };
        await readTable(walk, { table, where });
        writer?.done(part);
        collected.done();
      },
    });
    for (const problem of collected.problems()) writer?.problem(problem);
    writer?.end();
  } finally {
    writer?.close();
  }
  const { resources, gaps } = collected;
  return {
    resources,
    gaps,
    problems: [...problems, ...collected.problems()].map((message) => ({ message })),
    accounts: head.accounts,
    regions,
    time,
  };
}

async function accountsOf(reading: Reading): Promise<readonly Account[]> {
  const { options, env, region, problems } = reading;
  const chain = { env, profile: options.profile, region };
  const own = credentialsOf(chain);
  const { roles = [] } = options;
  if (roles.length === 0) return [await accountOf(reading, own)];
  const found: Account[] = [];
  let last: unknown;
  for (const role of roles) {
    try {
      found.push(await accountOf(reading, credentialsOfRole(own, { ...chain, ...role })));
    } catch (error) {
      if (!(error instanceof PaviseError)) throw error;
      last = error;
      problems.push(`nothing is read with the role ${role.arn}: ${error.message}`);
    }
  }
  if (found.length === 0) throw last;
  return found;
}

async function accountOf(
  { env, pace, hooks, region }: Reading,
  credentials: CredentialSource,
): Promise<Account> {
  const client = createClient({ credentials, env, pace, onCall: hooks.onCall });
  const answer = await client.call({ service: "sts", name: "GetCallerIdentity" }, { region });
  const id =
    answer.kind === "told" && isObject(answer.value) ? textIn(answer.value["Account"]) : undefined;
  if (id !== undefined) return { id, client };
  const why = "missing" in answer ? answer.missing : "no account is named";
  throw new PaviseError("service-failed", `AWS does not say who we are: ${why}`, {
    hint: "Look whether the credentials are still good, and whether sts can be reached from here.",
  });
}

async function regionsOf(
  { options, region, problems }: Reading,
  { client }: Account,
): Promise<readonly string[]> {
  const { regions } = options;
  if (regions !== "all") return [...new Set(regions ?? [region])];
  const answer = await client.call(describeRegions, { region });
  const found = answer.kind === "told" ? regionsIn(answer.value) : [];
  if (found.length > 0) return [...found].sort();
  const why = "missing" in answer ? answer.missing : "none is named";
  problems.push(`the regions of the account are not known, only ${region} is read: ${why}`);
  return [region];
}

function jobsOf(account: Account, regions: readonly string[]): readonly Job[] {
  return allTables.flatMap((table) => {
    const places = table.isGlobal === true ? regions.slice(0, 1) : regions;
    return places.map((region) => {
      const { type, part: kind, isGlobal } = table;
      const where = { account: account.id, region, partition: partitionOf(region).name };
      const place = isGlobal === true ? "global" : region;
      const name = [account.id, place, type, ...(kind === undefined ? [] : [kind])].join(" ");
      const part: Part = {
        name,
        type,
        account: account.id,
        ...(isGlobal === true ? {} : { region }),
      };
      return { part, table, where, account };
    });
  });
}
