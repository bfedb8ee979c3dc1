import type { Ownership, Principal } from "../parts.ts";

/** Ids that are remembered; the oldest go first, and are then nobody's. */
const maxIds = 500_000;

/** What shares ids between gateways, such as Redis. */
export interface OwnerStore {
  readonly get: (key: string) => Promise<string | undefined>;
  /** Sets it only where it is not set. */
  readonly add: (key: string, owner: string, keepMs: number) => Promise<void>;
}

/** Providers keep responses for thirty days. */
const keepMs = 30 * 86_400_000;

/** Whose a thing is: the tenant's and, where one is named, the user's. */
function ownerOf({ tenant, user }: Principal): string {
  return JSON.stringify([tenant, user ?? null]);
}

/**
 * Remembers who was given which of the provider's ids (responses, conversations, files, caches): the
 * provider itself knows one account, the gateway's, and would hand out everybody's. An id that nobody was
 * given through the gateway is nobody's.
 */
export function createOwnership(store: OwnerStore = memoryOwners()): Ownership {
  return {
    owns: async (principal, kind, id) => (await store.get(`${kind}:${id}`)) === ownerOf(principal),
    give: (principal, kind, id) => store.add(`${kind}:${id}`, ownerOf(principal), keepMs),
  };
}

/** Owners in this process. */
export function memoryOwners(now: () => number = Date.now): OwnerStore {
  const owners = new Map<string, { readonly owner: string; readonly until: number }>();
  return {
    get: async (key) => {
      const found = owners.get(key);
      return found === undefined || found.until <= now() ? undefined : found.owner;
    },
    add: async (key, owner, keep) => {
      const found = owners.get(key);
      if (found !== undefined && found.until > now()) return;
      owners.delete(key);
      if (owners.size >= maxIds) {
        const [oldest] = owners.keys();
        if (oldest !== undefined) owners.delete(oldest);
      }
      owners.set(key, { owner, until: now() + keep });
    },
  };
}
