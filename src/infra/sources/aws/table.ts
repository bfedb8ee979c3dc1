// What is read of an account, as data. From one table come the calls, the policy that allows them, and
// the documents; nothing is called that no table names.
import { at, type Json, type JsonObject } from "../live/json.ts";
import type { Operation, Parameters } from "./client/operation.ts";

/** Where something is asked. */
export interface Where {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** What is known of a thing while it is read. */
export interface Seen extends Where {
  /** What the list said. */
  readonly item: JsonObject;
  /** What is told of it so far, under the names that the resource will have. */
  readonly body: JsonObject;
  /** What it was found under: the knowledge base of a data source. */
  readonly parent?: Seen;
}

/** An attribute of a resource: where it stands in an answer, or how it is made of one. */
export type Take = string | ((answer: JsonObject, seen: Seen) => Json | undefined);

/** Attributes of a resource by their names; those that begin with `$` are for `also` alone. */
export type Takes = Readonly<Record<string, Take>>;

/** A call that lists, page by page. */
export interface Listing {
  readonly call: Operation;
  readonly with?: Parameters | ((where: Where, parent: Seen | undefined) => Parameters | undefined);
  /** Where the things stand in a page; empty for an answer that is itself the one thing. */
  readonly items: string;
  /** What names the next page in an answer, and in the question for it. */
  readonly page?: readonly [answer: string, question: string];
  /** True where the newest come first and only so many are read. */
  readonly isRecent?: boolean;
}

/** A call that tells more of one thing. */
export interface Step {
  readonly call: Operation;
  /** What is asked; undefined where there is nothing to ask. Several questions: their answers in a list. */
  readonly with: (seen: Seen) => Parameters | readonly Parameters[] | undefined;
  readonly takes: Takes;
  /** For lists that belong to one thing. */
  readonly items?: string;
  readonly page?: readonly [answer: string, question: string];
}

/** A resource that the same answers tell of. */
export interface Derived {
  readonly type: string;
  readonly address: string;
  readonly body: JsonObject;
}

/** How the resources of a type are read. */
export interface Table {
  readonly type: string;
  /** Tells tables of the same type apart. */
  readonly part?: string;
  /** Absent for what there is exactly one of wherever it is asked for. */
  readonly list?: Listing;
  /** Asked once for an account, not in every region. */
  readonly isGlobal?: boolean;
  /** Its ARN. */
  readonly address: (seen: Seen) => string;
  /** What the list itself says. */
  readonly takes: Takes;
  readonly steps?: readonly Step[];
  /** Where it lies and is asked for more, where that is elsewhere; known after the first step. */
  readonly regionOf?: (seen: Seen) => string | undefined;
  /** True for what counts in other regions than its own. */
  readonly isShared?: boolean;
  /** False for what is listed but of no interest. */
  readonly wants?: (seen: Seen) => boolean;
  /** More resources out of the same answers, and of which types. */
  readonly also?: {
    readonly types: readonly string[];
    readonly of: (seen: Seen) => readonly Derived[];
  };
  /** What is listed for each. */
  readonly children?: readonly Table[];
}

/** Gives a table its type; changes nothing. */
export function defineTable(table: Table): Table {
  return table;
}

/** Attributes that are called the same in the answer: `same("VpcId SubnetIds")`. */
export function same(names: string): Takes {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, name]));
}

/** Applies takes to an answer. */
export function taken(
  takes: Takes,
  { answer, seen }: { readonly answer: JsonObject; readonly seen: Seen },
): JsonObject {
  const made: Record<string, Json | undefined> = {};
  for (const [name, take] of Object.entries(takes)) {
    const value = typeof take === "string" ? at(answer, take) : take(answer, seen);
    if (value !== undefined && value !== null) made[name] = value;
  }
  return made;
}

/** An ARN in the account and region of a thing. */
export function arn(service: string, { partition, region, account }: Where): string {
  return `arn:${partition}:${service}:${region}:${account}:`;
}

/** All tables with those below them. */
export function everyTable(tables: readonly Table[]): readonly Table[] {
  return tables.flatMap((table) => [table, ...everyTable(table.children ?? [])]);
}

/** All calls of tables. */
export function operationsOf(tables: readonly Table[]): readonly Operation[] {
  return everyTable(tables).flatMap(({ list, steps = [] }) => [
    ...(list === undefined ? [] : [list.call]),
    ...steps.map(({ call }) => call),
  ]);
}
