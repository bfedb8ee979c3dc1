import type {
  FlowModels,
  GuardModel,
  NamePattern,
  PassModel,
  SanitizerModel,
  SinkModel,
  SourceModel,
} from "./model.ts";
import { fits, headOf, readPattern, tailOf, type Pattern } from "./pattern.ts";
import { settle } from "./settle.ts";

/** A row that a call may fit; whether its `when` holds is asked by `holds`. */
export type CallMatch =
  | { readonly role: "source"; readonly model: SourceModel }
  | { readonly role: "callback"; readonly model: SourceModel }
  | { readonly role: "sink"; readonly model: SinkModel }
  | { readonly role: "returning"; readonly model: SinkModel }
  | { readonly role: "sanitizer"; readonly model: SanitizerModel }
  | { readonly role: "guard"; readonly model: GuardModel }
  | { readonly role: "pass"; readonly model: PassModel };

/** A row that an attribute or a name may fit that is read. */
export type ReadMatch =
  | { readonly role: "source"; readonly model: SourceModel }
  | { readonly role: "sanitizer"; readonly model: SanitizerModel };

/** Models, ready to be asked. A name that no row fits costs two look-ups and no allocation. */
export interface CompiledModels {
  /** By the name of what is called, without the brackets of this call. Rows keep their order. */
  readonly call: (name: string) => readonly CallMatch[];
  readonly read: (name: string) => readonly ReadMatch[];
  /** False where no row could fit a read name that ends so: asked before the name is worked out. */
  readonly mayRead: (tail: string) => boolean;
  /** Sources that an item with this constant key is. */
  readonly item: (key: string) => readonly SourceModel[];
  /** Sinks that an attribute is when it is written. */
  readonly write: (name: string) => readonly SinkModel[];
  /** Sinks that the value of a key of an object literal is. */
  readonly key: (key: string) => readonly SinkModel[];
  /** Sources that the parameters of a decorated function are; the name is without the call. */
  readonly decorator: (name: string) => readonly SourceModel[];
  /** Sinks that what such a function returns is. */
  readonly returned: (decorator: string) => readonly SinkModel[];
  /** Sources that the parameters of a method are, of a class that derives from `base`. */
  readonly method: (base: string, method: string) => readonly SourceModel[];
  /** The same for a function by its own name. */
  readonly named: (name: string) => readonly SourceModel[];
  /** True for an annotation of which no value does harm. */
  readonly isHarmlessType: (name: string) => boolean;
}

/** Puts the rows under the parts of names by which they are found. */
export function compileModels(models: FlowModels): CompiledModels {
  const calls = nameTable<CallMatch>(settle);
  const reads = nameTable<ReadMatch>();
  const writes = nameTable<SinkModel>();
  const decorators = nameTable<SourceModel>();
  const bases = nameTable<SourceModel>();
  const returns = nameTable<SinkModel>();
  const types = nameTable<true>();
  const keys = new Map<string, SinkModel[]>();
  const items = new Map<string, SourceModel[]>();
  const functions = new Map<string, SourceModel[]>();

  for (const model of models.sources) {
    calls.add(model.call, { role: "source", model });
    reads.add(model.read, { role: "source", model });
    for (const key of model.item ?? []) listIn(items, key.toLowerCase()).push(model);
    const { decorator, callback, method, named } = model.parameters ?? {};
    calls.add(callback?.call, { role: "callback", model });
    decorators.add(decorator, model);
    bases.add(method?.base, model);
    for (const name of named ?? []) listIn(functions, name).push(model);
  }
  for (const model of models.sinks) {
    calls.add(model.call, { role: "sink", model });
    calls.add(model.returned?.callback?.call, { role: "returning", model });
    returns.add(model.returned?.decorator, model);
    writes.add(model.write, model);
    if (model.key !== undefined) listIn(keys, model.key).push(model);
  }
  for (const model of models.sanitizers) {
    calls.add(model.call, { role: "sanitizer", model });
    reads.add(model.read, { role: "sanitizer", model });
  }
  for (const model of models.guards) calls.add(model.call, { role: "guard", model });
  for (const model of models.passes) calls.add(model.call, { role: "pass", model });
  types.add(models.harmlessTypes, true);

  return {
    call: (name) => calls.of(name),
    read: (name) => reads.of(name),
    mayRead: (tail) => reads.mayEnd(tail),
    item: (key) => items.get(key.toLowerCase()) ?? none,
    write: (name) => writes.of(name),
    key: (key) => keys.get(key) ?? none,
    decorator: (name) => decorators.of(name),
    returned: (decorator) => returns.of(decorator),
    method: (base, method) =>
      bases.of(base).filter(({ parameters }) => listOf(parameters?.method?.name).includes(method)),
    named: (name) => functions.get(name) ?? none,
    isHarmlessType: (name) => types.of(name).length > 0,
  };
}

const none: readonly never[] = [];
/** Names whose answer is kept: a worker reads thousands of files that call the same things. */
const mostAnswers = 20_000;

interface Entry<T> {
  readonly pattern: Pattern;
  readonly row: T;
  readonly order: number;
}

/** Rows by the last part of their patterns, or by the first where the last is open. */
interface NameTable<T> {
  readonly add: (patterns: NamePattern | readonly NamePattern[] | undefined, row: T) => void;
  readonly of: (name: string) => readonly T[];
  /** False where no name with this last part fits. */
  readonly mayEnd: (tail: string) => boolean;
}

function nameTable<T>(settle: (rows: readonly T[]) => readonly T[] = (rows) => rows): NameTable<T> {
  const byTail = new Map<string, Entry<T>[]>();
  const byHead = new Map<string, Entry<T>[]>();
  const answered = new Map<string, readonly T[]>();
  let size = 0;

  return {
    add(patterns, row) {
      const order = size++;
      for (const text of listOf(patterns)) {
        const pattern = readPattern(text);
        // A pattern that is open at both ends would be tried on every name: it fits nothing.
        if (pattern.index === null) continue;
        const map = pattern.index.by === "tail" ? byTail : byHead;
        listIn(map, pattern.index.key).push({ pattern, row, order });
      }
    },
    mayEnd: (tail) => byTail.has(tail) || byHead.size > 0,
    of(name) {
      const tails = byTail.get(tailOf(name));
      const heads = byHead.size === 0 ? undefined : byHead.get(headOf(name));
      if (tails === undefined && heads === undefined) return none;
      const before = answered.get(name);
      if (before !== undefined) return before;
      const found: Entry<T>[] = [];
      for (const entry of tails ?? none) if (fits(entry.pattern, name)) found.push(entry);
      for (const entry of heads ?? none) if (fits(entry.pattern, name)) found.push(entry);
      // A row of several patterns stands once however many of them fit.
      found.sort((a, b) => a.order - b.order);
      const unique = found.filter((entry, at) => entry.order !== found[at - 1]?.order);
      const rows = settle(unique.map(({ row }) => row));
      if (answered.size >= mostAnswers) answered.clear();
      answered.set(name, rows);
      return rows;
    },
  };
}

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

function listOf<T extends string>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return none;
  return typeof value === "string" ? [value] : value;
}
