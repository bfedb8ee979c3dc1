import type { Span } from "../../core/index.ts";
import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../setting/tree.ts";
import {
  affordable,
  commandsOfScript,
  covering,
  imageOf,
  languageOf,
  openBudget,
  readUse,
  spend,
  textOf,
  textsOf,
  variablesIn,
  type Budget,
} from "./trees.ts";
import {
  noFacts,
  type Entry,
  type Image,
  type Job,
  type Permissions,
  type PipelineFacts,
  type Script,
  type Step,
  type Trigger,
} from "./view.ts";

/** Reads a workflow of GitHub Actions (also of Gitea and Forgejo, which took its language over). */
export function readWorkflow(root: TreeNode): PipelineFacts {
  const shell = shellOf(root) ?? "";
  const images: Image[] = [];
  const budget = openBudget();
  const jobs = entriesOf(entry(root, "jobs")).flatMap(({ key, keySpan, value }): Job[] =>
    value.kind === "map" && spend(budget, "steps")
      ? [readJob({ id: key, span: keySpan, node: value, shell, images, budget })]
      : [],
  );
  return {
    ...noFacts("github"),
    triggers: triggersOf(entry(root, "on") ?? entry(root, "true")),
    permissions: permissionsOf(root),
    environment: variablesIn(entry(root, "env")),
    jobs,
    images,
    commands: jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)),
    problems: budget.problems,
  };
}

/** Reads an `action.yml`: the steps of a composite one, the image of one in a container. */
export function readAction(root: TreeNode): PipelineFacts {
  const runs = entry(root, "runs");
  const budget = openBudget();
  const steps = stepsOf(entry(runs, "steps"), "", budget);
  const image = textOf(entry(runs, "image"));
  const isRemote = image?.value.startsWith("docker://") === true;
  const used = isRemote
    ? imageOf({ ...image, value: image.value.slice("docker://".length) }, "job")
    : undefined;
  const span = { start: runs?.start ?? 0, end: runs?.end ?? 0 };
  const job: Job = {
    ...span,
    id: "runs",
    runner: [],
    environment: [],
    isGuardedByEnvironment: false,
    steps,
  };
  return {
    ...noFacts("github-action"),
    jobs: steps.length === 0 ? [] : [job],
    images: [...(used === undefined ? [] : [used]), ...imagesOfSteps(steps)],
    commands: steps.flatMap(({ commands }) => commands),
    problems: budget.problems,
  };
}

function shellOf(node: TreeNode | undefined): string | undefined {
  return scalar(entry(entry(entry(node, "defaults"), "run"), "shell"))?.value;
}

function triggersOf(node: TreeNode | undefined): readonly Trigger[] {
  if (node?.kind === "map")
    return node.entries.map(({ key, keySpan }) => ({
      name: key,
      start: keySpan.start,
      end: keySpan.end,
    }));
  return textsOf(node).map(({ value, start, end }) => ({ name: value, start, end }));
}

function permissionsOf(node: TreeNode): Permissions | undefined {
  const found = entriesOf(node).findLast(({ key }) => key === "permissions");
  if (found === undefined) return undefined;
  const span = covering(found.keySpan, found.value);
  if (found.value.kind === "scalar") {
    const word = found.value.value;
    const all = word === "write-all" ? "write" : word === "read-all" ? "read" : "none";
    return { ...span, all, scopes: [] };
  }
  const scopes = entriesOf(found.value).flatMap(({ key, keySpan, value }) =>
    value.kind === "scalar"
      ? [{ name: key, access: value.value, ...covering(keySpan, value) }]
      : [],
  );
  return { ...span, ...(scopes.length === 0 ? { all: "none" as const } : {}), scopes };
}

interface JobSource {
  readonly id: string;
  readonly span: Span;
  readonly node: TreeNode;
  readonly shell: string;
  readonly images: Image[];
  readonly budget: Budget;
}

function readJob({ id, span, node, shell, images, budget }: JobSource): Job {
  const uses = textOf(entry(node, "uses"));
  const secrets = entriesOf(node).findLast(({ key }) => key === "secrets");
  const container = entry(node, "container");
  const used = imageOf(textOf(container) ?? textOf(entry(container, "image")), "job");
  if (used !== undefined) images.push(used);
  for (const { value } of entriesOf(entry(node, "services"))) {
    const service = imageOf(textOf(entry(value, "image")), "service");
    if (service !== undefined) images.push(service);
  }
  const called = uses === undefined ? undefined : readStep(node, shell, budget);
  const steps =
    called === undefined
      ? stepsOf(entry(node, "steps"), shellOf(node) ?? shell, budget)
      : // What is handed to a workflow; the workflow itself is said to be used by the job.
        [{ ...called, uses: undefined }];
  images.push(...imagesOfSteps(steps));
  const runsOn = entry(node, "runs-on");
  const runner =
    runsOn?.kind === "map"
      ? [...textsOf(entry(runsOn, "group")), ...textsOf(entry(runsOn, "labels"))]
      : textsOf(runsOn);
  return {
    start: span.start,
    end: Math.max(span.end, node.end),
    id,
    condition: textOf(entry(node, "if")),
    runner,
    permissions: permissionsOf(node),
    environment: variablesIn(entry(node, "env")),
    isGuardedByEnvironment: entry(node, "environment") !== undefined,
    steps,
    ...(uses === undefined ? {} : { uses: readUse(uses) }),
    ...(secrets !== undefined && scalar(secrets.value)?.value === "inherit"
      ? { inheritsSecrets: covering(secrets.keySpan, secrets.value) }
      : {}),
    ignoresFailure: continuesIn(node),
  };
}

/** `continue-on-error`, where it is written down to be so. */
function continuesIn(node: TreeNode): Span | undefined {
  const found = entriesOf(node).findLast(({ key }) => key === "continue-on-error");
  return found !== undefined && scalar(found.value)?.value === "true"
    ? covering(found.keySpan, found.value)
    : undefined;
}

function imagesOfSteps(steps: readonly Step[]): readonly Image[] {
  return steps.flatMap(({ uses }) => {
    if (uses?.kind !== "image") return [];
    const { name, start, end } = uses;
    return [{ reference: name, isKnown: !name.includes("$"), role: "step" as const, start, end }];
  });
}

function stepsOf(node: TreeNode | undefined, shell: string, budget: Budget): readonly Step[] {
  return itemsOf(node).flatMap((item) =>
    item.kind === "map" && spend(budget, "steps") ? [readStep(item, shell, budget)] : [],
  );
}

/** Actions that take a script as an input, and the language of it. */
const scripted: readonly (readonly [name: RegExp, input: string, language: Script["language"]])[] =
  [
    [/^actions\/github-script$/, "script", "javascript"],
    [/^(?:nick-fields|nick-invision)\/retry$/, "command", "shell"],
    [/^wandalen\/wretry\.action$/, "command", "shell"],
    [/^azure\/cli$/, "inlinescript", "shell"],
    [/^azure\/powershell$/, "inlinescript", "powershell"],
    [/^appleboy\/ssh-action$/, "script", "shell"],
    [/^addnab\/docker-run-action$/, "run", "shell"],
    [/^pypa\/cibuildwheel$/, "cibw_before_build", "shell"],
    [/^reactivecircus\/android-emulator-runner$/, "script", "shell"],
    [/^pytorch\/test-infra\/\.github\/workflows\/\w+\.yml$/, "script", "shell"],
  ];

function readStep(node: TreeNode, usualShell: string, budget: Budget): Step {
  const uses = textOf(entry(node, "uses"));
  const use = uses === undefined ? undefined : readUse(uses);
  const inputs: readonly Entry[] = variablesIn(entry(node, "with"));
  const shell = scalar(entry(node, "shell"))?.value ?? usualShell;
  const run = textOf(entry(node, "run"));
  const scripts: Script[] = run === undefined ? [] : [{ ...run, language: languageOf(shell) }];
  for (const [name, key, language] of scripted) {
    if (use === undefined || !name.test(use.name)) continue;
    for (const { name: written, value } of inputs)
      if (written.toLowerCase() === key) scripts.push({ ...value, language });
  }
  const read = affordable(scripts, budget);
  return {
    start: node.start,
    end: node.end,
    id: scalar(entry(node, "id"))?.value,
    name: scalar(entry(node, "name"))?.value,
    condition: textOf(entry(node, "if")),
    ...(use === undefined ? {} : { uses: use }),
    inputs,
    environment: variablesIn(entry(node, "env")),
    scripts: read,
    commands: read.flatMap(commandsOfScript),
    ignoresFailure: continuesIn(node),
  };
}
