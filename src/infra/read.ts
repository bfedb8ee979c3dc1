import { fileSourceOf, type FileSource } from "./recognise.ts";
import { readCloudFormation } from "./sources/cloudformation/read.ts";
import { readTerraform } from "./sources/terraform/read.ts";
import type { Resource, SourceProblem, SourceReading } from "./resource.ts";
import type { Document } from "./value.ts";

/** Reads all documents of one source. */
type ReadSource = (documents: readonly Document[]) => SourceReading;

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
  terraform: (documents) => readTerraform(documents),
  cloudformation: each(readCloudFormation),
};

/** Reads files as what they are. Total; what belongs to no source is passed over. */
export function readInfra(documents: readonly Document[]): SourceReading {
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
    const reading = readers[source]?.(list);
    if (reading === undefined) continue;
    for (const resource of reading.resources) resources.push(resource);
    for (const problem of reading.problems) problems.push(problem);
  }
  return { resources, problems };
}
