import { commandCases } from "../../testing/command-cases.ts";
import { dataStoreOpen } from "./data-store-open.ts";

const service = (image: string, rest: string) => `services:\n  a:\n    image: ${image}\n${rest}`;
const published = "    ports: ['1:1']\n";

commandCases(dataStoreOpen, {
  found: [
    ["yaml", service("chromadb/chroma:1.0", published)],
    [
      "yaml",
      service(
        "cr.weaviate.io/semitechnologies/weaviate:1.30",
        `${published}    environment:\n      AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'true'\n`,
      ),
    ],
    [
      "yaml",
      service(
        "docker.elastic.co/elasticsearch/elasticsearch:8",
        `${published}    environment: [xpack.security.enabled=false]\n`,
      ),
    ],
    ["shell", "docker run -p 6333:6333 qdrant/qdrant"],
    ["shell", "chroma run --path db --host 0.0.0.0"],
    [
      "yaml",
      service(
        "pgvector/pgvector:pg17",
        `${published}    environment: {POSTGRES_HOST_AUTH_METHOD: trust}\n`,
      ),
    ],
  ],
  clean: [
    ["yaml", service("qdrant/qdrant", "")],
    [
      "yaml",
      service(
        "qdrant/qdrant",
        `${published}    environment: {QDRANT__SERVICE__API_KEY: "\${KEY}"}\n`,
      ),
    ],
    [
      "yaml",
      service(
        "milvusdb/milvus",
        `${published}    volumes: ['./milvus.yaml:/milvus/configs/milvus.yaml']\n`,
      ),
    ],
    ["yaml", service("postgres:16", published)],
    ["shell", "chroma run --path db"],
  ],
});
