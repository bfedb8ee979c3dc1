import { describe, expect, test } from "vitest";
import type { AnyCheck } from "../checks/define.ts";
import type { Answer } from "../infra/answer.ts";
import type { Resource } from "../infra/resource.ts";
import type { JsonObject } from "../infra/sources/live/json.ts";
import { resourceMaker, textOfBody } from "../infra/sources/live/resource.ts";
import { judgeResources } from "./infra-cases.ts";

/** A resource as Resource Manager tells it: with its id and its type. */
export type ArmResource = JsonObject & { readonly id: string; readonly type: string };

const make = resourceMaker("azure");

/** What a live reading would make of it. */
export function azureResource(body: ArmResource): Resource {
  const { id, type } = body;
  const account = /^\/subscriptions\/([^/]+)/.exec(id)?.[1];
  return make({ type, address: id, text: textOfBody(body), ...(account && { account }) });
}

/**
 * Declares the tests of a check on live resources of Azure: those told of together, of which all that are
 * judged answer alike.
 */
export function azureCases(
  check: AnyCheck,
  cases: Partial<Readonly<Record<Answer["kind"] | "silent", readonly (readonly ArmResource[])[]>>>,
): void {
  describe(`${check.meta.id} live`, () => {
    for (const [outcome, all] of Object.entries(cases)) {
      test.each(all.map((each, index) => [index, each] as const))(
        `${outcome} %i`,
        (_, resources) => {
          const { answers } = judgeResources(check, resources.map(azureResource));
          const kinds = [...new Set(answers.map(({ answer }) => answer.kind))];
          expect(kinds).toEqual(outcome === "silent" ? [] : [outcome]);
        },
      );
    }
  });
}
