import type { Severity } from "../../core/index.ts";

/** Which values of a variable turn the safety off. */
export type UnsafeWhen = "true" | "false" | "empty" | "not-empty" | "set";

/** An environment variable with which a program that ML teams use gives up a protection. */
export interface EnvironmentSwitch {
  readonly name: string;
  readonly when: UnsafeWhen;
  readonly severity: Severity;
  /** What it does, as the end of a sentence that begins with the variable. */
  readonly effect: string;
  readonly controls: readonly string[];
  /** Where it is a choice that many make on purpose. */
  readonly audience?: "pedantic";
}

const unpickles = [
  "CWE-502",
  "OWASP-LLM04:2026",
  "OWASP-LLM03:2025",
  "OWASP-ML06:2023",
  "ATLAS:AML.T0011.000",
];
const runsForeignCode = [
  "CWE-829",
  "CWE-94",
  "OWASP-LLM04:2026",
  "OWASP-LLM03:2025",
  "OWASP-ML06:2023",
  "ATLAS:AML.T0010.003",
];
const tlsOff = ["CWE-295", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"];

/**
 * Only variables that a released program reads; each was looked up in its source or manual. Often
 * seen and left out, because nothing reads them: HF_HUB_DISABLE_SSL_VERIFY, TRANSFORMERS_VERIFY_SSL;
 * because an empty one changes nothing: REQUESTS_CA_BUNDLE; because it makes things safer:
 * TORCH_FORCE_WEIGHTS_ONLY_LOAD.
 */
export const environmentSwitches: readonly EnvironmentSwitch[] = [
  {
    name: "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD",
    when: "true",
    severity: "high",
    effect: "makes every `torch.load` that does not ask for weights only run the code in the file",
    controls: unpickles,
  },
  {
    name: "ESPNET_ALLOW_UNSAFE_TORCH_LOAD",
    when: "true",
    severity: "high",
    effect: "makes ESPnet unpickle checkpoints that the safe loader refused",
    controls: unpickles,
  },
  {
    name: "VLLM_ALLOW_INSECURE_SERIALIZATION",
    when: "true",
    severity: "high",
    effect: "makes vLLM's processes unpickle what they send each other over the network",
    controls: unpickles,
  },
  {
    name: "AIRFLOW__CORE__ENABLE_XCOM_PICKLING",
    when: "true",
    severity: "medium",
    effect: "makes Airflow unpickle what tasks leave for each other in the database",
    controls: unpickles,
  },
  {
    name: "C_FORCE_ROOT",
    when: "true",
    severity: "low",
    effect: "lets a Celery worker unpickle messages as root",
    controls: ["CWE-250", "CWE-502"],
  },
  {
    name: "HF_DATASETS_TRUST_REMOTE_CODE",
    when: "true",
    severity: "high",
    effect: "runs the loading script of every data set from the hub without asking",
    controls: runsForeignCode,
  },
  {
    name: "TRUST_REMOTE_CODE",
    when: "true",
    severity: "medium",
    effect: "lets Transformers and model servers run code that a model's repository brings",
    controls: runsForeignCode,
  },
  {
    name: "INFINITY_TRUST_REMOTE_CODE",
    when: "true",
    severity: "medium",
    effect: "lets the Infinity server run code that a model's repository brings",
    controls: runsForeignCode,
  },
  {
    name: "DIFFUSERS_TRUST_REMOTE_KERNELS",
    when: "true",
    severity: "medium",
    effect: "lets Diffusers download compiled kernels from the hub and run them",
    controls: runsForeignCode,
  },
  {
    name: "HF_ALLOW_CODE_EVAL",
    when: "true",
    severity: "medium",
    effect: "lets the `code_eval` metric run code that a model wrote, without a sandbox",
    controls: ["CWE-95", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
  },
  {
    name: "NUMEXPR_SANITIZE",
    when: "false",
    severity: "medium",
    effect: "makes numexpr evaluate strings without looking for attribute access and dunder names",
    controls: ["CWE-95"],
  },
  {
    name: "NLTK_ALLOW_UNSAFE_JARS",
    when: "true",
    severity: "low",
    effect: "lets NLTK run Java archives from places that it does not trust",
    controls: ["CWE-829"],
  },
  {
    name: "VLLM_ALLOW_RUNTIME_LORA_UPDATING",
    when: "true",
    severity: "medium",
    effect:
      "lets whoever reaches the vLLM API load an adapter from a path or repository of their choice",
    controls: ["CWE-306", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML10:2023"],
  },
  ...[
    ["TRACELOOP_TRACE_CONTENT", "sends every prompt and answer to where traces are collected"],
    [
      "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT",
      "sends every prompt and answer to where traces are collected",
    ],
    ["LANGCHAIN_TRACING_V2", "sends every prompt and answer to LangSmith"],
    ["LANGSMITH_TRACING", "sends every prompt and answer to LangSmith"],
    ["LANGCHAIN_TRACING", "sends every prompt and answer to LangSmith"],
    ["AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED", "puts prompts and answers into traces"],
  ].map(([name = "", effect = ""]): EnvironmentSwitch => ({
    name,
    when: "true",
    severity: "low",
    effect,
    controls: ["CWE-532", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0057"],
    audience: "pedantic",
  })),
  {
    name: "GRADIO_SHARE",
    when: "true",
    severity: "medium",
    effect: "publishes the demo through a public tunnel",
    controls: ["CWE-668", "CWE-306", "OWASP-LLM06:2026", "OWASP-LLM10:2025"],
  },
  {
    name: "LANGFLOW_AUTO_LOGIN",
    when: "true",
    severity: "medium",
    effect: "lets everybody who reaches Langflow in as its administrator, who may run code",
    controls: ["CWE-306", "OWASP-LLM03:2026", "OWASP-LLM06:2025"],
  },
  {
    name: "WEBUI_AUTH",
    when: "false",
    severity: "medium",
    effect: "lets everybody who reaches Open WebUI in as its administrator",
    controls: ["CWE-306", "OWASP-LLM03:2026", "OWASP-LLM06:2025"],
  },
  {
    name: "DANGEROUSLY_OMIT_AUTH",
    when: "true",
    severity: "high",
    effect: "lets any web page start programs through the MCP inspector",
    controls: ["CWE-306", "CWE-78", "OWASP-ASI02:2026"],
  },
  {
    name: "TS_DISABLE_TOKEN_AUTHORIZATION",
    when: "true",
    severity: "medium",
    effect: "opens TorchServe's APIs to everybody who reaches the port",
    controls: ["CWE-306"],
  },
  {
    name: "MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE",
    when: "true",
    severity: "medium",
    effect: "switches off the host and origin checks of the MLflow server",
    controls: ["CWE-346", "CWE-352"],
  },
  {
    name: "MLFLOW_TRACKING_INSECURE_TLS",
    when: "true",
    severity: "high",
    effect: "makes MLflow accept any certificate from its tracking server",
    controls: tlsOff,
  },
  {
    name: "MLFLOW_S3_IGNORE_TLS",
    when: "true",
    severity: "high",
    effect: "makes MLflow accept any certificate where it reads and writes artifacts",
    controls: tlsOff,
  },
  {
    name: "DATABRICKS_INSECURE",
    when: "true",
    severity: "high",
    effect: "makes MLflow accept any certificate from Databricks",
    controls: tlsOff,
  },
  {
    name: "WANDB_INSECURE_DISABLE_SSL",
    when: "true",
    severity: "high",
    effect: "makes Weights & Biases send its key and data to any certificate",
    controls: tlsOff,
  },
  {
    name: "SSL_VERIFY",
    when: "false",
    severity: "medium",
    effect: "makes LiteLLM accept any certificate from model providers",
    controls: tlsOff,
  },
  {
    name: "GIT_SSL_NO_VERIFY",
    when: "set",
    severity: "high",
    effect: "makes git accept any certificate, whatever its value",
    controls: tlsOff,
  },
  {
    name: "NODE_TLS_REJECT_UNAUTHORIZED",
    when: "false",
    severity: "high",
    effect: "makes Node.js accept any certificate",
    controls: tlsOff,
  },
  {
    name: "CONDA_SSL_VERIFY",
    when: "false",
    severity: "high",
    effect: "makes conda accept any certificate from package channels",
    controls: tlsOff,
  },
  {
    name: "PIP_TRUSTED_HOST",
    when: "not-empty",
    severity: "medium",
    effect: "makes pip accept any certificate, or none, from that host",
    controls: tlsOff,
  },
  {
    name: "UV_INSECURE_HOST",
    when: "not-empty",
    severity: "medium",
    effect: "makes uv accept any certificate, or none, from that host",
    controls: tlsOff,
  },
  {
    name: "CURL_CA_BUNDLE",
    when: "empty",
    severity: "medium",
    effect: "where it is empty, makes requests before 2.28 accept any certificate",
    controls: tlsOff,
  },
  {
    name: "PYTHONHTTPSVERIFY",
    when: "false",
    severity: "low",
    effect: "makes older Pythons of some distributions accept any certificate",
    controls: tlsOff,
  },
];

const byName = new Map(environmentSwitches.map((entry) => [entry.name, entry]));

/** True where a word is the name of a switch, to decide cheaply whether a closer look is worth it. */
export function isEnvironmentSwitch(word: string): boolean {
  // Long texts are not hashed: a file may have thousands of strings.
  return word.length < 60 && byName.has(word);
}

const unsafeValue: { readonly [when in UnsafeWhen]: RegExp } = {
  true: /^\s*(?:1|true|t|yes|y|on)\s*$/i,
  false: /^\s*(?:0|false|f|no|n|off)\s*$/i,
  empty: /^\s*$/,
  "not-empty": /\S/,
  set: /^/,
};

/** The switch that setting this variable to this value throws, if that turns a protection off. */
export function thrownSwitch(name: string, value: string): EnvironmentSwitch | undefined {
  const entry = byName.get(name);
  return entry !== undefined && unsafeValue[entry.when].test(value) ? entry : undefined;
}
