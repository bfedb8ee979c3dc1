import type { Severity } from "../../core/index.ts";
import type { FormKind, SecretGroup, SecretKind } from "./kind.ts";
import { aiKinds } from "./kinds-ai.ts";
import { cloudKinds } from "./kinds-cloud.ts";
import { contextKinds } from "./kinds-context.ts";
import { forgeKinds } from "./kinds-forge.ts";
import { serviceKinds } from "./kinds-service.ts";

function plain(
  group: SecretGroup,
  [id, name]: readonly [id: string, name: string],
  severity: Severity = "high",
): SecretKind {
  return { id, name, group, severity };
}

/** Private keys, by the label of their block. */
export const privateKeyKinds = {
  pkcs8: plain("private-key", ["private-key-pkcs8", "private key (PKCS #8)"]),
  encrypted: plain("private-key", ["private-key-encrypted", "encrypted private key"], "medium"),
  rsa: plain("private-key", ["private-key-rsa", "RSA private key"]),
  ec: plain("private-key", ["private-key-ec", "EC private key"]),
  dsa: plain("private-key", ["private-key-dsa", "DSA private key"]),
  openssh: plain("private-key", ["private-key-openssh", "OpenSSH private key"]),
  ssh2: plain("private-key", ["private-key-ssh2", "SSH2 private key"]),
  pgp: plain("private-key", ["private-key-pgp", "PGP private key"]),
  putty: plain("private-key", ["private-key-putty", "PuTTY private key"]),
  other: plain("private-key", ["private-key-other", "private key"]),
  google: plain(
    "private-key",
    ["gcp-service-account-key", "Google Cloud service account key"],
    "critical",
  ),
} as const;

/** Addresses with a password, by what they lead to. */
export const addressKinds: ReadonlyMap<string, SecretKind> = new Map(
  (
    [
      ["postgresql-url", "PostgreSQL address with a password", "postgres postgresql timescaledb"],
      ["mysql-url", "MySQL address with a password", "mysql mariadb mysql2"],
      ["mongodb-url", "MongoDB address with a password", "mongodb"],
      ["redis-url", "Redis address with a password", "redis rediss valkey"],
      ["amqp-url", "message broker address with a password", "amqp amqps"],
      ["sqlserver-url", "SQL Server address with a password", "mssql sqlserver"],
      ["oracle-url", "Oracle address with a password", "oracle"],
      ["clickhouse-url", "ClickHouse address with a password", "clickhouse clickhouses"],
      ["cockroachdb-url", "CockroachDB address with a password", "cockroachdb cockroach"],
      ["snowflake-url", "Snowflake address with a password", "snowflake"],
      ["redshift-url", "Redshift address with a password", "redshift"],
      ["trino-url", "Trino or Presto address with a password", "trino presto"],
      ["neo4j-url", "Neo4j address with a password", "neo4j bolt"],
      ["cassandra-url", "Cassandra address with a password", "cassandra"],
      ["couchdb-url", "CouchDB address with a password", "couchdb couchbase couchbases"],
      ["influxdb-url", "InfluxDB address with a password", "influxdb influx"],
      [
        "elasticsearch-url",
        "Elasticsearch address with a password",
        "elasticsearch elastic opensearch",
      ],
      ["kafka-url", "Kafka address with a password", "kafka"],
      ["nats-url", "NATS address with a password", "nats"],
      ["mqtt-url", "MQTT address with a password", "mqtt mqtts"],
      ["ldap-url", "LDAP address with a password", "ldap ldaps"],
      ["mail-url", "mail server address with a password", "smtp smtps imap imaps"],
      ["ftp-url", "FTP address with a password", "ftp ftps sftp ssh"],
      ["cloudinary-url", "Cloudinary address with a secret", "cloudinary"],
    ] as const
  ).flatMap(([id, name, schemes]) => {
    const kind = plain("connection", [id, name]);
    return schemes.split(" ").map((scheme) => [scheme, kind] as const);
  }),
);

/** Any other address with a password: a web server, Git, an MLflow or DVC server. */
export const addressKind = plain("connection", ["address-password", "address with a password"]);

/** Secrets that stand in a place made for them. */
export const placeKinds = {
  connectionString: plain("connection", ["connection-string", "password in a connection string"]),
  netrc: plain("connection", ["netrc-password", "password in a .netrc"]),
  curl: plain("connection", ["curl-password", "password in a curl command"]),
  docker: plain("connection", ["docker-config-auth", "login of a container registry"]),
  npmrc: plain("connection", ["npmrc-auth", "login of a package registry"]),
  basic: plain("connection", ["basic-authorization", "login in an Authorization header"]),
} as const;

/** Tokens that say themselves what they are for. */
export const tokenKinds = {
  jwt: plain("token", ["json-web-token", "JSON Web Token"], "medium"),
  supabase: plain("token", ["supabase-service-role-key", "Supabase service role key"], "critical"),
  sas: plain("cloud", ["azure-sas-signature", "Azure shared access signature"], "medium"),
} as const;

/** Values that are known by the name they have. */
export const namedKinds = {
  password: plain("named", ["named-password", "password"], "medium"),
  key: plain("named", ["named-key", "key"], "medium"),
  token: plain("named", ["named-token", "token or secret"], "medium"),
  bearer: plain("named", ["bearer-token", "token in an Authorization header"], "medium"),
} as const;

/** Kinds whose form gives them away. */
export const formKinds: readonly FormKind[] = [
  ...aiKinds,
  ...cloudKinds,
  ...forgeKinds,
  ...serviceKinds,
];

/** Every kind of secret that is known, each once. */
export const secretKinds: readonly SecretKind[] = [
  ...new Map(
    [
      ...formKinds,
      ...contextKinds,
      ...Object.values(privateKeyKinds),
      ...addressKinds.values(),
      addressKind,
      ...Object.values(placeKinds),
      ...Object.values(tokenKinds),
      ...Object.values(namedKinds),
    ].map((kind) => [kind.id, kind]),
  ).values(),
];
