import type { Thing } from "../core/index.ts";
import type { Answer } from "./answer.ts";
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

const internet = danger("outside", "the internet");

/** The same answer with the way of a stranger to a thing, where it fails. */
export function openToWorld(
  answer: Answer,
  it: Pick<Item, "type" | "resource">,
  how: { readonly comes: string; readonly ends?: string },
): Answer {
  if (answer.kind !== "fail") return answer;
  const { comes, ends = "is open to the world" } = how;
  const way = [
    { at: answer.at, message: comes, thing: internet },
    { at: it.resource.at, message: ends, thing: thingOf(it) },
  ];
  return { ...answer, way };
}

/** The same answer with the way of a thing to the internet, where it fails. */
export function reachesOut(
  answer: Answer,
  it: Pick<Item, "type" | "resource">,
  how: { readonly leaves: string; readonly ends?: string },
): Answer {
  if (answer.kind !== "fail") return answer;
  const { leaves, ends = "takes data and models, and sends packages and payloads" } = how;
  const way = [
    { at: it.resource.at, message: leaves, thing: thingOf(it) },
    { at: answer.at, message: ends, thing: internet },
  ];
  return { ...answer, way };
}
