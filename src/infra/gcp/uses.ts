import type { Cloud } from "../cloud.ts";
import type { Item } from "../type.ts";
import { once } from "./once.ts";
import { disabledService, type project } from "../types/gcp/project.ts";

const aiTypes =
  /^(?:google_(?:vertex_ai|notebooks|workbench|colab|dialogflow|document_ai|tpu|ml_engine|discovery_engine)_|aiplatform\.googleapis\.com\/|notebooks\.googleapis\.com\/)/;

const hasAi = once((cloud) =>
  cloud.resources.some(({ type, isData }) => isData !== true && aiTypes.test(type)),
);

const namesOff = once(
  (cloud) =>
    new Set(
      cloud
        .all(disabledService)
        .flatMap(({ facts: { name } }) => (name.kind === "known" ? [name.value] : [])),
    ),
);

/**
 * Whether a project uses AI: live, where the API of Vertex AI is on, for models of Google need no
 * resource; written, where something of it is written with it.
 */
export function usesAi({ resource, facts }: Item<typeof project.facts>, cloud: Cloud): boolean {
  if (resource.dialect !== "gcp") return hasAi(cloud);
  if (facts.name.kind !== "known") return true;
  return !namesOff(cloud).has(`${facts.name.value}/services/aiplatform.googleapis.com`);
}
