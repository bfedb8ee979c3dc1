import type { Alias, Statement } from "../python/nodes.ts";
import { importAs, moduleOf } from "./chains.ts";
import { lowerClass } from "./classes.ts";
import { lowerExpression } from "./expressions.ts";
import { lowerFunction } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { assign, name, nothing, spanOf } from "./make.ts";
import { isLocalModule, moduleName } from "./modules.ts";
import { bindPattern } from "./patterns.ts";
import type { BabelDeclarator, BabelPattern, BabelVariables } from "./types.ts";

/** `const a = 1, { b } = require("c")`: assignments, definitions and imports. */
export function lowerVariables(l: Lowering, node: BabelVariables, out: Statement[]): void {
  if (node.declare) return;
  for (const each of node.declarations) lowerDeclarator(l, each, out);
}

function lowerDeclarator(l: Lowering, node: BabelDeclarator, out: Statement[]): void {
  const at = spanOf(node);
  const { id: pattern, init } = node;
  if (pattern.type === "VoidPattern") return;
  if (!init) {
    if (pattern.type !== "Identifier") return;
    l.frame.declared.add(pattern.name);
    // Functions that assign to it must find whose it is.
    out.push(
      assign([name(pattern.name, spanOf(pattern))], nothing({ start: at.end, end: at.end }), at),
    );
    return;
  }
  const module = moduleOf(init);
  if (module !== undefined && bindModule(l, { pattern, module }, out)) return;
  if (pattern.type === "Identifier") {
    l.frame.declared.add(pattern.name);
    const naming = { id: pattern.name };
    if (init.type === "ArrowFunctionExpression" || init.type === "FunctionExpression") {
      out.push(lowerFunction(l, init, naming));
      return;
    }
    if (init.type === "ClassExpression") {
      out.push(lowerClass(l, init, pattern.name));
      return;
    }
  }
  bindPattern(l, pattern, { value: lowerExpression(l, init), at, out, declares: true });
}

/** `x = require("m")` and `{ a, b: c } = require("m")` are imports. */
function bindModule(
  l: Lowering,
  { pattern, module }: { readonly pattern: BabelPattern; readonly module: string },
  out: Statement[],
): boolean {
  const at = spanOf(pattern);
  if (pattern.type === "Identifier") {
    l.frame.declared.add(pattern.name);
    out.push(importAs(l, module, pattern.name, at));
    return true;
  }
  if (pattern.type !== "ObjectPattern") return false;
  const names: Alias[] = [];
  const whole: Alias[] = [];
  for (const property of pattern.properties) {
    if (property.type !== "ObjectProperty" || property.computed) return false;
    const { key, value } = property;
    if (key.type !== "Identifier" || value.type !== "Identifier") return false;
    const asname = value.name === key.name ? null : value.name;
    const alias: Alias = {
      kind: "alias",
      ...spanOf(property),
      parent: null,
      name: key.name,
      asname,
    };
    // `{ default: OpenAI }` of a package is the package itself.
    if (key.name === "default" && !isLocalModule(module)) whole.push(alias);
    else names.push(alias);
  }
  for (const { name: id, asname } of [...names, ...whole]) l.frame.declared.add(asname ?? id);
  for (const alias of whole) out.push(importAs(l, module, alias.asname ?? alias.name, alias));
  if (names.length > 0 || whole.length === 0)
    out.push({
      kind: "ImportFrom",
      ...at,
      parent: null,
      module: moduleName(module),
      names,
      level: 0,
    });
  return true;
}
