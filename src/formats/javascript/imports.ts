import type { Span } from "../../core/index.ts";
import type { Alias, ImportFrom, Statement } from "../python/nodes.ts";
import { importAs } from "./chains.ts";
import { lowerNamed } from "./functions.ts";
import { lowerExpression, type AnyExpression } from "./expressions.ts";
import type { Lowering } from "./lowering.ts";
import { assign, name, nothing, spanOf, text } from "./make.ts";
import { isLocalModule, moduleName } from "./modules.ts";
import { alsoCalled, lowerStatement, lowerStatements } from "./statements.ts";
import type { BabelStatementOf } from "./types.ts";

type Importing = BabelStatementOf<"ImportDeclaration" | "TSImportEqualsDeclaration">;
type Exporting = BabelStatementOf<
  | "ExportNamedDeclaration"
  | "ExportDefaultDeclaration"
  | "ExportAllDeclaration"
  | "TSExportAssignment"
>;
type Declaring = BabelStatementOf<"TSEnumDeclaration" | "TSModuleDeclaration">;

/**
 * Imports. What a package exports by default goes by the name of the package, as in `require`;
 * what a file of the project does is its member `default`, so that it can be looked up there.
 */
export function lowerImport(l: Lowering, node: Importing, out: Statement[]): void {
  const at = spanOf(node);
  if (node.type === "TSImportEqualsDeclaration") {
    const { id, moduleReference } = node;
    l.frame.declared.add(id.name);
    if (moduleReference.type === "TSExternalModuleReference")
      out.push(importAs(l, moduleReference.expression.value, id.name, at));
    return;
  }
  if (node.importKind === "type" || node.importKind === "typeof") return;
  const specifier = node.source.value;
  const module = moduleName(specifier);
  const names: Alias[] = [];
  for (const each of node.specifiers) {
    const where = spanOf(each);
    const local = each.local.name;
    l.frame.declared.add(local);
    if (each.type === "ImportSpecifier") {
      if (each.importKind === "type" || each.importKind === "typeof") continue;
      const wanted = each.imported.type === "Identifier" ? each.imported.name : each.imported.value;
      if (wanted === "default" && !isLocalModule(specifier))
        out.push(importAs(l, specifier, local, where));
      else names.push(aliasOf(wanted, local, where));
    } else if (each.type === "ImportDefaultSpecifier" && isLocalModule(specifier))
      names.push(aliasOf("default", local, where));
    else out.push(importAs(l, specifier, local, where));
  }
  if (names.length > 0) out.push(importFrom(module, names, at));
  else if (node.specifiers.length === 0)
    // For what it does when it is loaded; no name is bound.
    out.push(importFrom(module, [], at));
}

function aliasOf(wanted: string, local: string, { start, end }: Span): Alias {
  const asname = wanted === local ? null : local;
  return { kind: "alias", start, end, parent: null, name: wanted, asname };
}

function importFrom(module: string, names: readonly Alias[], { start, end }: Span): ImportFrom {
  return { kind: "ImportFrom", start, end, parent: null, module, names, level: 0 };
}

/** Exports: what is exported can be reached under the name that it is exported by. */
export function lowerExport(l: Lowering, node: Exporting, out: Statement[]): void {
  const at = spanOf(node);
  switch (node.type) {
    case "ExportAllDeclaration":
      if (node.exportKind !== "type")
        out.push(importFrom(moduleName(node.source.value), [aliasOf("*", "*", at)], at));
      return;
    case "TSExportAssignment":
      exportDefault(l, node.expression, at, out);
      return;
    case "ExportDefaultDeclaration": {
      const { declaration } = node;
      if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") {
        lowerStatement(l, declaration, out);
        if (declaration.id) out.push(alsoCalled("default", declaration.id.name, at));
        return;
      }
      if (declaration.type !== "TSDeclareFunction" && declaration.type !== "TSInterfaceDeclaration")
        exportDefault(l, declaration as AnyExpression, at, out);
      return;
    }
    default:
      if (node.exportKind === "type") return;
      if (node.declaration) lowerStatement(l, node.declaration, out);
      exportNames(l, node, out);
  }
}

function exportDefault(l: Lowering, node: AnyExpression, at: Span, out: Statement[]): void {
  l.frame.declared.add("default");
  out.push(assign([name("default", at)], lowerNamed(l, node, "default"), at));
}

function exportNames(
  l: Lowering,
  node: BabelStatementOf<"ExportNamedDeclaration">,
  out: Statement[],
): void {
  const names: Alias[] = [];
  for (const each of node.specifiers) {
    const at = spanOf(each);
    const { exported } = each;
    const outside = exported.type === "Identifier" ? exported.name : exported.value;
    l.frame.declared.add(outside);
    if (each.type === "ExportSpecifier") {
      if (each.exportKind === "type") continue;
      const inside = (each.local as { name?: string; value?: string }).name ?? "default";
      if (node.source) names.push(aliasOf(inside, outside, at));
      else if (inside !== outside) out.push(alsoCalled(outside, inside, at));
    } else if (node.source) out.push(importAs(l, node.source.value, outside, at));
  }
  if (node.source && names.length > 0)
    out.push(importFrom(moduleName(node.source.value), names, spanOf(node)));
}

/** Enumerations are mappings; what a namespace holds is read as if it stood outside of it. */
export function lowerDeclared(l: Lowering, node: Declaring, out: Statement[]): void {
  if (node.declare) return;
  const at = spanOf(node);
  if (node.type === "TSModuleDeclaration") {
    const { body } = node;
    if (body) out.push(...lowerStatements(l, body.body));
    return;
  }
  const members = "body" in node && node.body ? node.body.members : [];
  const keys = members.map(({ id }) =>
    text(
      id.type === "Identifier" ? id.name : String((id as { value?: unknown }).value),
      spanOf(id),
    ),
  );
  const values = members.map(({ initializer, ...each }) =>
    initializer ? lowerExpression(l, initializer) : nothing(spanOf(each)),
  );
  l.frame.declared.add(node.id.name);
  out.push(
    assign([name(node.id.name, at)], { kind: "Dict", ...at, parent: null, keys, values }, at),
  );
}
