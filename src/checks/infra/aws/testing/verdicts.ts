import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../../../infra/answer.ts";
import type { Gap } from "../../../../infra/cloud.ts";
import { readInfra } from "../../../../infra/read.ts";
import type { Resource } from "../../../../infra/resource.ts";
import { documentOf, judgeResources } from "../../../../testing/infra-cases.ts";
import { checks } from "../../../registry.generated.ts";

/** What checks say, by `check address`; the worst where they say several things. */
export type Verdicts = ReadonlyMap<string, Answer["kind"]>;

export const awsChecks = checks.filter(({ meta }) => meta.code.startsWith("PV-AWS-"));

const weights = { fail: 3, "not-assessed": 2, unknown: 1, pass: 0 } as const;

/** Asks all checks of AWS. `nameOf` says what a resource is to be called. */
export function verdictsOn(
  { resources, gaps = [] }: { resources: readonly Resource[]; gaps?: readonly Gap[] },
  nameOf: (address: string) => string = (address) => address,
): Verdicts {
  const found = new Map<string, Answer["kind"]>();
  for (const check of awsChecks) {
    for (const { resource, answer } of judgeResources(check, resources, gaps).answers) {
      const key = `${check.meta.id} ${nameOf(resource)}`;
      const known = found.get(key);
      if (known === undefined || weights[answer.kind] > weights[known]) found.set(key, answer.kind);
    }
  }
  return found;
}

const examples = join(import.meta.dirname, "../../../../../examples/ml-platform");

/** The resources of one of the example's platforms, with more that is written here. */
export function platform(name: "weak" | "mended", more: string): readonly Resource[] {
  const folder = join(examples, name);
  const files = readdirSync(folder).filter((file) => file.endsWith(".tf"));
  const documents = files.map((path) =>
    documentOf({ path, text: readFileSync(join(folder, path), "utf8") }),
  );
  return readInfra([...documents, documentOf({ path: "more.tf", text: more })]).resources;
}
