import type { AssetKind } from "../core/index.ts";
import type { AnyCheck } from "../checks/define.ts";
import { runCheck, type Reported } from "./check-cases.ts";

/** A text with the kind and name of its file. */
export interface PipelineCase {
  readonly kind: AssetKind;
  readonly path: string;
  readonly code: string;
}

function indented(text: string, by: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(by)}`);
}

/** A workflow of one job; `job` and `top` are further keys. */
export function workflow(parts: {
  readonly on?: string;
  readonly top?: string;
  readonly job?: string;
  readonly steps?: string;
}): PipelineCase {
  const { on = "push", top = "", job, steps } = parts;
  const isOwn = job !== undefined && /^(?:runs-on|uses):/m.test(job);
  const lines = [
    `on: ${on}`,
    ...(top === "" ? [] : [top]),
    "jobs:",
    "  job:",
    ...(isOwn ? [] : ["    runs-on: ubuntu-24.04"]),
    ...(job === undefined ? [] : [`    ${job}`]),
    ...(steps === undefined ? [] : ["    steps:", `      ${indented(steps, 6)}`]),
  ];
  return { kind: "yaml", path: ".github/workflows/ci.yml", code: `${lines.join("\n")}\n` };
}

/** A `.gitlab-ci.yml`. */
export function gitlab(code: string): PipelineCase {
  return { kind: "yaml", path: ".gitlab-ci.yml", code };
}

/** An `azure-pipelines.yml`. */
export function azure(code: string): PipelineCase {
  return { kind: "yaml", path: "azure-pipelines.yml", code };
}

/** A `Jenkinsfile`. */
export function jenkins(code: string): PipelineCase {
  return { kind: "text", path: "Jenkinsfile", code };
}

/** A `Dockerfile`. */
export function dockerfile(code: string): PipelineCase {
  return { kind: "dockerfile", path: "Dockerfile", code };
}

/** The services of a Compose file. */
export function compose(services: string): PipelineCase {
  return { kind: "yaml", path: "compose.yaml", code: `services:\n  ${services}\n` };
}

/** What a check reports on a case. */
export function findingsIn(check: AnyCheck, item: PipelineCase): readonly Reported[] {
  return runCheck(check, item);
}
