import {
  defaultPolicy,
  fingerprint,
  judge,
  runVersion,
  summarizeCoverage,
} from "../../core/index.ts";
import type { Coverage, Finding, Run, SuppressedFinding } from "../../core/index.ts";
import { sampleChecks } from "./sample-checks.ts";

/** Text that attacks the reader of a report: terminals, pages, logs, Markdown, XML. */
export const hostileTexts: readonly string[] = [
  "\u001b[2J\u001b[1;1H\u001b[32mAll clear\u001b[0m\u0007",
  "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
  "</script><script>alert(1)</script>",
  `"><img src=x onerror=alert(1)> ' onmouseover='alert(1)`,
  "]]>&amp;&#0;<![CDATA[",
  "\n::error file=a.py,line=1::forged%0A\r\n::set-output name=x::y",
  "@everyone #1 [click](https://evil.example) ![x](https://evil.example/p.png) | a | `b` ``` ~~~",
  "admin\u202e\u2066 // only\u2069 \u2066code\u200b\ufeff\u{e0041}",
  "\ud800 lone \udc00 surrogates \u0000 nul \u009b31m c1",
  "日本語のパス 👩‍🔬 e\u0301 ｗｉｄｅ",
];

/** A finding of one of the sample checks; whatever is not given is filled in consistently. */
export function sampleFinding(
  given: { readonly check: string; readonly path: string } & Partial<Finding>,
): Finding {
  const meta = sampleChecks.find((check) => check.id === given.check) ?? sampleChecks[0]!;
  const { path, ...rest } = given;
  const evidence = given.evidence ?? "model = torch.load(path)";
  const line = given.location?.line ?? 1;
  const at = Math.max(0, evidence.search(/\S/));
  return {
    code: meta.code,
    title: meta.title,
    aliases: meta.aliases,
    asset: meta.asset,
    severity: meta.severity,
    confidence: meta.confidence,
    audience: meta.audience,
    location: { path, line, column: at + 1, endLine: line, endColumn: evidence.length + 1 },
    message: meta.title,
    evidence,
    mend: meta.mend,
    controls: meta.controls,
    fingerprint: fingerprint({ check: meta.id, path, evidence, ordinal: line }),
    ...rest,
  };
}

/** A finding at a part of a line, with the lines around it. */
export function findingAt(given: {
  readonly check: string;
  readonly path: string;
  readonly line: number;
  /** The whole line; the part to mark stands between `«` and `»`. */
  readonly marked: string;
  readonly around?: readonly [before: string, after: string];
  readonly more?: Partial<Finding>;
}): Finding {
  const { check, path, line, marked, around, more } = given;
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const evidence = marked.replace("«", "").replace("»", "");
  return sampleFinding({
    check,
    path,
    evidence,
    location: { path, line, column: start + 1, endLine: line, endColumn: end + 1 },
    ...(around && {
      snippet: { startLine: line - 1, lines: [around[0], evidence, around[1]] },
    }),
    ...more,
  });
}

function sampleFindings(): Finding[] {
  const train = "training/train.py";
  return [
    findingAt({
      check: "torch-load-untrusted",
      path: train,
      line: 42,
      marked: '    state = «torch.load(args.checkpoint, map_location="cpu")»',
      around: ["def restore(args):", "    model.load_state_dict(state)"],
    }),
    ...[61, 74, 90, 112, 130, 131, 155].map((line) =>
      findingAt({
        check: "torch-load-untrusted",
        path: train,
        line,
        marked: `        shards.append(«torch.load(shard_${line})»)`,
        around: ["    for shard in paths:", "    return shards"],
      }),
    ),
    findingAt({
      check: "verify-off",
      path: train,
      line: 12,
      marked: "data = requests.get(URL, «verify=False»).content",
      around: ['URL = "https://data.example.com/credit.csv"', ""],
    }),
    findingAt({
      check: "hard-coded-credential",
      path: "serving/app.py",
      line: 7,
      marked: 'MLFLOW_TRACKING_URI = «"https://svc:****@mlflow.example.com"»',
      around: ["import os", ""],
      more: { message: "A password stands in the tracking URI that this module exports" },
    }),
    findingAt({
      check: "served-on-all-interfaces",
      path: "serving/app.py",
      line: 58,
      marked: '    uvicorn.run(app, «host="0.0.0.0"», port=8000)',
      around: ['if __name__ == "__main__":', ""],
    }),
    sampleFinding({
      check: "torch-load-untrusted",
      path: "models/checkpoint.pt",
      location: { path: "models/checkpoint.pt", member: "archive/data.pkl" },
      evidence: "GLOBAL posix system",
      message: "The pickle in this checkpoint calls posix.system when it is loaded",
      severity: "critical",
    }),
    sampleFinding({
      check: "verify-off",
      path: "notebooks/explore.ipynb",
      location: {
        path: "notebooks/explore.ipynb",
        cell: 3,
        line: 4,
        column: 1,
        endLine: 6,
        endColumn: 2,
      },
      evidence: "requests.post(",
      snippet: {
        startLine: 4,
        lines: ["requests.post(", "    url, verify=False", ")", "print('done')"],
      },
    }),
    sampleFinding({
      check: "assert-used",
      path: train,
      location: { path: train, line: 200, column: 1, endLine: 200, endColumn: 12 },
      evidence: "assert x > 0",
    }),
    sampleFinding({
      check: "pinned-model-missing",
      path: "config/pipeline.yaml",
      location: { path: "config/pipeline.yaml", pointer: "/model/name" },
      evidence: "name: org/model",
    }),
  ];
}

function hostileFindings(): Finding[] {
  return hostileTexts.map((text, index) =>
    sampleFinding({
      check: index % 2 === 0 ? "verify-off" : "prompt-from-input",
      path: `hostile/${text}.py`,
      location: {
        path: `hostile/${text}.py`,
        line: index + 1,
        column: 3,
        endLine: index + 1,
        endColumn: 6,
      },
      evidence: `x ${text}`,
      message: `Message with ${text}`,
      mend: `Mend ${text}`,
      snippet: { startLine: index + 1, lines: [`x ${text}`, text] },
    }),
  );
}

const coverage: readonly Coverage[] = [
  { path: "training/train.py", kind: "python", size: 8_412, status: "checked" },
  { path: "serving/app.py", kind: "python", size: 2_120, status: "checked" },
  { path: "notebooks/explore.ipynb", kind: "notebook", size: 40_112, status: "checked" },
  { path: "config/pipeline.yaml", kind: "yaml", size: 812, status: "checked" },
  { path: "models/checkpoint.pt", kind: "zip", size: 1_840_220, status: "checked" },
  { path: "README.md", kind: "markdown", size: 900, status: "skipped", reason: "no-check" },
  { path: "data/credit.csv", kind: "text", size: 90_000, status: "skipped", reason: "no-check" },
  { path: "old/", kind: "text", size: 0, status: "skipped", reason: "excluded" },
  {
    path: "training/broken.py",
    kind: "python",
    size: 311,
    status: "failed",
    reason: "syntax-error",
    detail: "line 3, column 9: unexpected indent; the rest of the file was searched",
  },
  {
    path: "models/huge.bin",
    kind: "binary",
    size: 9_000_000_000,
    status: "failed",
    reason: "too-large",
  },
];

/** A run like that of a real project, with a finding of each shape and, if wanted, hostile ones. */
export function sampleRun(
  options: { readonly hostile?: boolean; readonly findings?: readonly Finding[] } = {},
): Run {
  const findings = options.findings ?? [
    ...sampleFindings(),
    ...(options.hostile === true ? hostileFindings() : []),
  ];
  const suppressed: SuppressedFinding[] = [
    {
      ...findingAt({
        check: "verify-off",
        path: "training/train.py",
        line: 19,
        marked: "requests.get(LOCAL, «verify=False»)",
      }),
      suppression: {
        kind: "comment",
        reason: "talks to a test double on this machine",
        location: { path: "training/train.py", line: 19 },
      },
    },
    {
      ...findingAt({
        check: "assert-used",
        path: "serving/app.py",
        line: 9,
        marked: "«assert» ready",
      }),
      audience: "default",
      suppression: { kind: "config", reason: "asserts stay on in our image", until: "2027-03-01" },
    },
  ];
  return {
    version: runVersion,
    tool: { name: "pavise", version: "0.1.0" },
    command: "scan",
    targets: ["examples/credit-model"],
    startedAt: "2026-11-20T09:30:00.000Z",
    durationMs: 1_284,
    audience: "default",
    gate: judge({ findings, coverage, policy: defaultPolicy }),
    findings,
    suppressed,
    coverage: { summary: summarizeCoverage(coverage), assets: coverage },
    checks: sampleChecks,
    problems: options.hostile === true ? ["worker 2 ended: \u001b[31mout of memory"] : [],
  };
}

/** A run without findings; `unread` leaves one asset that could not be read. */
export function cleanRun(options: { readonly unread?: boolean } = {}): Run {
  const assets = coverage.filter((entry) => options.unread === true || entry.status !== "failed");
  return {
    ...sampleRun({ findings: [] }),
    suppressed: [],
    checks: [],
    coverage: { summary: summarizeCoverage(assets), assets },
  };
}

/** A run with `size` findings over `size / 25` files. */
export function largeRun(size: number): Run {
  const findings = Array.from({ length: size }, (_, index) =>
    findingAt({
      check: sampleChecks[index % sampleChecks.length]!.id,
      path: `src/package_${Math.floor(index / 25) % 40}/module_${Math.floor(index / 25)}.py`,
      line: (index % 25) * 7 + 2,
      marked: `    value_${index} = «load(path_${index}, unsafe=True)»`,
      around: ["def f(path):", "    return value"],
    }),
  );
  return sampleRun({ findings });
}
