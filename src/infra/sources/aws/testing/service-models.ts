// AWS's own descriptions of its services, which come with botocore, which comes with moto: an account of
// names, protocols and shapes that does not know our tables.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ServiceId } from "../client/services.ts";

export interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Member>>;
  readonly required?: readonly string[];
  readonly member?: Member;
  readonly key?: Member;
  readonly value?: Member;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly flattened?: boolean;
  readonly payload?: string;
}
export interface Member {
  readonly shape: string;
  readonly locationName?: string;
  readonly location?: string;
  readonly flattened?: boolean;
}
export interface ModelOperation {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string };
  readonly input?: Member;
  readonly output?: Member & { readonly resultWrapper?: string };
}
export interface Paginator {
  readonly input_token: string | readonly string[];
  readonly output_token: string | readonly string[];
  readonly result_key: string | readonly string[];
}
export interface ServiceModel {
  readonly metadata: {
    readonly protocol: string;
    readonly protocols?: readonly string[];
    readonly jsonVersion?: string;
    readonly targetPrefix?: string;
    readonly endpointPrefix: string;
    readonly signingName?: string;
    readonly apiVersion: string;
  };
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly paginators: Readonly<Record<string, Paginator>>;
}

const names: Partial<Readonly<Record<ServiceId, string>>> = { aoss: "opensearchserverless" };

function findData(): string | undefined {
  const own = process.env["PAVISE_BOTOCORE_DATA"];
  if (own !== undefined) return own;
  const lib = join(import.meta.dirname, "../../../../../.pavise/tools/lib");
  if (!existsSync(lib)) return undefined;
  return readdirSync(lib)
    .map((python) => join(lib, python, "site-packages/botocore/data"))
    .find((folder) => existsSync(folder));
}

const data = findData();
export const hasModels = data !== undefined;
export const modelNote = hasModels ? "" : " (skipped: botocore is not installed, see ci-tools.sh)";

function jsonOf(file: string): unknown {
  if (existsSync(`${file}.gz`))
    return JSON.parse(gunzipSync(readFileSync(`${file}.gz`)).toString("utf8"));
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

const known = new Map<ServiceId, ServiceModel>();

/** The newest model of a service. */
export function modelOf(id: ServiceId): ServiceModel {
  const before = known.get(id);
  if (before !== undefined) return before;
  const folder = join(data!, names[id] ?? id);
  const version = readdirSync(folder).sort().at(-1)!;
  const model = jsonOf(join(folder, version, "service-2.json")) as ServiceModel;
  const pages = jsonOf(join(folder, version, "paginators-1.json")) as
    | { readonly pagination: ServiceModel["paginators"] }
    | undefined;
  const made = { ...model, paginators: pages?.pagination ?? {} };
  known.set(id, made);
  return made;
}
