// What a template exports, and how it is found again by those that import it.
import { entry } from "../../../formats/setting/tree.ts";
import type { Value } from "../../value.ts";
import type { Context } from "./context.ts";

/** An output that other templates may import. */
export interface Export {
  /** Its name; where it begins with what is known only when it is deployed, its end. */
  readonly name: string;
  readonly isEnd: boolean;
  /** The template that it is of. */
  readonly path: string;
  readonly value: () => Value | undefined;
}

const maxExports = 1_000;

/** The exports of a template: `Outputs.X.Export.Name`. */
export function exportsOf(context: Context): readonly Export[] {
  const { template } = context;
  return [...template.outputs.values()].slice(0, maxExports).flatMap((output) => {
    const named = entry(entry(output, "Export"), "Name");
    const value = entry(output, "Value");
    const name = named === undefined ? undefined : context.evaluate(named, new Map());
    const end = name === undefined ? undefined : endOf(name);
    if (end === undefined || value === undefined) return [];
    return [
      {
        ...end,
        path: template.document.path,
        value: () => context.evaluate(value, new Map()),
      },
    ];
  });
}

/** A name that is known, or at least its last part: `${AWS::StackName}-Vpc`. */
function endOf(name: Value): { readonly name: string; readonly isEnd: boolean } | undefined {
  if (name.kind === "scalar") return { name: String(name.value), isEnd: false };
  const last = name.kind === "template" ? name.parts.at(-1) : undefined;
  // A letter or two would fit by chance.
  return typeof last === "string" && last.length > 3 ? { name: last, isEnd: true } : undefined;
}

/** The export that a name is of: the one of that name, else the only one that ends alike. */
export function exportNamed(exports: readonly Export[], name: Value): Export | undefined {
  const wanted = endOf(name);
  if (wanted === undefined) return undefined;
  const exact = exports.find((each) => !each.isEnd && !wanted.isEnd && each.name === wanted.name);
  if (exact !== undefined) return exact;
  const alike = exports.filter(
    (each) =>
      (each.isEnd && wanted.name.endsWith(each.name)) ||
      (wanted.isEnd && each.name.endsWith(wanted.name)),
  );
  return alike.length === 1 ? alike[0] : undefined;
}
