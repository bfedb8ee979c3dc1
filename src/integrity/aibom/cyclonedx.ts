// CycloneDX 1.7 and 1.6 (https://cyclonedx.org/docs/1.7/json/): what is written is the same in both.
import type { BaseModel, Bill, Dataset, Dependency, Property, Reference } from "./bill.ts";
import { compact, type JsonObject } from "./compact.ts";
import { mainDigest, serialOf, uniqueRefs } from "./identity.ts";
import { singleLicenses, type License } from "./licenses.ts";

export type CycloneDxVersion = "1.6" | "1.7";

/** References within the document. */
interface Refs {
  readonly model: string;
  readonly datasets: readonly string[];
  readonly bases: readonly string[];
  readonly dependencies: readonly string[];
  readonly files: readonly string[];
}

function refsOf({ datasets, baseModels, dependencies, files }: Bill): Refs {
  const unique = uniqueRefs();
  return {
    model: unique("model"),
    datasets: datasets.map(({ name }) => unique(`dataset:${name}`)),
    bases: baseModels.map(({ name }) => unique(`base:${name}`)),
    dependencies: dependencies.map(({ purl }) => unique(purl)),
    files: files.map(({ name }) => unique(`file:${name}`)),
  };
}

const sha256 = (content: string): JsonObject => ({ alg: "SHA-256", content });

function licensesOf(license: License | undefined): readonly JsonObject[] {
  return singleLicenses(license).map((each) => {
    const said = each.kind === "spdx" ? { id: each.id } : { name: each.name, url: each.url };
    return { license: compact({ ...said, acknowledgement: "declared" }) };
  });
}

function propertiesOf(properties: readonly Property[]): readonly JsonObject[] {
  return properties.map(({ name, value }) => ({ name: `pavise:${name}`, value }));
}

const referenceTypes: Readonly<Record<Reference["kind"], string>> = {
  signature: "digital-signature",
  attestation: "attestation",
  "model-card": "model-card",
  website: "website",
  repository: "vcs",
  paper: "documentation",
  license: "license",
  "security-policy": "security-contact",
  distribution: "distribution",
};

function referenceOf({ kind, url, sha256: digest, comment }: Reference): JsonObject {
  return compact({
    type: referenceTypes[kind],
    url,
    comment,
    hashes: digest === undefined ? [] : [sha256(digest)],
  });
}

function website(url: string | undefined): readonly JsonObject[] {
  return url === undefined ? [] : [{ type: "website", url }];
}

function datasetOf(dataset: Dataset, ref: string): JsonObject {
  const { name, uses, version, description, license, publisher, url, sensitive } = dataset;
  const named = (property: string, values: readonly string[] | undefined): readonly Property[] =>
    (values ?? []).map((value) => ({ name: property, value }));
  const properties: readonly Property[] = [
    ...named("dataset:use", uses),
    ...named("dataset:record-set", dataset.records),
    ...named("dataset:bias", dataset.biases),
    ...named("dataset:preprocessing", dataset.preprocessing),
    ...named("dataset:modality", dataset.modalities),
    ...named("dataset:collection", dataset.collection === undefined ? [] : [dataset.collection]),
    ...named("dataset:released", dataset.released === undefined ? [] : [dataset.released]),
  ];
  return compact({
    type: "data",
    "bom-ref": ref,
    publisher,
    name,
    version,
    description,
    licenses: licensesOf(license),
    externalReferences: [
      ...website(url),
      ...(dataset.files ?? []).flatMap((file) =>
        file.url === undefined
          ? []
          : [
              referenceOf({
                kind: "distribution",
                url: file.url,
                sha256: file.sha256,
                comment: file.name,
              }),
            ],
      ),
    ],
    data: [
      compact({
        type: "dataset",
        name,
        contents: compact({
          url,
          properties: (dataset.files ?? []).flatMap((file) =>
            file.sha256 === undefined
              ? []
              : [{ name: `pavise:sha256:${file.name}`, value: file.sha256 }],
          ),
        }),
        sensitiveData: sensitive ?? [],
        governance:
          publisher === undefined ? {} : { owners: [{ organization: { name: publisher } }] },
      }),
    ],
    properties: propertiesOf(properties),
  });
}

function baseOf({ name, relation, version, purl, url }: BaseModel, ref: string): JsonObject {
  return compact({
    type: "machine-learning-model",
    "bom-ref": ref,
    name,
    version,
    purl,
    externalReferences: website(url),
    properties: propertiesOf([{ name: "relation", value: relation }]),
  });
}

function dependencyOf(
  { name, version, purl, constraint, source }: Dependency,
  ref: string,
): JsonObject {
  return compact({
    type: "library",
    "bom-ref": ref,
    name,
    version,
    purl,
    properties: propertiesOf([
      { name: "asked-for-by", value: source },
      ...(constraint === undefined ? [] : [{ name: "constraint", value: constraint }]),
    ]),
  });
}

function modelCardOf(bill: Bill, refs: Refs): JsonObject {
  const { considerations, metrics, energy } = bill;
  const {
    users = [],
    useCases = [],
    limitations = [],
    ethics = [],
    training = [],
  } = considerations;
  const formats = (names: readonly string[]): readonly JsonObject[] =>
    names.map((format) => ({ format }));
  return compact({
    modelParameters: compact({
      approach: compact({ type: bill.approach }),
      task: bill.task,
      architectureFamily: bill.family,
      modelArchitecture: bill.architecture,
      datasets: refs.datasets.map((ref) => ({ ref })),
      inputs: formats(bill.inputs),
      outputs: formats(bill.outputs),
    }),
    quantitativeAnalysis: {
      performanceMetrics: metrics.map(({ type, value, slice }) => compact({ type, value, slice })),
    },
    considerations: {
      users,
      useCases,
      technicalLimitations: limitations,
      ethicalConsiderations: ethics.map((name) => ({ name })),
      environmentalConsiderations: { properties: propertiesOf(energy) },
    },
    properties: propertiesOf([
      ...training.map((value) => ({ name: "training", value })),
      ...bill.hyperparameters.map(({ name, value }) => ({ name: `parameter:${name}`, value })),
      ...bill.languages.map((value) => ({ name: "language", value })),
    ]),
  });
}

function modelOf(bill: Bill, refs: Refs): JsonObject {
  const { supplier, files, root, baseModels } = bill;
  const digest = mainDigest(bill);
  return compact({
    type: "machine-learning-model",
    "bom-ref": refs.model,
    supplier: compact({ name: supplier }),
    name: bill.name,
    version: bill.version,
    description: bill.description,
    hashes: [sha256(digest.sha256)],
    licenses: licensesOf(bill.license),
    purl: bill.purl,
    pedigree: {
      ancestors: baseModels.map(({ name, version, purl }) =>
        compact({ type: "machine-learning-model", name, version, purl }),
      ),
    },
    externalReferences: bill.references.map(referenceOf),
    components: files.map(({ name, role, sha256: content, size }, index) => ({
      type: role === "data" ? "data" : "file",
      "bom-ref": refs.files[index],
      name,
      hashes: [sha256(content)],
      properties: propertiesOf([
        { name: "role", value: role },
        { name: "bytes", value: String(size) },
      ]),
    })),
    modelCard: modelCardOf(bill, refs),
    tags: bill.tags,
    properties: propertiesOf([
      { name: "hash-of", value: digest.of },
      { name: "oms-root-sha256", value: root },
      ...(bill.moreFiles > 0 ? [{ name: "more-files", value: String(bill.moreFiles) }] : []),
      ...(bill.released === undefined ? [] : [{ name: "released", value: bill.released }]),
      ...bill.properties,
    ]),
  });
}

/** Writes a bill as CycloneDX JSON. */
export function writeCycloneDx(bill: Bill, version: CycloneDxVersion): string {
  const refs = refsOf(bill);
  const { datasets, baseModels, dependencies, author, tool, timestamp, warnings } = bill;
  const needed = [...refs.dependencies, ...refs.bases, ...refs.datasets];
  const document = {
    $schema: `http://cyclonedx.org/schema/bom-${version}.schema.json`,
    bomFormat: "CycloneDX",
    specVersion: version,
    serialNumber: `urn:uuid:${serialOf(bill)}`,
    version: 1,
    metadata: compact({
      timestamp,
      lifecycles: [{ phase: "post-build" }],
      tools: { components: [{ type: "application", name: tool.name, version: tool.version }] },
      authors: author === undefined ? [] : [{ name: author }],
      component: modelOf(bill, refs),
      properties: propertiesOf(warnings.map((value) => ({ name: "warning", value }))),
    }),
    components: [
      ...datasets.map((each, index) => datasetOf(each, refs.datasets[index]!)),
      ...baseModels.map((each, index) => baseOf(each, refs.bases[index]!)),
      ...dependencies.map((each, index) => dependencyOf(each, refs.dependencies[index]!)),
    ],
    dependencies: [
      needed.length === 0 ? { ref: refs.model } : { ref: refs.model, dependsOn: needed },
      ...needed.map((ref) => ({ ref })),
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
