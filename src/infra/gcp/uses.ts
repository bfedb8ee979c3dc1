import type { Cloud } from "../cloud.ts";
import type { Item } from "../type.ts";
import { disabledService, type project } from "../types/gcp/project.ts";

const aiTypes =
  /^(?:google_(?:vertex_ai|notebooks|workbench|colab|dialogflow|document_ai|tpu|ml_engine|discovery_engine)_|aiplatform\.googleapis\.com\/|notebooks\.googleapis\.com\/)/;

const known = new WeakMap<Cloud, boolean>();

function hasAi(cloud: Cloud): boolean {
  const before = known.get(cloud);
  if (before !== undefined) return before;
  const found = cloud.resources.some(({ type, isData }) => isData !== true && aiTypes.test(type));
  known.set(cloud, found);
  return found;
}

/**
 * Whether a project uses AI: live, where the API of Vertex AI is on, for models of Google need no
 * resource; written, where something of it is written with it.
 */
export function usesAi({ resource, facts }: Item<typeof project.facts>, cloud: Cloud): boolean {
  if (resource.dialect !== "gcp") return hasAi(cloud);
  if (facts.name.kind !== "known") return true;
  const name = `${facts.name.value}/services/aiplatform.googleapis.com`;
  return !cloud
    .all(disabledService)
    .some((service) => service.facts.name.kind === "known" && service.facts.name.value === name);
}
