/*
 * Pipelines and recipes of images that are broken on purpose: whatever was changed in them, reading
 * them ends soon, throws nothing, and no span leaves the text; nor does any check of them.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssetKind, Span } from "../../core/index.ts";
import { parseAsset } from "../../checks/parse.ts";
import { checks } from "../../checks/registry.generated.ts";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import type { PipelineView } from "./view.ts";
import { samples } from "./testing/samples.ts";

const all = checks.filter(({ meta }) => meta.asset === "pipeline");

function spansOf(view: PipelineView): readonly Span[] {
  const { jobs, images, stages, services, includes, triggers, environment } = view;
  const steps = jobs.flatMap((job) => job.steps);
  return [
    ...jobs,
    ...steps,
    ...steps.flatMap((step) => [...step.scripts, ...step.inputs, ...step.environment]),
    ...steps.flatMap((step) => step.commands),
    ...steps.flatMap((step) => step.uses ?? []),
    ...images,
    ...stages.flatMap((stage) => [stage, ...stage.instructions]),
    ...services,
    ...includes,
    ...triggers,
    ...environment,
  ];
}

/** Reads a text and asks every check of pipelines about it. */
function look(kind: AssetKind, path: string, text: string): number {
  const view = parseAsset({ kind, path, text }).views.pipeline;
  if (view === undefined) return 0;
  expectWithin(text, spansOf(view));
  const reported: Span[] = [];
  for (const check of all) {
    if (check.meta.asset !== "pipeline") continue;
    (check.run as (seen: PipelineView, report: (where: Span) => void) => void)(view, (where) =>
      reported.push(where),
    );
  }
  expectWithin(text, reported);
  return reported.length;
}

test("there is something to look for", () => {
  expect(all.length).toBeGreaterThan(20);
  for (const { kind, path, text } of samples)
    expect(look(kind, path, text), path).toBeGreaterThan(3);
});

/** Pieces that mean something to one of the languages. */
const pieces = [
  "\n",
  "  ",
  "- ",
  ": ",
  "|\n",
  "&a ",
  "*a",
  "<<: *a",
  "${{ ",
  " }}",
  "github.head_ref",
  "toJSON(",
  "'",
  '"',
  "'''",
  '"""',
  "\\",
  "\\\n",
  "$(",
  "`",
  "||",
  "{",
  "}",
  "[",
  "]",
  "!reference [a, script]",
  "extends: a",
  "<<EOF",
  "EOF\n",
  "#",
  "//",
  "/*",
  "\u0000",
  "\r",
  "FROM ",
  "sh ",
  "${",
];

/** A text with some of it cut out, doubled, or replaced by a piece. */
function mutated(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: text.length }),
    length: fc.nat({ max: 60 }),
    how: fc.constantFrom("cut", "double", "put"),
    piece: fc.constantFrom(...pieces),
  });
  return fc.array(edit, { minLength: 1, maxLength: 8 }).map((edits) => {
    let changed = text;
    for (const { at, length, how, piece } of edits) {
      const [before, part, after] = [
        changed.slice(0, at),
        changed.slice(at, at + length),
        changed.slice(at + length),
      ];
      if (how === "cut") changed = before + after;
      else changed = before + (how === "double" ? part + part : piece) + part + after;
    }
    return changed;
  });
}

describe.each(samples)("$path", ({ kind, path, text }) => {
  test("whatever is changed in it, it is read", () => {
    fc.assert(
      fc.property(mutated(text), (changed) => {
        look(kind, path, changed);
      }),
      { numRuns: 300, seed: 20_261_127 },
    );
  });
  test("made of pieces, it is read", () => {
    fc.assert(
      fc.property(textOf(pieces), (changed) => {
        look(kind, path, changed);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

const repeat = (piece: string, length = 150_000): string =>
  piece.repeat(Math.ceil(length / piece.length));

describe("takes no longer than its length allows", () => {
  test.each([
    ...pieces,
    "stage('a') { ",
    'sh "${a}"\n',
    'withCredentials([string(variable: "A")]) { ',
    "environment { A = credentials('x') }\n",
    "// a\n",
  ])("a Jenkinsfile of %j", (piece) => {
    const text = `pipeline {\n${repeat(piece)}`;
    expectQuick(() => look("text", "Jenkinsfile", text), 4_000);
  });
  test.each([
    "RUN pip install a\n",
    "RUN a > b > c > d || true\n",
    "COPY --from=a:b c d\n",
    "FROM a AS b\n",
    "ARG A=$A\n",
    "ENV TOKEN=$TOKEN\n",
    "RUN python <<EOF\n",
    "ADD https://a/b.git# c\n",
  ])("a Dockerfile of %j", (piece) => {
    const text = `ARG A=b\nFROM x AS y\n${repeat(piece)}`;
    expectQuick(() => look("dockerfile", "Dockerfile", text), 6_000);
  });
  test.each([
    "      - run: echo ${{ steps.a.outputs.b }} ${{ env.A }}\n",
    "      - uses: actions/checkout@v4\n        with: { ref: '${{ github.head_ref }}' }\n",
    "      - run: trivy image x > a > b > c > d > e > f || true\n",
    "      - { id: a, run: 'echo b=$A >> $GITHUB_OUTPUT' }\n",
    "      - run: echo $A | base64\n",
    "      - if: ${{ ((((((((a)))))))) }} b\n",
  ])("a workflow of %j", (piece) => {
    const head =
      "on: pull_request_target\nenv:\n  A: ${{ secrets.A }}\njobs:\n  j:\n    runs-on: x\n    steps:\n";
    const text = head + repeat(piece, 100_000);
    expectQuick(() => look("yaml", ".github/workflows/a.yml", text), 8_000);
  });
  test("aliases of one long script", () => {
    const head = `x: &big |\n${repeat("  pip install a b c d\n", 100_000)}jobs:\n  j:\n    steps:\n`;
    const text = `on: push\n${head}${"      - run: *big\n".repeat(3_000)}`;
    expectQuick(() => look("yaml", ".github/workflows/a.yml", text), 12_000);
    expect(
      parseAsset({ kind: "yaml", path: ".github/workflows/a.yml", text }).problems.map(
        ({ reason }) => reason,
      ),
    ).toContain("limit");
  });
  test("jobs that extend one another, and one with many variables", () => {
    const ring = Array.from(
      { length: 800 },
      (_, at) => `j${at}:\n  extends: [j${(at + 1) % 800}, j${(at + 7) % 800}]\n  script: a\n`,
    ).join("");
    expectQuick(() => look("yaml", ".gitlab-ci.yml", ring), 8_000);
    const variables = Array.from({ length: 4_000 }, (_, at) => `    A${at}: b\n`).join("");
    const jobs = Array.from({ length: 4_000 }, (_, at) => `j${at}: {extends: .a, script: b}\n`);
    const text = `.a:\n  variables:\n${variables}${jobs.join("")}`;
    expectQuick(() => look("yaml", ".gitlab-ci.yml", text), 8_000);
  });
});
