import { as, fields, plain, text, unknown } from "./rules.ts";
import { isObject } from "./values.ts";
import { childOf, emitKey, type Rule, valueAt } from "./walk.ts";

/** Names that are the schema's author's: the model reads them. */
const named: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (!isObject(value)) return unknown(place, scope, walk);
  for (const key of Object.keys(value)) {
    const child = childOf(place, key);
    emitKey(child, scope, walk);
    schema(child, scope, walk);
  }
};

const later: Rule = (place, scope, walk) => schema(place, scope, walk);

/** JSON Schema (and OpenAPI's subset, which Gemini takes): the model reads every name, description and example. */
export const schema: Rule = fields(
  {
    type: plain,
    format: plain,
    $ref: plain,
    $schema: plain,
    $id: plain,
    $anchor: plain,
    required: plain,
    propertyOrdering: plain,
    title: text,
    description: text,
    pattern: text,
    properties: named,
    patternProperties: named,
    $defs: named,
    definitions: named,
    dependentSchemas: named,
    items: later,
    prefixItems: later,
    additionalProperties: later,
    anyOf: later,
    oneOf: later,
    allOf: later,
    not: later,
    if: later,
    // eslint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
    then: later,
    else: later,
  },
  { isLoose: true },
);

/** The same in what declares a tool. */
export const toolSchema: Rule = as({ kind: "tool-description" }, schema);
export const toolText: Rule = as({ kind: "tool-description" }, text);
export const toolUnknown: Rule = as({ kind: "tool-description" }, unknown);
