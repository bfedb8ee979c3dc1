import { compact, type JsonObject } from "./compact.ts";
import { uniqueRefs } from "./identity.ts";
import type { License } from "./licenses.ts";

/** An SPDX document while its elements are put into it. */
export interface Graph {
  readonly elements: readonly JsonObject[];
  /** The identifiers of the elements, in their order. */
  readonly ids: readonly string[];
  /** Puts an element in and gives its identifier. */
  readonly add: (type: string, name: string, properties: JsonObject) => string;
  /** Relates one element to others; to none it is no relation, and stays out. */
  readonly relate: (from: string, type: string, to: readonly string[]) => void;
}

/** What every element refers to: who made it, and when. */
export const creation = "_:creation";

/** Opens a graph whose identifiers start with `base`. */
export function openGraph(base: string): Graph {
  const elements: JsonObject[] = [];
  const ids: string[] = [];
  const unique = uniqueRefs();
  function add(type: string, name: string, properties: JsonObject): string {
    const spdxId = unique(`${base}#${encodeURIComponent(name.toWellFormed())}`);
    elements.push({ type, spdxId, creationInfo: creation, ...compact(properties) });
    ids.push(spdxId);
    return spdxId;
  }
  return {
    elements,
    ids,
    add,
    relate(from, relationshipType, to) {
      if (to.length === 0) return;
      const name = `${relationshipType}-${elements.length}`;
      add("Relationship", name, { from, relationshipType, to });
    },
  };
}

export function sha256Of(hashValue: string, comment?: string): JsonObject {
  return compact({ type: "Hash", algorithm: "sha256", hashValue, comment });
}

/** The individual that stands for a licence of which nothing is said. */
export const noLicenseAsserted = "expandedlicensing_NoAssertionLicense";

/** The element of a licence, one for all who have the same. */
export function licenseElements(graph: Graph): (license: License | undefined) => string {
  const known = new Map<string, string>();
  return (license) => {
    if (license === undefined) return noLicenseAsserted;
    const key = JSON.stringify(license);
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    const made =
      license.kind === "spdx"
        ? graph.add("simplelicensing_LicenseExpression", `license-${license.id}`, {
            simplelicensing_licenseExpression: license.id,
          })
        : graph.add("expandedlicensing_CustomLicense", `license-${license.name}`, {
            name: license.name,
            simplelicensing_licenseText: `The model names this licence; its text is not part of this document.${
              license.url === undefined ? "" : ` It is said to be at ${license.url}`
            }`,
            expandedlicensing_seeAlso: license.url === undefined ? [] : [license.url],
          });
    known.set(key, made);
    return made;
  };
}
