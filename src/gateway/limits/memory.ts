import type { Change, CounterStore, Decision, Operation, Standing } from "./store.ts";

/** Counters that are kept; a client that makes up names takes the place of the longest unused. */
const maxCounters = 200_000;
/** Counters that are kept where something was spent on all of them. */
const mostCounters = 1_000_000;

type Counter =
  | { readonly kind: "rate"; due: number }
  | { readonly kind: "budget"; spent: number; until: number }
  | { readonly kind: "slot"; readonly leases: Map<string, number> };

export interface MemoryClock {
  /** Milliseconds that only grow, whatever happens to the clock on the wall. */
  readonly now: () => number;
}

/** Counters in this process. A decision is one step of the event loop, so no other comes between. */
export function createMemoryStore(
  clock: MemoryClock = { now: () => performance.now() },
): CounterStore {
  const counters = new Map<string, Counter>();

  /** Looks up, and puts at the end of the map, whose beginning is what was unused for longest. */
  function counterOf(operation: Operation): Counter {
    const found = counters.get(operation.key);
    if (found !== undefined && found.kind === operation.kind) {
      counters.delete(operation.key);
      counters.set(operation.key, found);
      return found;
    }
    const made: Counter =
      operation.kind === "rate"
        ? { kind: "rate", due: 0 }
        : operation.kind === "budget"
          ? { kind: "budget", spent: 0, until: 0 }
          : { kind: "slot", leases: new Map() };
    return made;
  }

  /** True for what may be forgotten without anybody getting more than is theirs. */
  function isIdle(counter: Counter, now: number): boolean {
    if (counter.kind === "slot") return counter.leases.size === 0;
    if (counter.kind === "budget") return counter.spent === 0 || counter.until <= now;
    return counter.due <= now * 1000;
  }

  function makeRoom(): void {
    const now = clock.now();
    let looked = 0;
    for (const [key, counter] of counters) {
      if (counters.size < maxCounters || ++looked > 64) return;
      if (counter.kind === "rate" || isIdle(counter, now)) {
        counters.delete(key);
        continue;
      }
      // What was spent and who holds a slot stays, whoever makes up names: to be looked at again, later.
      counters.delete(key);
      if (counter.kind === "slot" || counters.size < mostCounters) counters.set(key, counter);
    }
  }

  function keep(key: string, counter: Counter): void {
    if (!counters.has(key) && counters.size >= maxCounters) makeRoom();
    counters.set(key, counter);
  }

  function freeDead(leases: Map<string, number>, now: number): void {
    for (const [lease, until] of leases) if (until <= now) leases.delete(lease);
  }

  /** What an operation would find, and whether it would be refused. */
  function look(operation: Operation, counter: Counter, now: number): Standing & { ok: boolean } {
    if (operation.kind === "rate" && counter.kind === "rate") {
      const { interval, burst } = operation;
      const micro = now * 1000;
      const early = Math.max(0, counter.due - micro);
      const room = burst * interval - early;
      const ok = room >= 0;
      const remaining = ok ? Math.floor(room / interval) : 0;
      return { ok, remaining, wait: ok ? early : -room };
    }
    if (operation.kind === "budget" && counter.kind === "budget") {
      const left = operation.limit - counter.spent;
      const ok = operation.cost <= left;
      return { ok, remaining: Math.max(0, ok ? left - operation.cost : left), wait: 0 };
    }
    if (operation.kind === "slot" && counter.kind === "slot") {
      if (counter.leases.size >= operation.limit) freeDead(counter.leases, now);
      const left = operation.limit - counter.leases.size;
      return { ok: left > 0, remaining: Math.max(0, left - 1), wait: 0 };
    }
    return { ok: false, remaining: 0, wait: 0 };
  }

  function apply(operation: Operation, counter: Counter, now: number): void {
    if (operation.kind === "rate" && counter.kind === "rate")
      counter.due = Math.max(counter.due, now * 1000) + operation.interval;
    else if (operation.kind === "budget" && counter.kind === "budget") {
      counter.spent += operation.cost;
      counter.until = now + operation.keepMs;
    } else if (operation.kind === "slot" && counter.kind === "slot")
      counter.leases.set(operation.lease, now + operation.keepMs);
    keep(operation.key, counter);
  }

  function take(operations: readonly Operation[]): Decision {
    const now = clock.now();
    const found = operations.map(counterOf);
    const looks = operations.map((operation, index) => look(operation, found[index]!, now));
    const refused = looks.findIndex(({ ok }) => !ok);
    const standings = looks.map(({ remaining, wait }) => ({ remaining, wait }));
    if (refused !== -1) return { refusedBy: refused, standings };
    for (const [index, operation] of operations.entries()) apply(operation, found[index]!, now);
    return { refusedBy: undefined, standings };
  }

  function change(changes: readonly Change[]): void {
    const now = clock.now();
    for (const each of changes) {
      const counter = counters.get(each.key);
      if (each.kind === "slot" && counter?.kind === "slot") {
        counter.leases.delete(each.lease);
        if (counter.leases.size === 0) counters.delete(each.key);
      }
      if (each.kind === "budget") {
        const budget: Counter =
          counter?.kind === "budget" ? counter : { kind: "budget", spent: 0, until: 0 };
        budget.spent = Math.max(0, budget.spent + each.by);
        budget.until = now + each.keepMs;
        if (budget.spent === 0) counters.delete(each.key);
        else keep(each.key, budget);
      }
    }
  }

  return {
    take: async (operations) => take(operations),
    change: async (changes) => change(changes),
    close: async () => counters.clear(),
  };
}
