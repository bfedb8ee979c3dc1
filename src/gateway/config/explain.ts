import type { GatewayConfig } from "./config.ts";
import { isLoopbackAddress } from "./read.ts";
import type { Running } from "../pipeline/running.ts";

/** How well something is protected. */
export type State = "protected" | "note" | "danger";

/** One thing that a configuration does or leaves undone. */
export interface Point {
  readonly state: State;
  readonly what: string;
  readonly about: string;
}

/** What is read of one protocol, streamed or not. */
export interface SurfaceRow {
  readonly surface: string;
  /** Upstreams that serve it; none where it is refused. */
  readonly upstreams: readonly string[];
  readonly prompts: boolean;
  readonly toolResults: boolean;
  readonly answers: boolean;
  readonly toolCalls: "guards and policy" | "guards" | "nothing";
}

export interface Explanation {
  readonly rows: readonly SurfaceRow[];
  readonly points: readonly Point[];
}

interface Given {
  readonly config: GatewayConfig;
  readonly running: Running;
}

function access({ config, running }: Given): readonly Point[] {
  const { host, port, tls } = config.listen;
  const isLocal = isLoopbackAddress(host);
  const where = `${host}:${port}`;
  const points: Point[] = [];
  if (!running.isOpen)
    points.push({ state: "protected", what: "keys", about: "Whoever asks needs a key." });
  else if (isLocal)
    points.push({
      state: "note",
      what: "keys",
      about: `Every program of this machine may ask at ${where}; pages in its browser may not.`,
    });
  else
    points.push({
      state: "danger",
      what: "keys",
      about: `Whoever reaches ${where} may use the models at your cost. Give keys to those who may.`,
    });
  if (tls !== undefined)
    points.push({
      state: "protected",
      what: "TLS",
      about:
        tls.clientCa === undefined ? "Clients are served HTTPS." : "Clients need a certificate.",
    });
  else if (!isLocal)
    points.push({
      state: "note",
      what: "TLS",
      about: `Prompts and keys reach ${where} in the clear, unless something in front ends TLS.`,
    });
  const { trustedProxies } = config.listen;
  const countsAddresses = (config.parts.rates ?? []).some(({ per }) => per.includes("address"));
  if (trustedProxies.length > 0)
    points.push({
      state: "protected",
      what: "addresses",
      about: `X-Forwarded-For is believed of ${trustedProxies.join(", ")} alone.`,
    });
  else if (countsAddresses && !isLocal)
    points.push({
      state: "note",
      what: "addresses",
      about:
        "Limits count addresses: clients behind one proxy share its, without `trusted-proxies`.",
    });
  for (const { name, credential, url } of config.upstreams) {
    if (credential.kind === "client")
      points.push({
        state: "note",
        what: `upstream ${name}`,
        about: "Clients bring their own key to it; what they do past the gateway is not seen.",
      });
    if (url.protocol === "http:" && !isLoopbackAddress(url.hostname))
      points.push({ state: "note", what: `upstream ${name}`, about: "It is reached without TLS." });
  }
  return points;
}

function guarding({ config, running }: Given): readonly Point[] {
  const { guards, judge } = config;
  if (running.guard === undefined)
    return [
      { state: "danger", what: "guards", about: "Nothing that goes in or comes out is read." },
    ];
  const points: Point[] = [
    {
      state: "protected",
      what: "guards",
      about: "Text is judged before it leaves, also in streams.",
    },
  ];
  if (guards.onFailure === "open")
    points.push({ state: "danger", what: "guards that fail", about: "Let their text through." });
  if (guards.isUnreadableLet)
    points.push({
      state: "danger",
      what: "unreadable language",
      about: "Prompts as token numbers and spoken answers pass unread.",
    });
  for (const direction of ["input", "output"] as const)
    for (const [kind, rule] of Object.entries(guards.options.policy?.[direction] ?? {}))
      if (rule?.action === "allow")
        points.push({
          state: "note",
          what: `${direction}: ${kind}`,
          about: "Is let through unseen.",
        });
  if (judge !== undefined) {
    const reads = [judge.reads.input && "requests", judge.reads.output && "answers"];
    points.push({
      state: judge.onFailure === "open" ? "note" : "protected",
      what: "judge",
      about: `${judge.model} reads ${reads.filter(Boolean).join(" and ")}; where it fails, ${judge.onFailure === "open" ? "they pass" : "they are refused"}.`,
    });
  }
  return points;
}

/** What is there only where it was asked for, and is worth a line then. */
function extras({ config }: Given): readonly Point[] {
  const { cache, redis, telemetry } = config.parts;
  const points: Point[] = [];
  if (redis !== undefined)
    points.push({
      state: redis["on-outage"] === "open" ? "danger" : "protected",
      what: "shared limits",
      about:
        redis["on-outage"] === "open"
          ? "Where Redis is away, nothing is limited."
          : redis["on-outage"] === "local"
            ? "Where Redis is away, each gateway counts for itself."
            : "Where Redis is away, nothing is let in.",
    });
  if (cache !== undefined)
    points.push({
      state: "note",
      what: "cache",
      about: `Equal requests of one tenant and user are answered from memory for ${cache["ttl-seconds"]} s.`,
    });
  if (telemetry?.otlp !== undefined)
    points.push({
      state: "note",
      what: "telemetry",
      about: `Spans and incidents, without text, go to ${telemetry.otlp.endpoint}.`,
    });
  for (const { name, pin, isTrusted, mayAsk } of config.mcpServers) {
    points.push({
      state: pin === "off" ? "danger" : "protected",
      what: `mcp ${name}`,
      about:
        pin === "off"
          ? "Its tools may change at any time: they are not pinned."
          : pin === "strict"
            ? "Only the tools that a person approved."
            : "Its tools are pinned as they are first seen.",
    });
    if (isTrusted)
      points.push({
        state: "note",
        what: `mcp ${name}`,
        about: "What its tools answer counts as vouched for.",
      });
    if (mayAsk)
      points.push({
        state: "note",
        what: `mcp ${name}`,
        about: "It may ask the client's model and user.",
      });
  }
  return points;
}

function part(what: string, isThere: boolean, about: readonly [yes: string, no: string]): Point {
  return { state: isThere ? "protected" : "note", what, about: about[isThere ? 0 : 1] };
}

function parts({ config, running }: Given): readonly Point[] {
  const { limits } = config;
  return [
    part("tool policy", running.tools !== undefined, [
      "Calls of tools are judged before they leave.",
      "Calls of tools are read by the guards alone; no policy says which may be made.",
    ]),
    part("rates and budgets", running.limiter !== undefined, [
      "Requests, tokens and money are limited.",
      "Nobody's requests, tokens or money are limited.",
    ]),
    part("ownership of ids", running.ownership !== undefined, [
      "Stored responses, conversations and files are only for who was given them.",
      "Whoever knows the id of a stored response or conversation may use it.",
    ]),
    part("abuse watch", running.abuse !== undefined, [
      "Extraction, flooding and enumeration are watched for.",
      "Nobody watches for the copying of a model.",
    ]),
    part("audit log", running.audit !== undefined, [
      "Every exchange is recorded before its answer leaves.",
      "No exchange is recorded.",
    ]),
    part("output tokens", limits.outputTokens !== undefined, [
      `A request may ask for ${limits.outputTokens ?? 0} at most.`,
      "A request may ask for as many as the model writes.",
    ]),
    {
      state: "protected",
      what: "sizes",
      about: `Bodies up to ${limits.bodyBytes} bytes, prompts up to ${limits.promptChars} characters, streams up to ${limits.streamMs} ms.`,
    },
  ];
}

/** Says of a configuration what it protects and what it does not. */
export function explainGateway(given: Given): Explanation {
  const { config, running } = given;
  const isGuarded = running.guard !== undefined;
  const hasPolicy = running.tools !== undefined;
  const rows = running.surfaces.map(({ name, provider }) => ({
    surface: name,
    upstreams: config.upstreams
      .filter(({ speaks }) => speaks.includes(provider))
      .map((upstream) => upstream.name),
    prompts: isGuarded,
    toolResults: isGuarded,
    answers: isGuarded,
    toolCalls: hasPolicy
      ? ("guards and policy" as const)
      : isGuarded
        ? ("guards" as const)
        : ("nothing" as const),
  }));
  return {
    rows,
    points: [...access(given), ...guarding(given), ...parts(given), ...extras(given)],
  };
}
