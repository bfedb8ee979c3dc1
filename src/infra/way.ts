import type { Thing } from "../core/index.ts";
import { nameOf } from "./names.ts";
import type { Item } from "./type.ts";

/** What stands at a place of a way, for a drawing. */
export function thingOf({ type, resource }: Pick<Item, "type" | "resource">): Thing {
  return { kind: type.label, name: nameOf(resource), resource: resource.address };
}

/** Where the danger is. */
export function danger(kind: string, name: string): Thing {
  return { kind, name, isDanger: true };
}
