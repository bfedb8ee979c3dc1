import type { FindingDetails } from "../../core/index.ts";
import type { UriCredentials } from "./uri-credentials.ts";

/** How bad it is that a password is part of a URI, by where it leads and where it is written. */
export function judgeUriCredentials(found: UriCredentials, path: string): FindingDetails {
  const { password, scheme, user, host, isWeak, isLocal } = found;
  const to = host === "" ? "" : ` for ${host}`;
  const message = `The password of \`${user}\`${to} is part of a ${scheme} address`;
  const isTest = /(?:^|[/_.-])(?:tests?|testing|conftest|fixtures?)(?:[/_.-]|$)/i.test(path);
  const base = { message, secret: password };
  if (isTest && (isLocal || isWeak))
    return { ...base, severity: "low", audience: "audit", confidence: "low" };
  if (isTest) return { ...base, severity: "medium", confidence: "low" };
  if (isLocal && isWeak)
    return { ...base, severity: "low", audience: "pedantic", confidence: "medium" };
  if (isLocal || isWeak) return { ...base, severity: "medium", confidence: "medium" };
  return base;
}
