import { PaviseError } from "../../core/index.ts";
import { auditReading, loadConfig, readBaseline } from "../../engine/index.ts";
import type { LiveReading, Progress } from "../../infra/sources/live/reading.ts";
import { interruptible } from "../interrupt.ts";
import type { Given } from "../options.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { progressLine } from "../progress.ts";
import type { Stage } from "../stage.ts";
import { withOptions } from "./gate-options.ts";

const clouds = ["aws", "gcp", "azure"] as const;
type Cloud = (typeof clouds)[number];

function cloudOf({ operands }: Given): Cloud {
  const [name = "", ...more] = operands;
  const cloud = clouds.find((each) => each === name);
  const hint = "`pavise audit aws`, `pavise audit gcp` or `pavise audit azure`.";
  if (cloud === undefined)
    throw new PaviseError(
      "usage",
      name === "" ? "no cloud is named" : `there is no cloud ${name}`,
      {
        hint,
      },
    );
  if (more.length > 0)
    throw new PaviseError("usage", `one cloud at a time, and ${more[0]} is more`, { hint });
  return cloud;
}

/** Options that not every cloud has, and who has them. */
const ofClouds: Readonly<Record<string, readonly Cloud[]>> = {
  profile: ["aws"],
  role: ["aws"],
  region: ["aws", "gcp"],
  recent: ["aws", "gcp"],
  project: ["gcp"],
  organization: ["gcp"],
  subscription: ["azure"],
};

/** Fails where an option would be dropped: whoever named a project believes that it was looked at. */
function assertMeant(cloud: Cloud, given: Given): void {
  const asking = Object.keys(ofClouds);
  const foreign = asking.find((name) => given.has(name) && !ofClouds[name]!.includes(cloud));
  if (foreign !== undefined)
    throw new PaviseError("usage", `--${foreign} says nothing to ${cloud}`, {
      hint: `It is an option of ${ofClouds[foreign]!.map((each) => `\`pavise audit ${each}\``).join(" and ")}.`,
    });
  const dropped = [...asking, "save"].find((name) => given.has(name));
  if (given.has("from") && dropped !== undefined)
    throw new PaviseError("usage", `--${dropped} is for asking the cloud, which --from does not`, {
      hint: "All that the snapshot holds is judged.",
    });
  const first = given.options.find(
    ({ name }) => !["print-policy", "organization", "no-color"].includes(name),
  );
  if (given.has("print-policy") && first !== undefined)
    throw new PaviseError("usage", `--${first.name} says nothing to --print-policy`, {
      hint: "It prints the permissions and does nothing else.",
    });
}

/** The values of an option that may be repeated or hold several by commas. */
function valuesOf({ options }: Given, name: string): readonly string[] {
  return options
    .filter((option) => option.name === name)
    .flatMap(({ value }) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function recentOf(given: Given): number | undefined {
  const said = given.last("recent");
  if (said === undefined) return undefined;
  if (/^\d{1,6}$/.test(said)) return Number(said);
  throw new PaviseError("usage", `--recent ${said}: not a number`, {
    hint: "How many jobs of each kind, such as --recent 500.",
  });
}

/** Regions, or undefined where none is named. */
function regionsOf(given: Given): readonly string[] | undefined {
  const regions = valuesOf(given, "region");
  return regions.length === 0 ? undefined : regions;
}

interface Hooks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** How each cloud is read, and what that needs; imported when it is asked for. */
const readers: Readonly<
  Record<
    Cloud,
    {
      readonly read: (given: Given, hooks: Hooks) => Promise<LiveReading>;
      readonly policy: (given: Given) => Promise<string>;
    }
  >
> = {
  aws: {
    read: async (given, hooks) => {
      const { readAws } = await import("../../infra/sources/aws/index.ts");
      const regions = regionsOf(given);
      const options = {
        profile: given.last("profile"),
        regions: regions?.includes("all") === true ? ("all" as const) : regions,
        roles: valuesOf(given, "role").map((arn) => ({ arn })),
        recent: recentOf(given),
        save: given.last("save"),
      };
      return readAws(options, hooks);
    },
    policy: async () => {
      const { policyForAws } = await import("../../infra/sources/aws/index.ts");
      return `${JSON.stringify(policyForAws(), null, 2)}\n`;
    },
  },
  gcp: {
    read: async (given, hooks) => {
      const { readGcp } = await import("../../infra/sources/gcp/index.ts");
      const projects = valuesOf(given, "project");
      const options = {
        projects: projects.length === 0 ? undefined : projects,
        organization: given.last("organization"),
        regions: regionsOf(given),
        recent: recentOf(given),
        save: given.last("save"),
      };
      return readGcp(options, hooks);
    },
    policy: async (given) => {
      const { roleScript } = await import("../../infra/sources/gcp/index.ts");
      return roleScript(given.has("organization") ? "organization" : "project");
    },
  },
  azure: {
    read: async (given, hooks) => {
      const { readAzure } = await import("../../infra/sources/azure/index.ts");
      const subscriptions = valuesOf(given, "subscription");
      const options = {
        subscriptions: subscriptions.length === 0 ? undefined : subscriptions,
        save: given.last("save"),
      };
      return readAzure(options, hooks);
    },
    policy: async () => {
      const { policyForAzure } = await import("../../infra/sources/azure/index.ts");
      return `${JSON.stringify(policyForAzure(), null, 2)}\n`;
    },
  },
};

async function readLive(cloud: Cloud, given: Given, stage: Stage): Promise<LiveReading> {
  const from = given.last("from");
  if (from !== undefined) {
    const { loadSnapshot } = await import("../../infra/sources/live/snapshot.ts");
    return loadSnapshot(from, cloud);
  }
  const progress = progressLine(stage, "parts");
  const { signal, done } = interruptible();
  const hooks = { signal, onProgress: progress.show };
  return readers[cloud].read(given, hooks).finally(() => {
    progress.clear();
    done();
  });
}

/** `pavise audit` */
export async function auditCommand(given: Given, stage: Stage): Promise<number> {
  const cloud = cloudOf(given);
  assertMeant(cloud, given);
  if (given.has("print-policy")) {
    await stage.print(await readers[cloud].policy(given));
    return 0;
  }
  const outputs = readOutputs(given);
  const cwd = process.cwd();
  const config = withOptions(
    await loadConfig({ targets: [cwd], cwd, file: given.last("config") }),
    given,
  );
  const known = given.last("baseline");
  const started = new Date();
  const reading = await readLive(cloud, given, stage);
  const run = await auditReading({
    reading,
    config,
    command: `audit ${cloud}`,
    targets: reading.accounts,
    cwd,
    baseline: known === undefined ? undefined : readBaseline(known),
    includePassed: given.has("include-passed"),
    started,
  });
  const printed = outputs.some((output) => output.file === undefined);
  const shown = printed ? outputs : [...outputs, { format: "terminal" as const }];
  await writeOutputs(run, { outputs: shown, stage, quiet: given.has("quiet") });
  for (const problem of run.problems) stage.note(`warning: ${problem}\n`);
  if (run.problems.length > 0) return 3;
  return run.gate.pass ? 0 : 1;
}
