// Types that moto does not have, or has only in part, against answers of the shapes that AWS documents.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, afterAll, expect, test } from "vitest";
import type { Value } from "../../value.ts";
import { readAws } from "./index.ts";
import { type LiveReading } from "../live/reading.ts";

const role = "arn:aws:iam::123456789012:role/r";
const key = "arn:aws:kms:eu-west-1:123456789012:key/1";
const arn = (rest: string): string => `arn:aws:${rest.replace("@", "eu-west-1:123456789012")}`;

/** What is answered: by the target of JSON, or by method and path of REST. */
const answers: Readonly<Record<string, object>> = {
  "SageMaker.ListClusters": {
    ClusterSummaries: [
      { ClusterName: "gpu", ClusterArn: arn("sagemaker:@:cluster/1"), ClusterStatus: "InService" },
    ],
  },
  "SageMaker.DescribeCluster": {
    ClusterName: "gpu",
    InstanceGroups: [
      {
        InstanceGroupName: "workers",
        InstanceType: "ml.p5.48xlarge",
        ExecutionRole: role,
        LifeCycleConfig: { SourceS3Uri: "s3://scripts/", OnCreate: "on_create.sh" },
      },
    ],
    VpcConfig: { SecurityGroupIds: ["sg-1"], Subnets: ["subnet-1"] },
    NodeRecovery: "Automatic",
  },
  "SageMaker.ListMlflowTrackingServers": {
    TrackingServerSummaries: [
      {
        TrackingServerName: "runs",
        TrackingServerArn: arn("sagemaker:@:mlflow-tracking-server/runs"),
      },
    ],
  },
  "SageMaker.DescribeMlflowTrackingServer": { ArtifactStoreUri: "s3://runs/", RoleArn: role },
  "SageMaker.ListModelPackageGroups": {
    ModelPackageGroupSummaryList: [
      {
        ModelPackageGroupName: "shared",
        ModelPackageGroupArn: arn("sagemaker:@:model-package-group/shared"),
      },
      {
        ModelPackageGroupName: "own",
        ModelPackageGroupArn: arn("sagemaker:@:model-package-group/own"),
      },
    ],
  },
  "SageMaker.ListFeatureGroups": {
    FeatureGroupSummaries: [
      { FeatureGroupName: "f", FeatureGroupArn: arn("sagemaker:@:feature-group/f") },
    ],
  },
  "SageMaker.DescribeFeatureGroup": {
    OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: key } },
    OfflineStoreConfig: { S3StorageConfig: { S3Uri: "s3://f/" } },
  },
  "SageMaker.ListHubs": {
    HubSummaries: [
      {
        HubName: "SageMakerPublicHub",
        HubArn: "arn:aws:sagemaker:eu-west-1:aws:hub/SageMakerPublicHub",
      },
      { HubName: "own", HubArn: arn("sagemaker:@:hub/own") },
    ],
  },
  "SageMaker.ListApps": {
    Apps: [
      {
        DomainId: "d-1",
        UserProfileName: "ada",
        AppType: "JupyterLab",
        AppName: "default",
        Status: "InService",
      },
      {
        DomainId: "d-1",
        UserProfileName: "ada",
        AppType: "JupyterLab",
        AppName: "gone",
        Status: "Deleted",
      },
    ],
  },
  "SageMaker.ListNotebookInstanceLifecycleConfigs": {
    NotebookInstanceLifecycleConfigs: [
      {
        NotebookInstanceLifecycleConfigName: "setup",
        NotebookInstanceLifecycleConfigArn: arn(
          "sagemaker:@:notebook-instance-lifecycle-config/setup",
        ),
      },
    ],
  },
  "SageMaker.DescribeNotebookInstanceLifecycleConfig": { OnStart: [{ Content: "Y3VybCB4" }] },
  "GET /guardrails": {
    guardrails: [
      {
        id: "g1",
        arn: arn("bedrock:@:guardrail/g1"),
        name: "safe",
        status: "READY",
        version: "DRAFT",
      },
    ],
  },
  "GET /guardrails?guardrailIdentifier=g1": {
    guardrails: [
      { id: "g1", arn: arn("bedrock:@:guardrail/g1"), version: "DRAFT" },
      { id: "g1", arn: arn("bedrock:@:guardrail/g1"), version: "1" },
    ],
  },
  "GET /guardrails/g1": {
    name: "safe",
    guardrailId: "g1",
    kmsKeyArn: key,
    blockedInputMessaging: "no",
    contentPolicy: {
      filters: [
        { type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" },
        {
          type: "HATE",
          inputStrength: "LOW",
          outputStrength: "MEDIUM",
          inputEnabled: true,
          inputAction: "BLOCK",
        },
      ],
      tier: { tierName: "STANDARD" },
    },
    sensitiveInformationPolicy: {
      piiEntities: [{ type: "EMAIL", action: "ANONYMIZE" }],
      regexes: [{ name: "id", pattern: "\\d+", action: "BLOCK" }],
    },
    contextualGroundingPolicy: { filters: [{ type: "GROUNDING", threshold: 0.7 }] },
    topicPolicy: { topics: [{ name: "money", definition: "advice", type: "DENY" }] },
    wordPolicy: { managedWordLists: [{ type: "PROFANITY" }] },
  },
  "GET /guardrails/g1?guardrailVersion=1": { name: "safe", contentPolicy: { filters: [] } },
  "POST /agents/": {
    agentSummaries: [{ agentId: "A1", agentName: "helper", agentStatus: "PREPARED" }],
  },
  "GET /agents/A1/": {
    agent: {
      agentArn: arn("bedrock:@:agent/A1"),
      agentResourceRoleArn: role,
      foundationModel: "anthropic.claude",
      guardrailConfiguration: { guardrailIdentifier: "g1", guardrailVersion: "1" },
      agentCollaboration: "DISABLED",
      idleSessionTTLInSeconds: 600,
    },
  },
  "POST /agents/A1/agentversions/DRAFT/actiongroups/": {
    actionGroupSummaries: [
      { actionGroupId: "G1", actionGroupName: "tools", actionGroupState: "ENABLED" },
    ],
  },
  "GET /agents/A1/agentversions/DRAFT/actiongroups/G1/": {
    agentActionGroup: {
      actionGroupName: "tools",
      actionGroupState: "ENABLED",
      actionGroupExecutor: { lambda: arn("lambda:@:function:tool") },
      functionSchema: { functions: [{ name: "delete", requireConfirmation: "DISABLED" }] },
      parentActionSignature: "AMAZON.CodeInterpreter",
    },
  },
  "POST /agents/A1/agentversions/DRAFT/knowledgebases/": {
    agentKnowledgeBaseSummaries: [{ knowledgeBaseId: "K1", knowledgeBaseState: "ENABLED" }],
  },
  "POST /agents/A1/agentversions/DRAFT/agentcollaborators/": {
    agentCollaboratorSummaries: [
      {
        collaboratorName: "other",
        agentDescriptor: { aliasArn: arn("bedrock:@:agent-alias/B/1") },
      },
    ],
  },
  "POST /agents/A1/agentversions/": {
    agentVersionSummaries: [{ agentVersion: "DRAFT" }, { agentVersion: "3", agentName: "helper" }],
  },
  "GET /agents/A1/agentversions/3/": {
    agentVersion: { agentId: "A1", agentResourceRoleArn: role },
  },
  "POST /agents/A1/agentaliases/": {
    agentAliasSummaries: [
      { agentAliasId: "L1", agentAliasName: "live", routingConfiguration: [{ agentVersion: "3" }] },
    ],
  },
  "POST /knowledgebases/": {
    knowledgeBaseSummaries: [{ knowledgeBaseId: "K1", name: "facts", status: "ACTIVE" }],
  },
  "GET /knowledgebases/K1": {
    knowledgeBase: {
      roleArn: role,
      storageConfiguration: {
        type: "OPENSEARCH_SERVERLESS",
        opensearchServerlessConfiguration: { collectionArn: arn("aoss:@:collection/c1") },
      },
    },
  },
  "POST /knowledgebases/K1/datasources/": {
    dataSourceSummaries: [{ knowledgeBaseId: "K1", dataSourceId: "D1", name: "wiki" }],
  },
  "GET /knowledgebases/K1/datasources/D1": {
    dataSource: {
      dataSourceConfiguration: {
        type: "WEB",
        webConfiguration: { crawlerConfiguration: { scope: "HOST_ONLY" } },
      },
      dataDeletionPolicy: "RETAIN",
    },
  },
  "GET /flows/": { flowSummaries: [{ id: "F1", name: "flow", arn: arn("bedrock:@:flow/F1") }] },
  "GET /flows/F1/": {
    executionRoleArn: role,
    definition: { nodes: [{ name: "n", type: "Input" }] },
  },
  "GET /prompts/": { promptSummaries: [{ id: "P1", name: "p", arn: arn("bedrock:@:prompt/P1") }] },
  "GET /prompts/P1/": {
    customerEncryptionKeyArn: key,
    variants: [{ name: "v", templateType: "TEXT" }],
  },
  "OpenSearchServerless.ListCollections": {
    collectionSummaries: [{ id: "c1", name: "vectors", arn: arn("aoss:@:collection/c1") }],
  },
  "OpenSearchServerless.BatchGetCollection": {
    collectionDetails: [{ type: "VECTORSEARCH", kmsKeyArn: "auto" }],
  },
  "OpenSearchServerless.ListSecurityPolicies": {
    securityPolicySummaries: [{ name: "open", type: "network" }],
  },
  "OpenSearchServerless.GetSecurityPolicy": {
    securityPolicyDetail: {
      policy: [{ AllowFromPublic: true, Rules: [{ ResourceType: "collection" }] }],
    },
  },
  "OpenSearchServerless.ListAccessPolicies": {
    accessPolicySummaries: [{ name: "all", type: "data" }],
  },
  "OpenSearchServerless.GetAccessPolicy": {
    accessPolicyDetail: { policy: [{ Principal: ["*"] }] },
  },
  "GET /2015-03-31/functions": {
    Functions: [
      {
        FunctionName: "tool",
        FunctionArn: arn("lambda:@:function:tool"),
        Role: role,
        Environment: { Variables: { OPENAI_API_KEY: "sk-secret" } },
        VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: "" },
      },
    ],
  },
  "GET /2015-03-31/functions/tool/policy": { Policy: '{"Statement": [{"Principal": "*"}]}' },
  "GET /2021-10-31/functions/tool/url": { AuthType: "NONE", FunctionUrl: "https://x/" },
  "secretsmanager.ListSecrets": {
    SecretList: [
      {
        ARN: arn("secretsmanager:@:secret:s-1"),
        Name: "s",
        RotationEnabled: true,
        RotationLambdaARN: "l",
      },
    ],
  },
  "secretsmanager.GetResourcePolicy": { ResourcePolicy: '{"Statement": []}' },
  "AWSKendraFrontendService.ListIndices": {
    IndexConfigurationSummaryItems: [{ Id: "i1", Name: "search" }],
  },
  "AWSKendraFrontendService.DescribeIndex": {
    RoleArn: role,
    ServerSideEncryptionConfiguration: { KmsKeyId: key },
  },
};

let reading: LiveReading;
let close: () => void;

beforeAll(async () => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      if (body.includes("GetCallerIdentity"))
        return response.end(
          "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
        );
      const target = request.headers["x-amz-target"] as string | undefined;
      const url = new URL(request.url ?? "", "http://x");
      url.searchParams.delete("maxResults");
      if (target === "SageMaker.GetModelPackageGroupPolicy") {
        const isShared = body.includes("shared");
        const told = { ResourcePolicy: '{"Statement": [{"Principal": {"AWS": "*"}}]}' };
        const none = {
          __type: "ValidationException",
          message: "Cannot find resource policy for own",
        };
        return response.writeHead(isShared ? 200 : 400).end(JSON.stringify(isShared ? told : none));
      }
      const isNetwork =
        !body.includes('"type"') || body.includes('"network"') || body.includes('"data"');
      const said = isNetwork
        ? answers[target ?? `${request.method} ${url.pathname}${url.search}`]
        : undefined;
      if (said !== undefined) return response.end(JSON.stringify(said));
      return response.writeHead(400).end('{"__type": "UnknownOperationException"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  reading = await readAws({
    env: {
      AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "x",
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      HOME: "/nowhere",
    },
    regions: ["eu-west-1"],
    pace: { tries: 1, perSecond: 10_000 },
  });
});
afterAll(() => close());

function plain(value: Value | undefined): unknown {
  if (value?.kind === "scalar") return value.value;
  if (value?.kind === "list") return value.items.map(plain);
  if (value?.kind !== "map") return value?.kind;
  return Object.fromEntries([...value.entries].map(([name, each]) => [name, plain(each)]));
}

function body(type: string, has = ""): Record<string, unknown> {
  const found = reading.resources.find((each) => each.type === type && each.address.includes(has));
  return plain(found?.body) as Record<string, unknown>;
}

test("guardrails, with the names that CloudFormation has for their parts", () => {
  expect(body("AWS::Bedrock::Guardrail")).toEqual({
    Name: "safe",
    GuardrailId: "g1",
    GuardrailArn: arn("bedrock:@:guardrail/g1"),
    Status: "READY",
    BlockedInputMessaging: "no",
    KmsKeyArn: key,
    ContentPolicyConfig: {
      FiltersConfig: [
        { Type: "PROMPT_ATTACK", InputStrength: "HIGH", OutputStrength: "NONE" },
        {
          Type: "HATE",
          InputStrength: "LOW",
          OutputStrength: "MEDIUM",
          InputEnabled: true,
          InputAction: "BLOCK",
        },
      ],
      ContentFiltersTierConfig: { TierName: "STANDARD" },
    },
    TopicPolicyConfig: { TopicsConfig: [{ Name: "money", Definition: "advice", Type: "DENY" }] },
    WordPolicyConfig: { ManagedWordListsConfig: [{ Type: "PROFANITY" }] },
    SensitiveInformationPolicyConfig: {
      PiiEntitiesConfig: [{ Type: "EMAIL", Action: "ANONYMIZE" }],
      RegexesConfig: [{ Name: "id", Pattern: "\\d+", Action: "BLOCK" }],
    },
    ContextualGroundingPolicyConfig: { FiltersConfig: [{ Type: "GROUNDING", Threshold: 0.7 }] },
  });
  const versions = reading.resources.filter(
    ({ type }) => type === "AWS::Bedrock::GuardrailVersion",
  );
  expect(versions.map(({ address }) => address)).toEqual([arn("bedrock:@:guardrail/g1:1")]);
  expect(body("AWS::Bedrock::GuardrailVersion")).toMatchObject({
    GuardrailIdentifier: "g1",
    Version: "1",
    ContentPolicyConfig: { FiltersConfig: [] },
  });
});

test("agents with their tools, and the versions that run", () => {
  expect(body("AWS::Bedrock::Agent")).toEqual({
    AgentName: "helper",
    AgentId: "A1",
    AgentStatus: "PREPARED",
    AgentArn: arn("bedrock:@:agent/A1"),
    AgentResourceRoleArn: role,
    FoundationModel: "anthropic.claude",
    GuardrailConfiguration: { GuardrailIdentifier: "g1", GuardrailVersion: "1" },
    IdleSessionTTLInSeconds: 600,
    AgentCollaboration: "DISABLED",
    ActionGroups: [
      {
        ActionGroupName: "tools",
        ActionGroupState: "ENABLED",
        ActionGroupExecutor: { Lambda: arn("lambda:@:function:tool") },
        FunctionSchema: { Functions: [{ Name: "delete", RequireConfirmation: "DISABLED" }] },
        ParentActionGroupSignature: "AMAZON.CodeInterpreter",
      },
    ],
    KnowledgeBases: [{ KnowledgeBaseId: "K1", KnowledgeBaseState: "ENABLED" }],
    AgentCollaborators: [
      {
        CollaboratorName: "other",
        AgentDescriptor: { AliasArn: arn("bedrock:@:agent-alias/B/1") },
      },
    ],
  });
  expect(body("AWS::Bedrock::AgentVersion")).toMatchObject({ AgentId: "A1", AgentVersion: "3" });
  expect(body("AWS::Bedrock::AgentAlias")).toMatchObject({
    AgentId: "A1",
    RoutingConfiguration: [{ AgentVersion: "3" }],
  });
});

test("knowledge bases, data sources, flows and prompts", () => {
  expect(body("AWS::Bedrock::KnowledgeBase")).toMatchObject({
    Name: "facts",
    RoleArn: role,
    StorageConfiguration: {
      Type: "OPENSEARCH_SERVERLESS",
      OpensearchServerlessConfiguration: { CollectionArn: arn("aoss:@:collection/c1") },
    },
  });
  expect(body("AWS::Bedrock::DataSource")).toMatchObject({
    KnowledgeBaseId: "K1",
    DataSourceConfiguration: { Type: "WEB" },
    DataDeletionPolicy: "RETAIN",
  });
  expect(body("AWS::Bedrock::Flow")).toMatchObject({
    ExecutionRoleArn: role,
    Definition: { Nodes: [{ Name: "n", Type: "Input" }] },
  });
  expect(body("AWS::Bedrock::Prompt")).toMatchObject({ CustomerEncryptionKeyArn: key });
});

test("clusters, tracking servers, feature stores, hubs and apps of SageMaker", () => {
  expect(body("AWS::SageMaker::Cluster")).toMatchObject({
    ClusterName: "gpu",
    InstanceGroups: [{ ExecutionRole: role, LifeCycleConfig: { SourceS3Uri: "s3://scripts/" } }],
    VpcConfig: { Subnets: ["subnet-1"] },
  });
  expect(body("AWS::SageMaker::MlflowTrackingServer")).toMatchObject({
    TrackingServerName: "runs",
    ArtifactStoreUri: "s3://runs/",
  });
  expect(body("AWS::SageMaker::FeatureGroup")).toMatchObject({
    OnlineStoreConfig: { SecurityConfig: { KmsKeyId: key } },
    OfflineStoreConfig: { S3StorageConfig: { S3Uri: "s3://f/" } },
  });
  const of = (type: string): number =>
    reading.resources.filter((each) => each.type === type).length;
  expect([of("AWS::SageMaker::Hub"), of("AWS::SageMaker::App")]).toEqual([1, 1]);
  expect(body("AWS::SageMaker::NotebookInstanceLifecycleConfig")).toMatchObject({
    OnStart: [{ Content: "Y3VybCB4" }],
  });
});

test("a policy of a model package group, and none", () => {
  expect(body("AWS::SageMaker::ModelPackageGroup", "shared")).toMatchObject({
    ModelPackageGroupPolicy: { Statement: [{ Principal: { AWS: "*" } }] },
  });
  expect(body("AWS::SageMaker::ModelPackageGroup", "own")).not.toHaveProperty(
    "ModelPackageGroupPolicy",
  );
});

test("collections with their policies, functions, secrets and indices", () => {
  expect(body("AWS::OpenSearchServerless::Collection")).toMatchObject({
    Name: "vectors",
    Type: "VECTORSEARCH",
    KmsKeyArn: "auto",
  });
  expect(body("AWS::OpenSearchServerless::SecurityPolicy")).toMatchObject({
    Type: "network",
    Policy: [{ AllowFromPublic: true }],
  });
  expect(body("AWS::OpenSearchServerless::AccessPolicy")).toMatchObject({
    Policy: [{ Principal: ["*"] }],
  });
  expect(body("AWS::Lambda::Function")).toMatchObject({
    FunctionName: "tool",
    EnvironmentVariableNames: ["OPENAI_API_KEY"],
    Policy: { Statement: [{ Principal: "*" }] },
    FunctionUrlConfig: { AuthType: "NONE" },
  });
  expect(reading.resources.some(({ at }) => at.document.text.includes("sk-secret"))).toBe(false);
  expect(body("AWS::SecretsManager::ResourcePolicy")).toEqual({
    SecretId: arn("secretsmanager:@:secret:s-1"),
    ResourcePolicy: { Statement: [] },
  });
  expect(body("AWS::SecretsManager::RotationSchedule")).toMatchObject({ RotationLambdaARN: "l" });
  expect(body("AWS::Kendra::Index")).toMatchObject({
    ServerSideEncryptionConfiguration: { KmsKeyId: key },
  });
});
