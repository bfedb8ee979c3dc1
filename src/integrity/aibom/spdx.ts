// SPDX 3.0.1 as JSON-LD, with what its AI and Dataset profiles have
// (https://spdx.github.io/spdx-spec/v3.0.1/).
import type { BaseModel, Bill, Dataset, Dependency, Property, Reference } from "./bill.ts";
import type { JsonObject } from "./compact.ts";
import { mainDigest, serialOf } from "./identity.ts";
import {
  creation,
  licenseElements,
  noLicenseAsserted,
  openGraph,
  sha256Of,
  type Graph,
} from "./spdx-graph.ts";

const context = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";

/** What the parts of a document are put together with. */
interface Work {
  readonly bill: Bill;
  readonly graph: Graph;
  readonly licensed: ReturnType<typeof licenseElements>;
  readonly agent: (name: string | undefined) => string | undefined;
}

function dictionary(entries: readonly Property[]): readonly JsonObject[] {
  return entries.map(({ name, value }) => ({ type: "DictionaryEntry", key: name, value }));
}

const referenceTypes: Readonly<Record<Reference["kind"], string>> = {
  signature: "securityOther",
  attestation: "secureSoftwareAttestation",
  "model-card": "documentation",
  website: "altWebPage",
  repository: "vcs",
  paper: "documentation",
  license: "license",
  "security-policy": "securityPolicy",
  distribution: "altDownloadLocation",
};

function referenceOf({ kind, url, sha256, comment }: Reference): JsonObject {
  const said = [kind, comment, sha256 === undefined ? undefined : `sha256:${sha256}`];
  return {
    type: "ExternalRef",
    externalRefType: referenceTypes[kind],
    locator: [url],
    comment: said.filter((part) => part !== undefined).join("; "),
  };
}

/** The AI profile asks for exactly one of each for every AI package. */
function license({ graph, licensed }: Work, element: string, declared: Bill["license"]): void {
  graph.relate(element, "hasDeclaredLicense", [licensed(declared)]);
  // What somebody declares is not what somebody has concluded; nobody has looked here.
  graph.relate(element, "hasConcludedLicense", [noLicenseAsserted]);
}

function paragraphs(texts: readonly string[] | undefined): string | undefined {
  return texts === undefined || texts.length === 0 ? undefined : texts.join("\n\n");
}

function sensitivity(datasets: readonly Dataset[]): string | undefined {
  const said = datasets.flatMap(({ sensitive }) => (sensitive === undefined ? [] : [sensitive]));
  if (said.some((names) => names.length > 0)) return "yes";
  return said.length === 0 ? undefined : "noAssertion";
}

function addModel(work: Work): string {
  const { bill, graph, agent } = work;
  const { considerations, references, metrics } = bill;
  const digest = mainDigest(bill);
  const model = graph.add("ai_AIPackage", "model", {
    name: bill.name,
    description: bill.description,
    suppliedBy: agent(bill.supplier),
    releaseTime: bill.released,
    software_packageVersion: bill.version,
    software_packageUrl: bill.purl,
    software_downloadLocation: references.find(({ kind }) => kind === "distribution")?.url,
    software_primaryPurpose: "model",
    verifiedUsing: [
      sha256Of(digest.sha256, `of ${digest.of}`),
      ...(digest.sha256 === bill.root
        ? []
        : [sha256Of(bill.root, "of all files (OpenSSF Model Signing)")]),
    ],
    externalRef: references.map(referenceOf),
    ai_typeOfModel: [bill.family, bill.architecture].filter((each) => each !== undefined),
    ai_domain: bill.task === undefined ? [] : [bill.task],
    ai_hyperparameter: dictionary(bill.hyperparameters),
    ai_metric: dictionary(
      metrics.map(({ type, slice, value }) => ({
        name: slice === undefined ? type : `${type} (${slice})`,
        value,
      })),
    ),
    ai_limitation: paragraphs(considerations.limitations),
    ai_informationAboutApplication: paragraphs(considerations.useCases),
    ai_informationAboutTraining: paragraphs(considerations.training),
    ai_useSensitivePersonalInformation: sensitivity(bill.datasets),
  });
  license(work, model, bill.license);
  const statement: JsonObject = {
    properties: bill.properties.map(({ name, value }) => ({ name, value })),
    inputs: bill.inputs,
    outputs: bill.outputs,
    tags: bill.tags,
    languages: bill.languages,
    energy: bill.energy.map(({ name, value }) => ({ name, value })),
    moreFiles: bill.moreFiles,
  };
  graph.add("Annotation", "properties", {
    annotationType: "other",
    subject: model,
    contentType: "application/json",
    statement: JSON.stringify(statement),
  });
  return model;
}

function addDataset(work: Work, dataset: Dataset): string {
  const { graph, agent } = work;
  const { sensitive, publisher, modalities = [] } = dataset;
  const publishedBy = agent(publisher);
  const element = graph.add("dataset_DatasetPackage", `dataset-${dataset.name}`, {
    name: dataset.name,
    description: dataset.description,
    originatedBy: publishedBy === undefined ? [] : [publishedBy],
    releaseTime: dataset.released,
    software_packageVersion: dataset.version,
    software_downloadLocation: dataset.url,
    software_primaryPurpose: "data",
    externalRef: (dataset.files ?? []).flatMap(({ url, sha256, name }) =>
      url === undefined ? [] : [referenceOf({ kind: "distribution", url, sha256, comment: name })],
    ),
    dataset_datasetType: modalities.length === 0 ? ["noAssertion"] : modalities,
    dataset_dataCollectionProcess: dataset.collection,
    dataset_dataPreprocessing: dataset.preprocessing ?? [],
    dataset_knownBias: dataset.biases ?? [],
    dataset_hasSensitivePersonalInformation:
      sensitive === undefined ? "noAssertion" : sensitive.length > 0 ? "yes" : "noAssertion",
  });
  license(work, element, dataset.license);
  return element;
}

function addBase(work: Work, { name, version, purl, url, relation }: BaseModel): string {
  const element = work.graph.add("ai_AIPackage", `base-${name}`, {
    name,
    comment: `the model is made from it: ${relation}`,
    software_packageVersion: version,
    software_packageUrl: purl,
    software_downloadLocation: url,
    software_primaryPurpose: "model",
  });
  license(work, element, undefined);
  return element;
}

function addDependency({ graph }: Work, dependency: Dependency): string {
  const { name, version, purl, constraint, source } = dependency;
  return graph.add("software_Package", purl, {
    name,
    comment: `asked for by ${source}${constraint === undefined ? "" : `: ${constraint}`}`,
    software_packageVersion: version,
    software_packageUrl: purl,
    software_primaryPurpose: "library",
  });
}

/** Signatures and attestations as files with their digests. */
function addEvidence({ bill, graph }: Work): readonly string[] {
  return bill.references
    .filter(({ kind }) => kind === "signature" || kind === "attestation")
    .map(({ url, sha256, comment }) =>
      graph.add("software_File", `evidence-${url}`, {
        name: decodeURIComponent(url),
        comment,
        software_primaryPurpose: "evidence",
        verifiedUsing: sha256 === undefined ? [] : [sha256Of(sha256)],
      }),
    );
}

/** What the AI profile asks of every AI package beside its licences. */
const asked = [
  "suppliedBy",
  "releaseTime",
  "software_packageVersion",
  "software_downloadLocation",
  "software_primaryPurpose",
];
const askedOfData = [
  "originatedBy",
  "releaseTime",
  "builtTime",
  "software_downloadLocation",
  "software_primaryPurpose",
];

/** Profiles that the document conforms to: what a profile asks for and is not known is not claimed. */
function conformance({ elements }: Graph): readonly string[] {
  const all = (type: string, keys: readonly string[]): boolean => {
    const found = elements.filter((element) => element["type"] === type);
    return found.length > 0 && found.every((each) => keys.every((key) => each[key] !== undefined));
  };
  return [
    "core",
    "software",
    "simpleLicensing",
    "expandedLicensing",
    ...(all("ai_AIPackage", asked) ? ["ai"] : []),
    ...(all("dataset_DatasetPackage", askedOfData) ? ["dataset"] : []),
  ];
}

/** Writes a bill as SPDX 3.0.1 JSON-LD. */
export function writeSpdx(bill: Bill): string {
  const graph = openGraph(`urn:uuid:${serialOf(bill)}`);
  const agents = new Map<string, string>();
  function agent(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const known = agents.get(name) ?? graph.add("Agent", `agent-${name}`, { name });
    agents.set(name, known);
    return known;
  }
  const work: Work = { bill, graph, licensed: licenseElements(graph), agent };
  const toolName = `${bill.tool.name} ${bill.tool.version}`;
  const tool = graph.add("Tool", "tool", { name: toolName });
  const by = agent(bill.author) ?? graph.add("SoftwareAgent", "author", { name: toolName });

  const model = addModel(work);
  const files = bill.files.map(({ name, sha256, role }) =>
    graph.add("software_File", `file-${name}`, {
      name,
      software_primaryPurpose: role === "weights" ? "model" : "file",
      verifiedUsing: [sha256Of(sha256)],
    }),
  );
  graph.relate(model, "contains", files);
  const datasets = bill.datasets.map((each) => ({ ...each, id: addDataset(work, each) }));
  const used = (use: Dataset["uses"][number]): readonly string[] =>
    datasets.filter(({ uses }) => uses.includes(use)).map(({ id }) => id);
  graph.relate(model, "trainedOn", used("training"));
  graph.relate(model, "testedOn", used("evaluation"));
  graph.relate(
    model,
    "descendantOf",
    bill.baseModels.map((each) => addBase(work, each)),
  );
  graph.relate(
    model,
    "dependsOn",
    bill.dependencies.map((each) => addDependency(work, each)),
  );
  graph.relate(model, "hasEvidence", addEvidence(work));

  const profileConformance = conformance(graph);
  const element = [...graph.ids];
  const sbom = graph.add("software_Sbom", "sbom", {
    rootElement: [model],
    element,
    software_sbomType: ["analyzed"],
    profileConformance,
  });
  graph.add("SpdxDocument", "document", {
    name: `AI bill of materials of ${bill.name}`,
    comment: paragraphs(bill.warnings),
    rootElement: [sbom],
    element: [sbom, ...element],
    profileConformance,
  });
  const info: JsonObject = {
    type: "CreationInfo",
    "@id": creation,
    specVersion: "3.0.1",
    created: bill.timestamp,
    createdBy: [by],
    createdUsing: [tool],
  };
  const document = { "@context": context, "@graph": [info, ...graph.elements] };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
