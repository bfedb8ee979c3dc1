// Whom a patch is for.
import { entryOf, textOf, type MapValue, type Value } from "../../../value.ts";
import type { Target } from "./spec.ts";

interface Candidate {
  readonly type: string;
  readonly body: MapValue;
  readonly prefix: string;
  readonly suffix: string;
}

function wordOf(value: Value | undefined, key: string): string | undefined {
  return textOf(entryOf(entryOf(value, "metadata"), key));
}

/** Names before kustomize changes them, and as they are. */
function namesOf({ body, prefix, suffix }: Candidate): readonly string[] {
  const name = wordOf(body, "name") ?? "";
  return [name, `${prefix}${name}${suffix}`];
}

/** A patch names its target beside it; one that is merged may say by itself what it is for. */
export function fitsTarget(
  each: Candidate,
  { target, patch }: { readonly target: Target | undefined; readonly patch: Value },
): boolean {
  const [group = "", kind] = each.type.split("/", 2);
  if (target !== undefined)
    return (
      (target.group === undefined || matches(target.group, group)) &&
      (target.kind === undefined || matches(target.kind, kind ?? "")) &&
      (target.name === undefined || namesOf(each).some((name) => matches(target.name!, name))) &&
      (target.namespace === undefined ||
        matches(target.namespace, wordOf(each.body, "namespace") ?? "default")) &&
      (target.labels === undefined || chooses(target.labels, each.body))
    );
  if (patch.kind !== "map") return false;
  const version = textOf(patch.entries.get("apiVersion")) ?? "";
  const own = version.includes("/") ? version.slice(0, version.indexOf("/")) : "";
  const namespace = wordOf(patch, "namespace");
  return (
    own === group &&
    textOf(patch.entries.get("kind")) === kind &&
    namesOf(each).includes(wordOf(patch, "name") ?? "") &&
    (namespace === undefined || namespace === (wordOf(each.body, "namespace") ?? "default"))
  );
}

/**
 * Targets are regular expressions, of which people use `.*` and `|`; that much is read, in linear time.
 * Any other expression is taken to fit.
 */
function matches(expression: string, text: string): boolean {
  const bare = expression
    .slice(0, 1_000)
    .replace(/^\^/, "")
    .replace(/\$$/, "")
    .replaceAll(/[()]/g, "");
  return bare.split("|").some((each) => {
    const parts = each.split(".*");
    if (parts.some((part) => !/^[\w.-]*$/.test(part))) return true;
    if (parts.length === 1) return each === text;
    let at = 0;
    for (const [index, part] of parts.entries()) {
      if (index === parts.length - 1) return text.length - part.length >= at && text.endsWith(part);
      const found = index === 0 ? (text.startsWith(part) ? 0 : -1) : text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return true;
  });
}

/** `app=llm,tier!=test`; what is put otherwise is taken to fit. */
function chooses(selector: string, body: MapValue): boolean {
  const labels = entryOf(body.entries.get("metadata"), "labels");
  return selector
    .slice(0, 1_000)
    .split(",")
    .every((each) => {
      const [, key, operator, value] = /^\s*([\w./-]+)\s*(==?|!=)\s*([\w.-]*)\s*$/.exec(each) ?? [];
      if (key === undefined) return true;
      return (textOf(entryOf(labels, key)) === value) === (operator !== "!=");
    });
}
