import type { Report } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

/** Clients by the keyword that turns their check of certificates off. */
const clients: readonly { readonly keyword: string; readonly names: RegExp }[] = [
  {
    keyword: "verify_certs",
    names: /^(?:elasticsearch|opensearchpy|elasticsearch_dsl|elastic_transport|langchain)/,
  },
  {
    keyword: "verify",
    names:
      /^(?:boto3|aiobotocore|botocore|hvac|openai|qdrant_client|mlflow|databricks|gitlab|consul|s3fs)\b/,
  },
  {
    keyword: "verify_ssl",
    names:
      /^(?:aiohttp|kubernetes|influxdb|influxdb_client|clickhouse|atlassian|proxmoxer|langchain|llama_index|weaviate|openai|anthropic|litellm|ibm_watson|databricks|haystack|crewai)/,
  },
  { keyword: "ssl_verify", names: /^(?:litellm|langchain|nemoguardrails|pinecone|crewai)/ },
  { keyword: "verify_ssl_certs", names: /^(?:langchain|gigachat|openai)/ },
  { keyword: "cert_check", names: /^minio\b/ },
  { keyword: "tlsAllowInvalidCertificates", names: /^(?:pymongo|motor|mongoengine)\b/ },
  { keyword: "tlsInsecure", names: /^(?:pymongo|motor|mongoengine)\b/ },
];

/** `ssl=False` in a request of aiohttp, where `ssl=None` would be the check. */
function reportAiohttp(view: PythonView, report: Report): void {
  for (const { call, value } of callsWith(view, "ssl")) {
    if (call.name.startsWith("aiohttp.") && value.is(false)) report(value, { extent: call });
  }
}

function reportContexts(view: PythonView, report: Report): void {
  for (const assign of view.facts.assigns) {
    const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
    if (target?.kind !== "Attribute" || assign.value === null) continue;
    if (target.attr === "verify_mode" && view.value(assign.value).name() === "ssl.CERT_NONE") {
      const name = view.value(target.value).name();
      const isOwn = /^(?:ssl|urllib3)\./.test(name);
      // In a library the choice is often the caller's: the context comes from elsewhere.
      report(assign, isOwn ? { severity: "medium" } : { severity: "medium", confidence: "medium" });
    }
  }
}

/** Attributes of modules that turn the check off for all that they send. */
const flags: ReadonlyMap<string, RegExp> = new Map([
  ["ssl_verify", /^litellm$/],
  ["verify_ssl_certs", /^openai$/],
  ["verify_ssl", /^(?:kubernetes\.|pinecone|hvac)/],
]);

function isPool(call: PythonCall): boolean {
  return /^urllib3\.(?:PoolManager|HTTPSConnectionPool|ProxyManager|poolmanager\.|connectionpool\.)/.test(
    call.name,
  );
}

export const tlsCheckDisabled = defineCheck({
  meta: {
    id: "tls-check-disabled",
    code: "PV-CODE-610",
    title: "A client accepts any certificate",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-295", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "Anybody on the way can pose as the server, read keys and data, and swap what is fetched.",
    mend: "Leave the check on; for an authority of your own give the client its file (`ca_certs`, `cafile`).",
    blind:
      "requests and httpx (`certificate-verification-off`), environment variables (`environment-switch-off-safety`).",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import boto3\ns3 = boto3.client("s3", verify=False)\n' }],
      clean: [{ code: 'import boto3\ns3 = boto3.client("s3", verify="/etc/ssl/riverbank.pem")\n' }],
    },
  },
  run: (view, report) => {
    for (const { keyword, names } of clients) {
      for (const { call, value } of callsWith(view, keyword)) {
        const isOff = value.is(keyword.startsWith("tls"));
        if (isOff && names.test(call.name)) report(value, { extent: call });
      }
    }
    reportAiohttp(view, report);
    for (const { call, value } of callsWith(view, "insecure")) {
      if (/^(?:tritonclient|minio|grpc_?\w*)\b/.test(call.name) && value.is(true))
        report(value, { extent: call });
    }
    for (const keyword of ["cert_reqs", "ssl_cert_reqs"]) {
      for (const { call, value } of callsWith(view, keyword)) {
        if (!value.is("CERT_NONE") && !value.is("none") && value.name() !== "ssl.CERT_NONE")
          continue;
        const unlike = isPool(call) ? {} : ({ confidence: "medium", severity: "medium" } as const);
        report(value, { extent: call, ...unlike });
      }
    }
    if (view.hasImport("ssl")) reportContexts(view, report);
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (target?.kind !== "Attribute" || !flags.has(target.attr) || assign.value === null)
        continue;
      const isKnown = flags.get(target.attr)!.test(view.value(target.value).name());
      if (isKnown && view.value(assign.value).is(false)) report(assign);
    }
  },
});
