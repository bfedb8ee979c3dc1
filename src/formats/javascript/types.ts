import type { Expression, ParseResult } from "@babel/parser";

// The nodes of Babel's tree, by the names of its manual: https://babeljs.io/docs/babel-parser

export type BabelFile = ParseResult;
export type BabelExpression = Expression;
export type BabelStatement = BabelFile["program"]["body"][number];
type Of<U, K> = Extract<U, { type: K }>;
export type BabelClass =
  | Of<BabelStatement, "ClassDeclaration">
  | Of<BabelExpression, "ClassExpression">;
export type BabelClassMember = BabelClass["body"]["body"][number];
export type BabelObject = Of<BabelExpression, "ObjectExpression">;
export type BabelObjectMethod = Of<BabelObject["properties"][number], "ObjectMethod">;
export type BabelFunction =
  | Of<BabelStatement, "FunctionDeclaration">
  | Of<BabelExpression, "FunctionExpression" | "ArrowFunctionExpression">
  | BabelObjectMethod
  | Of<BabelClassMember, "ClassMethod" | "ClassPrivateMethod">;
export type BabelParameter =
  | BabelFunction["params"][number]
  | Of<Of<BabelClassMember, "ClassMethod">["params"][number], "TSParameterProperty">;
export type BabelVariables = Of<BabelStatement, "VariableDeclaration">;
export type BabelDeclarator = BabelVariables["declarations"][number];
export type BabelAssignment = Of<BabelExpression, "AssignmentExpression">;
export type BabelTemplate = Of<BabelExpression, "TemplateLiteral">;
export type BabelMarkup = Of<BabelExpression, "JSXElement" | "JSXFragment">;
export type BabelExpressionOf<K> = Of<BabelExpression, K>;
export type BabelStatementOf<K> = Of<BabelStatement, K>;
/** Anything that stands in a place where something is bound or assigned to. */
export type BabelPattern = BabelDeclarator["id"] | BabelAssignment["left"] | BabelParameter;
export type BabelArgument = Of<BabelExpression, "CallExpression">["arguments"][number];
/** Any node with a position. */
export interface BabelPlace {
  readonly start?: number | null;
  readonly end?: number | null;
}
