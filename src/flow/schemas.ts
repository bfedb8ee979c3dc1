import type { Evaluated } from "./calls.ts";
import { givenValues } from "./arguments.ts";
import { cleanName } from "./guards.ts";
import { type Machine } from "./machine.ts";
import { maskOf } from "./masks.ts";
import type { ArgumentRef, GuardModel } from "./model.ts";
import { clean, type Value } from "./value.ts";

/**
 * A value that was checked against a schema. Where the schema is a class of this file, its numbers
 * and closed choices are harmless and its free text is what it was; another's schema is believed.
 */
export function schemaValue(
  machine: Machine,
  call: Evaluated,
  { value, schema }: { readonly value: Value; readonly schema: ArgumentRef },
): Value {
  for (const { value: given } of givenValues(machine, call.given, schema, call.receiver)) {
    const target = given.target?.kind === "any" ? given.target.of[0] : given.target;
    if (target?.kind !== "class") continue;
    const state = machine.classes[target.index]!;
    const parts = new Map([...state.harmless].map((name) => [name, clean]));
    return {
      ...value,
      parts,
      checked: new Set(state.harmless),
      target: { kind: "instance", of: target },
    };
  }
  return clean;
}

/** After a check that throws, what it was given is harmless. */
export function cleanGiven(machine: Machine, call: Evaluated, model: GuardModel): void {
  const mask = maskOf(model.for);
  for (const { node, value } of givenValues(
    machine,
    call.given,
    model.argument ?? 0,
    call.receiver,
  )) {
    if (node.kind === "Name") cleanName({ name: node.id, mask, env: call.env });
    void value;
  }
}
