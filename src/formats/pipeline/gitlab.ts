import {
  entriesOf,
  entry,
  itemsOf,
  scalar,
  type Entry as TreeEntry,
  type MapNode,
  type TreeNode,
} from "../setting/tree.ts";
import {
  affordable,
  commandsOfScript,
  covering,
  imageOf,
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
  type Entry,
  type Image,
  type Job,
  type PipelineFacts,
  type Step,
  type Text,
  type Trigger,
  type Use,
} from "./view.ts";

/** Keys at the top of `.gitlab-ci.yml` that are no job. */
const keywords = new Set(
  "default include stages variables workflow image services before_script after_script cache spec".split(
    " ",
  ),
);
/** As deep as GitLab follows `extends` and `!reference`. */
const maxExtends = 11;
/** Keys that one job may have after all that it extends was put in. */
const maxKeys = 2_000;

interface Reading {
  readonly root: TreeNode;
  readonly jobs: ReadonlyMap<string, TreeNode>;
  /** Jobs with what they extend; one that is being looked at stands for itself. */
  readonly whole: Map<MapNode, MapNode>;
  readonly images: Image[];
  readonly budget: Budget;
}

/** Reads a pipeline of GitLab as far as one file tells: `extends` and `!reference` are followed. */
export function readGitlab(roots: readonly TreeNode[]): PipelineFacts {
  const root = roots.findLast((each) => each.kind === "map");
  if (root === undefined) return noFacts("gitlab");
  const all = entriesOf(root).filter(({ key }) => !keywords.has(key));
  const extended = new Set(all.flatMap(({ value }) => namesOf(entry(value, "extends"))));
  const reading: Reading = {
    root,
    jobs: new Map(all.map(({ key, value }) => [key, value])),
    whole: new Map(),
    images: [],
    budget: openBudget(),
  };
  addImages(reading, root);
  addImages(reading, entry(root, "default"));
  const jobs = all.flatMap(({ key, keySpan, value }) => {
    // What is only extended is read where it is extended.
    if (value.kind !== "map" || (key.startsWith(".") && extended.has(key))) return [];
    if (!spend(reading.budget, "steps")) return [];
    const whole = resolve(reading, value, 0);
    const start = keySpan.start;
    return [readJob(reading, { id: key, node: whole, start, end: Math.max(start, value.end) })];
  });
  return {
    ...noFacts("gitlab"),
    triggers: triggersOf(root),
    environment: variablesIn(entry(root, "variables")),
    jobs,
    includes: includesOf(entry(root, "include")),
    images: reading.images,
    commands: jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)),
    problems: reading.budget.problems,
  };
}

function namesOf(node: TreeNode | undefined): readonly string[] {
  return textsOf(node).map(({ value }) => value);
}

/** A job with the keys of what it extends before its own, so that its own count. */
function resolve(reading: Reading, node: MapNode, depth: number): MapNode {
  const before = reading.whole.get(node);
  if (before !== undefined) return before;
  const parents = namesOf(entry(node, "extends"));
  if (parents.length === 0 || depth >= maxExtends) return node;
  reading.whole.set(node, node);
  const entries: TreeEntry[] = [];
  for (const name of parents.slice(0, 20)) {
    const parent = reading.jobs.get(name);
    if (parent?.kind !== "map" || parent === node) continue;
    const above = resolve(reading, parent, depth + 1).entries;
    entries.push(...above.filter(({ key }) => key !== "extends").slice(0, maxKeys));
    if (entries.length > maxKeys) break;
  }
  const whole = { ...node, entries: [...entries.slice(0, maxKeys), ...node.entries] };
  reading.whole.set(node, whole);
  return whole;
}

function addImages({ images }: Reading, node: TreeNode | undefined): void {
  if (images.length > maxSteps) return;
  const image = entry(node, "image");
  const found = imageOf(textOf(image) ?? textOf(entry(image, "name")), "job");
  if (found !== undefined) images.push(found);
  for (const item of itemsOf(entry(node, "services")).slice(0, 100)) {
    const service = imageOf(textOf(item) ?? textOf(entry(item, "name")), "service");
    if (service !== undefined) images.push(service);
  }
}

interface JobSource {
  readonly id: string;
  readonly node: MapNode;
  readonly start: number;
  readonly end: number;
}

function readJob(reading: Reading, { id, node, start, end }: JobSource): Job {
  const { root } = reading;
  const usual = entry(root, "default");
  addImages(reading, node);
  const key = (name: string): TreeNode | undefined =>
    entry(node, name) ?? entry(usual, name) ?? entry(root, name);
  const allowed = entriesOf(node).findLast((each) => each.key === "allow_failure");
  const isAllowed = scalar(allowed?.value)?.value === "true";
  const steps = [key("before_script"), entry(node, "script"), key("after_script")].flatMap((part) =>
    stepsOf(reading, part),
  );
  return {
    start,
    end,
    id,
    runner: textsOf(entry(node, "tags") ?? entry(usual, "tags")),
    environment: node.entries
      .filter((each) => each.key === "variables")
      .flatMap(({ value }): readonly Entry[] =>
        spend(reading.budget, "variables", entriesOf(value).length) ? variablesIn(value) : [],
      ),
    isGuardedByEnvironment:
      entry(node, "environment") !== undefined || scalar(entry(node, "when"))?.value === "manual",
    steps,
    ignoresFailure:
      isAllowed && allowed !== undefined ? covering(allowed.keySpan, allowed.value) : undefined,
  };
}

function stepsOf(reading: Reading, node: TreeNode | undefined): readonly Step[] {
  return linesOf(reading, node, 0).flatMap((text): Step[] => {
    if (!spend(reading.budget, "steps")) return [];
    const scripts = affordable([{ ...text, language: "shell" }], reading.budget);
    return [
      {
        start: text.start,
        end: text.end,
        inputs: [],
        environment: [],
        scripts,
        commands: scripts.flatMap(commandsOfScript),
      },
    ];
  });
}

/** The lines of a script; lists in lists come of anchors, `[job, key]` of `!reference`. */
function linesOf(reading: Reading, node: TreeNode | undefined, depth: number): readonly Text[] {
  if (node === undefined || depth > maxExtends) return [];
  if (node.kind === "scalar") return textsOf(node);
  return itemsOf(node)
    .slice(0, maxSteps)
    .flatMap((item) => {
      if (item.kind !== "list") return textsOf(item);
      return linesOf(reading, referenced(reading, item.items) ?? item, depth + 1);
    });
}

function referenced(reading: Reading, path: readonly TreeNode[]): TreeNode | undefined {
  const [first, ...rest] = path.slice(0, 4).map((each) => scalar(each)?.value);
  const job = first === undefined ? undefined : reading.jobs.get(first);
  if (job?.kind !== "map" || rest.length === 0) return undefined;
  let found: TreeNode | undefined = resolve(reading, job, 0);
  for (const key of rest) found = key === undefined ? undefined : entry(found, key);
  return found;
}

/** Whether requests to merge start it, as `rules`, `only` and `workflow` say. */
function triggersOf(root: TreeNode): readonly Trigger[] {
  const blocks = [entry(root, "workflow"), ...entriesOf(root).map(({ value }) => value)];
  const found: Trigger[] = [];
  for (const block of blocks) {
    for (const rule of itemsOf(entry(block, "rules")).slice(0, 100)) {
      const text = textOf(entry(rule, "if"));
      if (text !== undefined && /merge_request|pull_request/i.test(text.value.slice(0, 2_000)))
        found.push({ name: "merge_request", start: text.start, end: text.end });
    }
    const only = entry(block, "only");
    for (const text of textsOf(entry(only, "refs") ?? only).slice(0, 100))
      if (/^(?:merge_requests|external_pull_requests)$/.test(text.value))
        found.push({ name: "merge_request", start: text.start, end: text.end });
  }
  return found;
}

function includesOf(node: TreeNode | undefined): readonly Use[] {
  const items =
    node?.kind === "list" ? node.items.slice(0, 1_000) : node === undefined ? [] : [node];
  return items.flatMap((item): Use[] => {
    const plain = textOf(item);
    const remote = textOf(entry(item, "remote")) ?? plain;
    if (remote !== undefined && /^https?:/.test(remote.value)) {
      const integrity = textOf(entry(item, "integrity"));
      return [{ ...useOf(remote), ...(integrity === undefined ? {} : { ref: integrity.value }) }];
    }
    const component = textOf(entry(item, "component"));
    if (component !== undefined) {
      const at = component.value.lastIndexOf("@");
      const name = at < 0 ? component.value : component.value.slice(0, at);
      const ref = at < 0 ? {} : { ref: component.value.slice(at + 1) };
      return [{ ...useOf(component), name, ...ref }];
    }
    const project = textOf(entry(item, "project"));
    if (project === undefined) return [];
    const ref = textOf(entry(item, "ref"));
    return [{ ...useOf(project), ...(ref === undefined ? {} : { ref: ref.value }) }];
  });
}

function useOf({ value, start, end }: Text): Use {
  return { kind: "include", written: value, name: value, start, end };
}
