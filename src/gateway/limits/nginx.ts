import type { LimitRule } from "./rules.ts";
import { intervalOf } from "./rules.ts";

export interface NginxGiven {
  readonly rules: readonly LimitRule[];
  /** Where the gateway listens: `127.0.0.1:8787`. */
  readonly gateway: string;
  /** What nginx listens on: `443 ssl`, `127.0.0.1:8080`. */
  readonly listen: string;
  readonly serverName: string;
  readonly bodyBytes: number;
  /** Seconds that an answer may take. */
  readonly answerSeconds: number;
}

/** A configuration, and what of the limits it cannot say. */
export interface NginxConfig {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Variables of nginx by what a limit counts apart; the others are known to the gateway alone. */
const variables: Readonly<Record<string, string>> = {
  address: "$pavise_address",
  key: "$pavise_key",
};

/** nginx knows whole numbers of requests, each second or each minute. */
function rateOf(requests: NonNullable<LimitRule["requests"]>): string | undefined {
  const perSecond = 1e6 / intervalOf(requests);
  return wholeRate(perSecond, "r/s") ?? wholeRate(perSecond * 60, "r/m");
}

function wholeRate(rate: number, unit: string): string | undefined {
  const whole = Math.round(rate);
  return whole >= 1 && Math.abs(rate - whole) < 1e-6 ? `${whole}${unit}` : undefined;
}

function limitLine(zone: string, { burst = 0, delay }: LimitRule): string {
  const early =
    burst === 0
      ? ""
      : delay === undefined || delay === false
        ? ` burst=${burst} nodelay`
        : delay === true
          ? ` burst=${burst}`
          : ` burst=${burst} delay=${delay}`;
  return `limit_req zone=${zone}${early};`;
}

/** Names of configurations go into files of others: nothing but plain letters. */
function zoneOf(rule: LimitRule, index: number): string {
  return `pavise_${(rule.name ?? `${rule.per.join("_")}_${index + 1}`).replaceAll(/[^a-z0-9_]/gi, "_")}`;
}

/**
 * Writes a configuration of nginx that holds the same rates at the edge, in front of the gateway, which still
 * holds all of them. What only the gateway knows (tokens, money, tenants, users, models) stays with it.
 */
export function nginxConfig(given: NginxGiven): NginxConfig {
  const zones: string[] = [];
  const limits: string[] = [];
  const notes: string[] = [];
  for (const [index, rule] of given.rules.entries()) {
    const name = rule.name ?? `limits[${index}]`;
    const keys = rule.per.map((subject) => variables[subject]);
    const isPlain = keys.every((each) => each !== undefined);
    if (!isPlain || rule.models !== undefined || rule.tenants !== undefined) {
      notes.push(`${name}: only the gateway can count it`);
      continue;
    }
    const zone = zoneOf(rule, index);
    if (rule.concurrent !== undefined) {
      zones.push(`limit_conn_zone ${keys.join("")} zone=${zone}:10m;`);
      limits.push(`limit_conn ${zone} ${rule.concurrent};`);
      continue;
    }
    const rate = rule.requests === undefined ? undefined : rateOf(rule.requests);
    if (rate === undefined) {
      const why =
        rule.requests === undefined
          ? "only the gateway can count it"
          : "nginx has no such slow or uneven rate";
      notes.push(`${name}: ${why}`);
      continue;
    }
    zones.push(`limit_req_zone ${keys.join("")} zone=${zone}:10m rate=${rate};`);
    limits.push(limitLine(zone, rule));
  }
  const indent = (lines: readonly string[], by: string) =>
    lines.map((line) => (line === "" ? "" : by + line)).join("\n");
  const text = `# Made by \`pavise gateway nginx\`. Belongs into the http block.
${notes.map((note) => `# ${note}\n`).join("")}
# A user of IPv6 has a whole /64.
map $remote_addr $pavise_address {
    default                                     $binary_remote_addr;
    "~^(?<net>[0-9a-f]+:[0-9a-f]*:[0-9a-f]*:[0-9a-f]*):"  $net;
}
map "$http_authorization$http_x_api_key$http_x_goog_api_key$http_api_key$arg_key" $pavise_key {
    ""       $binary_remote_addr;
    default  "$http_authorization$http_x_api_key$http_x_goog_api_key$http_api_key$arg_key";
}
${zones.join("\n")}
limit_req_status 429;
limit_conn_status 429;

upstream pavise_gateway {
    server ${given.gateway};
    keepalive 64;
}

server {
    listen ${given.listen};
    server_name ${given.serverName};

    client_max_body_size ${given.bodyBytes};
    client_header_timeout 10s;
    client_body_timeout 15s;
    send_timeout 30s;
    large_client_header_buffers 4 16k;
    underscores_in_headers off;
    merge_slashes off;

    location / {
${indent(limits, "        ")}

        proxy_pass http://pavise_gateway;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        # Written anew: what a client says of its own address counts for nothing.
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto $scheme;

        # A stream leaves as it comes, and a request is never asked twice.
        proxy_buffering off;
        proxy_request_buffering on;
        proxy_cache off;
        proxy_next_upstream off;
        proxy_connect_timeout 5s;
        proxy_read_timeout ${given.answerSeconds}s;
    }
}
`;
  return { text, notes };
}
