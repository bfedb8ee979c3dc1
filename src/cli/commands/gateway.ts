import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf, PaviseError } from "../../core/index.ts";
import { assemble } from "../../gateway/assemble.ts";
import type { GatewayConfig } from "../../gateway/config/config.ts";
import { explainGateway } from "../../gateway/config/explain.ts";
import { loadGatewayConfig } from "../../gateway/config/read.ts";
import { configForUpstream, findOllama, zeroConfig } from "../../gateway/config/zero.ts";
import { keyEntry, mintKey } from "../../gateway/identity/keys.ts";
import { nginxConfig } from "../../gateway/limits/nginx.ts";
import type { LogEntry } from "../../gateway/pipeline/running.ts";
import { serve, watchFile, type Service } from "../../gateway/serve.ts";
import type { Given } from "../options.ts";
import { gatewayText } from "../gateway-text.ts";
import type { Stage } from "../stage.ts";

const configName = "gateway.yaml";

/** Where the configuration comes from. */
interface Source {
  readonly file: string | undefined;
  readonly read: () => GatewayConfig;
}

/** What the command line says instead of the file. */
function withOptions(config: GatewayConfig, given: Given): GatewayConfig {
  const port = given.last("port");
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    throw new PaviseError("usage", `${port} is no port`, { hint: "0 to 65535; 0 takes any." });
  const { listen } = config;
  return {
    ...config,
    listen: {
      ...listen,
      host: given.last("host") ?? listen.host,
      port: port === undefined ? listen.port : Number(port),
    },
  };
}

async function sourceOf(given: Given): Promise<Source> {
  const named = given.last("config");
  const upstream = given.last("upstream");
  if (upstream !== undefined) {
    if (named !== undefined)
      throw new PaviseError("usage", "--upstream cannot stand beside --config", {
        hint: "Name the server in the file.",
      });
    const config = configForUpstream(upstream);
    return { file: undefined, read: () => withOptions(config, given) };
  }
  const file = resolve(named ?? configName);
  if (named !== undefined || existsSync(file))
    return { file, read: () => withOptions(loadGatewayConfig(file, process.env), given) };
  const config = zeroConfig({ env: process.env, ollamaModels: await findOllama(process.env) });
  if (config === undefined) {
    throw new PaviseError("config-missing", "there is no configuration, no key and no Ollama", {
      hint: "Name a file with --config or a server with --upstream, set OPENAI_API_KEY, ANTHROPIC_API_KEY or GEMINI_API_KEY, or start Ollama.",
    });
  }
  return { file: undefined, read: () => withOptions(config, given) };
}

async function check(given: Given, stage: Stage): Promise<number> {
  const source = await sourceOf(given);
  const config = source.read();
  const assembled = assemble(config, () => undefined);
  const explanation = explainGateway(assembled);
  await assembled.close();
  const failing = explanation.points.filter(
    ({ state }) => state === "danger" || (given.has("strict") && state === "note"),
  );
  await stage.print(
    given.has("json")
      ? `${JSON.stringify({ file: source.file, ...explanation }, undefined, 2)}\n`
      : gatewayText(explanation, { config, color: stage.color }),
  );
  return failing.length > 0 ? 1 : 0;
}

/** Makes a key: it is shown once, its entry goes into the configuration. */
async function newKey(given: Given, stage: Stage): Promise<number> {
  const tenant = given.last("tenant") ?? "default";
  if (!keyEntry.shape.tenant.safeParse(tenant).success)
    throw new PaviseError("usage", `${JSON.stringify(tenant)} is no name of a tenant`, {
      hint: "Letters, digits, dots, hyphens and underscores; 64 at most.",
    });
  const { key, id, hash } = mintKey();
  await stage.print(`${key}\n`);
  stage.note(
    `\nShown once: hand it to who asks with it. Into gateway.yaml, under \`keys\`:\n\n  - id: ${id}\n    hash: ${hash}\n    tenant: ${tenant}\n`,
  );
  return 0;
}

/** Writes the limits that nginx can hold as its configuration. */
async function nginx(given: Given, stage: Stage): Promise<number> {
  const config = (await sourceOf(given)).read();
  const { host, port } = config.listen;
  const { text, notes } = nginxConfig({
    rules: config.parts.rates ?? [],
    gateway: `${host.includes(":") ? `[${host}]` : host}:${port}`,
    listen: "8080",
    serverName: "_",
    bodyBytes: config.limits.bodyBytes,
    answerSeconds: Math.ceil(config.limits.streamMs / 1000),
  });
  await stage.print(text);
  for (const note of notes) stage.note(`${note}\n`);
  return 0;
}

function logger(given: Given, stage: Stage): (entry: LogEntry) => void {
  const isQuiet = given.has("quiet");
  return (entry) => {
    if (isQuiet && entry.level === "info") return;
    // Everything that a client sends is inside JSON strings: no line of the log can be forged.
    stage.note(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  };
}

/** Resolves when the process is told to end. */
function told(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const)
      process.once(signal, () => resolve(signal));
  });
}

async function untilTold(service: Service, log: (entry: LogEntry) => void): Promise<void> {
  const again = (): void => {
    service.reload().catch((error: unknown) => {
      log({
        level: "error",
        message: "the configuration is wrong; the one before stays",
        error: messageOf(error),
      });
    });
  };
  const { file } = service.config();
  const unwatch = file === undefined ? undefined : watchFile(file, again);
  process.on("SIGHUP", again);
  const signal = await told();
  unwatch?.();
  process.removeListener("SIGHUP", again);
  log({ level: "info", message: `${signal}: running requests are answered, no more are taken` });
  await service.stop();
  log({ level: "info", message: "the gateway has ended" });
}

/** `pavise gateway` */
export async function gatewayCommand(given: Given, stage: Stage): Promise<number> {
  const [action, ...more] = given.operands;
  if (action === "check" && more.length === 0) return check(given, stage);
  if (action === "key" && more.length === 0) return newKey(given, stage);
  if (action === "nginx" && more.length === 0) return nginx(given, stage);
  if (action !== undefined) {
    throw new PaviseError(
      "usage",
      `pavise gateway does not understand "${given.operands.join(" ")}"`,
      {
        hint: "`pavise gateway` serves; `check` explains, `key` makes a key, `nginx` writes its limits for nginx.",
      },
    );
  }
  const source = await sourceOf(given);
  const log = logger(given, stage);
  const config = source.read();
  const again = source.file === undefined ? undefined : source.read;
  const service = await serve({ config, again, log });
  const { host, port } = service.gateway.listener;
  const scheme = config.listen.tls === undefined ? "http" : "https";
  const shown = host.includes(":") ? `[${host}]` : host;
  const names = config.upstreams.map(({ name }) => name).join(", ");
  log({
    level: "info",
    message: `listening at ${scheme}://${shown}:${port}, in front of ${names}`,
  });
  if (service.adminPort !== undefined)
    log({ level: "info", message: `admin at port ${service.adminPort}` });
  await untilTold(service, log);
  return 0;
}
