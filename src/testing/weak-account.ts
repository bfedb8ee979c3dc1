// Accounts of Google Cloud and Azure that never were, in which nothing is done right: each resource has 7
// to 15 findings, which takes more memory than anything that people have.
import { textOfBody } from "../infra/sources/live/resource.ts";
import { writeSnapshot, type Part } from "../infra/sources/live/snapshot.ts";
import type { JsonObject } from "../infra/sources/live/json.ts";

type Thing = readonly [type: string, address: string, body: JsonObject];

function ofGoogle(number: number): Thing {
  const place = "projects/p/locations/us-central1";
  const kind = number % 5;
  if (kind < 2)
    return [
      "storage.googleapis.com/Bucket",
      `//storage.googleapis.com/b${number}`,
      {
        name: `b${number}`,
        location: "US",
        iamConfiguration: {
          publicAccessPrevention: "inherited",
          uniformBucketLevelAccess: { enabled: false },
        },
        versioning: { enabled: false },
        iamPolicy: {
          bindings: [{ role: "roles/storage.objectViewer", members: ["user:a@b.c", "allUsers"] }],
        },
      },
    ];
  const name = `${place}/${kind < 4 ? "endpoints" : "models"}/${number}`;
  if (kind === 4)
    return [
      "aiplatform.googleapis.com/Model",
      `//aiplatform.googleapis.com/${name}`,
      { name, artifactUri: `gs://b${number - 4}/m` },
    ];
  const model = `${place}/models/${number - kind + 4}`;
  const served = { id: "1", model, enableAccessLogging: false };
  return [
    "aiplatform.googleapis.com/Endpoint",
    `//aiplatform.googleapis.com/${name}`,
    { name, displayName: `e${number}`, deployedModels: [served] },
  ];
}

function ofAzure(number: number): Thing {
  const type =
    number % 2 === 0 ? "Microsoft.CognitiveServices/accounts" : "Microsoft.Storage/storageAccounts";
  const name = `a${number}`;
  const id = `/subscriptions/s/resourceGroups/r/providers/${type}/${name}`;
  if (number % 2 === 0) {
    const properties = { publicNetworkAccess: "Enabled", disableLocalAuth: false };
    return [type, id, { id, name, kind: "OpenAI", properties, identity: { type: "None" } }];
  }
  const properties = {
    allowBlobPublicAccess: true,
    minimumTlsVersion: "TLS1_0",
    supportsHttpsTrafficOnly: true,
  };
  return [type, id, { id, name, properties }];
}

/** Writes a snapshot of a weak account with so many resources. */
export function writeWeakAccount(file: string, cloud: "gcp" | "azure", count: number): void {
  const account = cloud === "gcp" ? "p" : "s";
  const region = "us-central1";
  const head = {
    dialect: cloud,
    accounts: [account],
    regions: [region],
    time: "2026-01-01T00:00:00.000Z",
  } as const;
  const writer = writeSnapshot(file, { head, isContinued: false });
  const part: Part = { name: "everything", type: "everything", account, region };
  writer.plan([part]);
  for (let number = 0; number < count; number++) {
    const [type, address, body] = cloud === "gcp" ? ofGoogle(number) : ofAzure(number);
    writer.record(part, { type, address, account, region, text: textOfBody(body) });
  }
  writer.done(part);
  writer.end();
  writer.close();
}
