import type { FindingDetails } from "../../core/index.ts";
import type { Image, PipelineSystem } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

/** Tags that are made to be moved. */
const moving =
  /^(?:latest|main|master|dev|devel|develop|edge|nightly|canary|unstable|next|rolling)(?:[-_.].*)?$|[-_.](?:latest|nightly)$/;

interface Reference {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

function read(reference: string): Reference {
  const [before = "", digest] = reference.split("@", 2);
  const colon = before.lastIndexOf(":");
  const isTag = colon > before.lastIndexOf("/");
  return {
    name: isTag ? before.slice(0, colon) : before,
    ...(isTag ? { tag: before.slice(colon + 1) } : {}),
    ...(digest === undefined ? {} : { digest }),
  };
}

function judge(
  system: PipelineSystem,
  { reference, isKnown, role }: Image,
): FindingDetails | undefined {
  const { name, tag, digest } = read(reference);
  if (digest !== undefined || name === "scratch" || name === "") return undefined;
  // What somebody passes in may be anything, a digest too.
  if (!isKnown) return undefined;
  if (tag === undefined || moving.test(tag)) {
    const which = tag === undefined ? "without a tag" : `as \`${tag}\``;
    const message = `The image \`${name.slice(0, 200)}\` is taken ${which}: what it is today it is not tomorrow`;
    // A database beside a test sees nothing but the test.
    return role !== "service" || system === "compose"
      ? { severity: "low", message }
      : { severity: "low", audience: "pedantic", message };
  }
  return {
    severity: "low",
    audience: "pedantic",
    message: `The image \`${name.slice(0, 200)}\` is named by the tag \`${tag.slice(0, 100)}\`, which can be moved`,
  };
}

export const imageUnpinned = defineCheck({
  meta: {
    id: "image-unpinned",
    code: "PV-CI-003",
    title: "An image is not named by its digest",
    asset: "pipeline",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [
      "CKV_DOCKER_7",
      "CKV_AZUREPIPELINES_1",
      "CKV_AZUREPIPELINES_2",
      "DL3006",
      "DL3007",
      "zizmor:unpinned-images",
    ],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.004",
    ],
    why: "Whoever can push to that name decides what runs here; nobody can tell which image a model was trained or served with.",
    mend: "Append the digest that you tested: `FROM python:3.12-slim@sha256:…` (`docker buildx imagetools inspect` shows it); Renovate keeps it up to date.",
    blind: "Names and tags that are passed in; what `docker run` in a script takes.",
    since: "0.1.0",
    examples: {
      found: [{ path: "Dockerfile", code: "FROM pytorch/pytorch:latest\n" }],
      clean: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12-slim@sha256:0f3a1c2b4d5e6f708192a3b4c5d6e7f8091827360f3a1c2b4d5e6f7081920000\n",
        },
      ],
    },
  },
  run: ({ system, images }, report) => {
    for (const image of images) {
      const details = judge(system, image);
      if (details !== undefined) report(image, details);
    }
  },
});
