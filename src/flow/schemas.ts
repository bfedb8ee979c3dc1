import type { Expression } from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import type { Evaluated } from "./calls.ts";
import { givenValues } from "./arguments.ts";
import { cleanName } from "./guards.ts";
import { type Machine } from "./machine.ts";
import { maskOf } from "./masks.ts";
import type { ArgumentRef, GuardModel } from "./model.ts";
import { instanceTarget } from "./targets.ts";
import { clean, ofParts, type Value } from "./value.ts";

/**
 * A value that was checked against a schema. Where the schema is a class of this file, its numbers
 * and closed choices are harmless and its free text is what it was; another's schema is believed.
 */
export function schemaValue(
  machine: Machine,
  call: Evaluated,
  { value, schema }: { readonly value: Value; readonly schema: ArgumentRef },
): Value {
  for (const { value: given, node } of givenValues(machine, call, schema)) {
    const target = given.target?.kind === "any" ? given.target.of[0]! : given.target;
    // What the class takes is asked where a field is read.
    if (target?.kind === "class" || (target?.kind === "name" && machine.isOurs(target.name)))
      return { ...value, target: instanceTarget(machine, target) };
    const keys = freeKeys(machine, node);
    if (keys === undefined) continue;
    const checked = ofParts(new Map(keys.map((key) => [key, value])));
    // What a model was asked for by a schema is one of the things that the answer holds.
    return call.name.endsWith("Object")
      ? ofParts(
          new Map([
            ["object", checked],
            ["partialObjectStream", checked],
          ]),
        )
      : checked;
  }
  return clean;
}

/** The keys of a schema that is written out (`z.object({ … })`) whose values may do harm. */
function freeKeys(machine: Machine, node: Expression): readonly string[] | undefined {
  const origin = machine.view.value(node).origin();
  if (
    origin.kind !== "Call" ||
    origin.func.kind !== "Attribute" ||
    !/^(?:strict)?[oO]bject$/.test(origin.func.attr)
  )
    return undefined;
  const [shape] = origin.args;
  if (shape?.kind !== "Dict") return undefined;
  return shape.keys.flatMap((key, index) => {
    const type = shape.values[index]!;
    if (key?.kind !== "Constant" || type.kind !== "Call") return [];
    const name = qualifiedName(type.func, machine.view.scopeOf(type));
    return machine.models.isHarmlessType(name) ? [] : [String(key.value)];
  });
}

/** After a check that throws, what it was given is harmless. */
export function cleanGiven(machine: Machine, call: Evaluated, model: GuardModel): void {
  const mask = maskOf(model.for);
  for (const { node, value } of givenValues(machine, call, model.argument ?? 0)) {
    if (node.kind === "Name") cleanName({ name: node.id, mask, env: call.env });
    void value;
  }
}
