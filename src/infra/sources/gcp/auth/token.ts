/** A bearer token with the time at which it ends. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; Infinity where it is not known. */
  readonly ends: number;
}

/** Gives a token that is still good. */
export interface TokenSource {
  readonly current: () => Promise<string>;
  /** Told where a service refuses a token, so that the next one is new. */
  readonly expire: () => void;
}

const marginMs = 60_000;

/** Fetches a token when there is none or it is about to end; asked by many at once, it fetches once. */
export function refreshing(fetchNew: () => Promise<Token>): TokenSource {
  let known: Promise<Token> | undefined;
  let ends = 0;
  return {
    async current() {
      if (known === undefined || Date.now() > ends - marginMs) {
        ends = Infinity;
        known = fetchNew();
        known.then(
          (token) => (ends = token.ends),
          () => (known = undefined),
        );
      }
      const { value } = await known;
      return value;
    },
    expire() {
      known = undefined;
    },
  };
}

/** A token that the user brought and that nobody renews. */
export function fixedToken(value: string): TokenSource {
  return { current: () => Promise.resolve(value), expire: () => {} };
}
