// A server that answers as the REST APIs of Google Cloud do, for tests: pages, refusals, throttling.
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { services } from "../services.ts";
import { permissionFor } from "./permissions.ts";

/** What there is: answers by service and path, without the version of the API's host. */
export interface World {
  /** Members of lists by their path: `aiplatform v1/projects/acme/locations/us/models`. */
  readonly lists: Readonly<Record<string, readonly object[]>>;
  /** Whole answers by their path. */
  readonly answers: Readonly<Record<string, object>>;
}

/** How the server behaves. */
export interface Manners {
  /** True for the permissions that the caller has; all where it is not said. */
  readonly grants?: (permission: string) => boolean;
  /** Services whose API is not enabled. */
  readonly off?: readonly string[];
  /** Every first try of a call is refused, by turns with 429 and 503. */
  readonly isBusy?: boolean;
  /** Whose calls are counted, where it is not the project's own. */
  readonly consumer?: string;
}

/** A server with what it saw. */
export interface Fake {
  /** Environment in which the source finds its credentials and its services here. */
  readonly env: Readonly<Record<string, string>>;
  /** Permissions of the calls that were made, and calls that nobody should make. */
  readonly used: ReadonlySet<string>;
  readonly strange: readonly string[];
  readonly calls: () => number;
  readonly close: () => Promise<void>;
}

const token = "ya29.test-token";
const pageSize = 2;

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, details: object): void {
  const names: Readonly<Record<number, string>> = {
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    503: "UNAVAILABLE",
  };
  send(response, status, {
    error: { code: status, message: "no", status: names[status], details: [details] },
  });
}

function info(reason: string, metadata: object = {}): object {
  return { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, metadata };
}

/** The key under which a path has its list: `models`, `items` of storage, `accounts` of IAM. */
function keyOf(service: string, path: string): string {
  if (service === "storage") return "items";
  if (service === "iam" && path.endsWith("/serviceAccounts")) return "accounts";
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Starts the server on this machine. */
export async function startFake(world: World, manners: Manners = {}): Promise<Fake> {
  const { grants = () => true, off = [], isBusy = false, consumer = "projects/123" } = manners;
  const used = new Set<string>();
  const strange: string[] = [];
  const tried = new Map<string, number>();
  let calls = 0;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, service = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
    if (service === "token")
      return send(response, 200, { access_token: token, expires_in: 3600, token_type: "Bearer" });
    calls++;
    if (request.headers.authorization !== `Bearer ${token}`)
      return refuse(response, 401, info("ACCESS_TOKEN_EXPIRED"));
    const isHosted = /^(?:aiplatform|dialogflow|documentai)$/.test(service);
    const path = (isHosted ? rest.slice(1) : rest).join("/");
    const permission = permissionFor(service, path);
    if (permission === undefined) {
      strange.push(`${request.method} ${service} ${path}`);
      return refuse(response, 404, info("UNKNOWN"));
    }
    used.add(permission);
    const times = tried.get(url.href) ?? 0;
    tried.set(url.href, times + 1);
    if (isBusy && times === 0)
      return refuse(response, calls % 2 === 0 ? 429 : 503, info("RATE_LIMIT_EXCEEDED"));
    if (off.includes(service))
      return refuse(response, 403, info("SERVICE_DISABLED", { consumer, service }));
    if (!grants(permission))
      return refuse(response, 403, info("IAM_PERMISSION_DENIED", { permission }));
    tell(response, { service, path, url });
  }

  function tell(
    response: ServerResponse,
    { service, path, url }: { service: string; path: string; url: URL },
  ): void {
    const scoped = url.searchParams.get("parent");
    const name = `${service} ${path}${scoped === null ? "" : `?${scoped}`}`;
    const whole = world.answers[name];
    if (whole !== undefined) return send(response, 200, whole);
    const list = world.lists[name];
    const isList = permissionFor(service, path)?.endsWith(".list") === true;
    if (list === undefined && !isList) return refuse(response, 404, info("NOT_FOUND"));
    const start = Number(url.searchParams.get("pageToken") ?? "0");
    const some = (list ?? []).slice(start, start + pageSize);
    const next = start + pageSize < (list?.length ?? 0) ? String(start + pageSize) : undefined;
    const items =
      service === "compute"
        ? {
            items: {
              "regions/us-central1": { subnetworks: some },
              "regions/us-east1": { warning: {} },
            },
          }
        : some.length === 0
          ? {}
          : { [keyOf(service, path)]: some };
    send(response, 200, { ...items, ...(next === undefined ? {} : { nextPageToken: next }) });
  }

  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), "pavise-gcp-"));
  const file = join(folder, "key.json");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(
    file,
    JSON.stringify({
      type: "service_account",
      client_email: "auditor@acme.iam.gserviceaccount.com",
      private_key_id: "1",
      private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
      token_uri: `${base}/token`,
      project_id: "acme",
    }),
  );
  const overrides = Object.entries(services).map(([name, { base: own }]) => {
    const short = name.slice(0, name.indexOf("."));
    const place = own.includes("{location}") ? "/{location}" : "";
    return [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${short.toUpperCase()}`, `${base}/${short}${place}`];
  });
  return {
    env: {
      ...(Object.fromEntries(overrides) as Record<string, string>),
      GOOGLE_APPLICATION_CREDENTIALS: file,
      HOME: folder,
      NO_GCE_CHECK: "true",
    },
    used,
    strange,
    calls: () => calls,
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
