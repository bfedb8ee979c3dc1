import type { Span } from "../../core/index.ts";
import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../setting/tree.ts";
import {
  affordable,
  commandsOfScript,
  covering,
  imageOf,
  languageOf,
  maxSteps,
  openBudget,
  spend,
  textOf,
  textsOf,
  variablesIn,
  type Budget,
} from "./trees.ts";
import {
  noFacts,
  type Image,
  type Job,
  type PipelineFacts,
  type Script,
  type Step,
  type Text,
  type Trigger,
  type Use,
} from "./view.ts";

/** How deep `${{ if … }}:` stands in `${{ each … }}:`. */
const maxTemplates = 10;

interface Reading {
  readonly images: Image[];
  readonly budget: Budget;
}

/** Reads a pipeline, or a template of one, of Azure. Templates of other files are not followed. */
export function readAzure(root: TreeNode): PipelineFacts {
  const reading: Reading = { images: [], budget: openBudget() };
  const pool = entry(root, "pool");
  addContainer(reading, entry(root, "container"));
  const resources = entry(root, "resources");
  for (const item of itemsOf(entry(resources, "containers"))) addContainer(reading, item);
  const jobs = jobsIn(reading, root, pool);
  return {
    ...noFacts("azure"),
    triggers: triggersOf(root),
    environment: variablesIn(entry(root, "variables")),
    jobs,
    includes: repositoriesOf(entry(resources, "repositories")),
    images: reading.images,
    commands: jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)),
    problems: reading.budget.problems,
  };
}

/** The items of a list, with those under `${{ if … }}:` in their place. */
function itemsIn(node: TreeNode | undefined, depth = 0): readonly TreeNode[] {
  return itemsOf(node)
    .slice(0, maxSteps)
    .flatMap((item) => {
      const inner = entriesOf(item).filter(({ key }) => key.trimStart().startsWith("${{"));
      if (inner.length === 0 || depth > maxTemplates) return [item];
      return inner.flatMap(({ value }) => itemsIn(value, depth + 1));
    });
}

function jobsIn(reading: Reading, node: TreeNode, pool: TreeNode | undefined): readonly Job[] {
  const found: Job[] = [];
  const add = (from: TreeNode, around: TreeNode | undefined): void => {
    if (entry(from, "steps") !== undefined) found.push(readJob(reading, from, around));
    for (const job of itemsIn(entry(from, "jobs")))
      if (job.kind === "map") found.push(readJob(reading, job, entry(from, "pool") ?? around));
  };
  add(node, pool);
  for (const stage of itemsIn(entry(node, "stages"))) if (stage.kind === "map") add(stage, pool);
  return found;
}

function readJob(reading: Reading, node: TreeNode, around: TreeNode | undefined): Job {
  const name = scalar(entry(node, "job") ?? entry(node, "deployment"));
  addContainer(reading, entry(node, "container"));
  const pool = entry(node, "pool") ?? around;
  const runner = textsOf(pool?.kind === "map" ? entry(pool, "name") : pool);
  const strategy = entry(node, "strategy");
  const lists = [
    entry(node, "steps"),
    // A deployment has its steps under `runOnce.deploy` and the like.
    ...entriesOf(strategy).flatMap(({ value }) =>
      entriesOf(value).map((phase) => entry(phase.value, "steps")),
    ),
  ];
  const steps = lists.flatMap((list) =>
    itemsIn(list).flatMap((item) => {
      if (item.kind !== "map" || !spend(reading.budget, "steps")) return [];
      return [readStep(item, reading.budget)];
    }),
  );
  return {
    start: node.start,
    end: node.end,
    id: name?.value ?? "",
    condition: textOf(entry(node, "condition")),
    runner,
    environment: variablesIn(entry(node, "variables")),
    isGuardedByEnvironment: entry(node, "environment") !== undefined,
    steps,
    ignoresFailure: continuesIn(node),
  };
}

function continuesIn(node: TreeNode): Span | undefined {
  const found = entriesOf(node).findLast(({ key }) => key === "continueOnError");
  return found !== undefined && scalar(found.value)?.value.toLowerCase() === "true"
    ? covering(found.keySpan, found.value)
    : undefined;
}

const shortcuts: readonly (readonly [key: string, language: Script["language"]])[] = [
  ["script", "shell"],
  ["bash", "shell"],
  ["pwsh", "powershell"],
  ["powershell", "powershell"],
];

function readStep(node: TreeNode, budget: Budget): Step {
  const scripts: Script[] = shortcuts.flatMap(([key, language]) => {
    const text = textOf(entry(node, key));
    return text === undefined ? [] : [{ ...text, language }];
  });
  const task = textOf(entry(node, "task"));
  const inputs = variablesIn(entry(node, "inputs"));
  if (task !== undefined) scripts.push(...scriptsOfTask(task.value.toLowerCase(), inputs));
  const read = affordable(scripts, budget);
  return {
    start: node.start,
    end: node.end,
    id: scalar(entry(node, "name"))?.value,
    name: scalar(entry(node, "displayName"))?.value,
    condition: textOf(entry(node, "condition")),
    ...(task === undefined ? {} : { uses: taskOf(task) }),
    inputs,
    environment: variablesIn(entry(node, "env")),
    scripts: read,
    commands: read.flatMap(commandsOfScript),
    ignoresFailure: continuesIn(node),
  };
}

/** Tasks are versions of an extension that an administrator installed; they are no `owner/name`. */
function taskOf({ value, start, end }: Text): Use {
  const [name = "", ref] = value.split("@", 2);
  const rest = ref === undefined ? {} : { ref };
  return { kind: "local", written: value, name: name.toLowerCase(), ...rest, start, end };
}

function scriptsOfTask(task: string, inputs: Step["inputs"]): readonly Script[] {
  const find = (name: string): Text | undefined =>
    inputs.findLast((each) => each.name.toLowerCase() === name)?.value;
  const text = find("inlinescript") ?? find("script");
  if (text === undefined) return [];
  const kind = find("scripttype")?.value ?? "";
  const language = task.startsWith("python")
    ? "python"
    : task.startsWith("powershell") || /^(?:ps|pscore|inlinescript)$/i.test(kind)
      ? "powershell"
      : languageOf(kind === "batch" ? "cmd" : kind);
  return [{ ...text, language }];
}

function addContainer({ images }: Reading, node: TreeNode | undefined): void {
  const text = textOf(node) ?? textOf(entry(node, "image"));
  const image = imageOf(text, "job");
  // A word without a tag or a path is the name of one under `resources`.
  if (image !== undefined && (node?.kind === "map" || /[:/@]/.test(image.reference)))
    images.push(image);
}

function triggersOf(root: TreeNode): readonly Trigger[] {
  return entriesOf(root).flatMap(({ key, keySpan, value }): Trigger[] => {
    if (key !== "pr" && key !== "trigger") return [];
    if (scalar(value)?.value === "none") return [];
    return [{ name: key === "pr" ? "pull_request" : "push", ...keySpan }];
  });
}

function repositoriesOf(node: TreeNode | undefined): readonly Use[] {
  return itemsOf(node).flatMap((item): Use[] => {
    const name = textOf(entry(item, "name"));
    if (name === undefined) return [];
    const ref = textOf(entry(item, "ref"));
    return [
      {
        kind: "include",
        written: name.value,
        name: name.value,
        ...(ref === undefined ? {} : { ref: ref.value }),
        start: name.start,
        end: name.end,
      },
    ];
  });
}
