// What runs somebody's code in Vertex AI. Terraform makes no jobs; they are read live.
import { defineType, flag, list, text, value } from "../../type.ts";

const service = "aiplatform.googleapis.com";

/** A custom job, alone or as the trial of a tuning job. */
export const customJob = defineType({
  label: "Vertex AI job",
  names: { gcp: [`${service}/CustomJob`, `${service}/HyperparameterTuningJob`] },
  facts: {
    name: text("name"),
    webAccess: flag("jobSpec.enableWebAccess", {
      gcp: ["jobSpec.enableWebAccess", "trialJobSpec.enableWebAccess"],
      absent: false,
    }),
    serviceAccount: value("jobSpec.serviceAccount", {
      gcp: ["jobSpec.serviceAccount", "trialJobSpec.serviceAccount"],
    }),
    network: value("jobSpec.network", { gcp: ["jobSpec.network", "trialJobSpec.network"] }),
    pscInterface: value("jobSpec.pscInterfaceConfig", {
      gcp: ["jobSpec.pscInterfaceConfig", "trialJobSpec.pscInterfaceConfig"],
    }),
    pools: list("jobSpec.workerPoolSpecs", {
      gcp: ["jobSpec.workerPoolSpecs", "trialJobSpec.workerPoolSpecs"],
    }),
    key: value("encryptionSpec.kmsKeyName"),
    state: text("state"),
  },
});

/** A run of a pipeline, or a schedule that starts them. */
export const pipelineJob = defineType({
  label: "Vertex AI pipeline",
  names: { gcp: [`${service}/PipelineJob`, `${service}/Schedule`] },
  facts: {
    name: text("name"),
    serviceAccount: value("serviceAccount", {
      gcp: ["serviceAccount", "createPipelineJobRequest.pipelineJob.serviceAccount"],
    }),
    network: value("network", {
      gcp: ["network", "createPipelineJobRequest.pipelineJob.network"],
    }),
    pscInterface: value("pscInterfaceConfig", {
      gcp: ["pscInterfaceConfig", "createPipelineJobRequest.pipelineJob.pscInterfaceConfig"],
    }),
    key: value("encryptionSpec.kmsKeyName", {
      gcp: [
        "encryptionSpec.kmsKeyName",
        "createPipelineJobRequest.pipelineJob.encryptionSpec.kmsKeyName",
      ],
    }),
    notebook: value("createNotebookExecutionJobRequest"),
  },
});

/** Jobs whose code is Google's, but whose data is not. */
export const batchJob = defineType({
  label: "Vertex AI batch job",
  names: {
    gcp: [
      `${service}/BatchPredictionJob`,
      `${service}/TrainingPipeline`,
      `${service}/TuningJob`,
      `${service}/PersistentResource`,
    ],
  },
  facts: { name: text("name"), key: value("encryptionSpec.kmsKeyName") },
});

/** Machines that are kept for jobs. */
export const persistentResource = defineType({
  label: "persistent resource",
  names: { gcp: `${service}/PersistentResource` },
  facts: {
    name: text("name"),
    serviceAccount: value("resourceRuntimeSpec.serviceAccountSpec.serviceAccount"),
    customAccount: flag("resourceRuntimeSpec.serviceAccountSpec.enableCustomServiceAccount", {
      absent: false,
    }),
    network: value("network"),
    pscInterface: value("pscInterfaceConfig"),
  },
});
