// Secrets that stand in a place made for them: a header, a login file, a command.
import { isPlaceholder, looksDrawn, wordiness } from "./judge.ts";
import { contextKinds } from "./kinds-context.ts";
import { addressKind, addressKinds, namedKinds, placeKinds, tokenKinds } from "./kinds.ts";
import type { SecretKind } from "./kind.ts";
import { isLikelySecret } from "./named.ts";
import { startsHere, type Matcher, type OnSecret } from "./secret.ts";
import { uriCredentialsAt } from "./uri-credentials.ts";

const rankPlace = 1;

/** An address with a password, found by its `://`. */
export const matchAddress: Matcher = (text, at, on) => {
  const found = uriCredentialsAt(text, at);
  if (found === undefined) return 0;
  const { start, end, password, passwordAt, isWeak, isLocal, host } = found;
  // Documentation writes names in capitals where something is to be put in.
  if (/^[A-Z][A-Z_]+$/.test(password)) return 0;
  const scheme = found.scheme.toLowerCase().split("+", 1)[0] ?? "";
  on(
    {
      kind: addressKinds.get(scheme) ?? addressKind,
      start,
      end,
      value: { start: passwordAt, end: passwordAt + password.length },
      confidence: isWeak || isLocal ? "medium" : "high",
      isWeak: isWeak || isLocal,
      about: host,
    },
    rankPlace,
  );
  return 0;
};

/** `user:password` in base64, as HTTP's basic authentication and Docker's login have it. */
function loginOf(encoded: string): string | undefined {
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 1 || !/^[\x20-\x7e]+$/.test(text)) return undefined;
  const password = text.slice(colon + 1);
  const isNone =
    password.length < 4 ||
    isPlaceholder(password) ||
    /^(?:pass(?:word)?|pwd|secret|token|test|user|open sesame|opensesame)$/i.test(password);
  return isNone ? undefined : password;
}

function login(kind: SecretKind, pattern: RegExp): Matcher {
  return (text, at, on) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const encoded = found?.[1];
    if (found === null || encoded === undefined || loginOf(encoded) === undefined) return 0;
    const end = at + found[0].length;
    const start = at + found[0].lastIndexOf(encoded);
    const value = { start, end: start + encoded.length };
    on({ kind, start: at, end, value, confidence: "high", decoded: "base64" }, rankPlace);
    return 0;
  };
}

/** `Authorization: Basic …` */
export const matchBasic = login(
  placeKinds.basic,
  /basic\s{1,3}([A-Za-z0-9+/]{10,400}={0,2})(?![A-Za-z0-9+/=])/iy,
);
/** `"auth": "…"` of .docker/config.json */
export const matchDockerAuth = login(
  placeKinds.docker,
  /\\?"auth\\?"\s{0,5}:\s{0,5}\\?"([A-Za-z0-9+/]{8,400}={0,2})\\?"/y,
);
/** `_auth=…` of .npmrc */
export const matchNpmAuth = login(
  placeKinds.npmrc,
  /_auth\s{0,3}=\s{0,3}"?([A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=])/y,
);

/** `Bearer …`, in a header wherever it is written. */
export const matchBearer: Matcher = (text, at, on) => {
  const pattern = /bearer\s{1,3}([A-Za-z0-9._~+/-]{16,600}={0,2})(?![A-Za-z0-9._~+/=-])/iy;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const token = found?.[1];
  if (found === null || token === undefined || !startsHere(text, at)) return 0;
  if (!looksDrawn(token) || wordiness(token) > 0.62 || !/\d/.test(token)) return 0;
  // A name of a module, a file or a property.
  if (/^[A-Za-z_]+(?:[./-][A-Za-z_]+)+$/.test(token)) return 0;
  const value = { start: at + found[0].length - token.length, end: at + found[0].length };
  on({ kind: namedKinds.bearer, start: at, end: value.end, value, confidence: "medium" }, 3);
  return 0;
};

const authorization =
  /authorization\\?["'`]?\]?\s{0,3}[:=,]\s{0,3}\\?["'`]?(?!basic|bearer)[A-Za-z-]{2,12} (?:token=["']?)?([A-Za-z0-9._~+/-]{16,400}={0,2})(?![A-Za-z0-9._~+/=-])/iy;

/** `Authorization: Token …`, `Authorization: ApiKey …`: every other scheme of a header. */
export const matchAuthorization: Matcher = (text, at, on) => {
  authorization.lastIndex = at;
  const token = authorization.exec(text)?.[1];
  if (token === undefined || !isLikelySecret("token", token)) return 0;
  const end = authorization.lastIndex;
  const value = { start: end - token.length, end };
  on({ kind: namedKinds.bearer, start: at, end, value, confidence: "medium" }, 3);
  return 0;
};

const kaggleKey = /"key"\s{0,5}:\s{0,5}"([0-9a-f]{32})"/y;

/** The `"username"` and `"key"` of a kaggle.json. */
export const matchKaggle: Matcher = (text, at, on) => {
  kaggleKey.lastIndex = at;
  const key = kaggleKey.exec(text)?.[1];
  if (key === undefined || !looksDrawn(key)) return 0;
  const end = kaggleKey.lastIndex - 1;
  const around = text.slice(Math.max(0, at - 100), end + 100);
  if (!/"username"\s{0,5}:/.test(around)) return 0;
  const kind = contextKinds.find(({ id }) => id === "kaggle-key")!;
  const value = { start: end - key.length, end };
  on({ kind, start: at, end, value, confidence: "medium" }, rankPlace);
  return 0;
};

function reportLast(
  [kind, found, secret]: readonly [SecretKind, RegExpExecArray, string],
  on: OnSecret,
): void {
  if (isPlaceholder(secret)) return;
  const start = found.index + found[0].lastIndexOf(secret);
  const value = { start, end: start + secret.length };
  const span = { start: found.index, end: found.index + found[0].length };
  on({ kind, ...span, value, confidence: "high" }, rankPlace);
}

/** `machine … login … password …` of a .netrc */
export const matchNetrc: Matcher = (text, at, on) => {
  const pattern =
    /machine\s{1,8}[^\s"'<>]{1,200}\s{1,8}login\s{1,8}[^\s"'<>]{1,200}\s{1,8}password\s{1,8}([^\s"'<>]{4,200})/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const password = found?.[1] ?? "";
  if (found === null) return 0;
  if (isLikelySecret("password", password) || isLikelySecret("token", password))
    reportLast([placeKinds.netrc, found, password], on);
  return 0;
};

/** `curl … -u user:password` */
export const matchCurl: Matcher = (text, at, on) => {
  const line = text.slice(at, at + 600);
  const found =
    /^curl\b[^\n]{0,300}?\s(?:-u|--user)[ =]{0,2}["']?[^\s:"'$<{]{1,60}:([^\s"'$<{]{6,100})/.exec(
      line,
    );
  const password = found?.[1];
  if (found === null || password === undefined || isPlaceholder(password)) return 0;
  if (
    /^(?:pass(?:word)?|pwd|secret|token|api[-_]?key|[A-Z_]+)$/i.test(password) ||
    !/\d/.test(password)
  )
    return 0;
  const start = at + found[0].length - password.length;
  const value = { start, end: start + password.length };
  on({ kind: placeKinds.curl, start: at, end: value.end, value, confidence: "medium" }, rankPlace);
  return 0;
};

/** `?sv=2022-11-02&…&sig=…`: a shared access signature of Azure. */
export const matchSas: Matcher = (text, at, on) => {
  const pattern = /sig=([A-Za-z0-9%+/]{40,100}(?:=|%3D))(?![A-Za-z0-9])/iy;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) return 0;
  const around = text.slice(Math.max(0, at - 400), at + 400);
  if (!/[?&;"']s[vr]=[0-9a-z]/i.test(around) || !/[?&;"']s[epr]=[0-9a-z]/i.test(around)) return 0;
  reportLast([tokenKinds.sas, found, found[1] ?? ""], on);
  return 0;
};
