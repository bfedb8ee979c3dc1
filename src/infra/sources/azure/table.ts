// What is read of a subscription, as data. From one table come the calls, the role that allows them, and
// the documents; nothing is called that no table names.
import type { JsonObject } from "../live/json.ts";

/** More of a resource, from a call of its own; it becomes an attribute of it. */
export interface Join {
  /** Under which name: beside `properties`, where Resource Manager itself has nothing. */
  readonly name: string;
  /** Below the id of the resource. */
  readonly path: string;
  readonly version: string;
  readonly action: string;
  /** True where it is a list. */
  readonly isList?: boolean;
  /** False for resources that do not have it. */
  readonly wants?: (resource: JsonObject) => boolean;
}

/** How the resources of a type are read. */
export interface Table {
  /** As Resource Manager names it. */
  readonly type: string;
  /** What is listed: below the subscription, for children below the id of the parent. */
  readonly path: string;
  readonly version: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly action: string;
  /** False for parents that do not have such children. */
  readonly of?: (parent: JsonObject) => boolean;
  /** False for what is listed but of no interest. */
  readonly wants?: (resource: JsonObject) => boolean;
  readonly joins?: readonly Join[];
  readonly children?: readonly Table[];
}

/** Gives a table its type; changes nothing. */
export function defineTable(table: Table): Table {
  return table;
}

/** The resources of a type in a subscription: `Microsoft.Search/searchServices`. */
export function inSubscription(
  type: string,
  version: string,
): Pick<Table, "type" | "path" | "version" | "action"> {
  return { type, path: `/providers/${type}`, version, action: `${type}/read` };
}

/** The children of a type below each parent: `Microsoft.Storage/…/containers`. */
export function belowParent(
  type: string,
  version: string,
): Pick<Table, "type" | "path" | "version" | "action"> {
  return {
    type,
    path: `/${type.slice(type.lastIndexOf("/") + 1)}`,
    version,
    action: `${type}/read`,
  };
}

/** What is logged of a resource, and where to. */
export const diagnosticSettings: Join = {
  name: "diagnosticSettings",
  path: "/providers/Microsoft.Insights/diagnosticSettings",
  version: "2021-05-01-preview",
  action: "Microsoft.Insights/diagnosticSettings/read",
  isList: true,
};

/** All tables with those below them. */
export function everyTable(tables: readonly Table[]): readonly Table[] {
  return tables.flatMap((table) => [table, ...everyTable(table.children ?? [])]);
}

/** Every action that tables need. */
export function actionsOf(tables: readonly Table[]): readonly string[] {
  return everyTable(tables).flatMap(({ action, joins = [] }) => [
    action,
    ...joins.map((join) => join.action),
  ]);
}
