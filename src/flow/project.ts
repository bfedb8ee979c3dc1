import { everything } from "./masks.ts";
import { openModules } from "./modules.ts";
import { offsetsOf } from "./offsets.ts";
import { nodeKinds, type FileSummary, type Target } from "./summary.ts";

/** A function that a call may lead to; `offset` arguments are given already. */
export interface Callee {
  readonly file: number;
  readonly index: number;
  readonly offset: number;
}

/** A node of a file. */
export interface Place {
  readonly file: number;
  readonly node: number;
}

/** Where an argument ends up: a parameter, or a field of what is made. */
interface Received extends Place {
  readonly kind: "param" | "field";
  readonly path: string;
}

/** What is known of all files together. */
export interface Project {
  readonly callees: (file: number, call: number) => readonly Callee[];
  readonly callers: (
    file: number,
    index: number,
  ) => readonly { readonly file: number; readonly call: number }[];
  /** What becomes of the argument that this node stands for. */
  readonly params: (file: number, argument: number) => readonly Received[];
  readonly result: (file: number, call: number) => number | undefined;
  /** The node for what a function put into an argument. */
  readonly given: (
    file: number,
    call: number,
    out: { readonly file: number; readonly node: number },
  ) => number | undefined;
  /** True for a call that makes an object of a class. */
  readonly isMaking: (file: number, call: number) => boolean;
  /** The field that an argument of a data class becomes. */
  readonly dataField: (
    file: number,
    at: { readonly call: number; readonly slot: number | string },
  ) => string | undefined;
  /** For which sinks the class makes sure that a field is harmless. */
  readonly fieldMask: (
    file: number,
    guard: { readonly of: Target; readonly field: string },
  ) => number;
  /** Other nodes for the same field or global name. */
  readonly shared: (file: number, node: number) => readonly Place[];
}

type Definition =
  | {
      readonly kind: "function";
      readonly file: number;
      readonly index: number;
      readonly offset: number;
    }
  | { readonly kind: "class"; readonly file: number; readonly index: number }
  | { readonly kind: "instance"; readonly file: number; readonly index: number }
  | { readonly kind: "module"; readonly file: number; readonly rest: readonly string[] };

/** Names, bases and re-exports that are followed for one question. */
const maxDepth = 12;
/** Classes below one that are asked for a method. */
const maxSubclasses = 30;
/** Methods of one name that an unknown object may mean. */
const maxSameName = 2;

/** Methods of a function that call it, perhaps later and elsewhere: Celery, Ray, JavaScript. */
const laterCalls = new Set(
  "delay apply_async s si remote enqueue submit spawn send call apply bind invoke ainvoke __call__ fn".split(
    " ",
  ),
);

/** Puts the files of a project together. */
export function openProject(files: readonly FileSummary[]): Project {
  const modules = openModules(files);
  const nodesOf = files.map(indexNodes);
  /** Where the functions of each file begin, counted through all files. */
  const { first: firstFunction } = offsetsOf(files, ({ functions }) => functions.length);
  const methodsByName = indexMethods(files);
  const names = definedNames(files);
  /** What parameters are given to call, by `file:function:name`. */
  const givenTargets = new Map<string, { file: number; target: Target }[]>();
  const resolved = files.map(() => new Map<number, readonly Callee[]>());
  const leads = files.map(() => new Map<Target, readonly Definition[]>());
  /** Other nodes of the same field or name; found once for each. */
  const sharedWith = files.map(() => new Map<number, readonly Place[]>());
  /** What each field or member is of. */
  const owners = files.map(() => new Map<number, { file: number; index: number } | null>());
  /** True once it is known what functions are given to call. */
  let isSettled = false;
  let callersOf: readonly (readonly { file: number; call: number }[] | undefined)[] | undefined;
  /** What each argument becomes; asked for by every value that reaches it. */
  const receivedBy = files.map(() => new Map<number, readonly Received[]>());
  let subclasses: Map<string, { file: number; index: number }[]> | undefined;
  let groups: Map<string, Place[]> | undefined;
  const lines = new Map<string, ReadonlySet<string>>();

  /** What a target leads to, from the beginning; known once for each file. */
  function resolve(file: number, target: Target, depth = 0): readonly Definition[] {
    if (depth > 0) return search(file, target, depth);
    const known = leads[file]!.get(target);
    if (known !== undefined) return known;
    const found = search(file, target, 0);
    // What depends on who calls whom is known better later.
    if (isSettled || !dependsOnParam(target)) leads[file]!.set(target, found);
    return found;
  }

  function search(file: number, target: Target, depth: number): readonly Definition[] {
    if (depth > maxDepth) return [];
    switch (target.kind) {
      case "function":
        return [{ kind: "function", file, index: target.index, offset: 0 }];
      case "class":
        return [{ kind: "class", file, index: target.index }];
      case "name":
        return resolveName(file, target.name, depth + 1);
      case "instance":
        return resolve(file, target.of, depth + 1).flatMap((one) => instancesOf(one, depth));
      case "member":
        // Most methods are of strings and lists: no class of the project has one of that name.
        if (!names.has(target.name) && !laterCalls.has(target.name)) return [];
        return resolve(file, target.of, depth + 1).flatMap((one) =>
          memberOf(one, target.name, depth + 1),
        );
      case "partial":
        return resolve(file, target.of, depth + 1).map((one) =>
          one.kind === "function" ? { ...one, offset: one.offset + target.given } : one,
        );
      case "param":
        return (givenTargets.get(`${file}:${target.function}:${target.name}`) ?? []).flatMap(
          (one) => resolve(one.file, one.target, depth + 2),
        );
      case "decorated": {
        const wrapped = resolve(file, { kind: "instance", of: target.by }, depth + 1).filter(
          ({ kind }) => kind === "function",
        );
        return wrapped.length > 0 ? wrapped : resolve(file, target.of, depth + 1);
      }
      case "any":
        return target.of.flatMap((one) => resolve(file, one, depth + 1));
      default: {
        const found = methodsByName.get(target.name) ?? [];
        return found.length > maxSameName
          ? []
          : found.map((one) => ({ kind: "function", ...one, offset: 0 }));
      }
    }
  }

  function instancesOf(of: Definition, depth: number): readonly Definition[] {
    if (of.kind === "class") return [{ ...of, kind: "instance" }];
    if (of.kind !== "function") return [];
    const { returns } = files[of.file]!.functions[of.index]!;
    return returns === undefined ? [] : resolve(of.file, returns, depth + 2);
  }

  function resolveName(file: number, name: string, depth: number): readonly Definition[] {
    const found = modules.find(file, name);
    return found === null ? [] : inModule(found.file, found.rest, depth);
  }

  /** Modules that import all of each other are asked once for a name: the ways between them are endless. */
  const asked = new Set<string>();
  function once(key: string, ask: () => void): void {
    if (asked.has(key)) return;
    const isFirst = asked.size === 0;
    asked.add(key);
    ask();
    if (isFirst) asked.clear();
  }

  function inModule(file: number, path: readonly string[], depth: number): readonly Definition[] {
    if (depth > maxDepth) return [];
    const [first, ...more] = path;
    if (first === undefined) return [{ kind: "module", file, rest: [] }];
    const { exports, stars } = files[file]!;
    const target = exports.get(first);
    let found: readonly Definition[] = [];
    if (target !== undefined) found = resolve(file, target, depth + 1);
    else if (stars.length > 0)
      once(`${file}:${first}`, () => {
        for (const star of stars) {
          if (found.length > 0) break;
          const module = modules.find(file, star);
          if (module !== null) found = inModule(module.file, [...module.rest, first], depth + 2);
        }
      });
    for (const part of more) found = found.flatMap((one) => memberOf(one, part, depth + 1));
    return found;
  }

  function memberOf(of: Definition, name: string, depth: number): readonly Definition[] {
    if (depth > maxDepth) return [];
    if (of.kind === "module") return inModule(of.file, [...of.rest, name], depth + 1);
    if (of.kind === "function") return laterCalls.has(name) ? [of] : [];
    const method = methodOf(of, name, depth);
    const others = of.kind === "instance" ? overridesOf(of, name) : [];
    return method === null ? others : [method, ...others];
  }

  /** What a method may be where the object may be of a class that derives from the one that is known. */
  function overridesOf(of: { file: number; index: number }, name: string): readonly Definition[] {
    if (subclasses === undefined) {
      // Asked for while it is made, it is what there is so far.
      subclasses = new Map();
      indexSubclasses(subclasses);
    }
    const found: Definition[] = [];
    const pending = [...(subclasses.get(`${of.file}:${of.index}`) ?? [])];
    for (let steps = 0; pending.length > 0 && steps < maxSubclasses; steps++) {
      const one = pending.pop()!;
      const index = files[one.file]!.classes[one.index]!.methods.get(name);
      if (index !== undefined) found.push({ kind: "function", file: one.file, index, offset: 0 });
      pending.push(...(subclasses.get(`${one.file}:${one.index}`) ?? []));
    }
    return found;
  }

  function indexSubclasses(below: Map<string, { file: number; index: number }[]>): void {
    for (const [file, { classes }] of files.entries()) {
      for (const [index, { bases }] of classes.entries()) {
        for (const base of bases.flatMap((one) => resolve(file, one))) {
          if (base.kind !== "class" || (base.file === file && base.index === index)) continue;
          const list = below.get(`${base.file}:${base.index}`) ?? [];
          list.push({ file, index });
          below.set(`${base.file}:${base.index}`, list);
        }
      }
    }
  }

  function methodOf(
    of: { file: number; index: number },
    name: string,
    depth: number,
  ): Extract<Definition, { kind: "function" }> | null {
    if (depth > maxDepth) return null;
    const facts = files[of.file]!.classes[of.index]!;
    const index = facts.methods.get(name);
    if (index !== undefined) return { kind: "function", file: of.file, index, offset: 0 };
    for (const base of facts.bases) {
      for (const one of resolve(of.file, base, depth + 1)) {
        if (one.kind !== "class") continue;
        const found = methodOf(one, name, depth + 1);
        if (found !== null) return found;
      }
    }
    return null;
  }

  /** The class in which a field is said to be: the uppermost of the project that it derives from. */
  function topOf(of: { file: number; index: number }): { file: number; index: number } {
    let top = of;
    for (let depth = 0; depth < maxDepth; depth++) {
      const base = files[top.file]!.classes[top.index]!.bases.flatMap((one) =>
        resolve(top.file, one),
      ).find((one) => one.kind === "class");
      if (base === undefined || (base.file === top.file && base.index === top.index)) break;
      top = base;
    }
    return top;
  }

  function callees(file: number, call: number): readonly Callee[] {
    const known = resolved[file]!.get(call);
    if (known !== undefined) return known;
    const site = files[file]!.calls[call]!;
    const found: Callee[] = [];
    for (const one of resolve(file, site.target)) {
      if (one.kind === "function") found.push(one);
      else if (one.kind === "class") {
        const maker = methodOf(one, "__init__", 0);
        if (maker !== null) found.push(maker);
      } else if (one.kind === "instance") {
        // Modules of PyTorch and DSPy are called by their `forward`.
        const method = methodOf(one, "__call__", 0) ?? methodOf(one, "forward", 0);
        if (method !== null) found.push(method);
      }
    }
    resolved[file]!.set(call, found);
    return found;
  }

  /** Two rounds: what a function is given to call is known when its callers are. */
  function linkCalls(): ({ file: number; call: number }[] | undefined)[] {
    for (let round = 0; round < 2; round++) {
      for (const [file, { calls }] of files.entries()) {
        for (const [call, { given }] of calls.entries()) {
          if (given.length === 0) continue;
          for (const callee of callees(file, call)) {
            for (const [slot, target] of given) {
              if (target.kind === "param" && round === 0) continue;
              for (const { name } of namesOf(callee, slot)) {
                const key = `${callee.file}:${callee.index}:${name}`;
                const list = givenTargets.get(key) ?? [];
                if (list.length < 8) list.push({ file, target });
                givenTargets.set(key, list);
              }
            }
          }
        }
      }
      for (const [file, { calls }] of files.entries())
        for (const [call, { target }] of calls.entries())
          if (dependsOnParam(target)) resolved[file]!.delete(call);
    }
    isSettled = true;
    const callers: ({ file: number; call: number }[] | undefined)[] = [];
    for (const [file, { calls }] of files.entries()) {
      for (let call = 0; call < calls.length; call++) {
        for (const callee of callees(file, call)) {
          const at = firstFunction[callee.file]! + callee.index;
          const list = callers[at];
          if (list === undefined) callers[at] = [{ file, call }];
          else list.push({ file, call });
        }
      }
    }
    return callers;
  }

  function namesOf(
    callee: Callee,
    slot: number | string,
  ): readonly { readonly name: string; readonly path: string }[] {
    const facts = files[callee.file]!.functions[callee.index]!;
    const { params, positional, rest, keywords } = facts;
    if (slot === "*") {
      const all = params.slice(callee.offset, positional).map((name) => ({ name, path: "" }));
      return rest === undefined ? all : [...all, { name: rest, path: "" }];
    }
    if (slot === "**") {
      const all = params.map((name) => ({ name, path: "" }));
      return keywords === undefined ? all : [...all, { name: keywords, path: "" }];
    }
    if (typeof slot === "number") {
      const at = slot + callee.offset;
      if (at < positional) return [{ name: params[at]!, path: "" }];
      return rest === undefined ? [] : [{ name: rest, path: `/${at - positional}` }];
    }
    if (params.includes(slot)) return [{ name: slot, path: "" }];
    // In JavaScript what is given by name is an object: the attributes of a component.
    if (files[callee.file]!.language === "javascript" && params[0] !== undefined)
      return [{ name: params[0], path: `/${slot}` }];
    return keywords === undefined ? [] : [{ name: keywords, path: `/${slot}` }];
  }

  function params(file: number, argument: number): readonly Received[] {
    const known = receivedBy[file]!.get(argument);
    if (known !== undefined) return known;
    callersOf ??= linkCalls();
    const { nodes } = files[file]!;
    const call = nodes.a[argument] as number;
    const found = receiversOf(file, { call, slot: nodes.b[argument]! });
    receivedBy[file]!.set(argument, found);
    return found;
  }

  function receiversOf(
    file: number,
    { call, slot }: { call: number; slot: number | string },
  ): readonly Received[] {
    const received: Received[] = [];
    for (const callee of callees(file, call)) {
      for (const { name, path } of namesOf(callee, slot)) {
        const node = nodesOf[callee.file]!.params.get(`${callee.index}:${name}`);
        if (node !== undefined) received.push({ kind: "param", file: callee.file, node, path });
      }
    }
    if (received.length > 0) return received;
    // A class without a constructor of its own: a data class takes its fields.
    for (const one of resolve(file, files[file]!.calls[call]!.target)) {
      if (one.kind !== "class" || methodOf(one, "__init__", 0) !== null) continue;
      const field = typeof slot === "string" ? slot : fieldsOf(one)[slot];
      if (field === undefined) continue;
      const top = topOf(one);
      for (const place of groupOf(`f:${top.file}:${top.index}:${field}`))
        received.push({ kind: "field", ...place, path: "" });
    }
    return received;
  }

  function fieldsOf(of: { file: number; index: number }, depth = 0): readonly string[] {
    const { fields, bases } = files[of.file]!.classes[of.index]!;
    if (depth > maxDepth) return fields;
    const above = bases.flatMap((base) =>
      resolve(of.file, base).flatMap((one) =>
        one.kind === "class" ? fieldsOf(one, depth + 1) : [],
      ),
    );
    return [...above, ...fields];
  }

  /** The class that a field or a member is said to be of. */
  function ownerOf(file: number, node: number): { file: number; index: number } | null {
    const { nodes } = files[file]!;
    const kind = nodes.kind[node];
    if (kind === nodeKinds.field) return { file, index: nodes.a[node] as number };
    if (kind !== nodeKinds.member) return null;
    const known = owners[file]!.get(node);
    if (known !== undefined) return known;
    const target = JSON.parse(String(nodes.a[node])) as Target;
    const of = resolve(file, target).find(
      ({ kind: what }) => what === "instance" || what === "class",
    );
    const owner = of === undefined || of.kind === "module" ? null : of;
    owners[file]!.set(node, owner);
    return owner;
  }

  /** A class and those above it, as `topOf` goes up. */
  function lineOf(of: { file: number; index: number }): ReadonlySet<string> {
    const key = `${of.file}:${of.index}`;
    const known = lines.get(key);
    if (known !== undefined) return known;
    const line = new Set([key]);
    let at = of;
    for (let depth = 0; depth < maxDepth; depth++) {
      const base = files[at.file]!.classes[at.index]!.bases.flatMap((one) =>
        resolve(at.file, one),
      ).find((one) => one.kind === "class");
      if (base === undefined || (base.file === at.file && base.index === at.index)) break;
      at = base;
      line.add(`${at.file}:${at.index}`);
    }
    lines.set(key, line);
    return line;
  }

  /** False for fields of one name in two classes of which none derives from the other. */
  function isOneObject(one: Place, other: Place): boolean {
    const [a, b] = [ownerOf(one.file, one.node), ownerOf(other.file, other.node)];
    if (a === null || b === null) return true;
    return lineOf(a).has(`${b.file}:${b.index}`) || lineOf(b).has(`${a.file}:${a.index}`);
  }

  /** Says of a field, a member or a global name which it is, whatever file speaks of it. */
  function identityOf(file: number, node: number): string | null {
    const { nodes } = files[file]!;
    const kind = nodes.kind[node];
    const name = String(nodes.b[node]);
    if (kind === nodeKinds.field) {
      const top = topOf({ file, index: nodes.a[node] as number });
      return `f:${top.file}:${top.index}:${name}`;
    }
    if (kind === nodeKinds.global) {
      const global = String(nodes.a[node]);
      if (global.startsWith("event!")) return global;
      if (!/[./]/.test(global)) return `g:${file}:${global}`;
      return globalOf(file, global, 0);
    }
    const target = JSON.parse(String(nodes.a[node])) as Target;
    for (const one of resolve(file, target)) {
      if (one.kind === "instance" || one.kind === "class") {
        const top = topOf(one);
        return `f:${top.file}:${top.index}:${name}`;
      }
      if (one.kind === "module" && one.rest.length === 0) return `g:${one.file}:${name}`;
    }
    return null;
  }

  /** A global name through the modules that only hand it on. */
  function globalOf(file: number, name: string, depth: number): string | null {
    const found = modules.find(file, name);
    if (found === null || found.rest.length === 0 || depth > maxDepth) return null;
    const [first] = found.rest;
    const { exports, stars } = files[found.file]!;
    const target = exports.get(first!);
    let known: string | null = null;
    if (target === undefined && found.rest.length === 1 && stars.length > 0)
      once(`g:${found.file}:${first}`, () => {
        for (const star of stars) {
          const beyond = globalOf(found.file, `${star}.${first}`, depth + 1);
          if (beyond === null || !hasGlobal(beyond)) continue;
          known = beyond;
          break;
        }
      });
    if (known !== null) return known;
    if (target?.kind === "name" && found.rest.length === 1 && target.name !== name)
      return globalOf(found.file, target.name, depth + 1) ?? `g:${found.file}:${first}`;
    return found.rest.length === 1 ? `g:${found.file}:${first}` : null;
  }

  /** True for a name that its file really has. */
  function hasGlobal(identity: string): boolean {
    const [, file, name] = identity.split(":");
    const summary = files[Number(file)];
    return (
      summary !== undefined &&
      (summary.exports.has(name!) ||
        summary.nodes.kind.some(
          (kind, node) => kind === nodeKinds.global && summary.nodes.a[node] === name,
        ))
    );
  }

  function allGroups(): Map<string, Place[]> {
    const all = new Map<string, Place[]>();
    for (const [file, { nodes }] of files.entries()) {
      for (const [node, kind] of nodes.kind.entries()) {
        if (kind !== nodeKinds.field && kind !== nodeKinds.global && kind !== nodeKinds.member)
          continue;
        const identity = identityOf(file, node);
        if (identity === null) continue;
        const list = all.get(identity);
        if (list === undefined) all.set(identity, [{ file, node }]);
        else list.push({ file, node });
      }
    }
    return all;
  }

  function groupOf(identity: string): readonly Place[] {
    groups ??= allGroups();
    return groups.get(identity) ?? [];
  }

  return {
    callees: (file, call) => {
      callersOf ??= linkCalls();
      return callees(file, call);
    },
    callers: (file, index) => {
      callersOf ??= linkCalls();
      return callersOf[firstFunction[file]! + index] ?? [];
    },
    params,
    isMaking: (file, call) =>
      resolve(file, files[file]!.calls[call]!.target).some((one) => one.kind === "class"),
    dataField(file, { call, slot }) {
      for (const one of resolve(file, files[file]!.calls[call]!.target)) {
        if (one.kind !== "class" || methodOf(one, "__init__", 0) !== null) continue;
        return typeof slot === "string" ? slot : fieldsOf(one)[slot];
      }
      return undefined;
    },
    fieldMask(file, { of, field }) {
      for (const one of resolve(file, { kind: "instance", of })) {
        if (one.kind !== "instance") continue;
        const facts = files[one.file]!.classes[one.index]!;
        if (facts.harmless.has(field)) return everything;
        const checked = facts.checked.get(field);
        if (checked !== undefined) return checked;
        const validator = facts.validators.get(field);
        if (validator !== undefined)
          return files[one.file]!.functions[validator]!.guards.returned[0] ?? 0;
      }
      return 0;
    },
    result: (file, call) => nodesOf[file]!.results[call],
    given: (file, call, out) => {
      const { nodes } = files[out.file]!;
      const index = nodes.a[out.node] as number;
      const name = String(nodes.b[out.node]);
      const facts = files[out.file]!.functions[index]!;
      const callee = callees(file, call).find(
        (one) => one.file === out.file && one.index === index,
      );
      if (callee === undefined) return undefined;
      const position = facts.params.indexOf(name) - callee.offset;
      return (
        nodesOf[file]!.given.get(`${call}:${position}`) ??
        nodesOf[file]!.given.get(`${call}:${name}`)
      );
    },
    shared: (file, node) => {
      const known = sharedWith[file]!.get(node);
      if (known !== undefined) return known;
      const identity = identityOf(file, node);
      const own = { file, node };
      const others =
        identity === null
          ? []
          : groupOf(identity).filter(
              (place) => (place.file !== file || place.node !== node) && isOneObject(own, place),
            );
      sharedWith[file]!.set(node, others);
      return others;
    },
  };
}

function dependsOnParam(target: Target): boolean {
  switch (target.kind) {
    case "param":
      return true;
    case "instance":
    case "member":
    case "partial":
      return dependsOnParam(target.of);
    case "decorated":
      return true;
    case "any":
      return target.of.some(dependsOnParam);
    default:
      return false;
  }
}

/** Where nodes are found that stand for a parameter, a result, or what was put into an argument. */
interface NodeIndex {
  readonly params: ReadonlyMap<string, number>;
  readonly given: ReadonlyMap<string, number>;
  /** By call. */
  readonly results: readonly (number | undefined)[];
}

function indexNodes({ nodes }: FileSummary): NodeIndex {
  const params = new Map<string, number>();
  const given = new Map<string, number>();
  const results: (number | undefined)[] = [];
  for (const [node, kind] of nodes.kind.entries()) {
    if (kind === nodeKinds.result) results[nodes.a[node] as number] = node;
    else if (kind === nodeKinds.param || kind === nodeKinds.given)
      (kind === nodeKinds.param ? params : given).set(`${nodes.a[node]}:${nodes.b[node]}`, node);
  }
  return { params, given, results };
}

/** Every name that something of the project is reached by. */
function definedNames(files: readonly FileSummary[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { exports, classes } of files) {
    for (const name of exports.keys()) names.add(name);
    for (const { methods } of classes) for (const name of methods.keys()) names.add(name);
  }
  return names;
}

function indexMethods(
  files: readonly FileSummary[],
): ReadonlyMap<string, { file: number; index: number }[]> {
  const byName = new Map<string, { file: number; index: number }[]>();
  for (const [file, { classes }] of files.entries()) {
    for (const { methods } of classes) {
      for (const [name, index] of methods) {
        const list = byName.get(name);
        if (list === undefined) byName.set(name, [{ file, index }]);
        else list.push({ file, index });
      }
    }
  }
  return byName;
}
