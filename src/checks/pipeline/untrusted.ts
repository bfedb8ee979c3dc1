import type { Entry, Job, PipelineView, Step, Text } from "../../formats/pipeline/view.ts";
import { input } from "../../formats/pipeline/view.ts";
import type { Span } from "../../core/index.ts";
import { contextsOf, expressionsIn, type Context } from "./expressions.ts";

/** Whose text it is: a stranger's, or somebody's who may start the pipeline or push to it. */
export type Author = "stranger" | "writer";

/** A value that somebody else writes, and where it is put in. */
export interface Untrusted extends Span {
  readonly path: string;
  readonly author: Author;
  /** Events in which the value is there; empty where it is not known. */
  readonly events: readonly string[];
}

interface Source {
  readonly path: RegExp;
  readonly author: Author;
  readonly events: readonly string[];
}

const ofRequests = [
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment",
];
const person = String.raw`(?:author|committer)\.(?:email|name)`;
const commit = String.raw`(?:message|${person})`;

/** What strangers write (GitHub: "Security hardening for GitHub Actions", untrusted input). */
const sources: readonly Source[] = [
  { path: /^github\.head_ref$/, author: "stranger", events: ofRequests },
  {
    path: /^github\.event\.pull_request\.(?:title|body|head\.(?:ref|label|repo\.(?:default_branch|description|homepage)))$/,
    author: "stranger",
    events: ofRequests,
  },
  {
    path: /^github\.event\.issue\.(?:title|body)$/,
    author: "stranger",
    events: ["issues", "issue_comment"],
  },
  {
    path: /^github\.event\.comment\.body$/,
    author: "stranger",
    events: [
      "issue_comment",
      "pull_request_review_comment",
      "discussion_comment",
      "commit_comment",
    ],
  },
  {
    path: /^github\.event\.review\.body$/,
    author: "stranger",
    events: ["pull_request_review"],
  },
  {
    path: /^github\.event\.discussion\.(?:title|body)$/,
    author: "stranger",
    events: ["discussion", "discussion_comment"],
  },
  { path: /^github\.event\.pages\..*page_name$/, author: "stranger", events: ["gollum"] },
  {
    path: new RegExp(
      String.raw`^github\.event\.workflow_run\.(?:head_branch|display_title|head_commit\.${commit}|head_repository\.(?:description|default_branch)|pull_requests\.\*\.head\.ref)$`,
    ),
    author: "stranger",
    events: ["workflow_run"],
  },
  {
    path: new RegExp(String.raw`^github\.event\.(?:commits\.\*|head_commit)\.${commit}$`),
    author: "writer",
    events: ["push"],
  },
  { path: /^github\.ref_name$/, author: "writer", events: ["push", "create", "delete"] },
  {
    path: /^(?:github\.event\.)?inputs\./,
    author: "writer",
    events: ["workflow_dispatch", "workflow_call"],
  },
  {
    path: /^github\.event\.client_payload\b/,
    author: "writer",
    events: ["repository_dispatch"],
  },
  {
    path: /^github\.event\.release\.(?:name|body|tag_name)$/,
    author: "writer",
    events: ["release"],
  },
];

/** Objects that hold text of strangers, where they are written out whole. */
const holders =
  /^github(?:\.event(?:\.(?:pull_request|issue|comment|review|discussion|workflow_run|head_commit|commits))?)?$/;

/** Outputs of well-known actions that hold names of branches or of files, which strangers choose. */
const outputs: readonly (readonly [action: RegExp, output: RegExp])[] = [
  [/^tj-actions\/changed-files$/, /files/],
  [/^tj-actions\/branch-names$/, /branch|ref/],
  [/^dorny\/paths-filter$/, /_files$/],
  [/^(?:jitterbit|trilom|lots0logs)\/(?:get|file)-changes?d?-/, /./],
  [/^xt0rted\/pull-request-comment-branch$/, /head_(?:ref|sha)/],
  [/^(?:alessbell|eficode)\/(?:pull-request-comment-branch|resolve-pr-refs)/, /head/],
];

function judge({ path, isWhole }: Context): Omit<Untrusted, keyof Span> | undefined {
  const source = sources.find((each) => each.path.test(path));
  if (source !== undefined) return { path, author: source.author, events: source.events };
  if (isWhole && holders.test(path)) return { path, author: "stranger", events: [] };
  return undefined;
}

/** Where a step stands. */
export interface Place {
  readonly view: PipelineView;
  readonly job: Job;
  readonly step: Step;
}

function variable({ view, job, step }: Place, name: string): Entry | undefined {
  const isNamed = (each: Entry): boolean => each.name.toLowerCase() === name;
  return (
    step.environment.findLast(isNamed) ??
    job.environment.findLast(isNamed) ??
    view.environment.findLast(isNamed)
  );
}

/** What strangers write of a text with `${{ … }}`, variables and outputs of steps followed once. */
export function untrustedIn(place: Place, text: Text): readonly Untrusted[] {
  return expressionsIn(text).flatMap(({ start, end, body }) =>
    contextsOf(body).flatMap((context): Untrusted[] => {
      const found = judge(context) ?? behind(place, context.path);
      return found === undefined ? [] : [{ ...found, start, end }];
    }),
  );
}

/** `env.NAME` and `steps.id.outputs.name`, where it is known what they hold. */
function behind(place: Place, path: string): Omit<Untrusted, keyof Span> | undefined {
  const [root, name = "", kind, output = ""] = path.split(".");
  if (root === "env") {
    const entry = variable(place, name);
    const found = entry === undefined ? undefined : ofValue(entry.value);
    return found === undefined ? undefined : { ...found, path: `${path} (${found.path})` };
  }
  if (root !== "steps" || kind !== "outputs") return undefined;
  const step = place.job.steps.find((each) => each.id?.toLowerCase() === name);
  const action = step?.uses?.name;
  if (step === undefined) return undefined;
  if (action !== undefined) {
    const isKnown = outputs.some(([uses, names]) => uses.test(action) && names.test(output));
    const isSafe = input(step, "safe_output")?.value !== "false";
    // From version 41 on its outputs are escaped unless that is turned off.
    if (!isKnown || (action === "tj-actions/changed-files" && isSafe && !isOld(step)))
      return undefined;
    return { path, author: "stranger", events: ofRequests };
  }
  const written = writtenOut({ ...place, step }).get(output);
  return written === undefined ? undefined : { ...written, path: `${path} (${written.path})` };
}

/** CVE-2023-51664: names of files as they are, before version 41. */
function isOld(step: Step): boolean {
  const major = /^v?(\d+)/.exec(step.uses?.ref ?? "")?.[1];
  return major !== undefined && !/^[0-9a-f]{40}$/.test(step.uses?.ref ?? "") && Number(major) < 41;
}

function ofValue(value: Text): Omit<Untrusted, keyof Span> | undefined {
  for (const { body } of expressionsIn(value))
    for (const context of contextsOf(body)) {
      const found = judge(context);
      if (found !== undefined) return found;
    }
  return undefined;
}

type Outputs = ReadonlyMap<string, Omit<Untrusted, keyof Span>>;

/** What is known of the outputs of a step; many expressions ask for them. */
const outputsOfSteps = new WeakMap<Step, Outputs>();

/** `echo "name=$TITLE" >> "$GITHUB_OUTPUT"`, where TITLE holds what strangers write. */
function writtenOut(place: Place): Outputs {
  const before = outputsOfSteps.get(place.step);
  if (before !== undefined) return before;
  const found = new Map<string, Omit<Untrusted, keyof Span>>();
  for (const { value } of place.step.scripts) {
    for (const line of value.slice(0, 100_000).split("\n")) {
      const name = line.includes("GITHUB_OUTPUT") ? /([\w-]{1,100})=/.exec(line)?.[1] : undefined;
      if (name === undefined) continue;
      for (const entry of variablesOn(place, line)) {
        const source = ofValue(entry.value);
        if (source !== undefined) found.set(name.toLowerCase(), source);
      }
    }
  }
  outputsOfSteps.set(place.step, found);
  return found;
}

/** The variables of a step that a line of its script names. */
export function variablesOn(place: Place, line: string): readonly Entry[] {
  const names = line.slice(0, 5_000).matchAll(/\$\{?([A-Za-z_]\w*)/g);
  return [...names].flatMap(([, name = ""]) => variable(place, name.toLowerCase()) ?? []);
}

/** True where what strangers write is the value of a variable. */
export function isUntrusted(entry: Entry): boolean {
  return ofValue(entry.value)?.author === "stranger";
}
