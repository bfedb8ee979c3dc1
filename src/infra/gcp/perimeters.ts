// VPC Service Controls: which services a perimeter keeps in, and what it lets through.
// https://cloud.google.com/vpc-service-controls/docs/ingress-egress-rules
import { walk } from "../fact.ts";
import { isNull, textOf, type Place, type Value } from "../value.ts";

/** What has to be within one perimeter, for models to be kept in: they come from buckets. */
export const aiServices = [
  "aiplatform.googleapis.com",
  "notebooks.googleapis.com",
  "storage.googleapis.com",
] as const;

/** The elements of a list or block; none where nothing is written. */
export function elementsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || isNull(value)) return [];
  return value.kind === "list" ? value.items : [value];
}

/** A member under either of its names: `accessLevel` of the API, `access_level` of Terraform. */
function part(value: Value | undefined, name: string): Value | undefined {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return value === undefined ? undefined : (walk(value, [name]) ?? walk(value, [snake]));
}

function anyText(values: readonly Value[], test: (text: string) => boolean): boolean {
  return values.some((each) => test(textOf(each) ?? ""));
}

/** Everybody, as a rule has it: no identity is named, or any is let through. */
function isAnyone(from: Value | undefined): boolean {
  const type = textOf(part(from, "identityType"));
  const named = elementsOf(part(from, "identities"));
  return /^ANY_(?:IDENTITY|USER_ACCOUNT|SERVICE_ACCOUNT)$/.test(type ?? "") && named.length === 0;
}

/** True where a rule lets all of a service, or all services, through. */
function isAllOfAi(to: Value | undefined): boolean {
  return elementsOf(part(to, "operations")).some((operation) => {
    const service = textOf(part(operation, "serviceName")) ?? "";
    if (service !== "*" && !(aiServices as readonly string[]).includes(service)) return false;
    const methods = elementsOf(part(operation, "methodSelectors"));
    // Of all services no method can be chosen.
    return service === "*" || methods.some((each) => textOf(part(each, "method")) === "*");
  });
}

/** A rule by which everybody comes in from everywhere. */
export function isOpenIngress(from: Value | undefined, to: Value | undefined): Place | undefined {
  if (from === undefined || !isAnyone(from)) return undefined;
  const sources = elementsOf(part(from, "sources"));
  const isAnywhere = sources.some((each) => textOf(part(each, "accessLevel")) === "*");
  return isAnywhere && isAllOfAi(to) ? from.at : undefined;
}

/** A rule by which data leaves for wherever somebody wants it. */
export function isOpenEgress(from: Value | undefined, to: Value | undefined): Place | undefined {
  if (to === undefined || (from !== undefined && !isAnyone(from))) return undefined;
  const isAnywhere = anyText(elementsOf(part(to, "resources")), (text) => text === "*");
  return isAnywhere && isAllOfAi(to) ? to.at : undefined;
}

/** The halves of a rule, as they stand in a list of rules. */
export function halvesOf(
  rule: Value,
  way: "ingress" | "egress",
): { readonly from: Value | undefined; readonly to: Value | undefined } {
  return { from: part(rule, `${way}From`), to: part(rule, `${way}To`) };
}
