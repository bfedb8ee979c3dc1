// Questions in the four protocols of AWS.
import { isObject, wordIn, type Json } from "../../live/json.ts";
import type { Operation, Parameters } from "./operation.ts";
import { serviceOf } from "./services.ts";

/** What is sent, before it is signed. */
export interface Question {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Writes a call for an endpoint. */
export function encode(
  operation: Operation,
  { parameters, endpoint }: { readonly parameters: Parameters; readonly endpoint: URL },
): Question {
  const { protocol, target, version } = serviceOf(operation.service);
  if (protocol === "rest-json" || protocol === "rest-xml")
    return rest(operation, { parameters, endpoint });
  const post = { method: "POST", url: below(endpoint, "/") };
  if (protocol === "query" || protocol === "ec2") {
    const form = new URLSearchParams({ Action: operation.name, Version: version ?? "" });
    flatten(form, { value: parameters, prefix: "", isEc2: protocol === "ec2" });
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    return { ...post, headers, body: form.toString() };
  }
  const headers = {
    "content-type": `application/x-amz-${protocol}`,
    "x-amz-target": `${target}.${operation.name}`,
  };
  return { ...post, headers, body: JSON.stringify(parameters) };
}

/** A path below what the user named as endpoint. */
function below(endpoint: URL, path: string): URL {
  const url = new URL(endpoint);
  url.pathname = `${endpoint.pathname.replace(/\/+$/, "")}${path}`;
  return url;
}

function flatten(
  form: URLSearchParams,
  { value, prefix, isEc2 }: { value: Json | undefined; prefix: string; isEc2: boolean },
): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    const start = isEc2 ? prefix : `${prefix}.member`;
    for (const [index, item] of value.entries())
      flatten(form, { value: item as Json, prefix: `${start}.${index + 1}`, isEc2 });
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value))
      flatten(form, { value: item, prefix: prefix === "" ? key : `${prefix}.${key}`, isEc2 });
  } else form.append(prefix, wordIn(value));
}

function rest(
  operation: Operation,
  { parameters, endpoint }: { readonly parameters: Parameters; readonly endpoint: URL },
): Question {
  const [method = "GET", template = "/"] = (operation.http ?? "GET /").split(" ");
  const left = new Map(Object.entries(parameters));
  const headers: Record<string, string> = {};
  const [path = "/", flags = ""] = template.split("?");
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name);
    left.delete(name);
    return strict(wordIn(value));
  });
  // The account stands in the host, or for endpoints of one's own in a header, which is always read.
  const account = left.get("AccountId");
  if (operation.service === "s3control" && typeof account === "string") {
    headers["x-amz-account-id"] = account;
    left.delete("AccountId");
  }
  const url = below(endpoint, filled);
  if (operation.service === "s3control" && url.hostname.startsWith("s3-control."))
    url.hostname = `${wordIn(account)}.${url.hostname}`;
  const query = new URLSearchParams(flags);
  const isAsked = method === "GET";
  if (isAsked)
    for (const [name, value] of left) if (value !== undefined) query.append(name, wordIn(value));
  // As it is signed, so that no server reads a `+` otherwise than it was meant.
  url.search = [...query].map((pair) => pair.map(strict).join("=")).join("&");
  if (isAsked) return { method, url, headers, body: undefined };
  headers["content-type"] = "application/json";
  return { method, url, headers, body: JSON.stringify(Object.fromEntries(left)) };
}

/** Percent signs for all but what RFC 3986 leaves unreserved. */
function strict(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
