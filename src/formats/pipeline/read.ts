import { isCompose } from "../command/tree.ts";
import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../setting/tree.ts";
import { readAzure } from "./azure.ts";
import { readServices } from "./docker.ts";
import { readAction, readWorkflow } from "./github.ts";
import { readGitlab } from "./gitlab.ts";
import type { PipelineFacts, PipelineSystem } from "./view.ts";
import type { CommandFacts } from "../command/view.ts";

/** Reads a YAML file as what it is by its path and content; undefined where it is no pipeline. */
export function pipelineOfYaml(
  path: string,
  roots: readonly TreeNode[],
  facts: CommandFacts,
): PipelineFacts | undefined {
  const root = roots.find((each) => each.kind === "map");
  if (root === undefined) return undefined;
  switch (systemOf(path, roots)) {
    case "github":
      return readWorkflow(root);
    case "github-action":
      return readAction(root);
    case "gitlab":
      return readGitlab(roots);
    case "azure":
      return readAzure(root);
    case "compose":
      return readServices(root, facts);
    default:
      return undefined;
  }
}

function systemOf(path: string, roots: readonly TreeNode[]): PipelineSystem | undefined {
  const root = roots.find((each) => each.kind === "map");
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const isMap = (key: string): boolean => entry(root, key)?.kind === "map";
  const isList = (key: string): boolean => entry(root, key)?.kind === "list";
  if (/(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+$/.test(path) && isMap("jobs"))
    return "github";
  if (scalar(entry(entry(root, "runs"), "using")) !== undefined) return "github-action";
  if (isMap("jobs") && entry(root, "on") !== undefined && hasGithubJob(root)) return "github";
  if (/(?:^|[.-])gitlab-ci\.ya?ml$/.test(name)) return "gitlab";
  const services = entry(root, "services");
  if (services !== undefined && isCompose(services)) return "compose";
  if (isList("stages") || isList("jobs") || isList("steps")) {
    if (/^azure[-_.]?pipelines?/.test(name) || hasAzureItem(root)) return "azure";
  }
  return roots.some(hasGitlabJob) ? "gitlab" : undefined;
}

function hasGithubJob(root: TreeNode | undefined): boolean {
  return entriesOf(entry(root, "jobs")).some(
    ({ value }) =>
      entry(value, "runs-on") !== undefined || scalar(entry(value, "uses")) !== undefined,
  );
}

const azureKeys = [
  "job",
  "deployment",
  "stage",
  "task",
  "script",
  "bash",
  "pwsh",
  "checkout",
  "template",
];

function hasAzureItem(root: TreeNode | undefined): boolean {
  return ["stages", "jobs", "steps"].some((key) =>
    itemsOf(entry(root, key))
      .slice(0, 20)
      .some((item) => azureKeys.some((each) => entry(item, each) !== undefined)),
  );
}

/** A script with a key beside it that only GitLab has. */
function hasGitlabJob(root: TreeNode): boolean {
  if (entry(root, "apiVersion") !== undefined || entry(root, "version") !== undefined) return false;
  return entriesOf(root)
    .slice(0, 500)
    .some(
      ({ value }) =>
        entry(value, "script") !== undefined &&
        ["stage", "rules", "only", "extends", "artifacts", "before_script", "tags"].some(
          (key) => entry(value, key) !== undefined,
        ),
    );
}

/** True for a pipeline of Jenkins, by its name or, in a Groovy file, by its content. */
export function isJenkinsfile(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^jenkinsfile(?:$|[.-])|\.jenkinsfile$/i.test(name) && !/\.(?:md|txt|ya?ml)$/i.test(name))
    return true;
  return (
    /\.groovy$/i.test(name) &&
    /^[ \t]*(?:pipeline|node|stage)[ \t]*(?:\([^)\n]{0,200}\)[ \t]*)?\{/m.test(text)
  );
}
