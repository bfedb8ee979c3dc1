import type { JsonObject } from "../../../live/json.ts";
import type { Moto } from "../moto.ts";

/** What has been made: its attributes, and the address under which the account tells of it. */
export interface Made {
  readonly attributes: JsonObject;
  readonly live?: string;
  /** What else the account tells of, where Terraform has it in one. */
  readonly parts?: readonly string[];
}

/** Makes a resource of a type from its body, in which nothing is left open. */
export type Maker = (body: JsonObject, moto: Moto) => Promise<Made>;

export const account = "123456789012";
export const region = "eu-west-1";
