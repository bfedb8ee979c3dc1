import type { InventoryKind } from "../../core/index.ts";

/** Which types of each dialect are assets of machine learning, and what they are. */
const kinds: Readonly<Record<InventoryKind, string>> = {
  model: `
    aws_sagemaker_model AWS::SageMaker::Model AWS::SageMaker::ModelPackage
    AWS::SageMaker::HubContent
    aiplatform.googleapis.com/Model
    azurerm_cognitive_deployment Microsoft.CognitiveServices/accounts/deployments
    Microsoft.MachineLearningServices/workspaces/models
    serving.kserve.io/TrainedModel serving.kserve.io/LocalModelCache mlops.seldon.io/Model`,
  "custom-model": `
    aws_bedrock_custom_model AWS::Bedrock::CustomModel AWS::Bedrock::ImportedModel
    aws_bedrock_imported_model
    aws_comprehend_entity_recognizer AWS::Comprehend::EntityRecognizer
    aws_comprehend_document_classifier AWS::Comprehend::DocumentClassifier`,
  endpoint: `
    aws_sagemaker_endpoint AWS::SageMaker::Endpoint AWS::SageMaker::InferenceComponent
    AWS::Bedrock::MarketplaceModelEndpoint AWS::Bedrock::ApplicationInferenceProfile
    aws_bedrock_inference_profile aws_bedrock_provisioned_model_throughput
    AWS::Bedrock::ProvisionedModelThroughput
    google_vertex_ai_endpoint google_vertex_ai_endpoint_with_model_garden_deployment
    aiplatform.googleapis.com/Endpoint
    azurerm_machine_learning_inference_cluster
    Microsoft.MachineLearningServices/workspaces/onlineEndpoints
    Microsoft.MachineLearningServices/workspaces/batchEndpoints
    Microsoft.MachineLearningServices/workspaces/serverlessEndpoints
    serving.kserve.io/InferenceService serving.kserve.io/LLMInferenceService
    serving.kserve.io/InferenceGraph machinelearning.seldon.io/SeldonDeployment
    ray.io/RayService`,
  agent: `
    aws_bedrockagent_agent AWS::Bedrock::Agent AWS::Bedrock::Flow aws_bedrockagent_flow
    aws_bedrockagentcore_agent_runtime AWS::BedrockAgentCore::Runtime
    google_vertex_ai_reasoning_engine aiplatform.googleapis.com/ReasoningEngine
    google_dialogflow_agent dialogflow.googleapis.com/Agent
    google_dialogflow_cx_agent dialogflow.googleapis.com/CxAgent
    azurerm_bot_service_azure_bot Microsoft.BotService/botServices`,
  guardrail: `
    aws_bedrock_guardrail AWS::Bedrock::Guardrail
    azurerm_cognitive_account_rai_policy Microsoft.CognitiveServices/accounts/raiPolicies
    google_model_armor_template modelarmor.googleapis.com/Template`,
  "knowledge-base": `
    aws_bedrockagent_knowledge_base AWS::Bedrock::KnowledgeBase aiplatform.googleapis.com/RagCorpus
    google_discovery_engine_data_store discoveryengine.googleapis.com/DataStore`,
  index: `
    aws_kendra_index AWS::Kendra::Index aws_opensearchserverless_collection
    AWS::OpenSearchServerless::Collection aws_s3vectors_vector_bucket AWS::S3Vectors::VectorBucket
    google_vertex_ai_index aiplatform.googleapis.com/Index
    google_vertex_ai_index_endpoint aiplatform.googleapis.com/IndexEndpoint
    azurerm_search_service Microsoft.Search/searchServices`,
  notebook: `
    aws_sagemaker_notebook_instance AWS::SageMaker::NotebookInstance
    aws_sagemaker_space AWS::SageMaker::Space aws_sagemaker_app AWS::SageMaker::App
    google_workbench_instance notebooks.googleapis.com/Instance
    google_notebooks_instance google_notebooks_runtime
    google_colab_runtime google_colab_runtime_template
    aiplatform.googleapis.com/NotebookRuntime aiplatform.googleapis.com/NotebookRuntimeTemplate
    azurerm_machine_learning_compute_instance kubeflow.org/Notebook`,
  workspace: `
    aws_sagemaker_domain AWS::SageMaker::Domain
    azurerm_machine_learning_workspace Microsoft.MachineLearningServices/workspaces
    azurerm_ai_foundry azurerm_ai_foundry_project Microsoft.CognitiveServices/accounts/projects
    azurerm_databricks_workspace Microsoft.Databricks/workspaces`,
  job: `
    aws_sagemaker_training_job AWS::SageMaker::TrainingJob AWS::SageMaker::ProcessingJob
    AWS::SageMaker::TransformJob AWS::SageMaker::HyperParameterTuningJob AWS::SageMaker::AutoMLJob
    AWS::SageMaker::CompilationJob AWS::SageMaker::LabelingJob AWS::SageMaker::OptimizationJob
    AWS::Bedrock::ModelCustomizationJob AWS::Bedrock::ModelInvocationJob
    aws_sagemaker_data_quality_job_definition AWS::SageMaker::DataQualityJobDefinition
    AWS::SageMaker::ModelQualityJobDefinition AWS::SageMaker::ModelBiasJobDefinition
    AWS::SageMaker::ModelExplainabilityJobDefinition
    aws_sagemaker_monitoring_schedule AWS::SageMaker::MonitoringSchedule
    aiplatform.googleapis.com/CustomJob aiplatform.googleapis.com/HyperparameterTuningJob
    aiplatform.googleapis.com/BatchPredictionJob aiplatform.googleapis.com/TuningJob
    aiplatform.googleapis.com/NotebookExecutionJob
    kubeflow.org/PyTorchJob kubeflow.org/TFJob kubeflow.org/MPIJob kubeflow.org/XGBoostJob
    kubeflow.org/PaddleJob kubeflow.org/JAXJob kubeflow.org/Experiment trainer.kubeflow.org/TrainJob
    ray.io/RayJob`,
  pipeline: `
    aws_sagemaker_pipeline AWS::SageMaker::Pipeline
    aiplatform.googleapis.com/PipelineJob aiplatform.googleapis.com/TrainingPipeline
    aiplatform.googleapis.com/Schedule
    pipelines.kubeflow.org/Pipeline pipelines.kubeflow.org/PipelineVersion`,
  cluster: `
    aws_sagemaker_cluster AWS::SageMaker::Cluster
    aiplatform.googleapis.com/PersistentResource google_tpu_v2_vm tpu.googleapis.com/Node
    azurerm_machine_learning_compute_cluster azurerm_machine_learning_synapse_spark
    Microsoft.MachineLearningServices/workspaces/computes
    ray.io/RayCluster`,
  "feature-store": `
    aws_sagemaker_feature_group AWS::SageMaker::FeatureGroup
    google_vertex_ai_featurestore aiplatform.googleapis.com/Featurestore
    google_vertex_ai_feature_online_store aiplatform.googleapis.com/FeatureOnlineStore
    google_vertex_ai_feature_group aiplatform.googleapis.com/FeatureGroup`,
  dataset: `
    google_vertex_ai_dataset aiplatform.googleapis.com/Dataset
    Microsoft.MachineLearningServices/workspaces/data`,
  registry: `
    aws_sagemaker_model_package_group AWS::SageMaker::ModelPackageGroup
    aws_sagemaker_hub AWS::SageMaker::Hub
    azurerm_machine_learning_registry Microsoft.MachineLearningServices/registries`,
  tracking: `
    aws_sagemaker_mlflow_tracking_server AWS::SageMaker::MlflowTrackingServer
    aws_sagemaker_mlflow_app AWS::SageMaker::MlflowApp AWS::SageMaker::PartnerApp
    google_vertex_ai_tensorboard aiplatform.googleapis.com/Tensorboard
    google_vertex_ai_metadata_store aiplatform.googleapis.com/MetadataStore`,
  service: `
    azurerm_cognitive_account azurerm_ai_services Microsoft.CognitiveServices/accounts
    google_document_ai_processor documentai.googleapis.com/Processor`,
  bucket: `
    aws_s3_bucket AWS::S3::Bucket google_storage_bucket storage.googleapis.com/Bucket
    azurerm_storage_account Microsoft.Storage/storageAccounts azurerm_storage_container
    Microsoft.Storage/storageAccounts/blobServices/containers`,
};

/**
 * What configures or joins assets and is none by itself, by the kind of asset that it belongs to: a
 * knowledge base uses the bucket of its data source. Those of `none` belong to whoever names them: an
 * endpoint uses the model of its configuration.
 */
const parts: Readonly<Partial<Record<InventoryKind | "none", string>>> = {
  none: `
    aws_sagemaker_endpoint_configuration AWS::SageMaker::EndpointConfig
    google_vertex_ai_deployment_resource_pool
    serving.kserve.io/ServingRuntime serving.kserve.io/ClusterServingRuntime`,
  agent: `
    aws_bedrockagent_agent_knowledge_base_association aws_bedrockagent_agent_action_group
    aws_bedrockagent_agent_alias AWS::Bedrock::AgentAlias`,
  "knowledge-base": "aws_bedrockagent_data_source AWS::Bedrock::DataSource",
  index: "google_vertex_ai_index_endpoint_deployed_index",
  "feature-store": `
    google_vertex_ai_feature_online_store_featureview google_vertex_ai_featurestore_entitytype`,
  endpoint: `
    Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments
    Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments`,
  workspace: `
    aws_sagemaker_user_profile AWS::SageMaker::UserProfile
    azurerm_machine_learning_datastore_blobstorage azurerm_machine_learning_datastore_datalake_gen2
    azurerm_machine_learning_datastore_fileshare
    Microsoft.MachineLearningServices/workspaces/datastores
    Microsoft.MachineLearningServices/workspaces/connections`,
  service: "Microsoft.CognitiveServices/accounts/connections",
};

function byType<K extends string>(table: Readonly<Partial<Record<K, string>>>): Map<string, K> {
  const found = new Map<string, K>();
  for (const [kind, types] of Object.entries<string | undefined>(table))
    for (const type of (types ?? "").trim().split(/\s+/)) found.set(type, kind as K);
  return found;
}

const kindByType = byType(kinds);
const ownerByType = byType(parts);

/** The kind of asset that a type is; a workload of Kubernetes is told by what it runs. */
export function inventoryKindOf(type: string): InventoryKind | undefined {
  return kindByType.get(type);
}

/** The kind of asset that a part belongs to; undefined for what is no part. */
export function ownerOfPart(type: string): InventoryKind | "none" | undefined {
  return ownerByType.get(type);
}
