// Services that models search, are called from, or that are models themselves: OpenSearch, Lambda,
// Comprehend, Kendra.
import { objectOf, objectsOf, parsedJson, type Json, wordIn } from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { arn, defineTable, same, type Table } from "../table.ts";
import { largeOf } from "./letters.ts";

const opensearch = callsOf("opensearch");

const domain = defineTable({
  type: "AWS::OpenSearchService::Domain",
  list: {
    call: opensearch("ListDomainNames", { http: "GET /2021-01-01/domain" }),
    items: "DomainNames",
  },
  address: (seen) => `${arn("es", seen)}domain/${wordIn(seen.item["DomainName"])}`,
  takes: same("DomainName"),
  steps: [
    {
      call: opensearch("DescribeDomain", {
        http: "GET /2021-01-01/opensearch/domain/{DomainName}",
      }),
      with: ({ item }) => ({ DomainName: item["DomainName"] }),
      takes: {
        Arn: "DomainStatus.ARN",
        EngineVersion: "DomainStatus.EngineVersion",
        AccessPolicies: (answer) => parsedJson(objectOf(answer["DomainStatus"])["AccessPolicies"]),
        ...Object.fromEntries(
          "VPCOptions EncryptionAtRestOptions NodeToNodeEncryptionOptions DomainEndpointOptions AdvancedSecurityOptions CognitoOptions LogPublishingOptions"
            .split(" ")
            .map((name) => [name, `DomainStatus.${name}`]),
        ),
      },
    },
  ],
});

const aoss = callsOf("aoss");
const small = ["nextToken", "nextToken"] as const;
const page = ["NextToken", "NextToken"] as const;

const collection = defineTable({
  type: "AWS::OpenSearchServerless::Collection",
  list: {
    call: aoss("ListCollections"),
    with: { maxResults: 100 },
    items: "collectionSummaries",
    page: small,
  },
  address: ({ item }) => wordIn(item["arn"]),
  takes: largeOf("name id arn status"),
  steps: [
    {
      call: aoss("BatchGetCollection"),
      with: ({ item }) => ({ ids: [item["id"] ?? ""] }),
      takes: {
        Type: (answer): Json | undefined => objectsOf(answer["collectionDetails"])[0]?.["type"],
        KmsKeyArn: (answer): Json | undefined =>
          objectsOf(answer["collectionDetails"])[0]?.["kmsKeyArn"],
        StandbyReplicas: (answer): Json | undefined =>
          objectsOf(answer["collectionDetails"])[0]?.["standbyReplicas"],
      },
    },
  ],
});

/** Policies of collections, of which there are three kinds with two pairs of calls. */
function collectionPolicy(kind: "encryption" | "network" | "data"): Table {
  const word = kind === "data" ? "Access" : "Security";
  const detail = kind === "data" ? "accessPolicyDetail" : "securityPolicyDetail";
  return defineTable({
    type: `AWS::OpenSearchServerless::${word}Policy`,
    part: kind,
    list: {
      call: aoss(kind === "data" ? "ListAccessPolicies" : "ListSecurityPolicies"),
      with: { type: kind, maxResults: 100 },
      items: kind === "data" ? "accessPolicySummaries" : "securityPolicySummaries",
      page: small,
    },
    address: (seen) => `${arn("aoss", seen)}${kind}-policy/${wordIn(seen.item["name"])}`,
    takes: { Name: "name", Type: "type" },
    steps: [
      {
        call: aoss(`Get${word}Policy`),
        with: ({ item }) => ({ type: kind, name: item["name"] }),
        takes: { Policy: (answer) => parsedJson(objectOf(answer[detail])["policy"]) },
      },
    ],
  });
}

const lambda = callsOf("lambda");

const lambdaFunction = defineTable({
  type: "AWS::Lambda::Function",
  list: {
    call: lambda("ListFunctions", { http: "GET /2015-03-31/functions" }),
    items: "Functions",
    page: ["NextMarker", "Marker"],
  },
  address: ({ item }) => wordIn(item["FunctionArn"]),
  takes: {
    ...same("FunctionName Runtime PackageType Role"),
    KmsKeyArn: "KMSKeyArn",
    // Values of variables are left where they are: what they are called is enough.
    EnvironmentVariableNames: (answer) =>
      Object.keys(objectOf(objectOf(answer["Environment"])["Variables"])),
    VpcConfig: (answer) => {
      const { SubnetIds, SecurityGroupIds } = objectOf(answer["VpcConfig"]);
      return SubnetIds === undefined ? undefined : { SubnetIds, SecurityGroupIds };
    },
  },
  steps: [
    {
      call: lambda("GetPolicy", {
        http: "GET /2015-03-31/functions/{FunctionName}/policy",
        absent: ["ResourceNotFoundException"],
      }),
      with: ({ item }) => ({ FunctionName: item["FunctionName"] }),
      takes: { Policy: (answer) => parsedJson(answer["Policy"]) },
    },
    {
      call: lambda("GetFunctionUrlConfig", {
        http: "GET /2021-10-31/functions/{FunctionName}/url",
        absent: ["ResourceNotFoundException"],
      }),
      with: ({ item }) => ({ FunctionName: item["FunctionName"] }),
      takes: {
        FunctionUrlConfig: ({ AuthType, Cors, InvokeMode }) => ({ AuthType, Cors, InvokeMode }),
      },
    },
  ],
});

const comprehend = callsOf("comprehend");

const classifier = defineTable({
  type: "AWS::Comprehend::DocumentClassifier",
  list: {
    call: comprehend("ListDocumentClassifiers"),
    with: { MaxResults: 100 },
    items: "DocumentClassifierPropertiesList",
    page,
  },
  address: ({ item }) => wordIn(item["DocumentClassifierArn"]),
  takes: same(
    "DocumentClassifierArn Status DataAccessRoleArn ModelKmsKeyId VolumeKmsKeyId VpcConfig InputDataConfig OutputDataConfig",
  ),
});

const recognizer = defineTable({
  type: "AWS::Comprehend::EntityRecognizer",
  list: {
    call: comprehend("ListEntityRecognizers"),
    with: { MaxResults: 100 },
    items: "EntityRecognizerPropertiesList",
    page,
  },
  address: ({ item }) => wordIn(item["EntityRecognizerArn"]),
  takes: same(
    "EntityRecognizerArn Status DataAccessRoleArn ModelKmsKeyId VolumeKmsKeyId VpcConfig InputDataConfig OutputDataConfig",
  ),
});

const kendra = callsOf("kendra");

const index = defineTable({
  type: "AWS::Kendra::Index",
  list: {
    call: kendra("ListIndices"),
    with: { MaxResults: 100 },
    items: "IndexConfigurationSummaryItems",
    page,
  },
  address: (seen) => `${arn("kendra", seen)}index/${wordIn(seen.item["Id"])}`,
  takes: same("Name Id Edition Status"),
  steps: [
    {
      call: kendra("DescribeIndex"),
      with: ({ item }) => ({ Id: item["Id"] }),
      takes: same(
        "RoleArn ServerSideEncryptionConfiguration UserContextPolicy UserTokenConfigurations",
      ),
    },
  ],
});

/** Search, functions, and models that come as services. */
export const serviceTables: readonly Table[] = [
  domain,
  collection,
  collectionPolicy("encryption"),
  collectionPolicy("network"),
  collectionPolicy("data"),
  lambdaFunction,
  classifier,
  recognizer,
  index,
];
