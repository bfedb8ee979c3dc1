import { textIn, type JsonObject } from "../live/json.ts";
import type { Table, Where } from "./table.ts";

/**
 * The full resource name: what Cloud Asset Inventory and IAM call a thing.
 * https://cloud.google.com/asset-inventory/docs/resource-name-format
 */
export function fullName({ type, list }: Table, item: JsonObject, where: Where): string {
  const host = type.slice(0, type.indexOf("/"));
  const link = textIn(item["selfLink"]);
  const name = textIn(item["name"]) ?? "";
  const path = list.path.replaceAll(/^v\w+\/|\{project\}/g, (part) =>
    part === "{project}" ? (where["project"] ?? "") : "",
  );
  if (host === "storage.googleapis.com") return `//${host}/${name}`;
  if (host === "compute.googleapis.com" && link !== undefined)
    return `//${host}/${link.slice(link.indexOf("projects/"))}`;
  if (name.includes("/")) return `//${host}/${name}`;
  return name === "" ? `//${host}/${path}` : `//${host}/${path}/${name}`;
}

/** Where a thing is: what it says itself, or what its name says. */
export function locationOf(item: JsonObject, where: Where): string | undefined {
  const said = textIn(item["location"]);
  if (said !== undefined) return said.toLowerCase();
  const name = textIn(item["selfLink"]) ?? textIn(item["name"]) ?? "";
  const found = /\/(?:locations|regions)\/([a-z0-9-]+)/.exec(name)?.[1] ?? where["location"];
  // A node of a TPU is in a zone of a region.
  return found?.replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, "$1");
}
