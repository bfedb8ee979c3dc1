import { inventoryKinds, type InventoryEntry, type Location } from "../core/index.ts";
import { assetsOf, type InfraAsset } from "../infra/inventory.ts";
import type { Resource } from "../infra/resource.ts";
import type { Place } from "../infra/value.ts";

/** Where a place of a resource is, for a person. */
export function placed({ document, start, end }: Place, resource: Resource): Location {
  const { path, lines } = document;
  return {
    path,
    line: lines.lineAt(start),
    column: lines.columnAt(start),
    endLine: lines.lineAt(end),
    endColumn: lines.columnAt(end),
    resource: resource.address,
  };
}

function entryOf({ kind, resource, name, uses }: InfraAsset): InventoryEntry {
  const { type, address, at, account, region } = resource;
  return {
    kind,
    type,
    resource: address,
    name,
    location: placed(at, resource),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(uses.length > 0 && { uses: uses.map((each) => each.address) }),
  };
}

const order = new Map(inventoryKinds.map((kind, index) => [kind, index]));

/** The inventory as a Run has it: by kind, then in the order in which its sources tell it. */
export function inventoryOf(resources: readonly Resource[]): readonly InventoryEntry[] {
  return assetsOf(resources)
    .map(entryOf)
    .sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0));
}
