import { defaultPolicy, judge, runVersion, summarizeCoverage } from "../../core/index.ts";
import type { Coverage, Finding, Run, Step, SuppressedFinding } from "../../core/index.ts";
import { hostileTexts } from "./hostile.ts";
import { sampleChecks } from "./sample-checks.ts";
import { findingAt, sampleFinding } from "./sample-finding.ts";

/** A way over two files, back to where it is found. */
const sampleSteps: readonly Step[] = [
  {
    location: { path: "training/cli.py", line: 18, column: 12, endLine: 18, endColumn: 41 },
    message: "an argument of the command line",
    evidence: "    path = parser.parse_args().checkpoint",
  },
  {
    location: { path: "training/cli.py", line: 103, column: 5, endLine: 103, endColumn: 18 },
    message: "passed to `restore` as `args`",
    evidence: "    restore(path)",
  },
  {
    location: { path: "training/train.py", line: 42, column: 13, endLine: 42, endColumn: 60 },
    message: "loaded by `torch.load`, which runs what it finds in it",
    evidence: '    state = torch.load(args.checkpoint, map_location="cpu")',
  },
];

function sampleFindings(): Finding[] {
  const train = "training/train.py";
  return [
    findingAt({
      check: "torch-load-untrusted",
      path: train,
      line: 42,
      marked: '    state = «torch.load(args.checkpoint, map_location="cpu")»',
      around: ["def restore(args):", "    model.load_state_dict(state)"],
      more: { steps: sampleSteps },
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
      steps: [
        { location: { path: `from/${text}.py`, line: 1 }, message: `Step ${text}`, evidence: text },
        { location: { path: "b.ipynb", cell: 2, line: 3 }, message: text, evidence: `y ${text}` },
      ],
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
