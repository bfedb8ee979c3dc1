import { pushChildren } from "../../formats/python/children.ts";
import type { Expression, Node } from "../../formats/python/nodes.ts";
import { PythonCall, type PythonValue } from "../../formats/python/values.ts";
import { viewPython, type PythonView } from "../../formats/python/view.ts";
import type { CompiledModels } from "../match.ts";
import type { ArgumentRef, SourceModel } from "../model.ts";
import { holds, type ArgumentFact, type CallFacts } from "../when.ts";

/** What models know of each expression of a text, with no flow: `sink shell`, `source user-input`. */
export function knownIn(models: CompiledModels, text: string): ReadonlySet<string> {
  const view = viewPython({ path: "test.py", text });
  const known = new Set<string>();
  const open: Node[] = [view.facts.root.node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    pushChildren(node, open);
    look(node, { view, models, known });
  }
  return known;
}

interface Looking {
  readonly view: PythonView;
  readonly models: CompiledModels;
  readonly known: Set<string>;
}

function look(node: Node, { view, models, known }: Looking): void {
  const nameOf = (expression: Expression): string => view.value(expression).name();
  switch (node.kind) {
    case "Call": {
      const call = new PythonCall(node, view.scopeOf(node));
      for (const { role, model } of models.call(call.name))
        if (holds("when" in model ? model.when : undefined, factsOf(call, view)))
          known.add("kind" in model ? `${role} ${model.kind}` : role);
      break;
    }
    case "Name":
    case "Attribute":
    case "Subscript": {
      const facts = readFacts(node, view);
      for (const { role, model } of models.read(nameOf(node)))
        if (holds(model.when, facts)) known.add("kind" in model ? `${role} ${model.kind}` : role);
      const key = node.kind === "Subscript" ? view.value(node.slice).string() : undefined;
      if (key !== undefined) for (const { kind } of models.item(key)) known.add(`source ${kind}`);
      break;
    }
    case "Dict":
      for (const key of node.keys) {
        const text = key === null ? undefined : view.value(key).string();
        if (text === undefined) continue;
        const argument = (reference: ArgumentRef): ArgumentFact | undefined =>
          factOf(view.value(node).item(String(reference)));
        const facts: CallFacts = { name: text, argument, imports: importsOf(view) };
        for (const { kind, when } of models.key(text))
          if (holds(when, facts)) known.add(`sink ${kind}`);
      }
      break;
    case "FunctionDef": {
      for (const decorator of node.decorators) {
        const name = nameOf(decorator.kind === "Call" ? decorator.func : decorator);
        addSources(models.decorator(name), { name, view, known });
        for (const { kind } of models.returned(name)) known.add(`returned ${kind}`);
      }
      addSources(models.named(node.name), { name: node.name, view, known });
      break;
    }
    case "ClassDef":
      for (const base of node.bases) {
        const name = nameOf(base);
        for (const method of node.body)
          if (method.kind === "FunctionDef")
            addSources(models.method(name, method.name), { name, view, known });
      }
      break;
    default:
  }
}

function addSources(
  sources: readonly SourceModel[],
  { name, view, known }: { name: string; view: PythonView; known: Set<string> },
): void {
  const facts: CallFacts = { name, argument: () => undefined, imports: importsOf(view) };
  for (const { kind, when } of sources) if (holds(when, facts)) known.add(`parameters ${kind}`);
}

function importsOf(view: PythonView): CallFacts["imports"] {
  return (prefix) => view.imports().some(({ name }) => name.startsWith(prefix));
}

function factsOf(call: PythonCall, view: PythonView): CallFacts {
  return {
    name: call.name,
    imports: importsOf(view),
    argument(reference) {
      if (reference === "this" || reference === "*" || reference === "**") return undefined;
      if (typeof reference === "number") return factOf(call.positional(reference));
      if (typeof reference === "string") return factOf(call.keyword(reference));
      return factOf(call.argument(reference[0], reference[1]));
    },
  };
}

function readFacts(node: Expression, view: PythonView): CallFacts {
  const slice = node.kind === "Subscript" ? view.value(node.slice) : undefined;
  return {
    name: view.value(node).name(),
    imports: importsOf(view),
    argument: (reference) => (reference === 0 ? factOf(slice) : undefined),
  };
}

function factOf(value: PythonValue | undefined): ArgumentFact | undefined {
  if (value === undefined) return undefined;
  const constant = value.constant()?.value;
  const text = value.string() ?? leadingText(value) ?? value.name();
  const { kind } = value.node;
  return {
    ...(constant === undefined ? {} : { constant }),
    text,
    isContainer: kind === "Dict" || kind === "List",
  };
}

function leadingText(value: PythonValue): string | undefined {
  const elements = value.elements();
  if (elements === undefined) return undefined;
  const texts: string[] = [];
  for (const element of elements) {
    const text = element.string();
    if (text === undefined) break;
    texts.push(text);
  }
  return texts.join(" ");
}
