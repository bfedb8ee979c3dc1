import type { Span } from "../../core/index.ts";
import { hostOf, isLocalHost } from "./addresses.ts";

/** A URI with a password in it. */
export interface UriCredentials extends Span {
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
  /** True where the password is a word that everybody uses: `postgres`, `changeme`. */
  readonly isWeak: boolean;
  readonly isLocal: boolean;
}

// Every part has a limit, so that no text makes the search look at a character twice for long.
const form =
  /\b([a-z][a-z0-9+.-]{1,30}):\/\/([^\s:/?#@"'`<>{}$%\\[\]|,;()]{0,100}):([^\s/?#@"'`<>{}\\|]{1,200})@([^\s/?#"'`<>\\|]{0,200})/gi;

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
  if (!text.includes("://")) return;
  for (const found of text.matchAll(form)) {
    const [written, scheme = "", user = "", password = "", rest = ""] = found;
    if (
      placeholder.test(password) ||
      variable.test(password) ||
      /^(?:user|username|foo)$/i.test(user)
    )
      continue;
    // `git+ssh://git:…` and `https://x-access-token:…` are tokens and count; ports do not.
    if (/^\d+$/.test(password) && user === "") continue;
    const host = hostOf(`x://${rest}`);
    if (/(?:^|\.)example\.(?:com|org|net)$/i.test(host)) continue;
    const isWeak = weak.test(password) || password === user;
    const start = found.index;
    const end = start + written.length;
    yield { scheme, user, password, host, isWeak, isLocal: isLocalHost(host), start, end };
  }
}
