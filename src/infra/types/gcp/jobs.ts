// What runs somebody's code in Vertex AI. Terraform makes no jobs; they are read live.
import { defineType, flag, list, text, value } from "../../type.ts";

const service = "aiplatform.googleapis.com";

/** A custom job, alone or as the trial of a tuning job. */
export const customJob = defineType({
  label: "custom job",
  names: { gcp: [`${service}/CustomJob`, `${service}/HyperparameterTuningJob`] },
  facts: {
    webAccess: flag("jobSpec.enableWebAccess", {
      gcp: ["jobSpec.enableWebAccess", "trialJobSpec.enableWebAccess"],
      absent: false,
    }),
    state: text("state"),
  },
});

const pipelineIn = "createPipelineJobRequest.pipelineJob";

/** Whatever runs code with an account and in a network: custom jobs, pipelines, what starts them. */
export const run = defineType({
  label: "job or pipeline",
  names: {
    gcp: [
      `${service}/CustomJob`,
      `${service}/HyperparameterTuningJob`,
      `${service}/PipelineJob`,
      `${service}/Schedule`,
    ],
  },
  facts: {
    serviceAccount: value("jobSpec.serviceAccount", {
      gcp: [
        "jobSpec.serviceAccount",
        "trialJobSpec.serviceAccount",
        "serviceAccount",
        `${pipelineIn}.serviceAccount`,
      ],
    }),
    network: text("jobSpec.network", {
      gcp: ["jobSpec.network", "trialJobSpec.network", "network", `${pipelineIn}.network`],
    }),
    pscInterface: value("jobSpec.pscInterfaceConfig", {
      gcp: [
        "jobSpec.pscInterfaceConfig",
        "trialJobSpec.pscInterfaceConfig",
        "pscInterfaceConfig",
        `${pipelineIn}.pscInterfaceConfig`,
      ],
    }),
    key: text("encryptionSpec.kmsKeyName", {
      gcp: ["encryptionSpec.kmsKeyName", `${pipelineIn}.encryptionSpec.kmsKeyName`],
    }),
    /** A schedule that runs a notebook, and no pipeline. */
    notebook: value("createNotebookExecutionJobRequest"),
  },
});

/** Jobs that leave data on disks. */
export const storedJob = defineType({
  label: "job of Vertex AI",
  names: {
    gcp: [
      `${service}/CustomJob`,
      `${service}/HyperparameterTuningJob`,
      `${service}/BatchPredictionJob`,
      `${service}/TrainingPipeline`,
      `${service}/TuningJob`,
      `${service}/PersistentResource`,
    ],
  },
  facts: { name: text("name"), key: text("encryptionSpec.kmsKeyName") },
});

/** Machines that are kept for jobs. */
export const persistentResource = defineType({
  label: "persistent resource",
  names: { gcp: `${service}/PersistentResource` },
  facts: {
    serviceAccount: value("resourceRuntimeSpec.serviceAccountSpec.serviceAccount"),
    customAccount: flag("resourceRuntimeSpec.serviceAccountSpec.enableCustomServiceAccount", {
      absent: false,
    }),
  },
});

/** What starts containers with an environment: models, agents, jobs with their pools of workers. */
export const workload = defineType({
  label: "workload of Vertex AI",
  names: {
    terraform: "google_vertex_ai_reasoning_engine",
    gcp: [
      `${service}/Model`,
      `${service}/ReasoningEngine`,
      `${service}/CustomJob`,
      `${service}/HyperparameterTuningJob`,
    ],
  },
  facts: {
    environment: list("spec.deploymentSpec.env", {
      gcp: [
        "containerSpec.env",
        "spec.deploymentSpec.env",
        "jobSpec.workerPoolSpecs",
        "trialJobSpec.workerPoolSpecs",
      ],
    }),
  },
});
