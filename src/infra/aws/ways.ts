import type { Thing } from "../../core/index.ts";
import type { Waypoint } from "../answer.ts";
import { lastWord } from "../addresses.ts";
import type { Item } from "../type.ts";
import type { Place } from "../value.ts";
import { danger, thingOf } from "../way.ts";
import { hole, type Principal, type Statement } from "./policy.ts";

const namedActions = 2;

/** What a statement allows, in a few words. */
function actionsOf({ actions, notActions }: Statement): string {
  if (notActions.length > 0) return "do all but a few things";
  const texts = actions.map(({ text }) => text.replaceAll(hole, "…"));
  if (texts.some((text) => /^(?:[\w-]+:)?\*$/.test(text))) return "do everything";
  const more = texts.length - namedActions;
  return texts.slice(0, namedActions).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Everybody, as a statement lets them in. */
export const everybody: Thing = danger("principal *", "everybody");

/** Somebody's way by a statement to what its policy is about. */
export function wayByStatement(
  statement: Statement,
  way: {
    readonly who: Thing;
    /** What the policy is attached to, with what that means for it. */
    readonly to: Thing & { readonly at: Place; readonly message: string };
    /** The policy, where it stands apart. */
    readonly policy?: Pick<Item, "type" | "resource">;
  },
): readonly Waypoint[] {
  const { who, policy } = way;
  const { at, message, ...thing } = way.to;
  return [
    { at: statement.at, message: `may ${actionsOf(statement)}`, thing: who },
    ...(policy === undefined
      ? []
      : [
          {
            at: policy.resource.at,
            message: `is the policy of ${thing.name}`,
            thing: thingOf(policy),
          },
        ]),
    { at, message, thing },
  ];
}

/** The way from what runs code, by its role, to a policy that allows too much. */
export function wayByRole(
  role: Pick<Item, "type" | "resource">,
  {
    runner,
    policy,
  }: {
    readonly runner: Principal;
    readonly policy: { readonly at: Place; readonly name: string; readonly message: string };
  },
): readonly Waypoint[] {
  return [
    {
      at: runner.at,
      message: "runs your code as this role",
      thing: { kind: "service", name: runner.text },
    },
    { at: role.resource.at, message: "is given this policy", thing: thingOf(role) },
    { at: policy.at, message: policy.message, thing: danger("policy", lastWord(policy.name)) },
  ];
}
