import type { Dialect } from "../../resource.ts";

/** A type of Pulumi in the words of the provider that it is bridged from. */
export interface Bridged {
  readonly dialect: Dialect;
  readonly type: string;
}

/** Modules whose name is not what stands before the type in Terraform. */
const modules: Readonly<Record<string, string>> = {
  "aws:ec2": "",
  "aws:apigateway": "api_gateway",
  "aws:bedrockmodel": "bedrock_model",
  "aws:ec2transitgateway": "ec2_transit_gateway",
  "gcp:projects": "project",
  "gcp:organizations": "organization",
  "gcp:folder": "folder",
  "gcp:serviceaccount": "service_account",
  "gcp:artifactregistry": "artifact_registry",
  "gcp:accesscontextmanager": "access_context_manager",
  "gcp:secretmanager": "secret_manager",
  "gcp:cloudrun": "cloud_run",
  "gcp:cloudrunv2": "cloud_run_v2",
  "azure:machinelearning": "machine_learning",
  "azure:keyvault": "key_vault",
  "azure:authorization": "",
  "azure:network": "",
  "azure:core": "",
  "azure:containerservice": "",
  "azure:monitoring": "monitor",
  "azure:privatelink": "private",
  "azure:aifoundry": "ai_foundry",
};

/** Types that no rule gives. */
const exceptions: Readonly<Record<string, string>> = {
  "aws:rds:Instance": "aws_db_instance",
  "aws:rds:SubnetGroup": "aws_db_subnet_group",
  "aws:lb:LoadBalancer": "aws_lb",
  "aws:cloudtrail:Trail": "aws_cloudtrail",
  "aws:bedrock:AgentAgent": "aws_bedrockagent_agent",
  "aws:bedrock:AgentAgentActionGroup": "aws_bedrockagent_agent_action_group",
  "aws:bedrock:AgentKnowledgeBase": "aws_bedrockagent_knowledge_base",
  "aws:bedrock:AgentDataSource": "aws_bedrockagent_data_source",
  "aws:bedrockmodel:InvocationLoggingConfiguration":
    "aws_bedrock_model_invocation_logging_configuration",
  "gcp:serviceaccount:Account": "google_service_account",
  "gcp:organizations:Project": "google_project",
  "gcp:projects:Service": "google_project_service",
  "azure:authorization:Assignment": "azurerm_role_assignment",
  "azure:authorization:RoleDefinition": "azurerm_role_definition",
  "azure:containerservice:Registry": "azurerm_container_registry",
  "azure:keyvault:KeyVault": "azurerm_key_vault",
  "azure:privatelink:Endpoint": "azurerm_private_endpoint",
  "azure:aifoundry:Hub": "azurerm_ai_foundry",
  "azure:aifoundry:Project": "azurerm_ai_foundry_project",
};

const providers: Readonly<Record<string, string>> = {
  aws: "aws",
  gcp: "google",
  azure: "azurerm",
};

/** Services of CloudFormation, which `aws-native` has in small letters. */
const services: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "S3 SageMaker IAM KMS EC2 Lambda Bedrock Logs ECR DynamoDB CloudTrail SecretsManager " +
    "OpenSearchService OpenSearchServerless EKS ECS EFS Glue Athena SNS SQS SSM Events RDS Kendra " +
    "StepFunctions ApiGateway ApiGatewayV2 CloudWatch GuardDuty Config Macie Comprehend"
  )
    .split(" ")
    .map((name) => [name.toLowerCase(), name]),
);

/** Types of Azure Resource Manager, which `azure-native` has as one word for each. */
const arm: Readonly<Record<string, string>> = {
  "machinelearningservices:Workspace": "Microsoft.MachineLearningServices/workspaces",
  "machinelearningservices:Compute": "Microsoft.MachineLearningServices/workspaces/computes",
  "machinelearningservices:OnlineEndpoint":
    "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
  "machinelearningservices:Datastore": "Microsoft.MachineLearningServices/workspaces/datastores",
  "cognitiveservices:Account": "Microsoft.CognitiveServices/accounts",
  "cognitiveservices:Deployment": "Microsoft.CognitiveServices/accounts/deployments",
  "cognitiveservices:RaiPolicy": "Microsoft.CognitiveServices/accounts/raiPolicies",
  "search:Service": "Microsoft.Search/searchServices",
  "storage:StorageAccount": "Microsoft.Storage/storageAccounts",
  "storage:BlobContainer": "Microsoft.Storage/storageAccounts/blobServices/containers",
  "keyvault:Vault": "Microsoft.KeyVault/vaults",
  "authorization:RoleAssignment": "Microsoft.Authorization/roleAssignments",
  "containerregistry:Registry": "Microsoft.ContainerRegistry/registries",
};

/** `NotebookInstance`, `IAMMember` and `notebookInstance` as Terraform has them. */
export function snakeOf(name: string): string {
  return name
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

/**
 * The type that a token stands for: `aws:s3/bucketV2:BucketV2` or, shortened, `aws:s3:BucketV2`.
 * Undefined for what Pulumi has for itself, and for providers that nobody here knows.
 */
export function bridgedOf(token: string): Bridged | undefined {
  const match = /^([\w-]{1,60}):([\w./-]{0,120}):(\w{1,120})$/.exec(token);
  if (match === null) return undefined;
  const [, provider = "", path = "", name = ""] = match;
  if (provider === "kubernetes") {
    const slash = path.indexOf("/");
    const group = slash < 0 ? "" : path.slice(0, slash);
    return { dialect: "kubernetes", type: `${group === "core" ? "" : group}/${name}` };
  }
  const [module = ""] = path.split("/", 1);
  if (provider === "aws-native") {
    const service = services[module];
    return service === undefined
      ? undefined
      : { dialect: "cloudformation", type: `AWS::${service}::${name}` };
  }
  if (provider === "azure-native") {
    const type = arm[`${module}:${name}`];
    return type === undefined ? undefined : { dialect: "azure", type };
  }
  const prefix = providers[provider];
  if (prefix === undefined) return undefined;
  // V2 of Pulumi is what Terraform has always called by the plain name.
  const plain = name.replace(/V2$/, "");
  const exception = exceptions[`${provider}:${module}:${plain}`];
  if (exception !== undefined) return { dialect: "terraform", type: exception };
  const middle = modules[`${provider}:${module}`] ?? module;
  const words = [prefix, middle, snakeOf(plain)].filter((word) => word !== "");
  return { dialect: "terraform", type: words.join("_") };
}
