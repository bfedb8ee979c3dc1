import type { Detection } from "../detect/detection.ts";
import type { ModelRequest, Refusal, ToolDeclaration, Usage } from "./surface.ts";

/** Who asks: found once for each request, from its key. */
export interface Principal {
  /** Public id of the key, never the key: in logs, metrics and limits. */
  readonly key: string;
  readonly tenant: string;
  /** The end user whom the application names, where the key may name one. */
  readonly user: string | undefined;
  /** Session, bound to the principal; what ids, canaries, labels and sequences belong to. */
  readonly session: string;
  /** False where neither a session nor a user was named: then the session is all that the key does. */
  readonly isSessionNamed?: boolean;
  readonly address: string;
  readonly scopes: readonly string[];
  /** Patterns of the models that it may ask (`*` stands for anything); all where there are none. */
  readonly models?: readonly string[];
}

/** Finds out who asks. */
export interface Identity {
  readonly authenticate: (given: AuthGiven) => Principal | Refusal;
}

/** Header names are lower case; a header that came twice is refused before. */
export interface AuthGiven {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly address: string;
}

/** Lets requests in, by rate, tokens, money and number at a time. */
export interface Limiter {
  /** Before anything else costs: rates by address and key. */
  readonly arrive: (principal: Principal) => Promise<Admission>;
  /** Reserves what the request may cost at most; settled or released whatever happens. */
  readonly reserve: (principal: Principal, estimate: CostEstimate) => Promise<Admission>;
}

export interface CostEstimate {
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type Admission =
  | {
      readonly kind: "admitted";
      /** `RateLimit`, `RateLimit-Policy` … */
      readonly headers: Readonly<Record<string, string>>;
      /** Milliseconds that the request waits first (nginx's burst without nodelay). */
      readonly delayMs: number;
      readonly lease: Lease;
    }
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      readonly headers: Readonly<Record<string, string>>;
    };

/** What is held for one request. Exactly one of these counts; calling twice does nothing. */
export interface Lease {
  /** The request cost this; what was reserved beyond it is given back. */
  readonly settle: (usage: Usage) => Promise<void>;
  /**
   * It reached the model, and nobody says what it cost: a client or a server that broke off. All that was
   * reserved counts, since the model may have written on.
   */
  readonly keep: () => Promise<void>;
  /** The request never reached the model: all is given back. */
  readonly release: () => Promise<void>;
}

/** Who was given which ids of the provider's. */
export interface Ownership {
  readonly owns: (principal: Principal, kind: string, id: string) => Promise<boolean>;
  readonly give: (principal: Principal, kind: string, id: string) => Promise<void>;
}

/** Watches how somebody asks, over many requests. */
export interface AbuseWatch {
  readonly see: (principal: Principal, request: ModelRequest) => AbuseAnswer;
}

/** What to do with this request, mildest first. */
export interface AbuseAnswer {
  readonly response: "none" | "flag" | "slow" | "coarsen" | "block";
  /** For `slow`. */
  readonly delayMs: number;
  /** Which detectors say so: "prada", "templates", "log-probabilities", "enumeration", "flooding". */
  readonly signs: readonly AbuseSign[];
}

export interface AbuseSign {
  readonly detector: string;
  readonly score: number;
  readonly message: string;
}

/** Decides on calls of tools. */
export interface ToolPolicy {
  /** What of the declared tools the model may see. */
  readonly judgeTools: (principal: Principal, tools: readonly ToolDeclaration[]) => ToolsVerdict;
  /** On one call that the model makes; may ask a person. */
  readonly judgeCall: (call: ToolCall) => Promise<CallVerdict>;
}

export interface ToolsVerdict {
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

export interface ToolCall {
  readonly principal: Principal;
  readonly tool: string;
  readonly declaration: ToolDeclaration | undefined;
  /** JSON text as the model wrote it. */
  readonly argumentsText: string;
  /** True where text that nobody vouches for (tool results, documents) is in the model's context. */
  readonly isContextUntrusted: boolean;
  /** Texts that are untrusted, newest last. */
  readonly untrusted: readonly string[];
  /** True where more such text is in the context than was seen here: a provider's own tools, stored conversations. */
  readonly hasUnseen?: boolean;
  /** Texts of the user and of the system: what stands in them as well is vouched for. */
  readonly trusted?: readonly string[];
  /** Names of the tools that this exchange's history has called already, in order. */
  readonly earlier: readonly string[];
  /** True where `earlier` tells all that this conversation has called: the provider keeps nothing of it. */
  readonly isHistoryWhole?: boolean;
}

export interface CallVerdict {
  readonly verdict: "allow" | "block";
  /** Why, in words for the log and for who asked. */
  readonly message: string;
  /** Which rule said so. */
  readonly rule: string;
}

/** A line of the audit log, before it is chained. Content is hashed or redacted by who makes it. */
export interface AuditRecord {
  readonly time: string;
  readonly exchange: string;
  readonly event: "request" | "answer" | "refused" | "incident" | "admin" | "start" | "stop";
  readonly principal?: { readonly key: string; readonly tenant: string; readonly session: string };
  readonly surface?: string;
  readonly model?: string;
  readonly upstream?: string;
  readonly verdict?: "allow" | "redact" | "block";
  readonly detections?: readonly Detection[];
  readonly usage?: Usage;
  readonly status?: number;
  /** SHA-256 of content, by what it is of. */
  readonly digests?: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** Append-only and hash-chained. */
export interface AuditLog {
  /** Resolves once the record would survive the end of the process; rejects where it cannot be written. */
  readonly append: (record: AuditRecord) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Measures one exchange; for metrics, spans and timing headers. */
export interface ExchangeMeter {
  /** W3C `traceparent` for what is called for this exchange. */
  readonly traceparent: string;
  /** Names a stage that begins now: "auth", "limits", "input-guards", "upstream", "output-guards" … */
  readonly stage: (name: string) => void;
  /** Names the model, which is known only once the body was read. */
  readonly model?: (name: string) => void;
  readonly firstToken: () => void;
  readonly detections: (direction: "input" | "output", found: readonly Detection[]) => void;
  readonly end: (outcome: ExchangeOutcome) => void;
  /** `Server-Timing` value so far (W3C). */
  readonly header: () => string;
}

export interface ExchangeOutcome {
  readonly status: number;
  readonly verdict: "allow" | "redact" | "block";
  readonly usage: Usage | undefined;
  readonly error?: string;
}

/** Prometheus metrics and OpenTelemetry's GenAI spans. */
export interface Telemetry {
  readonly begin: (given: {
    readonly surface: string;
    readonly provider: string;
    readonly model: string;
    readonly traceparent: string | undefined;
  }) => ExchangeMeter;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  readonly close: () => Promise<void>;
}
