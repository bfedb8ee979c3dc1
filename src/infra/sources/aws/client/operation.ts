import type { JsonObject } from "../../live/json.ts";
import { serviceOf, type ServiceId } from "./services.ts";

/** A call of an API that reads, as data: the same that calls are made from makes the policy. */
export interface Operation {
  readonly service: ServiceId;
  readonly name: string;
  /** Method and path for services that speak REST: `GET /{Bucket}?policy`. */
  readonly http?: string;
  /** The permission that it needs where that is called otherwise than the call. */
  readonly permission?: string;
  /**
   * Errors that mean that there is nothing: `NoSuchBucketPolicy`; with a part of the message behind a
   * colon where the code alone says too little.
   */
  readonly absent?: readonly string[];
  /** XML elements that stand once or often without a list around them. */
  readonly repeated?: readonly string[];
}

type More = Omit<Operation, "service" | "name">;

/** Gives a service a way to name its calls. */
export function callsOf(service: ServiceId) {
  return (name: string, more: More = {}): Operation => ({ service, name, ...more });
}

/** The permission of a call, as IAM's policies name it. */
export function permissionOf({ service, name, permission }: Operation): string {
  if (permission !== undefined) return permission;
  const { permission: own, signing, host } = serviceOf(service);
  return `${own ?? signing ?? host}:${name}`;
}

/** What is sent with a call. */
export type Parameters = JsonObject;
