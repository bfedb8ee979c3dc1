// A server that answers every call with everything that AWS's model of the service says may be there, and
// refuses a question that the model does not know. Lists have two pages.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { services, type ServiceId } from "../client/services.ts";
import { modelOf, type Member, type ModelOperation, type ServiceModel } from "./service-models.ts";

/** What was asked, and what was wrong with it. */
export interface Asked {
  readonly service: ServiceId;
  readonly operation: string;
  readonly region: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
export interface ModelServer {
  readonly url: string;
  readonly asked: Asked[];
  readonly wrong: string[];
  readonly close: () => void;
}
/** What to answer in place of the model's: a status and an error, or nothing. */
export type Override = (
  asked: Asked,
) => { status: number; code: string; message?: string } | undefined;

type Parameters = Record<string, unknown>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Services by the name that they are signed with; the path tells those that share one apart. */
function serviceOf(request: IncomingMessage, operation: string | undefined): ServiceId {
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(
    request.headers.authorization ?? "",
  );
  const signing = scope?.[2] ?? "";
  if (request.headers["x-amz-account-id"] !== undefined) return "s3control";
  const ids = (Object.keys(services) as ServiceId[]).filter((id) => {
    const service = services[id] as { signing?: string; host: string };
    return (service.signing ?? service.host) === signing;
  });
  const found = ids.find((id) =>
    operation === undefined
      ? match(modelOf(id), request) !== undefined
      : modelOf(id).operations[operation] !== undefined,
  );
  if (found === undefined) throw new Error(`no service for ${signing} ${request.url}`);
  return found;
}

/** The operation of a REST call, with what its path says. */
function match(
  { operations }: ServiceModel,
  { method, url }: IncomingMessage,
): { operation: ModelOperation; parameters: Parameters } | undefined {
  const asked = new URL(url ?? "", "http://x");
  let best: { operation: ModelOperation; parameters: Parameters; weight: number } | undefined;
  for (const operation of Object.values(operations)) {
    const [path = "", query = ""] = operation.http.requestUri.split("?");
    if (operation.http.method !== method) continue;
    const flags = query === "" ? [] : query.split("&");
    if (flags.some((flag) => !asked.searchParams.has(flag.split("=")[0]!))) continue;
    const parts = path.split("/");
    const given = asked.pathname.split("/");
    if (parts.length !== given.length) continue;
    const parameters: Parameters = {};
    const fits = parts.every((part, at) => {
      const name = /^\{(\w+)\+?\}$/.exec(part)?.[1];
      if (name === undefined) return part === given[at];
      parameters[name] = decodeURIComponent(given[at]!);
      return given[at] !== "";
    });
    if (!fits) continue;
    for (const [name, value] of asked.searchParams)
      if (!flags.some((flag) => flag.split("=")[0] === name)) parameters[name] = value;
    const weight = flags.length * 10 - Object.keys(parameters).length;
    if (best === undefined || weight > best.weight) best = { operation, parameters, weight };
  }
  return best;
}

function formParameters(form: URLSearchParams): Parameters {
  const made: Parameters = {};
  for (const [name, value] of form)
    if (name !== "Action" && name !== "Version") made[name.split(".")[0]!] = value;
  return made;
}

/** Everything a shape may hold. Names of pages are left out, and added where there is a next one. */
function sample(
  model: ServiceModel,
  { shape, depth, path }: { shape: string; depth: number; path: string },
): unknown {
  const { type, members = {}, member, key, value, enum: words } = model.shapes[shape]!;
  if (type === "structure") {
    if (depth > 12) return {};
    return Object.fromEntries(
      Object.entries(members)
        // Servers that do not say where a bucket lies are asked for it.
        .filter(([name, { location }]) => location === undefined && name !== "BucketRegion")
        .map(([name, each]) => [
          name,
          sample(model, { shape: each.shape, depth: depth + 1, path: name }),
        ]),
    );
  }
  if (type === "list") return [sample(model, { shape: member!.shape, depth: depth + 1, path })];
  if (type === "map")
    return {
      [model.shapes[key!.shape]!.enum?.[0] ?? "key"]: sample(model, {
        shape: value!.shape,
        depth: depth + 1,
        path,
      }),
    };
  if (type === "boolean") return true;
  if (type === "integer" || type === "long" || type === "double" || type === "float") return 7;
  if (type === "timestamp") return 1_700_000_000;
  if (type === "blob") return "";
  if (path === "RegionName") return "eu-west-1";
  // Of keys the kind of which most is told; what is deleted is not shown.
  return (
    words?.find((word) => word === "CUSTOMER" || word === "SYMMETRIC_DEFAULT") ??
    words?.find((word) => word !== "Deleted") ??
    `${path}-1`
  );
}

function escape(value: string | number | boolean): string {
  return String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function xml(
  model: ServiceModel,
  { value, at, name }: { value: unknown; at: Member; name: string },
): string {
  const { type, members = {}, member, flattened } = model.shapes[at.shape]!;
  if (value === undefined) return "";
  if (type === "structure") {
    const inner = Object.entries(members)
      .map(([key, each]) =>
        xml(model, {
          value: (value as Parameters)[key],
          at: each,
          name: each.locationName ?? key,
        }),
      )
      .join("");
    return `<${name}>${inner}</${name}>`;
  }
  if (type === "list") {
    const isFlat = flattened === true || at.flattened === true;
    const items = (value as unknown[]).map((item) =>
      xml(model, {
        value: item,
        at: member!,
        name: isFlat ? name : (member!.locationName ?? "member"),
      }),
    );
    return isFlat ? items.join("") : `<${name}>${items.join("")}</${name}>`;
  }
  if (type === "map") return "";
  return `<${name}>${escape(value as string)}</${name}>`;
}

/** Answers in JSON have the names of the wire. */
function wire(model: ServiceModel, { value, at }: { value: unknown; at: Member }): unknown {
  const { type, members = {}, member } = model.shapes[at.shape]!;
  if (value === undefined || value === null) return value;
  if (type === "structure")
    return Object.fromEntries(
      Object.entries(members)
        .filter(([key]) => (value as Parameters)[key] !== undefined)
        .map(([key, each]) => [
          each.locationName ?? key,
          wire(model, { value: (value as Parameters)[key], at: each }),
        ]),
    );
  if (type === "list")
    return (value as unknown[]).map((item) => wire(model, { value: item, at: member! }));
  return value;
}

function writeAnswer(
  model: ServiceModel,
  {
    operation,
    value,
    protocol,
  }: { operation: ModelOperation; value: Parameters; protocol: string },
): string {
  const { output, name } = operation;
  if (output === undefined) return "{}";
  const shape = model.shapes[output.shape]!;
  if (protocol.startsWith("json") || protocol === "rest-json")
    return JSON.stringify(wire(model, { value, at: output }));
  if (protocol === "query")
    return `<${name}Response>${xml(model, { value, at: output, name: `${name}Result` })}<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${name}Response>`;
  if (protocol === "ec2") return xml(model, { value, at: output, name: `${name}Response` });
  if (name === "GetBucketLocation")
    return `<?xml version="1.0"?><LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">eu-west-1</LocationConstraint>`;
  const { payload } = shape;
  if (payload === undefined) return xml(model, { value, at: output, name: `${name}Result` });
  const part = shape.members![payload]!;
  if (model.shapes[part.shape]!.type === "string") return '{"Statement": []}';
  return xml(model, { value: value[payload], at: part, name: part.locationName ?? payload });
}

/** What is wrong with a question, as the model has it. */
function faults(model: ServiceModel, operation: ModelOperation, parameters: Parameters): string[] {
  const input = operation.input === undefined ? undefined : model.shapes[operation.input.shape]!;
  const members = Object.entries(input?.members ?? {});
  const isKnown = (name: string): boolean =>
    members.some(
      ([key, { locationName }]) =>
        key === name || locationName === name || key.toLowerCase() === name.toLowerCase(),
    );
  const required = (input?.required ?? []).filter((key) => {
    const wireName = input!.members![key]!.locationName ?? key;
    return parameters[key] === undefined && parameters[wireName] === undefined;
  });
  const unfit = Object.entries(parameters).filter(([name, value]) => {
    const member = members.find(([key, { locationName = key }]) =>
      [key, locationName].includes(name),
    );
    const shape = member === undefined ? undefined : model.shapes[member[1].shape];
    if (shape?.enum !== undefined && typeof value === "string") return !shape.enum.includes(value);
    if (shape?.type !== "integer") return false;
    return Number(value) < (shape.min ?? -Infinity) || Number(value) > (shape.max ?? Infinity);
  });
  return [
    ...Object.keys(parameters)
      .filter((name) => !isKnown(name))
      .map((name) => `${operation.name}: ${name} is not known`),
    ...required.map((name) => `${operation.name}: ${name} is missing`),
    ...unfit.map(([name, value]) => `${operation.name}: ${name} may not be ${String(value)}`),
  ];
}

const first = (names: string | readonly string[]): string =>
  typeof names === "string" ? names : names[0]!;

/** Adds the name of the next page to the first. */
function paged(
  { paginators, shapes }: ServiceModel,
  {
    operation,
    value,
    parameters,
  }: { operation: ModelOperation; value: Parameters; parameters: Parameters },
): Parameters {
  const output = operation.output === undefined ? undefined : shapes[operation.output.shape];
  const paginator = paginators[operation.name];
  const made = { ...value };
  for (const name of ["nextToken", "NextToken", "Marker", "NextMarker", "ContinuationToken"])
    delete made[name];
  if (paginator === undefined) return made;
  const [asked, told] = [first(paginator.input_token), first(paginator.output_token)];
  const member =
    operation.input === undefined ? undefined : shapes[operation.input.shape]!.members![asked];
  const isNext =
    parameters[asked] !== undefined || parameters[member?.locationName ?? asked] !== undefined;
  if (!isNext && output?.members?.[told] !== undefined) made[told] = "page-2";
  return made;
}

/** Starts it. `override` may refuse or break an answer. */
export async function startModelServer(override: Override = () => undefined): Promise<ModelServer> {
  const asked: Asked[] = [];
  const wrong: string[] = [];
  async function answer(
    request: IncomingMessage,
  ): Promise<{ status: number; text: string; headers?: object }> {
    const text = await bodyOf(request);
    const region =
      /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const target = (request.headers["x-amz-target"] as string | undefined)?.split(".").at(-1);
    const isForm = request.headers["content-type"]?.includes("urlencoded") === true;
    const form = new URLSearchParams(isForm ? text : "");
    const named = target ?? form.get("Action") ?? undefined;
    const service = serviceOf(request, named);
    const { protocol } = services[service];
    const model = modelOf(service);
    let parameters: Parameters = isForm ? formParameters(form) : {};
    let operation = named === undefined ? undefined : model.operations[named];
    if (operation === undefined) {
      const found = match(model, request)!;
      operation = found.operation;
      const sent = text === "" ? {} : (JSON.parse(text) as Parameters);
      parameters = { ...found.parameters, ...sent };
      if (request.headers["x-amz-account-id"] !== undefined) parameters["AccountId"] = "1";
    } else if (!isForm) parameters = JSON.parse(text) as Parameters;
    if (service === "sts")
      return {
        status: 200,
        text: "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
      };
    const question = { service, operation: operation.name, region, parameters };
    asked.push(question);
    wrong.push(...faults(model, operation, parameters).map((fault) => `${service}: ${fault}`));
    const other = override(question);
    if (other !== undefined) return { status: other.status, text: errorText(protocol, other) };
    const shape = operation.output?.shape;
    const whole = shape === undefined ? {} : sample(model, { shape, depth: 0, path: "x" });
    const value = paged(model, { operation, value: whole as Parameters, parameters });
    return { status: 200, text: writeAnswer(model, { operation, value, protocol }) };
  }
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, text }) => response.writeHead(status).end(text),
      (error: unknown) => {
        wrong.push(String(error));
        response.writeHead(400).end("{}");
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, wrong, close: () => void server.close() };
}

function errorText(
  protocol: string,
  { code, message = "" }: { code: string; message?: string },
): string {
  if (protocol.includes("json")) return JSON.stringify({ __type: code, message });
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  if (protocol === "ec2") return `<Response><Errors>${error}</Errors></Response>`;
  return protocol === "query" ? `<ErrorResponse>${error}</ErrorResponse>` : error;
}
