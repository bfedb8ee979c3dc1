// Pipelines of SageMaker as the jobs that they start: arguments of a step are those of the API that makes
// the job (https://docs.aws.amazon.com/sagemaker/latest/dg/define-pipeline.html).
import { must, unknown, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { perCloud } from "../per-cloud.ts";
import type { Resource } from "../resource.ts";
import type { CloudType, FactSpecs, Item } from "../type.ts";
import { entryOf, textOf, type MapValue, type Value } from "../value.ts";
import {
  autoMlJob,
  model,
  processingJob,
  trainingJob,
  transformJob,
  tuningJob,
} from "../types/aws/sagemaker.ts";
import { pipeline } from "../types/aws/sagemaker-platform.ts";
import { treeOf } from "./written.ts";

type Pipeline = Item<(typeof pipeline)["facts"]>;

/** A step of a pipeline. */
export interface Step {
  readonly name: string;
  /** As the definition has it: `Training`, `RegisterModel`. */
  readonly kind: string;
  /** The step as a resource by itself: what it starts, as its API has it. */
  readonly resource: Resource & { readonly body: MapValue };
}

/** What a definition says, or why it cannot be told. */
type Steps = { readonly steps: readonly Step[]; readonly answer?: Answer };

/** What a step starts. Those that check a model or its data run processing jobs. */
const started: Readonly<Record<string, CloudType | undefined>> = {
  Training: trainingJob,
  Processing: processingJob,
  ClarifyCheck: processingJob,
  QualityCheck: processingJob,
  Transform: transformJob,
  Tuning: tuningJob,
  AutoML: autoMlJob,
  Model: model,
};

const maxSteps = 2_000;
const maxDepth = 40;

/** What parameters come to where a run does not say otherwise. */
function defaultsOf(definition: Value): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const parameters = entryOf(definition, "Parameters");
  if (parameters?.kind !== "list") return found;
  for (const each of parameters.items) {
    const name = textOf(entryOf(each, "Name"));
    const value = entryOf(each, "DefaultValue");
    if (name !== undefined && value !== undefined) found.set(`Parameters.${name}`, value);
  }
  return found;
}

/** A value with what it gets from elsewhere: defaults of parameters, what another step will have made. */
function resolved(value: Value, defaults: ReadonlyMap<string, Value>, depth = 0): Value {
  if (depth > maxDepth) return { kind: "unknown", cause: "it is nested too deep", at: value.at };
  const inner = (each: Value): Value => resolved(each, defaults, depth + 1);
  if (value.kind === "list") return { ...value, items: value.items.map(inner) };
  if (value.kind !== "map") return value;
  const { at } = value;
  const got = textOf(value.entries.get("Get"));
  if (got !== undefined && value.entries.size === 1) {
    const own = defaults.get(got);
    if (own !== undefined) return own;
    return {
      kind: "unknown",
      cause: `${got} is known when the pipeline runs`,
      at,
      isRequired: true,
    };
  }
  if (value.entries.size === 1 && [...value.entries.keys()][0]?.startsWith("Std:") === true)
    return { kind: "unknown", cause: "it is put together when it runs", at, isRequired: true };
  return {
    ...value,
    entries: new Map([...value.entries].map(([key, each]) => [key, inner(each)])),
  };
}

function stepsIn(definition: Value, from: Resource): readonly Step[] {
  const defaults = defaultsOf(definition);
  const found: Step[] = [];
  const waiting: { readonly steps: Value | undefined; readonly depth: number }[] = [
    { steps: entryOf(definition, "Steps"), depth: 0 },
  ];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next.steps?.kind !== "list") continue;
    for (const step of next.steps.items) {
      if (found.length >= maxSteps) return found;
      const name = textOf(entryOf(step, "Name")) ?? "";
      const kind = textOf(entryOf(step, "Type")) ?? "";
      const written = entryOf(step, "Arguments");
      if (written?.kind !== "map") continue;
      if (kind === "Condition" && next.depth < maxDepth)
        for (const branch of ["IfSteps", "ElseSteps"])
          waiting.push({ steps: entryOf(written, branch), depth: next.depth + 1 });
      const body = resolved(written, defaults);
      if (body.kind !== "map") continue;
      const address = `${from.address}/${name}`;
      // Its attributes are called as the API calls them, whatever the pipeline is written in.
      const resource = { ...from, dialect: "aws", type: kind, address, body, at: step.at } as const;
      found.push({ name, kind, resource });
    }
  }
  return found;
}

const known = perCloud(() => new Map<Resource, Steps>());

/** The steps of a pipeline, those behind conditions as well. */
export function stepsOf(it: Pipeline, cloud: Cloud): Steps {
  const before = known(cloud).get(it.resource);
  if (before !== undefined) return before;
  const made = read(it);
  known(cloud).set(it.resource, made);
  return made;
}

function read({ facts, resource }: Pipeline): Steps {
  const { definition, elsewhere } = facts;
  if (definition.kind === "absent" && elsewhere.kind !== "absent")
    return { steps: [], answer: unknown(elsewhere.at, "its definition lies in a bucket") };
  if (definition.kind !== "known" && definition.kind !== "set")
    return { steps: [], answer: must(definition, () => true, { absent: true }) };
  const tree = treeOf(definition.value);
  if (tree?.kind !== "map")
    return { steps: [], answer: unknown(definition.at, "its definition is not written here") };
  return { steps: stepsIn(tree, resource) };
}

interface JobCheck<S extends FactSpecs> {
  /** What is wrong where an answer does not say it. */
  readonly says: string;
  readonly kinds: readonly CloudType<S>[];
  readonly judge: (it: Item<S>, cloud: Cloud) => Answer | readonly Answer[] | undefined;
}

/** Judges jobs, and the steps of pipelines as the jobs that they start. */
export function ofJobs<S extends FactSpecs>({ says, kinds, judge }: JobCheck<S>) {
  const judgeAny = (it: Item, cloud: Cloud): Answer | readonly Answer[] | undefined => {
    if (it.type !== (pipeline as CloudType)) return judge(it as Item<S>, cloud);
    const { steps, answer } = stepsOf(it as unknown as Pipeline, cloud);
    if (answer !== undefined) return answer.kind === "pass" ? undefined : answer;
    const answers = steps.flatMap(({ kind, name, resource }) => {
      const type = started[kind];
      if (type === undefined || !kinds.includes(type as CloudType<S>)) return [];
      const job = cloud.as(type as CloudType<S>, resource);
      const given = judge({ ...job, resource: it.resource }, cloud);
      const each = given === undefined ? [] : Array.isArray(given) ? given : [given as Answer];
      return (each as readonly Answer[]).map((one) => within(one, { step: name, says }));
    });
    return answers.length === 0 ? undefined : answers;
  };
  return { on: [...kinds, pipeline] as readonly CloudType[], judge: judgeAny };
}

/** An answer about a step says which one. */
function within(answer: Answer, { step, says }: { step: string; says: string }): Answer {
  if (answer.kind !== "fail") return answer;
  return { ...answer, message: `${answer.message ?? says} (step ${step})` };
}
