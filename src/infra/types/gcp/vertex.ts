// Vertex AI: what is stored and what is served. Facts are named as in its REST API.
import { defineType, flag, list, text, value } from "../../type.ts";

const service = "aiplatform.googleapis.com";
/** The key that encrypts a resource. */
const key = { key: text("encryptionSpec.kmsKeyName"), name: text("name") } as const;

/** An endpoint that answers requests. */
export const endpoint = defineType({
  label: "Vertex AI endpoint",
  names: { terraform: "google_vertex_ai_endpoint", gcp: `${service}/Endpoint` },
  identifiedBy: ["name"],
  facts: {
    ...key,
    network: text("network"),
    privateConnect: flag("privateServiceConnectConfig.enablePrivateServiceConnect"),
    privateConnectConfig: value("privateServiceConnectConfig"),
    logging: flag("predictRequestResponseLoggingConfig.enabled"),
    deployed: list("deployedModels", { terraform: false }),
  },
});

/** A model of Model Garden that is deployed along with its endpoint. */
export const gardenDeployment = defineType({
  label: "deployment from Model Garden",
  names: { terraform: "google_vertex_ai_endpoint_with_model_garden_deployment" },
  facts: {
    privateConnect: flag(
      "endpoint_config.private_service_connect_config.enable_private_service_connect",
    ),
    publisherModel: text("publisher_model_name"),
    huggingFaceModel: text("hugging_face_model_id"),
    customImage: text("model_config.container_spec.image_uri"),
  },
});

/** A model of the registry; Terraform does not make them. */
export const model = defineType({
  label: "Vertex AI model",
  names: { gcp: `${service}/Model` },
  identifiedBy: ["name"],
  facts: {
    ...key,
    artifacts: text("artifactUri"),
    image: text("containerSpec.imageUri"),
  },
});

/** What holds data and is encrypted with a key. */
export const dataset = defineType({
  label: "Vertex AI dataset",
  names: { terraform: "google_vertex_ai_dataset", gcp: `${service}/Dataset` },
  facts: key,
});
export const featurestore = defineType({
  label: "Vertex AI featurestore",
  names: { terraform: "google_vertex_ai_featurestore", gcp: `${service}/Featurestore` },
  facts: key,
});
export const tensorboard = defineType({
  label: "Vertex AI TensorBoard",
  names: { terraform: "google_vertex_ai_tensorboard", gcp: `${service}/Tensorboard` },
  facts: key,
});
export const metadataStore = defineType({
  label: "Vertex AI metadata store",
  names: { terraform: "google_vertex_ai_metadata_store", gcp: `${service}/MetadataStore` },
  facts: key,
});
export const featureOnlineStore = defineType({
  label: "Vertex AI feature online store",
  names: {
    terraform: "google_vertex_ai_feature_online_store",
    gcp: `${service}/FeatureOnlineStore`,
  },
  facts: {
    ...key,
    optimized: value("optimized"),
    privateConnect: flag(
      "dedicatedServingEndpoint.privateServiceConnectConfig.enablePrivateServiceConnect",
    ),
  },
});
export const vectorIndex = defineType({
  label: "Vertex AI index",
  names: { terraform: "google_vertex_ai_index", gcp: `${service}/Index` },
  facts: key,
});
export const ragCorpus = defineType({
  label: "RAG corpus",
  names: { gcp: `${service}/RagCorpus` },
  facts: key,
});

/** An endpoint of vector search. */
export const indexEndpoint = defineType({
  label: "Vertex AI index endpoint",
  names: { terraform: "google_vertex_ai_index_endpoint", gcp: `${service}/IndexEndpoint` },
  facts: {
    name: text("name"),
    isPublic: flag("publicEndpointEnabled", { absent: false }),
    network: text("network"),
  },
});

/** An agent of Agent Engine. */
export const reasoningEngine = defineType({
  label: "reasoning engine",
  names: { terraform: "google_vertex_ai_reasoning_engine", gcp: `${service}/ReasoningEngine` },
  identifiedBy: ["name"],
  facts: {
    ...key,
    serviceAccount: value("spec.serviceAccount"),
    package: text("spec.packageSpec.pickleObjectGcsUri"),
  },
});
