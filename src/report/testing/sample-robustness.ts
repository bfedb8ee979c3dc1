import {
  judge,
  runVersion,
  summarizeCoverage,
  type AttackOutcome,
  type Robustness,
  type Run,
} from "../../core/index.ts";

const spread = (median: number) => ({ mean: median * 1.1, median, max: median * 2 });

/** An attack that leaves this much. */
export function sampleOutcome(id: string, more: Partial<AttackOutcome> = {}): AttackOutcome {
  const robustAccuracy = more.robustAccuracy ?? 0.485;
  return {
    id,
    title: id.toUpperCase(),
    access: "gradient",
    kind: "bounded",
    norm: "linf",
    eps: 8 / 255,
    targeted: false,
    parameters: { steps: 10, stepSize: 2 / 255, randomStart: false, restarts: 1 },
    evaluated: 200,
    interval: [robustAccuracy - 0.07, robustAccuracy + 0.07],
    successRate: 1 - robustAccuracy / 0.89,
    perClass: [],
    distances: {
      linf: spread(0.0314),
      l2: spread(0.71),
      l1: spread(17.3),
      l0: spread(700),
    },
    queries: spread(11),
    seconds: 3.2,
    zeroGradients: 0.02,
    unchanged: 0,
    outside: 0,
    notes: [],
    ...more,
    robustAccuracy,
  };
}

/** One white pixel, as PNG. */
const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";
const names = ["T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker"];

const rate = (value: number) => ({ value, low: value - 0.06, high: value + 0.06 });

/** An evaluation with something of everything. */
export function sampleRobustness(): Robustness {
  const curve = (attack: string, values: readonly number[]) => ({
    attack,
    norm: "linf",
    points: [0, 2, 4, 8, 16].map((step, at) => ({
      eps: step / 255,
      robustAccuracy: rate(values[at] ?? 0.06),
    })),
  });
  return {
    model: {
      path: "model.onnx",
      sha256: "ab".repeat(32),
      inputShape: [1, 28, 28],
      classes: 8,
      answers: "logits",
      gradients: true,
      softmaxStripped: true,
      provider: "cpu",
    },
    data: {
      path: "images.npy",
      sha256: "cd".repeat(32),
      count: 200,
      of: 10_000,
      classNames: names,
    },
    range: [0, 1],
    preprocessing: ["scaled by 1/255"],
    seed: 0,
    cleanAccuracy: 0.89,
    cleanInterval: [0.84, 0.926],
    robust: rate(0.48),
    attacks: [
      sampleOutcome("fgsm", { robustAccuracy: 0.585, queries: spread(1) }),
      sampleOutcome("pgd", { robustAccuracy: 0.485 }),
      sampleOutcome("square", { robustAccuracy: 0.51, access: "scores", queries: spread(312) }),
      sampleOutcome("deepfool", { robustAccuracy: 0.12, kind: "minimal", norm: "l2", eps: 0.5 }),
    ],
    worst: [
      {
        norm: "linf",
        eps: 8 / 255,
        attacks: ["fgsm", "pgd", "square"],
        robustAccuracy: rate(0.48),
      },
    ],
    perClass: names.map((_, label) => ({
      label,
      count: 25,
      clean: 0.95 - label * 0.04,
      robust: Math.max(0.06, 0.8 - label * 0.1),
    })),
    curves: [
      curve("fgsm", [0.89, 0.82, 0.73, 0.585, 0.4]),
      curve("pgd", [0.89, 0.8, 0.68, 0.485, 0.14]),
    ],
    trust: [
      {
        id: "softmax",
        status: "good",
        title: "Scores are logits",
        detail: "The last softmax was taken off.",
      },
      {
        id: "zero-gradients",
        status: "warning",
        title: "Gradients are there",
        detail: "The gradient of 3 of 32 inputs is zero everywhere.",
      },
      {
        id: "restarts",
        status: "open",
        title: "Another start gives the same",
        detail: "No attack draws its start.",
      },
    ],
    examples: [
      ...[0, 1, 2].map((index) => ({
        index,
        attack: index === 2 ? "square" : "pgd",
        norm: "linf",
        eps: 8 / 255,
        label: index,
        before: { label: index, confidence: 0.97 },
        after: { label: index + 2, confidence: 0.81 },
        distance: { linf: 0.0314, l2: 0.7, l0: 700 },
        pictures: {
          original: pixel,
          adversarial: pixel,
          difference: pixel,
          magnified: 10,
          width: 28,
          height: 28,
        },
      })),
      {
        index: 9,
        attack: "hop-skip-jump",
        norm: "l2",
        label: 1,
        before: { label: 1 },
        after: { label: 0 },
        distance: { linf: 3, l2: 3.2, l0: 2 },
        features: [
          { name: "income", before: 41_000, after: 44_000 },
          { name: "age", before: 31, after: 32.5 },
        ],
      },
    ],
    corruptions: ["gaussian-noise", "fog"].flatMap((kind) =>
      [1, 2, 3, 4, 5].map((severity) => ({ kind, severity, accuracy: 0.9 - severity * 0.1 })),
    ),
    certification: {
      norm: "linf",
      eps: 8 / 255,
      method: "crown",
      evaluated: 200,
      certified: rate(0.21),
      broken: 0.52,
      unknown: 0.27,
      seconds: 12,
    },
    backdoors: {
      classes: [
        { label: 0, radius: 5.4, ratio: 0.9, isSuspect: false },
        { label: 1, radius: 1.8, ratio: 2.9, isSuspect: true },
      ],
      graph: [],
      seconds: 30,
    },
    extraction: {
      strategy: "random",
      points: [
        { queries: 100, agreement: 0.61 },
        { queries: 1000, agreement: 0.82 },
      ],
      chance: 0.11,
      modelAccuracy: 0.9,
      notes: [],
      seconds: 9,
    },
    membership: {
      members: 500,
      others: 500,
      memberAccuracy: 0.98,
      otherAccuracy: 0.9,
      attacks: [
        {
          id: "shadow",
          paper: "Carlini et al. 2022",
          auc: 0.58,
          interval: [0.545, 0.615],
          balancedAccuracy: 0.55,
          foundAt1: 0.04,
        },
      ],
      notes: [],
      seconds: 20,
    },
    bar: {
      minimum: 0.5,
      measured: rate(0.48),
      norm: "linf",
      eps: 8 / 255,
      attacks: ["fgsm", "pgd", "square"],
    },
    complete: true,
  };
}

/** A run of `pavise attack`. */
export function attackRun(more: Partial<Run> = {}): Run {
  const assets = [
    { path: "model.onnx", kind: "onnx", size: 425_000, status: "checked" },
    { path: "images.npy", kind: "numpy", size: 156_928, status: "checked" },
  ] as const;
  return {
    version: runVersion,
    tool: { name: "pavise", version: "0.1.0" },
    command: "attack",
    targets: ["model.onnx"],
    startedAt: "2026-11-28T07:00:00.000Z",
    durationMs: 12_300,
    audience: "default",
    gate: judge({
      findings: [],
      coverage: assets,
      policy: {
        failOn: "high",
        minConfidence: "low",
        audience: "default",
        rules: [],
        unread: "report",
      },
    }),
    findings: [],
    suppressed: [],
    coverage: { summary: summarizeCoverage(assets), assets },
    checks: [],
    robustness: sampleRobustness(),
    problems: [],
    ...more,
  };
}
