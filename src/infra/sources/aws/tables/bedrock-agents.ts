// Agents of Bedrock with their tools, knowledge bases with their sources, flows and prompts.
import {
  at,
  capitalized,
  missingOf,
  objectsOf,
  textIn,
  type Json,
  type JsonObject,
  wordIn,
} from "../../live/json.ts";
import { callsOf, type Operation } from "../client/operation.ts";
import { arn, defineTable, type Seen, type Step, type Table, type Takes } from "../table.ts";
import { large, largeOf } from "./letters.ts";

const call = callsOf("bedrock-agent");
const page = ["nextToken", "nextToken"] as const;

/** The elements of an answer to several questions. */
function allOf(answer: JsonObject): readonly JsonObject[] {
  return objectsOf(answer["all"]);
}

/** Its ARN, by the word for its kind. */
function bedrockArn(
  word: string,
  { seen, id }: { readonly seen: Seen; readonly id: Json | undefined },
): string {
  return `${arn("bedrock", seen)}${word}/${wordIn(id)}`;
}

function api(name: string, http: string): Operation {
  return call(name, { http });
}

const agentTakes = largeOf(
  "agentArn agentVersion agentResourceRoleArn foundationModel instruction customerEncryptionKeyArn guardrailConfiguration orchestrationType idleSessionTTLInSeconds memoryConfiguration agentCollaboration promptOverrideConfiguration",
  "agent",
);

const version = "/agents/{agentId}/agentversions/{agentVersion}";

/** What may be listed of a version of an agent; the draft is what is worked on. */
function listed(operation: Operation, { items, takes }: { items: string; takes: Takes }): Step {
  return {
    call: operation,
    with: (seen) => ({ agentId: seen.item["agentId"], agentVersion: versionOf(seen) }),
    items,
    page,
    takes,
  };
}

function versionOf({ item }: Seen): Json {
  return textIn(item["agentVersion"]) ?? "DRAFT";
}

const tools: readonly Step[] = [
  listed(api("ListAgentActionGroups", `POST ${version}/actiongroups/`), {
    items: "actionGroupSummaries",
    // What they do is asked of each in the next step.
    takes: { $groups: "items", ActionGroups: (answer) => capitalized(answer["items"]) },
  }),
  {
    call: api("GetAgentActionGroup", `GET ${version}/actiongroups/{actionGroupId}/`),
    with: (seen) =>
      missingOf(seen.body["$groups"]) !== undefined
        ? undefined
        : objectsOf(seen.body["$groups"]).map(({ actionGroupId }) => ({
            agentId: seen.item["agentId"],
            agentVersion: versionOf(seen),
            actionGroupId,
          })),
    takes: {
      ActionGroups: (answer) =>
        allOf(answer).flatMap((each) => {
          const group = at(each, "agentActionGroup");
          return capitalized(kept(group)) ?? [];
        }),
    },
  },
  listed(api("ListAgentKnowledgeBases", `POST ${version}/knowledgebases/`), {
    items: "agentKnowledgeBaseSummaries",
    takes: {
      KnowledgeBases: (answer) =>
        objectsOf(answer["items"]).map(({ knowledgeBaseId, knowledgeBaseState }) => ({
          KnowledgeBaseId: knowledgeBaseId,
          KnowledgeBaseState: knowledgeBaseState,
        })),
    },
  }),
  listed(api("ListAgentCollaborators", `POST ${version}/agentcollaborators/`), {
    items: "agentCollaboratorSummaries",
    takes: {
      AgentCollaborators: (answer) =>
        objectsOf(answer["items"]).map(
          (each) =>
            capitalized({
              agentDescriptor: each["agentDescriptor"],
              collaboratorName: each["collaboratorName"],
              relayConversationHistory: each["relayConversationHistory"],
            }) ?? null,
        ),
    },
  }),
];

function kept(group: Json | undefined): Json | undefined {
  return group === undefined
    ? undefined
    : {
        actionGroupName: at(group, "actionGroupName"),
        actionGroupState: at(group, "actionGroupState"),
        actionGroupExecutor: at(group, "actionGroupExecutor"),
        apiSchema: at(group, "apiSchema"),
        functionSchema: at(group, "functionSchema"),
        parentActionGroupSignature: at(group, "parentActionSignature"),
        description: at(group, "description"),
      };
}

const agentVersion = defineTable({
  // A version that an alias leads to is what runs, whatever the draft has become since.
  type: "AWS::Bedrock::AgentVersion",
  list: {
    call: api("ListAgentVersions", "POST /agents/{agentId}/agentversions/"),
    with: (_, parent) => ({ agentId: parent?.item["agentId"] }),
    items: "agentVersionSummaries",
    page,
    isRecent: true,
  },
  address: (seen) =>
    `${bedrockArn("agent", { seen, id: seen.parent?.item["agentId"] })}:${wordIn(seen.item["agentVersion"])}`,
  takes: largeOf("agentName agentVersion agentStatus"),
  wants: ({ item }) => item["agentVersion"] !== "DRAFT",
  steps: [
    {
      call: api("GetAgentVersion", `GET ${version}/`),
      with: (seen) => ({ agentId: seen.parent?.item["agentId"], agentVersion: versionOf(seen) }),
      takes: largeOf(
        "agentId agentArn agentResourceRoleArn foundationModel customerEncryptionKeyArn guardrailConfiguration",
        "agentVersion",
      ),
    },
  ],
});

const agentAlias = defineTable({
  type: "AWS::Bedrock::AgentAlias",
  list: {
    call: api("ListAgentAliases", "POST /agents/{agentId}/agentaliases/"),
    with: (_, parent) => ({ agentId: parent?.item["agentId"] }),
    items: "agentAliasSummaries",
    page,
  },
  address: (seen) =>
    bedrockArn("agent-alias", {
      seen,
      id: `${wordIn(seen.parent?.item["agentId"])}/${wordIn(seen.item["agentAliasId"])}`,
    }),
  takes: {
    AgentId: (_, { parent }) => parent?.item["agentId"],
    ...largeOf("agentAliasId agentAliasName agentAliasStatus routingConfiguration"),
  },
});

const agent = defineTable({
  type: "AWS::Bedrock::Agent",
  list: { call: api("ListAgents", "POST /agents/"), items: "agentSummaries", page },
  address: (seen) => bedrockArn("agent", { seen, id: seen.item["agentId"] }),
  takes: largeOf("agentName agentId agentStatus"),
  steps: [
    {
      call: api("GetAgent", "GET /agents/{agentId}/"),
      with: ({ item }) => ({ agentId: item["agentId"] }),
      takes: agentTakes,
    },
    ...tools,
  ],
  children: [agentVersion, agentAlias],
});

const dataSource = defineTable({
  type: "AWS::Bedrock::DataSource",
  list: {
    call: api("ListDataSources", "POST /knowledgebases/{knowledgeBaseId}/datasources/"),
    with: (_, parent) => ({ knowledgeBaseId: parent?.item["knowledgeBaseId"] }),
    items: "dataSourceSummaries",
    page,
  },
  address: (seen) =>
    `${bedrockArn("knowledge-base", { seen, id: seen.item["knowledgeBaseId"] })}/data-source/${wordIn(seen.item["dataSourceId"])}`,
  takes: largeOf("name dataSourceId knowledgeBaseId status"),
  steps: [
    {
      call: api(
        "GetDataSource",
        "GET /knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}",
      ),
      with: ({ item }) => ({
        knowledgeBaseId: item["knowledgeBaseId"],
        dataSourceId: item["dataSourceId"],
      }),
      takes: largeOf(
        "dataSourceConfiguration serverSideEncryptionConfiguration dataDeletionPolicy vectorIngestionConfiguration",
        "dataSource",
      ),
    },
  ],
});

const knowledgeBase = defineTable({
  type: "AWS::Bedrock::KnowledgeBase",
  list: {
    call: api("ListKnowledgeBases", "POST /knowledgebases/"),
    items: "knowledgeBaseSummaries",
    page,
  },
  address: (seen) => bedrockArn("knowledge-base", { seen, id: seen.item["knowledgeBaseId"] }),
  takes: largeOf("name knowledgeBaseId status"),
  steps: [
    {
      call: api("GetKnowledgeBase", "GET /knowledgebases/{knowledgeBaseId}"),
      with: ({ item }) => ({ knowledgeBaseId: item["knowledgeBaseId"] }),
      takes: largeOf(
        "knowledgeBaseArn roleArn knowledgeBaseConfiguration storageConfiguration",
        "knowledgeBase",
      ),
    },
  ],
  children: [dataSource],
});

const flow = defineTable({
  type: "AWS::Bedrock::Flow",
  list: { call: api("ListFlows", "GET /flows/"), items: "flowSummaries", page },
  address: ({ item }) => wordIn(item["arn"]),
  takes: largeOf("name id status"),
  steps: [
    {
      call: api("GetFlow", "GET /flows/{flowIdentifier}/"),
      with: ({ item }) => ({ flowIdentifier: item["id"] }),
      takes: {
        ExecutionRoleArn: "executionRoleArn",
        CustomerEncryptionKeyArn: "customerEncryptionKeyArn",
        Definition: large("definition"),
      },
    },
  ],
});

const prompt = defineTable({
  type: "AWS::Bedrock::Prompt",
  list: { call: api("ListPrompts", "GET /prompts/"), items: "promptSummaries", page },
  address: ({ item }) => wordIn(item["arn"]),
  takes: largeOf("name id version"),
  steps: [
    {
      call: api("GetPrompt", "GET /prompts/{promptIdentifier}/"),
      with: ({ item }) => ({ promptIdentifier: item["id"] }),
      takes: largeOf("customerEncryptionKeyArn defaultVariant variants"),
    },
  ],
});

/** Agents, knowledge bases, flows and prompts. */
export const agentTables: readonly Table[] = [agent, knowledgeBase, flow, prompt];
