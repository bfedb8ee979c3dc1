import type { Command } from "../../formats/command/view.ts";
import { input, type Job, type PipelineView, type Step } from "../../formats/pipeline/view.ts";

const publishers =
  /^(?:pypa\/gh-action-pypi-publish|softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|huggingface\/hub-sync|nateraw\/huggingface-sync-action|.*hugging-?face-sync.*)$/;

/** True for an action or a command that makes an image public. */
export function pushesImage(step: Step): boolean {
  if (step.uses?.name === "docker/build-push-action" || step.uses?.name === "docker/bake-action")
    // `${{ github.event_name != 'pull_request' }}` pushes sometimes.
    return !/^(?:false)?$/.test(input(step, "push")?.value.trim() ?? "");
  if (/^redhat-actions\/push-to-registry$/.test(step.uses?.name ?? "")) return true;
  return step.commands.some(pushesImageBy);
}

/** `docker push`, `docker buildx build --push` and their like. */
export function pushesImageBy({ program, args }: Command): boolean {
  const words = args.map(({ text }) => text);
  if (/^(?:docker|podman|buildah|nerdctl|skopeo|crane|img)$/.test(program))
    return (
      words[0] === "push" ||
      (words[0] === "image" && words[1] === "push") ||
      (program === "skopeo" && words[0] === "copy") ||
      (words.includes("build") && words.includes("--push"))
    );
  return program === "kaniko" || program === "executor" ? !words.includes("--no-push") : false;
}

function publishesPackage({ program, args }: Command): boolean {
  const words = args.map(({ text }) => text);
  if (program === "twine") return words.includes("upload");
  if (/^(?:uv|poetry|flit|hatch|pdm|npm|cargo)$/.test(program)) return words[0] === "publish";
  if (program === "anaconda") return words.includes("upload");
  return program === "gh" && words[0] === "release";
}

function isPublishing(job: Job): boolean {
  return job.steps.some(
    (step) =>
      (step.uses?.kind === "action" && publishers.test(step.uses.name)) ||
      pushesImage(step) ||
      step.commands.some(publishesPackage),
  );
}

/** Jobs that publish packages, images or releases, or that build what another one publishes. */
export function publishingJobs({ system, jobs }: PipelineView): ReadonlySet<Job> {
  if (system === "github-action") return new Set();
  const publishing = jobs.filter(isPublishing);
  const builders =
    publishing.length === 0
      ? []
      : jobs.filter(({ steps }) =>
          steps.some(({ uses }) => uses?.name === "actions/upload-artifact"),
        );
  return new Set([...publishing, ...builders]);
}
