import type { FindingDetails, Span } from "../../core/index.ts";
import { imageName } from "../../formats/command/images.ts";
import {
  isOff,
  isOn,
  option,
  type Container,
  type CommandView,
} from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { commandsOf, door, opening } from "./doors.ts";

/** A store that retrieval reads from, and what makes it ask for a login. */
interface DataStore {
  readonly name: string;
  readonly image: RegExp;
  /** Variables that close it, whatever their value is. */
  readonly keys: RegExp;
  /** It asks for a login unless this is said. */
  readonly opened?: (name: string, value: string) => boolean;
  /** Options of its command that close it. */
  readonly options?: readonly string[];
}

const stores: readonly DataStore[] = [
  {
    name: "Qdrant",
    image: /(?:^|\/)qdrant\/qdrant$/,
    keys: /^QDRANT__SERVICE__(?:READ_ONLY_)?API_KEY$/,
  },
  {
    name: "Chroma",
    image: /(?:^|\/)(?:chromadb|chroma-core)\/chroma$/,
    keys: /^CHROMA_(?:SERVER_)?AUTHN?_/,
  },
  {
    name: "Weaviate",
    image: /(?:^|\/)(?:semitechnologies|weaviate)\/weaviate$/,
    keys: /^AUTHENTICATION_(?:APIKEY|OIDC|DB_USERS)_ENABLED$/,
    opened: (name, value) => name === "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED" && isOn(value),
  },
  {
    name: "Milvus",
    image: /(?:^|\/)milvusdb\/milvus$/,
    keys: /^COMMON_SECURITY_AUTHORIZATIONENABLED$/i,
  },
  {
    name: "Elasticsearch",
    image: /(?:^|\/)elasticsearch(?:\/elasticsearch)?$/,
    keys: /^/,
    opened: (name, value) => name === "xpack.security.enabled" && isOff(value),
  },
  {
    name: "OpenSearch",
    image: /(?:^|\/)opensearchproject\/opensearch$/,
    keys: /^/,
    opened: (name, value) =>
      /^(?:DISABLE_SECURITY_PLUGIN|plugins\.security\.disabled)$/.test(name) && isOn(value),
  },
  {
    name: "PostgreSQL",
    image: /(?:^|\/)(?:postgres|pgvector\/pgvector|ankane\/pgvector)$/,
    keys: /^/,
    opened: (name, value) => name === "POSTGRES_HOST_AUTH_METHOD" && value === "trust",
  },
  {
    name: "Redis",
    image: /(?:^|\/)redis\/redis-stack(?:-server)?$/,
    keys: /^REDIS_ARGS$/,
    options: ["--requirepass"],
  },
];

function judge(container: Container): { where: Span; details: FindingDetails } | undefined {
  const { image, environment, reach, command } = container;
  if (image === undefined || reach === "internal" || reach === "loopback") return undefined;
  const store = stores.find((candidate) => candidate.image.test(imageName(image.text)));
  if (store === undefined) return undefined;
  const message = `${store.name} asks for no login`;
  const said = environment.find(({ name, value }) => store.opened?.(name, value.text));
  if (said !== undefined) return { where: said, details: { ...door(reach, "medium"), message } };
  if (environment.some(({ name }) => store.keys.test(name)) || store.keys.source === "^")
    return undefined;
  // A mounted configuration may close it.
  if (container.volumes.some(({ text }) => /\.(?:ya?ml|conf|properties|json)(?::|$)/.test(text)))
    return undefined;
  if (command !== undefined && option(command, ...(store.options ?? [])) !== undefined)
    return undefined;
  return { where: image, details: { ...door(reach, "medium"), message } };
}

/** `chroma run --host 0.0.0.0`, which has no login to be set in its options. */
function* openCommands(view: CommandView): Generator<{ where: Span; details: FindingDetails }> {
  for (const command of commandsOf(view.commands, "chroma")) {
    const where = opening(command, { options: ["--host"] });
    if (where === undefined) continue;
    yield {
      where,
      details: {
        extent: command,
        ...door(command.reach, "medium"),
        message: "Chroma asks for no login",
      },
    };
  }
}

export const dataStoreOpen = defineCheck({
  meta: {
    id: "data-store-open",
    code: "PV-CMD-013",
    title: "A store of documents and vectors is open to the network",
    asset: "command",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "OWASP-LLM09:2026",
      "OWASP-LLM08:2025",
      "OWASP-LLM05:2026",
      "OWASP-LLM04:2025",
      "ATLAS:AML.T0070",
      "ATLAS:AML.T0085.000",
    ],
    why: "Everybody who reaches the port reads what the assistant knows, and writes what it will be told.",
    mend: "Set the store's key or login, or publish the port on 127.0.0.1 only.",
    blind: "A proxy or firewall in front; settings in `env_file`.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "docker-compose.yml",
          code: 'services:\n  vectors:\n    image: qdrant/qdrant:v1.15.0\n    ports: ["6333:6333"]\n',
        },
      ],
      clean: [
        {
          path: "docker-compose.yml",
          code: 'services:\n  vectors:\n    image: qdrant/qdrant:v1.15.0\n    ports: ["127.0.0.1:6333:6333"]\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const container of view.containers) {
      const seen = judge(container);
      if (seen !== undefined) report(seen.where, seen.details);
    }
    for (const { where, details } of openCommands(view)) report(where, details);
  },
});
