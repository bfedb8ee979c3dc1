import type { FindingDetails, Span } from "../../core/index.ts";
import type { Command } from "../../formats/command/view.ts";
import type { Script } from "../../formats/pipeline/view.ts";

/** A place where a pipeline fills text in before a shell reads the script. */
export type Filled = FindingDetails & { readonly where: Span };

/** Variables of Jenkins that who opens a request, or pushes a branch, chooses. */
const ofStrangers =
  /\b(?:CHANGE_(?:TITLE|BRANCH|AUTHOR|AUTHOR_DISPLAY_NAME|AUTHOR_EMAIL|FORK)|GITHUB_COMMENT|ghprb(?:PullTitle|PullLongDescription|SourceBranch|CommentBody|ActualCommitAuthor)|gitlab(?:MergeRequestTitle|MergeRequestDescription|SourceBranch|TriggerPhrase))\b/;
const ofWriters = /\b(?:BRANCH_NAME|GIT_BRANCH|GIT_LOCAL_BRANCH|TAG_NAME)\b/;

/** Variables of a Jenkinsfile that are set to what strangers write: `def text = env.CHANGE_TITLE`. */
export function namesOfStrangers(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, name = "", value = ""] of text.matchAll(
    /\b(?:def|String|final)[ \t]{1,5}(\w{1,100})[ \t]{0,5}=[ \t]{0,5}((?:env\.)?\w{1,100})/g,
  ))
    if (ofStrangers.test(value)) found.add(name);
  return found;
}

/** What Groovy fills into a script in double quotes. */
export function filledInJenkins(
  { filled = [] }: Script,
  strangers: ReadonlySet<string>,
): readonly Filled[] {
  return filled.flatMap(({ value, start, end }): Filled[] => {
    const where = { start, end };
    const name = value.slice(0, 80);
    const message = `Groovy pastes \`${name}\` into a script before it runs`;
    const isTheirs = strangers.has(/^\w{1,100}/.exec(value)?.[0] ?? "");
    if (isTheirs || ofStrangers.test(value)) return [{ where, severity: "high", message }];
    if (ofWriters.test(value)) return [{ where, severity: "low", audience: "pedantic", message }];
    if (/\bparams\b/.test(value))
      return [{ where, severity: "low", audience: "pedantic", message }];
    return [];
  });
}

const azureStrangers =
  /\$\((?:Build\.(?:SourceVersionMessage|SourceVersionAuthor|RequestedFor|RequestedForEmail)|Build\.SourceBranch(?:Name)?|System\.PullRequest\.(?:SourceBranch|SourceBranchName))\)/gi;
const azureParameters = /\$\{\{\s*parameters\.[\w.]{1,100}\s*\}\}/g;

/** What Azure fills into a script: `$(…)` of what a commit says, and parameters. */
export function filledInAzure({ value, place }: Script): readonly Filled[] {
  const strangers = [...value.matchAll(azureStrangers)].map(({ 0: found, index }): Filled => {
    const isText = /message|author|requestedfor/i.test(found);
    const message = `\`${found}\` is pasted into a script before it runs`;
    const where = place(index, index + found.length);
    // Names of branches are those of a writer, but for the branch of a pull request.
    return isText || /pullrequest/i.test(found)
      ? { where, severity: "medium", message }
      : { where, severity: "low", audience: "pedantic", message };
  });
  const parameters = [...value.matchAll(azureParameters)].map(({ 0: found, index }): Filled => ({
    where: place(index, index + found.length),
    severity: "low",
    audience: "audit",
    message: `\`${found}\` is pasted into a script before it runs`,
  }));
  return [...strangers, ...parameters];
}

const gitlabStrangers =
  /\$\{?(?:CI_COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|REF_NAME|BRANCH|TAG)|CI_MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME|LABELS)|CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME)\b/;

/**
 * GitLab hands variables to the shell, which does not read them again, unless it is told to. An
 * input (`$[[ … ]]`) is pasted into the file.
 */
export function filledInGitlab(script: Script, commands: readonly Command[]): readonly Filled[] {
  const found: Filled[] = [];
  for (const command of commands) {
    if (!/^(?:eval|sh|bash|dash|zsh|ash)$/.test(command.program)) continue;
    for (const [index, word] of command.args.entries()) {
      const isScript =
        command.program === "eval" || /^-[a-z]*c$/.test(command.args[index - 1]?.text ?? "");
      const name = gitlabStrangers.exec(word.text)?.[0];
      if (!isScript || name === undefined || word.isKnown) continue;
      found.push({
        where: word,
        severity: "high",
        message: `\`${name.replace("{", "")}\` is read as a script`,
      });
    }
  }
  for (const { 0: written, index } of script.value.matchAll(
    /\$\[\[\s{0,10}inputs\.[\w.-]{1,100}[^\]\n]{0,100}\]\]/g,
  ))
    found.push({
      where: script.place(index, index + written.length),
      severity: "low",
      audience: "audit",
      message: `\`${written}\` is pasted into a script before it runs`,
    });
  return found;
}
