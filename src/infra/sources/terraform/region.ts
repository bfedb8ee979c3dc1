import type { Value } from "../../value.ts";
import { literalOf, type ConfigBlock } from "./config.ts";
import { evaluate } from "./evaluate.ts";
import type { ModuleInstance, ResourceInstance } from "./state.ts";
import type { Written } from "./types.ts";
import { textFor } from "./values.ts";
import type { Expression } from "../../../formats/hcl/tree.ts";

/** `aws` or `aws.west`, as a resource or a module call names a provider. */
function providerName(expression: Expression | undefined): string | undefined {
  if (expression === undefined) return undefined;
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "literal") return String(expression.value);
  if (expression.kind === "group") return providerName(expression.inner);
  if (expression.kind === "member" && expression.of.kind === "name")
    return `${expression.of.name}.${expression.name}`;
  return undefined;
}

function nameOf(block: ConfigBlock): string {
  const alias = literalOf(block, "alias");
  return alias === undefined ? block.labels[0]! : `${block.labels[0]!}.${alias}`;
}

/** What a module's caller passes for a provider, by the name that it has within. */
function passedName(call: ConfigBlock, name: string): string | undefined {
  const providers = call.attributes.get("providers")?.value;
  if (providers?.kind !== "object") return name.includes(".") ? undefined : name;
  const found = providers.entries.find(({ key }) => {
    const text = key.kind === "literal" ? String(key.value) : providerName(key);
    return text === name;
  });
  return found === undefined ? (name.includes(".") ? undefined : name) : providerName(found.value);
}

function regionIn(module: ModuleInstance, name: string): Value | undefined {
  for (const block of module.config.providers) {
    if (nameOf(block) !== name) continue;
    const written: Written | undefined = block.attributes.get("region");
    if (written === undefined) return undefined;
    return evaluate(written.value, { scope: module.scope, document: written.document });
  }
  const { parent } = module;
  const outer = parent && passedName(parent.call, name);
  return parent === undefined || outer === undefined ? undefined : regionIn(parent.module, outer);
}

/** The region that a resource's provider is set to, where that is known. */
export function providerRegion({ module, block, type }: ResourceInstance): string | undefined {
  const own = providerName(block.attributes.get("provider")?.value);
  const name = own ?? type.split("_", 1)[0]!;
  const key = `region ${name}`;
  const before = module.values.get(key);
  if (before === "busy") return undefined;
  const value = before ?? regionIn(module, name);
  if (value !== undefined) module.values.set(key, value);
  return value && textFor(value);
}
