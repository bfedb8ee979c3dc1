import { compact, type JsonObject } from "./compact.ts";
import { uniqueRefs } from "./identity.ts";
import type { License, SingleLicense } from "./licenses.ts";

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

function addLicense(graph: Graph, license: SingleLicense): string {
  if (license.kind === "spdx")
    return graph.add("simplelicensing_LicenseExpression", `license-${license.id}`, {
      simplelicensing_licenseExpression: license.id,
    });
  const { name, url } = license;
  const place = url === undefined ? "" : ` It is said to be at ${url}`;
  return graph.add("expandedlicensing_CustomLicense", `license-${name}`, {
    name,
    simplelicensing_licenseText: `The model names this licence; its text is not part of this document.${place}`,
    expandedlicensing_seeAlso: url === undefined ? [] : [url],
  });
}

/** The element of a licence, one for all who have the same. */
export function licenseElements(graph: Graph): (license: License | undefined) => string {
  const known = new Map<string, string>();
  function once(key: string, make: () => string): string {
    const element = known.get(key) ?? make();
    known.set(key, element);
    return element;
  }
  const single = (license: SingleLicense): string =>
    once(JSON.stringify(license), () => addLicense(graph, license));
  return (license) => {
    if (license === undefined) return noLicenseAsserted;
    if (license.kind !== "several") return single(license);
    return once(JSON.stringify(license), () =>
      graph.add("expandedlicensing_ConjunctiveLicenseSet", "licenses", {
        expandedlicensing_member: license.licenses.map(single),
      }),
    );
  };
}
