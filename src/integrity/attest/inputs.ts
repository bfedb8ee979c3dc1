import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { basename, extname, join } from "node:path";
import { parse } from "yaml";
import { messageOf, PaviseError } from "../../core/index.ts";
import { readGiven } from "../trust/keys.ts";
import { digestModel } from "../sign.ts";
import type { ResourceDescriptor } from "./statement.ts";

/** A data set or a base model that went into a training, hashed as a model is. */
export async function artifactInput(
  path: string,
  role: "dataset" | "base-model",
): Promise<ResourceDescriptor> {
  // Its own signature is no part of it, so that its digest is the one that is signed.
  const signatureFile = join(path, "model.sig");
  const options = { hashType: "sha256", signatureFile } as const;
  const { root, listing, manifest } = await digestModel(path, options);
  const [only] = manifest.resources;
  // One file goes by its own digest, as everybody else knows it.
  const sha256 = listing.isFile && only !== undefined ? only.digest : root;
  return {
    name: listing.name,
    digest: { sha256 },
    annotations: { role, digest: listing.isFile ? "file" : "oms-root" },
  };
}

/** Anything that went in, by URI and digest: `URI=sha256:HEX`. Throws `usage`. */
export function statedInput(text: string): ResourceDescriptor {
  const match = /^(.+)=([a-z0-9_-]+):([0-9a-f]{32,128})$/i.exec(text);
  if (match === null)
    throw new PaviseError("usage", `--input ${text}: not a URI with its digest`, {
      hint: "pkg:huggingface/org/name@rev=sha256:…, oci://registry/image=sha256:…",
    });
  return { uri: match[1]!, digest: { [match[2]!.toLowerCase()]: match[3]!.toLowerCase() } };
}

/** Without the user's name and secret, which people put into addresses of repositories. */
function withoutCredentials(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/@]*@/i, "$1");
}

function git(folder: string, args: readonly string[]): string | undefined {
  const safe = ["--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false"];
  const { status, stdout } = spawnSync("git", [...safe, "-C", folder, ...args], {
    encoding: "utf8",
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** The commit of the code that trained. Throws `usage` where the folder is no repository. */
export function codeInput(folder: string): ResourceDescriptor {
  const commit = git(folder, ["rev-parse", "HEAD"]);
  if (commit === undefined)
    throw new PaviseError("usage", `--code ${folder}: no commit can be read from it`, {
      hint: "Name a folder of a Git repository with at least one commit.",
    });
  const origin = git(folder, ["config", "--get", "remote.origin.url"]);
  const isChanged = git(folder, ["status", "--porcelain"]) !== "";
  const address = withoutCredentials(origin ?? "");
  return {
    ...(address === "" ? { name: "code" } : { uri: `git+${address}@${commit}` }),
    digest: { [commit.length === 64 ? "sha256" : "gitCommit"]: commit },
    // Uncommitted changes went in as well, and nobody can look at them any more.
    annotations: { role: "code", uncommittedChanges: isChanged },
  };
}

/** The configuration of a training: its content, and its digest. Throws `file-missing`, `usage`. */
export function readConfiguration(file: string): {
  readonly content: unknown;
  readonly input: ResourceDescriptor;
} {
  const bytes = readGiven(file, "the training's configuration");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const input = {
    name: basename(file),
    digest: { sha256 },
    annotations: { role: "configuration" },
  };
  const text = bytes.toString("utf8");
  try {
    const isJson = extname(file).toLowerCase() === ".json";
    const content: unknown = isJson ? JSON.parse(text) : parse(text, { maxAliasCount: 100 });
    return { content, input };
  } catch (error) {
    throw new PaviseError("usage", `--config ${file}: ${messageOf(error).split("\n")[0]}`, {
      hint: "JSON or YAML is needed.",
      cause: error,
    });
  }
}

/** Who runs this, as its CI says. */
export function ambientBuilder():
  | { readonly id: string; readonly invocation?: string }
  | undefined {
  const { env } = process;
  const server = env["GITHUB_SERVER_URL"];
  const workflow = env["GITHUB_WORKFLOW_REF"];
  if (server !== undefined && workflow !== undefined) {
    const [repository, run, attempt] = [
      env["GITHUB_REPOSITORY"],
      env["GITHUB_RUN_ID"],
      env["GITHUB_RUN_ATTEMPT"],
    ];
    return {
      id: `${server}/${workflow}`,
      invocation: `${server}/${repository}/actions/runs/${run}/attempts/${attempt ?? "1"}`,
    };
  }
  const [project, path] = [env["CI_PROJECT_URL"], env["CI_CONFIG_PATH"]];
  if (project !== undefined && env["GITLAB_CI"] !== undefined)
    return {
      id: `${project}//${path ?? ".gitlab-ci.yml"}@${env["CI_COMMIT_REF_NAME"]}`,
      invocation: env["CI_JOB_URL"],
    };
  return undefined;
}
