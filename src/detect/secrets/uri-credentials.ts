import type { Span } from "../../core/index.ts";
import { hostOf, isLocalHost } from "../addresses.ts";

/** A URI with a password in it. */
export interface UriCredentials extends Span {
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  /** Where the password begins in the text. */
  readonly passwordAt: number;
  readonly host: string;
  /** True where the password is a word that everybody uses: `postgres`, `changeme`. */
  readonly isWeak: boolean;
  readonly isLocal: boolean;
}

// Every part has a limit, so that no text makes the search look at a character twice for long.
const scheme = /[a-z][a-z0-9+.-]{1,30}$/i;
const rest =
  /:\/\/([^\s:/?#@"'`<>{}$%\\[\]|,;()]{0,100}):([^\s/?#@"'`<>{}\\|]{1,200})@([^\s/?#"'`<>\\|]{0,200})/y;

/** Words that stand where a secret goes. */
const placeholder =
  /^(?:x{2,}|\*+|\.{2,}|_+|-+|•+|…|\W+|(?:my|your|some|the|db|example|test)?[-_]?(?:pass(?:word|wd)?|pwd|pw|secret|token|api[-_]?key|key|credentials?|placeholder)\d?|redacted|masked|hidden|removed|example|sample|dummy|fake|foo|bar|baz|abc(?:123)?|user(?:name)?|none|null|undefined|todo|[a-z])$/i;
const weak =
  /^(?:postgres(?:ql)?|root|admin|mysql|mongo(?:db)?|redis|rabbitmq|guest|minio(?:admin)?|test(?:ing)?(?:pass(?:word)?)?|dev|changeme|change[-_]me|airflow|mlflow|neo4j|elastic|clickhouse|default|demo|docker|123\d*|qwerty|letmein|password\d+|p[a@]ssw0rd)$/i;
/** Schemes whose `a:b@c` are names of other things. */
const unlike = /^(?:databricks(?:-uc)?|models|runs|uc|mlflow-artifacts)$/i;
const variable = /\$[\w({]|%\(|%[sd]\b|\{\{|^:|^\$/;

/**
 * Finds URIs with a password in them. Placeholders (`user:password@`, `<secret>`, `${PASSWORD}`) are
 * left out; so is a password that is the user's name, which is an example or as good as none.
 */
export function* findUriCredentials(text: string): Generator<UriCredentials> {
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const found = uriCredentialsAt(text, at);
    if (found !== undefined) yield found;
  }
}

/** The same for the URI whose `://` stands at an offset. */
export function uriCredentialsAt(text: string, at: number): UriCredentials | undefined {
  rest.lastIndex = at;
  const found = rest.exec(text);
  if (found === null) return undefined;
  const before = scheme.exec(text.slice(Math.max(0, at - 32), at))?.[0];
  const [written, user = "", password = "", after = ""] = found;
  if (before === undefined || isNoSecret({ scheme: before, user, password })) return undefined;
  const host = hostOf(`x://${after}`);
  if (/(?:^|\.)example\.(?:com|org|net)$/i.test(host)) return undefined;
  const isWeak = weak.test(password) || password === user;
  const start = at - before.length;
  const end = at + written.length;
  const passwordAt = at + 3 + user.length + 1;
  return {
    scheme: before,
    user,
    password,
    passwordAt,
    host,
    isWeak,
    isLocal: isLocalHost(host),
    start,
    end,
  };
}

function isNoSecret(uri: { scheme: string; user: string; password: string }): boolean {
  const { scheme, user, password } = uri;
  if (unlike.test(scheme) || placeholder.test(password) || variable.test(password)) return true;
  // `:5432` alone is a port.
  return /^(?:user|username|foo)$/i.test(user) || (/^\d+$/.test(password) && user === "");
}
