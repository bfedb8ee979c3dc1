import type { Arguments, Node } from "./nodes.ts";

/**
 * Puts the direct children of `node` on `out`, in the order of the source, but for what CPython's
 * tree parts too: keyword arguments follow positional ones, defaults follow parameters.
 */
export function pushChildren(node: Node, out: Node[]): void {
  switch (node.kind) {
    case "Name":
    case "Constant":
    case "Pass":
    case "Break":
    case "Continue":
    case "Global":
    case "Nonlocal":
    case "alias":
      return;
    case "Attribute":
    case "Starred":
    case "Await":
    case "keyword":
    case "Expr":
      out.push(node.value);
      return;
    case "Call":
      out.push(node.func);
      pushAll(node.args, out);
      pushAll(node.keywords, out);
      return;
    case "Assign":
      pushAll(node.targets, out);
      out.push(node.value);
      return;
    case "Subscript":
      out.push(node.value, node.slice);
      return;
    case "BinOp":
      out.push(node.left, node.right);
      return;
    case "Compare":
      out.push(node.left);
      pushAll(node.comparators, out);
      return;
    case "List":
    case "Tuple":
    case "Set":
      pushAll(node.elts, out);
      return;
    case "Return":
    case "Yield":
    case "YieldFrom":
      if (node.value !== null) out.push(node.value);
      return;
    case "If":
    case "While":
      out.push(node.test);
      pushAll(node.body, out);
      pushAll(node.orelse, out);
      return;
    case "FunctionDef":
      pushAll(node.decorators, out);
      pushAll(node.typeParams, out);
      out.push(node.args);
      if (node.returns !== null) out.push(node.returns);
      pushAll(node.body, out);
      return;
    case "arguments":
      pushArguments(node, out);
      return;
    case "arg":
      if (node.annotation !== null) out.push(node.annotation);
      return;
    case "BoolOp":
    case "JoinedStr":
      pushAll(node.values, out);
      return;
    case "UnaryOp":
      out.push(node.operand);
      return;
    case "FormattedValue":
      out.push(node.value);
      if (node.spec !== null) out.push(node.spec);
      return;
    case "Dict":
      for (let index = 0; index < node.values.length; index++) {
        const key = node.keys[index];
        if (key) out.push(key);
        out.push(node.values[index]!);
      }
      return;
    case "Slice":
      if (node.lower !== null) out.push(node.lower);
      if (node.upper !== null) out.push(node.upper);
      if (node.step !== null) out.push(node.step);
      return;
    case "Import":
    case "ImportFrom":
      pushAll(node.names, out);
      return;
    case "Try":
      pushAll(node.body, out);
      pushAll(node.handlers, out);
      pushAll(node.orelse, out);
      pushAll(node.finalbody, out);
      return;
    case "ExceptHandler":
      if (node.type !== null) out.push(node.type);
      pushAll(node.body, out);
      return;
    case "For":
      out.push(node.target, node.iter);
      pushAll(node.body, out);
      pushAll(node.orelse, out);
      return;
    case "With":
      pushAll(node.items, out);
      pushAll(node.body, out);
      return;
    case "withitem":
      out.push(node.context);
      if (node.vars !== null) out.push(node.vars);
      return;
    case "ClassDef":
      pushAll(node.decorators, out);
      pushAll(node.typeParams, out);
      pushAll(node.bases, out);
      pushAll(node.keywords, out);
      pushAll(node.body, out);
      return;
    case "Module":
      pushAll(node.body, out);
      return;
    case "AugAssign":
      out.push(node.target, node.value);
      return;
    case "AnnAssign":
      out.push(node.target, node.annotation);
      if (node.value !== null) out.push(node.value);
      return;
    case "TypeAlias":
      out.push(node.name);
      pushAll(node.typeParams, out);
      out.push(node.value);
      return;
    case "TypeVar":
    case "TypeVarTuple":
    case "ParamSpec":
      if (node.bound !== null) out.push(node.bound);
      if (node.defaultValue !== null) out.push(node.defaultValue);
      return;
    case "Raise":
      if (node.exc !== null) out.push(node.exc);
      if (node.cause !== null) out.push(node.cause);
      return;
    case "Assert":
      out.push(node.test);
      if (node.msg !== null) out.push(node.msg);
      return;
    case "Delete":
      pushAll(node.targets, out);
      return;
    case "Lambda":
      out.push(node.args, node.body);
      return;
    case "IfExp":
      out.push(node.body, node.test, node.orelse);
      return;
    case "NamedExpr":
      out.push(node.target, node.value);
      return;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      out.push(node.elt);
      pushAll(node.generators, out);
      return;
    case "DictComp":
      out.push(node.key, node.value);
      pushAll(node.generators, out);
      return;
    case "comprehension":
      out.push(node.target, node.iter);
      pushAll(node.ifs, out);
      return;
    case "Match":
      out.push(node.subject);
      pushAll(node.cases, out);
      return;
    case "match_case":
      out.push(node.pattern);
      if (node.guard !== null) out.push(node.guard);
      pushAll(node.body, out);
      return;
    default:
      node satisfies never;
  }
}

function pushAll(nodes: readonly Node[], out: Node[]): void {
  for (let index = 0; index < nodes.length; index++) out.push(nodes[index]!);
}

function pushArguments(node: Arguments, out: Node[]): void {
  pushAll(node.posonlyargs, out);
  pushAll(node.args, out);
  if (node.vararg !== null) out.push(node.vararg);
  pushAll(node.kwonlyargs, out);
  if (node.kwarg !== null) out.push(node.kwarg);
  pushAll(node.defaults, out);
  for (const value of node.kwDefaults) if (value !== null) out.push(value);
}
