// What is asked, as data: `--print-policy` is made of the same tables as the calls are.
import type { JsonObject } from "../live/json.ts";
import type { ServiceName } from "./services.ts";

/** One method of a REST API, and the permission that it needs. */
export interface Call {
  readonly service: ServiceName;
  readonly permission: string;
  /** `v1/projects/{project}/locations/{location}/endpoints`; `{+name}` keeps its slashes. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent by POST, for methods that read but want it so. */
  readonly body?: JsonObject;
}

/** What stands for the parts of a path in braces. */
export type Where = Readonly<Record<string, string | undefined>>;

/** The resources of one type, in one place. */
export interface Table {
  /** As Cloud Asset Inventory names it. */
  readonly type: string;
  readonly list: Call;
  /** Where the answer has its list. Undefined: the answer is the resource. */
  readonly items?: string;
  /** How many are asked for at once, and what the parameter is called. */
  readonly page?: readonly [parameter: string, size: number];
  /** For each location of the service, or once for the project. */
  readonly in: "project" | "location" | "parent";
  /** What is asked of each. */
  readonly joins?: readonly Join[];
  /** What is listed for each: `{name}` is its name. */
  readonly children?: readonly Table[];
  /** Many and short-lived: only the first so many of a place are read. */
  readonly isMany?: boolean;
}

/** A second call for a resource, whose answer is written into it under a key. */
export interface Join {
  readonly key: string;
  readonly call: Call;
  /** Only this part of the answer. */
  readonly part?: string;
}

/** Fills in a path. */
export function pathOf(path: string, where: Where): string {
  return path.replaceAll(/\{(\+?)(\w+)\}/g, (_, plus: string, key: string) => {
    const value = where[key] ?? "";
    // A name of several words, each of which is one step of the path.
    return plus === ""
      ? encodeURIComponent(value)
      : value.split("/").map(encodeURIComponent).join("/");
  });
}

/** Fills in the value of a parameter. */
export function filled(value: string, where: Where): string {
  return value.replaceAll(/\{(\w+)\}/g, (_, key: string) => where[key] ?? "");
}

/** Every call of tables, joined and listed below included. */
export function callsOf(tables: readonly Table[]): readonly Call[] {
  return tables.flatMap(({ list, joins = [], children = [] }) => [
    list,
    ...joins.map(({ call }) => call),
    ...callsOf(children),
  ]);
}

const policyOptions = { options: { requestedPolicyVersion: 3 } };

/** The policy of a resource, by POST as most services have it; version 3, with its conditions. */
export function policyByPost(
  service: ServiceName,
  permission: string,
  path = "v1/{+name}:getIamPolicy",
): Join {
  return { key: "iamPolicy", call: { service, permission, path, body: policyOptions } };
}

/** The policy of a resource, by GET. */
export function policyByGet(service: ServiceName, permission: string, path: string): Join {
  const query = { "options.requestedPolicyVersion": 3 };
  return { key: "iamPolicy", call: { service, permission, path, query } };
}
