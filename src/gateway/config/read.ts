import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileReason, messageOf, PaviseError } from "../../core/index.ts";
import { invalidFile, readYaml, type Complaint, type Prepared } from "../../engine/yaml-file.ts";
import { guardOptionsOf } from "../../guard/policy-file.ts";
import { defaultExchangeLimits, type ExchangeLimits } from "../pipeline/running.ts";
import type { McpServer } from "../mcp/route.ts";
import { readProxies } from "../server/client-address.ts";
import { defaultListen, type ListenSettings } from "../server/listen.ts";
import {
  defaultGuards,
  type AdminSettings,
  type GatewayConfig,
  type GuardSettings,
  type JudgeSettings,
} from "./config.ts";
import { expandEnvironment } from "./environment.ts";
import { readKey, readTarget, readUpstream, type Surroundings } from "./read-upstream.ts";
import { partsShape, type GatewayParts } from "./parts-schema.ts";
import { GatewayFile } from "./schema.ts";

const help = "`pavise gateway --help` shows a small one; the schema is schema/gateway.schema.json.";

/** What reads the parts of one file. */
interface Reader {
  readonly at: (...path: readonly PropertyKey[]) => Surroundings;
}

function listenOf(written: GatewayFile["listen"], { at }: Reader): ListenSettings {
  const trustedProxies = written?.["trusted-proxies"] ?? [];
  const listed = readProxies(trustedProxies);
  if ("problem" in listed)
    at("listen").complain(
      "trusted-proxies",
      `has ${JSON.stringify(listed.problem)}, which is no address or network`,
      "For example 10.0.0.0/8 or fd00::/8; a network of everybody is none.",
    );
  const { readFile } = at("listen", "tls");
  const tls = written?.tls;
  const ca = tls?.["client-ca"];
  return {
    host: written?.host ?? defaultListen.host,
    port: written?.port ?? defaultListen.port,
    tls:
      tls === undefined
        ? undefined
        : {
            cert: readFile(tls.cert, "cert") ?? "",
            key: readFile(tls.key, "key") ?? "",
            clientCa: ca === undefined ? undefined : readFile(ca, "client-ca"),
          },
    headersMs: written?.["headers-ms"] ?? defaultListen.headersMs,
    requestMs: written?.["request-ms"] ?? defaultListen.requestMs,
    headerBytes: written?.["header-bytes"] ?? defaultListen.headerBytes,
    connections: written?.connections ?? defaultListen.connections,
    trustedProxies,
  };
}

function adminOf(written: GatewayFile["admin"]): AdminSettings | undefined {
  if (written === undefined) return undefined;
  const { host = "127.0.0.1", port = 8788, key } = written;
  return { host, port, key };
}

function guardsOf(written: GatewayFile["guards"]): GuardSettings {
  return {
    isEnabled: written?.enabled ?? defaultGuards.isEnabled,
    options: written === undefined ? {} : guardOptionsOf(written),
    onFailure: written?.["on-failure"] ?? defaultGuards.onFailure,
    hasAnswerSchema: written?.["answer-schema"] ?? defaultGuards.hasAnswerSchema,
    isReversible: written?.reversible ?? defaultGuards.isReversible,
    spotlight: written?.spotlight,
    hasCanary: written?.canary ?? defaultGuards.hasCanary,
    isUnreadableLet: written?.["let-unreadable-through"] ?? defaultGuards.isUnreadableLet,
  };
}

function judgeOf(written: GatewayFile["guards"], { at }: Reader): JudgeSettings | undefined {
  const judge = written?.judge;
  if (judge === undefined) return undefined;
  const around = at("guards", "judge");
  const target = readTarget({ url: judge.url, isPrivate: judge.private }, around);
  const key = readKey(judge, around);
  if (target === undefined) return undefined;
  return {
    ...target,
    model: judge.model,
    key,
    reads: { input: judge.input ?? true, output: judge.output ?? false },
    prompt: judge.prompt,
    timeoutMs: judge["timeout-ms"] ?? 10_000,
    onFailure: judge["on-failure"] ?? "closed",
  };
}

function limitsOf(written: GatewayFile["limits"]): ExchangeLimits {
  const known = defaultExchangeLimits;
  return {
    ...known,
    bodyBytes: written?.["body-bytes"] ?? known.bodyBytes,
    promptChars: written?.["prompt-chars"] ?? known.promptChars,
    attachments: written?.attachments ?? known.attachments,
    attachmentBytes: written?.["attachment-bytes"] ?? known.attachmentBytes,
    answerBytes: written?.["answer-bytes"] ?? known.answerBytes,
    outputTokens: written?.["output-tokens"],
    assumedOutputTokens: written?.["assumed-output-tokens"] ?? known.assumedOutputTokens,
    streamMs: written?.["stream-ms"] ?? known.streamMs,
    slowReaderMs: written?.["slow-reader-ms"] ?? known.slowReaderMs,
  };
}

function partsOf(data: GatewayFile): GatewayParts {
  const names = Object.keys(partsShape) as (keyof GatewayParts)[];
  return Object.fromEntries(
    names.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])),
  );
}

function mcpServersOf(written: GatewayFile["mcp"], { at }: Reader): readonly McpServer[] {
  const servers = written?.servers ?? [];
  return servers.flatMap((server, index) => {
    const around = at("mcp", "servers", index);
    if (servers.findIndex(({ name }) => name === server.name) < index)
      around.complain("name", `is taken: two servers are called "${server.name}"`);
    const target = readTarget({ url: server.url, isPrivate: server.private }, around);
    const key = readKey(server, around);
    if (target === undefined) return [];
    return {
      ...target,
      name: server.name,
      headers: {
        ...server.headers,
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      ...(server.tools !== undefined && { tools: server.tools }),
      pin: server.pin,
      isTrusted: server.trusted,
      mayAsk: server["may-ask"],
    };
  });
}

function complainOfKeys(written: GatewayFile["keys"], { at }: Reader): void {
  for (const [index, { id }] of (written ?? []).entries())
    if (written!.findIndex((entry) => entry.id === id) < index)
      at("keys", index).complain("id", `is taken: two keys are called ${id}`);
}

function complainOfRates({ rates = [], prices }: GatewayFile, { at }: Reader): void {
  for (const [index, { money }] of rates.entries())
    if (money !== undefined && Object.keys(prices ?? {}).length === 0)
      at("rates", index).complain(
        "money",
        "wants `prices`: a model without one is refused",
        'For example `prices: {"*": {input: 2.5, output: 10}}`, of a million tokens.',
      );
}

/** A client has one key: the one that it has for the gateway would be shown to the provider. */
function complainOfClientKeys({ keys = [], upstreams }: GatewayFile, { at }: Reader): void {
  for (const [index, upstream] of upstreams.entries())
    if (upstream["client-key"] === true && keys.length > 0)
      at("upstreams", index).complain(
        "client-key",
        "cannot stand beside `keys`: clients send their key for the gateway",
      );
}

/** True for an address that only this machine reaches. */
export function isLoopbackAddress(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/.test(host);
}

export interface GatewaySource {
  readonly text: string;
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Reads the text of a `gateway.yaml`. Throws `config-invalid` with every place that is wrong. */
export function readGatewayConfig(source: GatewaySource): GatewayConfig {
  const { text, file, env } = source;
  const complaints: Complaint[] = [];
  const unset: Prepared["problems"][number][] = [];
  // First the environment, then the schema: what a key must be is said of the key, not of its name.
  const { data, locate } = readYaml({ text, file, help }, GatewayFile, (written) => {
    const { value, missing } = expandEnvironment(written, env);
    const problems = missing.map(({ path, name }) => ({
      path,
      message: `the environment has no ${name}`,
      hint: `Set ${name} before the gateway starts.`,
    }));
    unset.push(...problems);
    return { value, problems };
  });
  for (const { path, ...problem } of unset) complaints.push({ ...locate(path), ...problem });
  const reader: Reader = {
    at: (...path) => ({
      complain: (key, message, hint) => {
        const whole = [...path, key];
        const named = whole.map((step) => (typeof step === "number" ? `[${step}]` : String(step)));
        complaints.push({
          ...locate(whole),
          message: `${named.join(".").replaceAll(".[", "[")} ${message}`,
          ...(hint !== undefined && { hint }),
        });
      },
      readFile: (name, key) => {
        try {
          return readFileSync(resolve(dirname(file), name), "utf8");
        } catch (error) {
          complaints.push({ ...locate([...path, key]), message: `${name}: ${fileReason(error)}` });
          return undefined;
        }
      },
    }),
  };
  const upstreams = data.upstreams.flatMap((each, at) => {
    const around = reader.at("upstreams", at);
    if (data.upstreams.findIndex(({ name }) => name === each.name) < at)
      around.complain("name", `is taken: two upstreams are called "${each.name}"`);
    return readUpstream(each, around) ?? [];
  });
  complainOfKeys(data.keys, reader);
  complainOfRates(data, reader);
  complainOfClientKeys(data, reader);
  const config: GatewayConfig = {
    file,
    listen: listenOf(data.listen, reader),
    isOpenWanted: data.listen?.open ?? false,
    admin: adminOf(data.admin),
    upstreams,
    guards: guardsOf(data.guards),
    judge: judgeOf(data.guards, reader),
    limits: limitsOf(data.limits),
    hasTimingHeader: data["timing-headers"] ?? false,
    drainMs: data["drain-ms"] ?? 30_000,
    parts: partsOf(data),
    mcpServers: mcpServersOf(data.mcp, reader),
  };
  if (complaints.length > 0) throw invalidFile({ file, help }, complaints);
  return config;
}

/** Reads a `gateway.yaml`. Throws `config-missing` or `config-invalid`. */
export function loadGatewayConfig(file: string, env: NodeJS.ProcessEnv): GatewayConfig {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PaviseError("config-missing", `${file}: ${messageOf(error)}`, {
      hint: "Without --config the gateway serves Ollama or the key that the environment has.",
      cause: error,
    });
  }
  return readGatewayConfig({ text, file, env });
}
