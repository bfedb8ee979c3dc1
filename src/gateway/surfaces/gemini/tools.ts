import { childOf, type Rule, valueAt } from "../walk.ts";
import { reference } from "../media.ts";
import { isObject, type JsonObject, textOf } from "../values.ts";
import { toolSchema, toolText, toolUnknown } from "../schema.ts";
import { fields, opaque, plain, text } from "../rules.ts";
import { eitherOf, isCamel } from "./parts.ts";

const declarationFields = fields(
  {
    name: toolText,
    description: toolText,
    parameters: toolSchema,
    parametersJsonSchema: toolSchema,
    response: toolSchema,
    responseJsonSchema: toolSchema,
    behavior: plain,
  },
  isCamel,
);

const declaration: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      declaration(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return toolUnknown(place, scope, walk);
  const parameters =
    eitherOf(value, "parametersJsonSchema", "parameters_json_schema") ?? value["parameters"];
  walk.tools.push({
    name: textOf(value, "name") ?? "",
    description: textOf(value, "description") ?? "",
    ...(parameters === undefined || parameters === null
      ? {}
      : { parameters: jsonSchema(parameters) }),
    isHosted: false,
  });
  declarationFields(place, { ...scope, tool: textOf(value, "name") }, walk);
};

const toolFields = fields(
  {
    functionDeclarations: declaration,
    mcpServers: fields(
      { name: text, streamableHttpTransport: fields({ url: plain, headers: opaque }, isCamel) },
      isCamel,
    ),
    fileSearch: fields({ fileSearchStoreNames: reference("file") }, isCamel),
  },
  isCamel,
);

/** A tool: declared functions, or one of the provider's by its name. */
export const tool: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) tool(childOf(place, index), scope, walk);
    return;
  }
  const inScope = { ...scope, source: "system", kind: "tool-description" } as const;
  if (isObject(value))
    for (const name of Object.keys(value))
      if (name !== "functionDeclarations" && name !== "function_declarations")
        walk.tools.push({ name, description: "", isHosted: true });
  toolFields(place, inScope, walk);
};

/** Gemini's own schemas write types in capitals; as JSON Schema they are small. */
export function jsonSchema(value: unknown, depth = 0): unknown {
  if (depth > 64) return {};
  if (Array.isArray(value)) return value.map((item) => jsonSchema(item, depth + 1));
  if (!isObject(value)) return value;
  const made: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const isType = key === "type" && typeof member === "string";
    const written = isType ? member.toLowerCase() : jsonSchema(member, depth + 1);
    Object.defineProperty(made, key === "any_of" ? "anyOf" : key, {
      value: written,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}
