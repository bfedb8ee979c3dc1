// Who a service mesh lets through to a pod. https://istio.io/latest/docs/reference/config/security/authorization-policy/
import type { Cloud } from "../../../infra/cloud.ts";
import { walk } from "../../../infra/fact.ts";
import type { Resource } from "../../../infra/resource.ts";
import { authorizationPolicy } from "../../../infra/types/kubernetes/routes.ts";
import { namespaceOf } from "../../../infra/types/kubernetes/pods.ts";
import { isNull, textOf, type Value } from "../../../infra/value.ts";
import { isBeside, selects } from "./joins.ts";

/** Whether somebody has to say who they are: it is known, or why it is not. */
export type Guard =
  | { readonly kind: "open" | "guarded" }
  | { readonly kind: "doubt"; readonly cause: string };

const open: Guard = { kind: "open" };
const guarded: Guard = { kind: "guarded" };

/** Where a policy without a selector is for the whole mesh. */
const rootNamespace = "istio-system";
/** The proxies by which everybody comes in: to name these is to name nobody. */
const gateways = /ingress|gateway|istio-system/i;

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === "list" ? value.items : [];
}

function textsOf(value: Value | undefined): readonly string[] {
  return itemsOf(value).map((item) => textOf(item) ?? "?");
}

const everybody = /^(?:\*|0\.0\.0\.0\/0|::\/0)$/;

function isSomebody(texts: readonly string[]): boolean {
  return texts.length > 0 && !texts.some((text) => everybody.test(text));
}

/** True where a source of a rule is somebody in particular; any login counts, `*` of principals too. */
function isKnownSource(source: Value): boolean {
  const said = (key: string): readonly string[] => textsOf(walk(source, [key]));
  if (said("requestPrincipals").length > 0) return true;
  if (isSomebody(said("ipBlocks")) || isSomebody(said("remoteIpBlocks"))) return true;
  return ["principals", "namespaces", "serviceAccounts"].some(
    (key) => isSomebody(said(key)) && !said(key).some((text) => gateways.test(text)),
  );
}

/** Conditions that only a request with a login, or a secret in its headers, meets. */
function asksByCondition(rule: Value): boolean {
  return itemsOf(walk(rule, ["when"])).some(
    (each) =>
      /^request\.(?:auth\.|headers\[(?:authorization|x-api-key|api-key)\])/i.test(
        textOf(walk(each, ["key"])) ?? "",
      ) && textsOf(walk(each, ["values"])).length > 0,
  );
}

function asks(rule: Value): boolean {
  if (asksByCondition(rule)) return true;
  const from = itemsOf(walk(rule, ["from"]));
  return (
    from.length > 0 &&
    from.every((each) => {
      const source = walk(each, ["source"]);
      return source !== undefined && isKnownSource(source);
    })
  );
}

/** A Deny for whoever brings no token. */
function refusesStrangers(rule: Value): boolean {
  if (itemsOf(walk(rule, ["when"])).length > 0) return false;
  const isAll = itemsOf(walk(rule, ["to"])).length === 0;
  return (
    isAll &&
    itemsOf(walk(rule, ["from"])).some((each) =>
      textsOf(walk(each, ["source", "notRequestPrincipals"])).includes("*"),
    )
  );
}

function guardOf({ body }: Resource): Guard {
  const spec = walk(body, ["spec"]);
  if (spec === undefined || isNull(spec)) return guarded;
  if (spec.kind !== "map") return { kind: "doubt", cause: "a policy of the mesh is not known" };
  const rules = walk(spec, ["rules"]);
  if (rules !== undefined && rules.kind !== "list")
    return { kind: "doubt", cause: "the rules of a policy of the mesh are not known" };
  const action = textOf(walk(spec, ["action"])) ?? "ALLOW";
  const list = itemsOf(rules);
  // An Allow without a rule lets nobody in.
  if (action === "ALLOW") return list.every(asks) ? guarded : open;
  if (action === "DENY") return list.some(refusesStrangers) ? guarded : open;
  return action === "CUSTOM" && list.length > 0 ? guarded : open;
}

/** Whether a policy is for what has these labels, in its namespace or everywhere. */
function isFor(
  policy: Resource,
  { at, labels }: { at: Resource; labels: Value | undefined },
): boolean {
  if (itemsOf(walk(policy.body, ["spec", "targetRefs"])).length > 0) return false;
  const selector = walk(policy.body, ["spec", "selector", "matchLabels"]);
  const isEverywhere = namespaceOf(policy) === rootNamespace;
  if (!isBeside(policy, at) && !isEverywhere) return false;
  return selector === undefined || selects(selector, labels);
}

/** All Allows together say who comes in: one that is open opens; a Deny or a login elsewhere closes. */
function together(policies: readonly Resource[]): Guard {
  const allows = policies.filter(
    ({ body }) => (textOf(walk(body, ["spec", "action"])) ?? "ALLOW") === "ALLOW",
  );
  const others = policies.filter((each) => !allows.includes(each)).map(guardOf);
  if (others.some(({ kind }) => kind === "guarded")) return guarded;
  const own = allows.map(guardOf);
  if (own.length > 0 && own.every(({ kind }) => kind === "guarded")) return guarded;
  return [...others, ...own].find(({ kind }) => kind === "doubt") ?? open;
}

/** Whether the mesh asks for a login before it lets a request to a pod. */
export function guardOfPod(
  cloud: Cloud,
  { resource, labels }: { readonly resource: Resource; readonly labels: Value | undefined },
): Guard {
  const policies = cloud
    .all(authorizationPolicy)
    .map((each) => each.resource)
    .filter((policy) => isFor(policy, { at: resource, labels }));
  return policies.length === 0 ? open : together(policies);
}

/** Whether a gateway of the mesh, or what stands behind a name, has a policy of its own that asks. */
export function guardOfTarget(
  cloud: Cloud,
  targets: readonly { readonly kind: string; readonly name: string; readonly from: Resource }[],
  selector?: { readonly labels: Value; readonly from: Resource },
): Guard {
  const policies = cloud
    .all(authorizationPolicy)
    .map((each) => each.resource)
    .filter((policy) => {
      const refs = itemsOf(walk(policy.body, ["spec", "targetRefs"]));
      if (refs.length > 0)
        return refs.some((ref) =>
          targets.some(
            ({ kind, name, from }) =>
              textOf(walk(ref, ["kind"])) === kind &&
              textOf(walk(ref, ["name"])) === name &&
              isBeside(policy, from),
          ),
        );
      const chosen = walk(policy.body, ["spec", "selector", "matchLabels"]);
      return selector !== undefined && chosen !== undefined && selects(chosen, selector.labels);
    });
  return policies.length === 0 ? open : together(policies);
}
