import type {
  BaseModel,
  Considerations,
  Contribution,
  Dataset,
  Dependency,
  Property,
} from "./bill.ts";
import { defined } from "./tree.ts";

/** The first word on a thing counts; lists are put behind one another. */
function firstOf<Key extends keyof Contribution>(
  parts: readonly Contribution[],
  key: Key,
): Contribution[Key] {
  return parts.find((part) => part[key] !== undefined)?.[key];
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}

/** The same data set may be trained on and measured with. */
export function mergeDatasets(datasets: readonly Dataset[]): readonly Dataset[] {
  const known = new Map<string, Dataset>();
  for (const dataset of datasets) {
    const key = dataset.name.toLowerCase();
    const other = known.get(key);
    const uses = [...new Set([...(other?.uses ?? []), ...dataset.uses])];
    known.set(key, { ...dataset, ...(other === undefined ? {} : defined(other)), uses });
  }
  return [...known.values()];
}

/** One entry for each package; where files ask for two versions of it, that is told. */
export function mergeDependencies(dependencies: readonly Dependency[]): {
  readonly dependencies: readonly Dependency[];
  readonly warnings: readonly string[];
} {
  const known = new Map<string, Dependency>();
  const warnings: string[] = [];
  for (const dependency of dependencies) {
    const key = dependency.purl.split("@", 1)[0]!;
    const other = known.get(key);
    if (other === undefined || (other.version === undefined && dependency.version !== undefined))
      known.set(key, dependency);
    const versions = [other?.version, dependency.version];
    if (other === undefined || versions.includes(undefined) || versions[0] === versions[1])
      continue;
    warnings.push(
      `${dependency.name}: ${versions[0]} by ${other.source}, ${versions[1]} by ${dependency.source}`,
    );
  }
  return { dependencies: [...known.values()], warnings };
}

function mergeConsiderations(all: readonly Considerations[]): Considerations {
  const texts = (key: keyof Considerations): readonly string[] | undefined => {
    const found = [...new Set(all.flatMap((each) => each[key] ?? []))];
    return found.length === 0 ? undefined : found;
  };
  return defined({
    users: texts("users"),
    useCases: texts("useCases"),
    limitations: texts("limitations"),
    ethics: texts("ethics"),
    training: texts("training"),
  });
}

const byName = ({ name }: Property | BaseModel): string => name;

/** Puts together what several files say of one model. */
export function merge(parts: readonly Contribution[]) {
  const all = <Item>(list: (part: Contribution) => readonly Item[] | undefined): readonly Item[] =>
    parts.flatMap((part) => list(part) ?? []);
  const packages = mergeDependencies(all((part) => part.dependencies));
  return {
    name: firstOf(parts, "name"),
    version: firstOf(parts, "version"),
    description: firstOf(parts, "description"),
    supplier: firstOf(parts, "supplier"),
    hubId: firstOf(parts, "hubId"),
    released: firstOf(parts, "released"),
    license: firstOf(parts, "license"),
    task: firstOf(parts, "task"),
    family: firstOf(parts, "family"),
    architecture: firstOf(parts, "architecture"),
    approach: firstOf(parts, "approach"),
    inputs: [...new Set(all((part) => part.inputs))],
    outputs: [...new Set(all((part) => part.outputs))],
    tags: [...new Set(all((part) => part.tags))],
    languages: [...new Set(all((part) => part.languages))],
    datasets: mergeDatasets(all((part) => part.datasets)),
    metrics: all((part) => part.metrics),
    // An adapter's own word on its base comes before that of its card.
    baseModels: unique(
      all((part) => part.baseModels).toSorted(
        (a, b) => Number(b.relation === "adapter") - Number(a.relation === "adapter"),
      ),
      byName,
    ),
    dependencies: packages.dependencies,
    references: unique(
      all((part) => part.references),
      ({ kind, url }) => `${kind} ${url}`,
    ),
    considerations: mergeConsiderations(parts.flatMap((part) => part.considerations ?? [])),
    energy: unique(
      all((part) => part.energy),
      byName,
    ),
    hyperparameters: unique(
      all((part) => part.hyperparameters),
      byName,
    ),
    properties: unique(
      all((part) => part.properties),
      byName,
    ),
    warnings: [...new Set([...all((part) => part.warnings), ...packages.warnings])],
  };
}
