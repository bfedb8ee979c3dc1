import type { JsonObject } from "../live/json.ts";
import { permissionOf, type Operation } from "./client/operation.ts";
import { operationsOf } from "./table.ts";
import { allTables } from "./tables/all.ts";
import { describeRegions } from "./tables/ec2.ts";

/** Every call that may be made of an account, but for those that need no permission. */
export function everyOperation(): readonly Operation[] {
  return [...operationsOf(allTables), describeRegions];
}

/**
 * The policy that lets everything be read that is read, and nothing else; made of the tables from which
 * the calls are made. With roles, `sts:AssumeRole` for these is needed beside it, by who asks.
 */
export function policyForAws(): JsonObject {
  const permissions = [...new Set(everyOperation().map(permissionOf))].sort();
  return {
    Version: "2012-10-17",
    Statement: [{ Sid: "PaviseAudit", Effect: "Allow", Action: permissions, Resource: "*" }],
  };
}
