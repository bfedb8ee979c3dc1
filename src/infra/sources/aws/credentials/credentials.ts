/** What calls are signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** When they end, in milliseconds since 1970. */
  readonly expires?: number;
}

/** Gives credentials that are still good, and new ones where a service says that they are not. */
export interface CredentialSource {
  readonly current: () => Promise<Credentials>;
  readonly expire: () => void;
}

const marginMs = 5 * 60_000;

/** Asks for credentials when there are none or they end soon; asked by many at once it asks once. */
export function refreshing(fetchNew: () => Promise<Credentials>): CredentialSource {
  let known: Promise<Credentials> | undefined;
  let ends = Infinity;
  return {
    current: () => {
      if (known !== undefined && Date.now() < ends - marginMs) return known;
      ends = Infinity;
      const asked = fetchNew().then(
        (got) => {
          // Those that last less than the margin are used until they are refused.
          ends =
            got.expires === undefined ? Infinity : Math.max(got.expires, Date.now() + 2 * marginMs);
          return got;
        },
        (error: unknown) => {
          known = undefined;
          throw error;
        },
      );
      known = asked;
      return asked;
    },
    expire: () => {
      known = undefined;
    },
  };
}
