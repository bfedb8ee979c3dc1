import type { Expression, FunctionDef, Lambda, Node, Statement } from "../../python/nodes.ts";

/** Writes a tree in the syntax of Python, as far as names that Python could not have allow it. */
export function printTree(statements: readonly Statement[], indent = ""): string {
  return statements.map((each) => printStatement(each, indent)).join("\n");
}

function block(head: string, body: readonly Statement[], indent: string): string {
  return `${indent}${head}:\n${printTree(body, `${indent}  `)}`;
}

function printStatement(node: Statement, indent: string): string {
  const line = (text: string): string => indent + text;
  switch (node.kind) {
    case "Expr":
      return line(print(node.value));
    case "Assign":
      return line([...node.targets, node.value].map(print).join(" = "));
    case "AugAssign":
      return line(`${print(node.target)} ${node.op}= ${print(node.value)}`);
    case "Return":
      return line(node.value === null ? "return" : `return ${print(node.value)}`);
    case "Raise":
      return line(`raise ${node.exc === null ? "" : print(node.exc)}`);
    case "Delete":
      return line(`del ${node.targets.map(print).join(", ")}`);
    case "Pass":
    case "Break":
    case "Continue":
      return line(node.kind.toLowerCase());
    case "Global":
    case "Nonlocal":
      return line(`nonlocal ${node.names.join(", ")}`);
    case "Import":
      return line(
        `import ${node.names.map(({ name, asname }) => `${name} as ${asname}`).join(", ")}`,
      );
    case "ImportFrom": {
      const names = node.names.map(({ name, asname }) => (asname ? `${name} as ${asname}` : name));
      return line(`from ${node.module} import ${names.join(", ")}`);
    }
    case "FunctionDef": {
      const decorators = node.decorators.map((each) => line(`@${print(each)}\n`)).join("");
      const head = `${node.isAsync ? "async " : ""}def ${node.name}(${parameters(node)})`;
      return decorators + block(head, node.body, indent);
    }
    case "ClassDef": {
      const decorators = node.decorators.map((each) => line(`@${print(each)}\n`)).join("");
      return decorators + block(`class ${node.name}(${list(node.bases)})`, node.body, indent);
    }
    case "If": {
      const text = block(`if ${print(node.test)}`, node.body, indent);
      return node.orelse.length === 0 ? text : `${text}\n${block("else", node.orelse, indent)}`;
    }
    case "While":
      return block(`while ${print(node.test)}`, node.body, indent);
    case "For": {
      const head = `${node.isAsync ? "async " : ""}for ${print(node.target)} in ${print(node.iter)}`;
      return block(head, node.body, indent);
    }
    case "Try": {
      const parts = [block("try", node.body, indent)];
      for (const { name, body } of node.handlers)
        parts.push(block(name === null ? "except" : `except ${name}`, body, indent));
      if (node.finalbody.length > 0) parts.push(block("finally", node.finalbody, indent));
      return parts.join("\n");
    }
    default:
      return line(`<${node.kind}>`);
  }
}

function list(nodes: readonly Expression[]): string {
  return nodes.map(print).join(", ");
}

function parameters({ args }: FunctionDef | Lambda): string {
  const first = args.args.length - args.defaults.length;
  const all = args.args.map(({ arg }, index) => {
    const value = args.defaults[index - first];
    return value === undefined ? arg : `${arg}=${print(value)}`;
  });
  if (args.vararg !== null) all.push(`*${args.vararg.arg}`);
  return all.join(", ");
}

function print(node: Node): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Constant":
      return node.type === "none" ? "None" : JSON.stringify(node.value);
    case "Attribute":
      return `${print(node.value)}.${node.attr}`;
    case "Subscript":
      return `${print(node.value)}[${print(node.slice)}]`;
    case "Slice":
      return `${node.lower === null ? "" : print(node.lower)}:`;
    case "Call": {
      const keywords = node.keywords.map(({ arg, value }) =>
        arg === null ? `**${print(value)}` : `${arg}=${print(value)}`,
      );
      return `${print(node.func)}(${[...node.args.map(print), ...keywords].join(", ")})`;
    }
    case "BinOp":
      return `(${print(node.left)} ${node.op} ${print(node.right)})`;
    case "BoolOp":
      return `(${node.values.map(print).join(` ${node.op} `)})`;
    case "Compare":
      return `(${print(node.left)} ${node.ops[0]} ${list(node.comparators)})`;
    case "UnaryOp":
      return `(${node.op} ${print(node.operand)})`;
    case "IfExp":
      return `(${print(node.body)} if ${print(node.test)} else ${print(node.orelse)})`;
    case "NamedExpr":
      return `(${print(node.target)} := ${print(node.value)})`;
    case "Lambda":
      return `(lambda ${parameters(node)}: ${print(node.body)})`;
    case "Dict": {
      const items = node.keys.map((key, index) => {
        const value = print(node.values[index]!);
        return key === null ? `**${value}` : `${print(key)}: ${value}`;
      });
      return `{${items.join(", ")}}`;
    }
    case "List":
      return `[${list(node.elts)}]`;
    case "Starred":
      return `*${print(node.value)}`;
    case "Await":
      return `(await ${print(node.value)})`;
    case "Yield":
    case "YieldFrom":
      return `(${node.kind === "Yield" ? "yield" : "yield from"} ${node.value === null ? "" : print(node.value)})`;
    case "JoinedStr":
      return `f${JSON.stringify(node.values.map((part) => (part.kind === "Constant" ? part.value : `{${print(part.value)}}`)).join(""))}`;
    default:
      return `<${node.kind}>`;
  }
}
