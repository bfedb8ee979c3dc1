import { fileSourceOf, type FileSource } from "./recognise.ts";
import { throughAzapi } from "./sources/azapi.ts";
import { readTerraformPlan } from "./sources/terraform/plan.ts";
import { readTerraform, type TerraformOptions } from "./sources/terraform/read.ts";
import type { Resource, SourceProblem, SourceReading } from "./resource.ts";
import { readCloudFormationFiles } from "./sources/cloudformation/project.ts";
import { readKubernetesFiles } from "./sources/kubernetes/files.ts";
import { readPulumi } from "./sources/pulumi/read.ts";
import type { Document } from "./value.ts";

/** Reads all documents of one source. */
type ReadSource = (documents: readonly Document[], options: InfraOptions) => SourceReading;

/** What a reader may be told beside the documents. */
export interface InfraOptions {
  readonly terraform?: TerraformOptions;
}

/** A source whose documents stand each for themselves. */
function each(read: (document: Document) => SourceReading): ReadSource {
  return (documents) => {
    const readings = documents.map(read);
    return {
      resources: readings.flatMap(({ resources }) => resources),
      problems: readings.flatMap(({ problems }) => problems),
    };
  };
}

const readers: Partial<Record<FileSource, ReadSource>> = {
  terraform: (documents, { terraform }) => readTerraform(documents, terraform),
  plan: each(readTerraformPlan),
  cloudformation: readCloudFormationFiles,
  kubernetes: readKubernetesFiles,
  pulumi: each(readPulumi),
};

/** Reads files as what they are. Total; what belongs to no source is passed over. */
export function readInfra(
  documents: readonly Document[],
  options: InfraOptions = {},
): SourceReading {
  const bySource = new Map<FileSource, Document[]>();
  for (const document of documents) {
    const source = fileSourceOf(document);
    if (source === undefined) continue;
    const list = bySource.get(source);
    if (list === undefined) bySource.set(source, [document]);
    else list.push(document);
  }
  const resources: Resource[] = [];
  const problems: SourceProblem[] = [];
  for (const [source, list] of bySource) {
    const reading = readers[source]?.(list, options);
    if (reading === undefined) continue;
    for (const resource of reading.resources) resources.push(throughAzapi(resource));
    for (const problem of reading.problems) problems.push(problem);
  }
  return { resources, problems };
}
