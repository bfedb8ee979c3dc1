// Answers in the four protocols of AWS, made plain JSON.
import { parseElements, type XmlElement } from "../../../../formats/xml/elements.ts";
import { foreignJson, isObject, textIn, type Json, type JsonObject } from "../../live/json.ts";
import type { Operation } from "./operation.ts";
import { serviceOf } from "./services.ts";

/** What a server said. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What is wrong, in the words of the service. */
export interface ServiceError {
  readonly code: string;
  readonly message: string;
}

/** The answer as JSON; undefined where it is none. */
export function decode(operation: Operation, { text }: Reply): Json | undefined {
  const { protocol } = serviceOf(operation.service);
  if (protocol === "query")
    return ofXml(text, (root) => {
      const result = root.children.find(({ name }) => name === `${operation.name}Result`);
      return result === undefined ? undefined : (plain(result, { wrapped: "member" }) ?? {});
    });
  if (protocol === "ec2")
    return ofXml(text, (root) => {
      if (root.name !== `${operation.name}Response`) return undefined;
      return plain(root, { wrapped: "item", isCapital: true }) ?? {};
    });
  if (text.trim() === "") return {};
  if (protocol !== "rest-xml") return foreignJson(text);
  // The policy of a bucket comes as it is.
  if (/^\s*\{/.test(text.slice(0, 100))) return { Policy: text };
  return ofXml(text, (root) => {
    // Whoever stands between us and the service speaks HTML, which would be an empty list.
    if (root.name.toLowerCase() === "html") return undefined;
    return plain(root, { repeated: new Set(operation.repeated) }) ?? {};
  });
}

/** What is cut off is no answer: half a list would be taken for a whole one. */
function ofXml(text: string, use: (root: XmlElement) => Json | undefined): Json | undefined {
  const { root, problems } = parseElements(text);
  return root === undefined || problems.length > 0 ? undefined : use(root);
}

interface Shape {
  /** Name of the elements of lists. */
  readonly wrapped?: string;
  readonly repeated?: ReadonlySet<string>;
  /** Names begin small on the wire and large in CloudFormation. */
  readonly isCapital?: boolean;
}

/** An element as JSON: text, object or list. Texts stay texts but for true and false. */
function plain(element: XmlElement, shape: Shape): Json | undefined {
  const { children, text } = element;
  if (children.length === 0) {
    const word = text.trim();
    return word === "" ? undefined : word === "true" ? true : word === "false" ? false : text;
  }
  if (children.every(({ name }) => name === shape.wrapped))
    return children.map((child) => plain(child, shape) ?? "");
  const made: Record<string, Json | undefined> = {};
  for (const child of children) {
    const name = shape.isCapital === true ? capital(child.name) : child.name;
    const value = plain(child, shape);
    const known = made[name];
    if (shape.repeated?.has(name) === true)
      made[name] = [...((known as Json[] | undefined) ?? []), value ?? ""];
    else if (known === undefined) made[name] = value;
    else made[name] = [...(Array.isArray(known) ? (known as Json[]) : [known]), value ?? ""];
  }
  return made;
}

/** The first letter large. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What an error says. Total: of an error that says nothing the status is its code. */
export function errorOf({ status, headers, text }: Reply): ServiceError {
  const said = headers.get("x-amzn-errortype") ?? "";
  const body = foreignJson(text);
  if (isObject(body)) {
    const type = textIn(body["__type"]) ?? textIn(body["code"]) ?? textIn(body["Code"]);
    const message = textIn(body["message"]) ?? textIn(body["Message"]) ?? "";
    return { code: shortCode(said || type || `status ${status}`), message };
  }
  const root = text.includes("<") ? parseElements(text.slice(0, 100_000)).root : undefined;
  const error = root === undefined ? undefined : find(root, "Error");
  const fields: JsonObject = error === undefined ? {} : fieldsOf(error);
  return {
    code: shortCode(said || textIn(fields["Code"]) || `status ${status}`),
    message: textIn(fields["Message"]) ?? "",
  };
}

/** `com.amazonaws#AccessDeniedException:http://…` is `AccessDeniedException`. */
function shortCode(text: string): string {
  return text.replace(/^.*#/, "").replace(/:.*$/, "").slice(0, 100);
}

function fieldsOf(element: XmlElement): JsonObject {
  return Object.fromEntries(element.children.map(({ name, text }) => [name, text.trim()]));
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
