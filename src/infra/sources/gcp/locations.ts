import { textIn } from "../live/json.ts";
import { pagesOf, type ProjectWhere, type Walk } from "./walk.ts";
import { aiplatformLocations, usualLocations } from "./tables/aiplatform.ts";
import type { ServiceName } from "./services.ts";
import type { Call } from "./table.ts";

/** How the locations of a service are found: asked for, or known. */
interface Locations {
  readonly call?: Call;
  /** Those of who may not ask. */
  readonly usual?: readonly string[];
}

/** The call that lists locations, and what is known without it. */
export const locationsOf: Readonly<Partial<Record<ServiceName, Locations>>> = {
  "aiplatform.googleapis.com": { call: aiplatformLocations, usual: usualLocations },
  "artifactregistry.googleapis.com": {
    call: {
      service: "artifactregistry.googleapis.com",
      permission: "artifactregistry.locations.list",
      path: "v1/projects/{project}/locations",
    },
  },
  "cloudkms.googleapis.com": {
    call: {
      service: "cloudkms.googleapis.com",
      permission: "cloudkms.locations.list",
      path: "v1/projects/{project}/locations",
    },
  },
  // https://cloud.google.com/document-ai/docs/regions
  "documentai.googleapis.com": {
    usual: [
      "us",
      "eu",
      "asia-south1",
      "asia-southeast1",
      "australia-southeast1",
      "europe-west2",
      "europe-west3",
      "northamerica-northeast1",
    ],
  },
  // https://cloud.google.com/dialogflow/cx/docs/concept/region
  "dialogflow.googleapis.com": {
    usual: [
      "global",
      "us",
      "eu",
      "asia-northeast1",
      "asia-south1",
      "asia-southeast1",
      "australia-southeast1",
      "europe-west1",
      "europe-west2",
      "europe-west3",
      "northamerica-northeast1",
      "us-central1",
      "us-east1",
      "us-west1",
    ],
  },
};

/** True for what may be a location: it becomes part of the name of a host that is told our token. */
export function isLocation(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,40}$/.test(text);
}

/** Places that are in no region, or in several: chosen along with whatever regions are. */
const wide = new Set(["global", "us", "eu", "europe", "asia"]);

/** Where a service is to be read. */
export type Found =
  | { readonly kind: "here"; readonly locations: readonly string[]; readonly missing?: string }
  | { readonly kind: "off" };

/** Finds the locations of a service in a project, among those that the user wants. */
export async function findLocations(
  { client, sink }: Walk,
  service: ServiceName,
  { where, regions }: { readonly where: ProjectWhere; readonly regions?: readonly string[] },
): Promise<Found> {
  const { call, usual = [] } = locationsOf[service] ?? {};
  const chosen = regions === undefined ? undefined : new Set(regions);
  const isWanted = (place: string): boolean =>
    chosen === undefined || chosen.has(place) || wide.has(place);
  if (call === undefined) return { kind: "here", locations: usual.filter(isWanted) };
  const locations: string[] = [];
  for await (const page of pagesOf(client, where, { list: call, items: "locations" })) {
    if (page.kind === "off") return page;
    if (page.kind === "unread") {
      const known = chosen === undefined ? usual : [...chosen];
      return {
        kind: "here",
        locations: known,
        ...(known.length === 0 && { missing: page.missing }),
      };
    }
    locations.push(...page.items.flatMap(({ locationId }) => textIn(locationId) ?? []));
  }
  const plain = locations.filter(isLocation);
  // Vertex AI is in every region that has machines for it: one that it does not name is misspelt.
  if (service === "aiplatform.googleapis.com" && plain.length > 0)
    for (const place of chosen ?? [])
      if (!plain.includes(place) && !wide.has(place))
        sink.note(`--region ${place}: Vertex AI has no such location, nothing of it is read there`);
  const isStrange = plain.length < locations.length;
  return {
    kind: "here",
    locations: plain.filter(isWanted),
    ...(isStrange && { missing: `${call.permission} (a location with no name of one)` }),
  };
}
