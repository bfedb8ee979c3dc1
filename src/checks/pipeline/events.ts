import type { Job, PipelineView, Step } from "../../formats/pipeline/view.ts";

/** Events that somebody without any right starts, and that run with the rights of the repository. */
const privileged = new Set([
  "pull_request_target",
  "issues",
  "issue_comment",
  "workflow_run",
  "discussion",
  "discussion_comment",
  "commit_comment",
  "fork",
  "watch",
  "gollum",
]);

/** Events that a fork starts; the token of `pull_request` reads only, and no secrets are there. */
const foreign = new Set([
  ...privileged,
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
]);

/** True for an event that a stranger starts and that runs with the rights of the repository. */
export function isPrivileged(event: string): boolean {
  return privileged.has(event);
}

/** True for an event that a stranger starts. */
export function isForeign(event: string): boolean {
  return foreign.has(event);
}

/** The conditions under which a step runs, its own and that of its job. */
export function conditionsOf(job: Job, step?: Step): readonly string[] {
  return [job.condition?.value, step?.condition?.value]
    .filter((each) => each !== undefined)
    .map((each) => each.slice(0, 5_000));
}

/** Events that start a step: those of the workflow, less those that its conditions leave out. */
export function eventsOf(view: PipelineView, job: Job, step?: Step): readonly string[] {
  let names = view.triggers.map(({ name }) => name);
  for (const condition of conditionsOf(job, step)) {
    const branches = condition.split("||");
    const named = branches.map((branch) =>
      [...branch.matchAll(/github\.event_name\s*==\s*'(\w+)'/g)].map((found) => found[1] ?? ""),
    );
    if (named.every((each) => each.length > 0))
      names = names.filter((name) => named.flat().includes(name));
    const without =
      branches.length === 1 ? branches[0]!.matchAll(/event_name\s*!=\s*'(\w+)'/g) : [];
    for (const [, name] of without) names = names.filter((each) => each !== name);
  }
  return names;
}

/**
 * True where a condition lets only people through who are trusted anyway: members by their
 * association, one actor by name, branches of the repository itself, or a right that is asked for.
 */
export function isGuarded(conditions: readonly string[]): boolean {
  return conditions.some((text) => {
    // In one of several alternatives it guards nothing by itself, but who writes it knows the rest.
    if (/author_association/.test(text)) return true;
    if (/head\.repo\.full_name\s*==|==\s*github\.event\.pull_request\.head\.repo/.test(text))
      return true;
    if (/head_repository\.full_name\s*==|head_repository\.fork\s*==\s*false/.test(text))
      return true;
    if (
      /head\.repo\.fork\s*==\s*false|!\s*github\.event\.pull_request\.head\.repo\.fork/.test(text)
    )
      return true;
    if (/(?:head\.repo\.owner\.login|head_repository\.owner\.login)\s*==/.test(text)) return true;
    // A list of names that is written down.
    if (
      /contains\(\s*fromjson\([^)]{1,2000}\),\s*(?:github\.(?:actor|triggering_actor)\b|github\.event\.[\w.]{1,60}\.login)/i.test(
        text,
      )
    )
      return true;
    return /(?:github\.(?:actor|triggering_actor)|user\.login|sender\.login)\s*==\s*'(?!dependabot)/.test(
      text,
    );
  });
}

/** True where somebody with rights has to put a label on first. */
export function isLabelled(conditions: readonly string[]): boolean {
  return conditions.some((text) => /labels?\.(?:\*\.)?name/.test(text));
}
