// "SBOM for AI - Minimum Elements" of the G7 Cybersecurity Working Group, 2026-05-12: seven clusters,
// fifty elements. Their names are those of the vocabulary at https://w3id.org/sbom/req/g7ai/ , which
// was made from that document; the document itself was not at hand. They bind nobody. What tells
// whether one is there is ours.
import type { Bill, Dataset, Reference } from "./bill.ts";
import { mainDigest } from "./identity.ts";
import { licenseText } from "./licenses.ts";
import type { Profile, ProfileElement } from "./profile.ts";

type Find = ProfileElement["find"];

/** What the files of a model can say, and where. */
function told(name: string, find: Find, hint: string): ProfileElement {
  return { name, find, hint, isForPerson: false };
}
/** What a person has to say; files may have something to show all the same. */
function asked(name: string, hint: string, find: Find = () => undefined): ProfileElement {
  return { name, find, hint, isForPerson: true };
}
/** What every bill of ours has. */
function always(name: string, find: Find): ProfileElement {
  return { name, find, hint: "", isForPerson: false };
}

function counted(items: readonly unknown[], one: string, several = `${one}s`): string | undefined {
  return items.length === 0 ? undefined : `${items.length} ${items.length === 1 ? one : several}`;
}

/** A thing has to be known of every data set. */
function ofEvery(take: (dataset: Dataset) => unknown): Find {
  return ({ datasets }) =>
    datasets.every((each) => take(each) !== undefined) ? counted(datasets, "data set") : undefined;
}

function referred(kind: Reference["kind"]): Find {
  return ({ references }) => references.find((each) => each.kind === kind)?.url;
}

const lead = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : text.replace(/\s+/g, " ").slice(0, 80);

const dependencies: Find = ({ dependencies, baseModels, datasets }) =>
  counted([...dependencies, ...baseModels, ...datasets], "dependency", "dependencies");

const inputsAndOutputs: Find = ({ inputs, outputs, task }: Bill) => {
  if (inputs.length + outputs.length > 0)
    return `${inputs.length} inputs, ${outputs.length} outputs`;
  return task;
};

const properties: Find = ({ family, architecture, hyperparameters }) =>
  [family, architecture, counted(hyperparameters, "parameter")]
    .filter((each) => each !== undefined)
    .join(", ");

const training: Find = ({ considerations, datasets, baseModels }) =>
  lead(considerations.training?.[0]) ??
  counted(
    datasets.filter(({ uses }) => uses.includes("training")),
    "data set",
  ) ??
  counted(baseModels, "base model");

const area: Find = ({ considerations, task }) => lead(considerations.useCases?.[0]) ?? task;
const cardOf = (section: string): string => `the model card: a section "${section}"`;
const system = "whoever runs the system that the model is part of";

/** The profile. */
export const g7Profile: Profile = {
  id: "g7-2026",
  title: "G7 SBOM for AI, minimum elements (2026-05-12)",
  clusters: [
    {
      name: "Metadata",
      elements: [
        told("SBOM author", ({ author }) => author, "--author NAME"),
        always("SBOM version", () => "1"),
        always("SBOM data format name", () => "by --format"),
        always("SBOM data format version", () => "by --format"),
        // No document holds a signature over itself.
        asked("SBOM author signature", "sign the file: pavise sign BILL --key KEY"),
        always("SBOM tool name", ({ tool }) => tool.name),
        always("SBOM tool version", ({ tool }) => tool.version),
        always("SBOM generation context", () => "after the build, from the files"),
        always("SBOM timestamp", ({ timestamp }) => timestamp),
        told(
          "SBOM dependency relationship",
          dependencies,
          "requirements.txt, base_model, datasets",
        ),
      ],
    },
    {
      name: "System level",
      elements: [
        always("System name", ({ name }) => name),
        always("System components", ({ files }) => counted(files, "file")),
        told("System producer", ({ supplier }) => supplier, "--supplier NAME"),
        told("System version", ({ version }) => version, "--model-version VERSION"),
        told("System timestamp", ({ released }) => released, "--released TIME"),
        asked("System data flow", system),
        asked("System data usage", system),
        told(
          "System input/output properties",
          inputsAndOutputs,
          "pipeline_tag, or MLmodel's signature",
        ),
        told("Intended application area", area, cardOf("Intended use")),
      ],
    },
    {
      name: "Models",
      elements: [
        always("Model name", ({ name }) => name),
        always("Model identifier", ({ purl, root }) => purl ?? `sha256:${root}`),
        told("Model version", ({ version }) => version, "--model-version VERSION"),
        told("Model timestamp", ({ released }) => released, "--released TIME"),
        told("Model producer", ({ supplier }) => supplier, "--supplier NAME"),
        told(
          "Model description",
          ({ description }) => lead(description),
          cardOf("Model description"),
        ),
        always("Model hash value", (bill) => mainDigest(bill).sha256),
        always("Model hash algorithm", () => "SHA-256"),
        told("Model properties", properties, "config.json"),
        told(
          "Model input/output properties",
          inputsAndOutputs,
          "pipeline_tag, or MLmodel's signature",
        ),
        told("Model training properties", training, cardOf("Training data")),
        told(
          "Model license",
          ({ license }) => (license === undefined ? undefined : licenseText(license)),
          "the model card: license",
        ),
        told(
          "Model external references",
          ({ references }) => counted(references, "reference"),
          "a model card",
        ),
      ],
    },
    {
      name: "Dataset",
      elements: [
        told(
          "Dataset name",
          ofEvery(({ name }) => name),
          "the model card: datasets",
        ),
        told(
          "Dataset description",
          ofEvery(({ description }) => description),
          "Croissant: description",
        ),
        told(
          "Dataset content",
          ofEvery(({ modalities }) => modalities?.[0]),
          "Croissant: distribution",
        ),
        told(
          "Dataset identifier",
          ofEvery(({ purl, url }) => purl ?? url),
          "Croissant: url",
        ),
        told(
          "Dataset hash",
          ofEvery(({ files }) => files?.find(({ sha256 }) => sha256 !== undefined)),
          "Croissant: distribution with sha256",
        ),
        told(
          "Dataset provenance",
          ofEvery(({ collection, publisher }) => collection ?? publisher),
          "Croissant: creator, rai:dataCollection",
        ),
        told(
          "Dataset statistical properties",
          ofEvery(({ biases, records }) => biases?.[0] ?? records?.[0]),
          "Croissant: recordSet, rai:dataBiases",
        ),
        told(
          "Dataset sensitivity",
          ofEvery(({ sensitive }) => sensitive),
          "Croissant: rai:personalSensitiveInformation",
        ),
        told(
          "Dataset dependency relationship",
          ({ datasets }) => counted(datasets, "data set"),
          "the model card: datasets",
        ),
        told(
          "Dataset license",
          ofEvery(({ license }) => license),
          "Croissant: license",
        ),
      ],
    },
    {
      name: "KPIs",
      elements: [
        told(
          "Security metrics",
          ({ metrics }) =>
            counted(
              metrics.filter(({ isSecurity }) => isSecurity === true),
              "metric",
            ),
          "pavise attest robustness MODEL --metric NAME=NUMBER",
        ),
        told(
          "Operational performance KPIs",
          ({ metrics }) =>
            counted(
              metrics.filter(({ isSecurity }) => isSecurity !== true),
              "metric",
            ),
          "the model card: model-index",
        ),
      ],
    },
    {
      name: "Infrastructure",
      elements: [
        told(
          "Infrastructure software",
          (bill) => counted(bill.dependencies, "package"),
          "requirements.txt, conda.yaml or pyproject.toml",
        ),
        asked(
          "Infrastructure hardware",
          system,
          ({ energy }) => energy.find(({ name }) => name.includes("hardware"))?.value,
        ),
      ],
    },
    {
      name: "Security",
      elements: [
        asked("Security controls", system),
        asked("Security compliance", system),
        asked(
          "Cybersecurity policy information",
          "a SECURITY.md with the model",
          referred("security-policy"),
        ),
        asked("Vulnerability referencing", "whoever handles vulnerabilities: a VEX document"),
      ],
    },
  ],
};
