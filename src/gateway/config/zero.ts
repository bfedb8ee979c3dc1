import { PaviseError } from "../../core/index.ts";
import { defaultExchangeLimits } from "../pipeline/running.ts";
import { defaultListen } from "../server/listen.ts";
import { defaultTimeouts, type UpstreamSettings } from "../upstreams/settings.ts";
import { defaultGuards, type GatewayConfig } from "./config.ts";
import { readTarget } from "./read-upstream.ts";

/** What there is to serve without a configuration. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Names of Ollama's models; undefined where it does not answer. */
  readonly ollamaModels: readonly string[] | undefined;
}

interface Provider {
  readonly name: string;
  readonly url: string;
  readonly speaks: UpstreamSettings["speaks"];
  readonly keys: readonly string[];
}

const providers: readonly Provider[] = [
  { name: "openai", url: "https://api.openai.com", speaks: ["openai"], keys: ["OPENAI_API_KEY"] },
  {
    name: "anthropic",
    url: "https://api.anthropic.com",
    speaks: ["anthropic"],
    keys: ["ANTHROPIC_API_KEY"],
  },
  {
    name: "gemini",
    url: "https://generativelanguage.googleapis.com",
    speaks: ["gemini"],
    keys: ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
  },
];

/** OpenAI's own, where Ollama speaks the same protocol: a prompt for a model of this machine stays on it. */
const openaiModels = [
  "gpt-3*",
  "gpt-4*",
  "gpt-5*",
  "gpt-audio*",
  "gpt-realtime*",
  "chatgpt-*",
  "codex-*",
  "computer-use-*",
  "o1*",
  "o3*",
  "o4*",
  "omni-*",
  "text-embedding-*",
  "ft:*",
];

function upstream(
  given: Pick<UpstreamSettings, "name" | "url" | "speaks" | "models" | "credential" | "isPrivate">,
): UpstreamSettings {
  return {
    ...given,
    rename: {},
    priority: 0,
    weight: 1,
    headers: {},
    connections: 1024,
    timeouts: defaultTimeouts,
    // There is nothing to fall back to that was asked for.
    retries: { most: 0, longestWait: 0 },
  };
}

/** The configuration of who has none: Ollama on this machine, and whatever keys the environment has. */
export function zeroConfig({ env, ollamaModels }: Surroundings): GatewayConfig | undefined {
  const upstreams: UpstreamSettings[] = [];
  for (const { name, url, speaks, keys } of providers) {
    const value = keys
      .map((key) => env[key]?.trim())
      .find((key) => key !== undefined && key !== "");
    if (value === undefined) continue;
    const models = name === "openai" && ollamaModels !== undefined ? openaiModels : [];
    const credential = { kind: "secret", value } as const;
    upstreams.push(
      upstream({ name, url: new URL(url), speaks, models, credential, isPrivate: false }),
    );
  }
  if (ollamaModels !== undefined) {
    const hasOpenai = upstreams.some(({ name }) => name === "openai");
    const models = hasOpenai
      ? ollamaModels.flatMap((name) => [name, name.replace(/:latest$/, "")])
      : [];
    upstreams.push(
      upstream({
        name: "ollama",
        url: ollamaUrl(env),
        speaks: ["ollama", "openai"],
        models: [...new Set(models)],
        credential: { kind: "none" },
        isPrivate: true,
      }),
    );
  }
  return upstreams.length === 0 ? undefined : configOf(upstreams);
}

/**
 * The configuration of one server that speaks whatever it is asked in. The client's own key goes along, as it
 * would without the gateway. Throws where nothing may be sent to such a URL.
 */
export function configForUpstream(given: string): GatewayConfig {
  const problems: string[] = [];
  const target = readTarget(
    { url: given, isPrivate: undefined },
    {
      readFile: () => undefined,
      complain: (key, message) => problems.push(`${key} ${message}`),
    },
  );
  if (target === undefined) {
    throw new PaviseError("usage", `--upstream ${given}: ${problems.join("; ")}`, {
      hint: "Its base URL, such as http://127.0.0.1:8000/v1; a configuration can say more of it.",
    });
  }
  const speaks = ["openai", "anthropic", "gemini", "ollama"] as const;
  const credential = { kind: "client" } as const;
  return configOf([upstream({ name: "upstream", speaks, models: [], credential, ...target })]);
}

function configOf(upstreams: readonly UpstreamSettings[]): GatewayConfig {
  return {
    file: undefined,
    listen: defaultListen,
    isOpenWanted: false,
    admin: undefined,
    upstreams,
    guards: defaultGuards,
    judge: undefined,
    limits: defaultExchangeLimits,
    hasTimingHeader: false,
    drainMs: 30_000,
    parts: {},
    mcpServers: [],
  };
}

/** Where Ollama listens; only on this machine, whatever `OLLAMA_HOST` says. */
export function ollamaUrl({ OLLAMA_HOST: told = "" }: NodeJS.ProcessEnv): URL {
  const port = /:(\d{1,5})\/?$/.exec(told)?.[1] ?? "11434";
  return new URL(`http://127.0.0.1:${port}`);
}

/** Names of the models of an Ollama on this machine; undefined where none answers within half a second. */
export async function findOllama(env: NodeJS.ProcessEnv): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch(new URL("/api/tags", ollamaUrl(env)), {
      signal: AbortSignal.timeout(500),
      redirect: "error",
    });
    if (!response.ok) return undefined;
    const { models } = (await response.json()) as { models?: readonly { name?: unknown }[] };
    if (!Array.isArray(models)) return undefined;
    return models.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  } catch {
    return undefined;
  }
}
