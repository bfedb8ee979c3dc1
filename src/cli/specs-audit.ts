import type { CommandSpec } from "./options.ts";
import { outputNote, runOptions } from "./specs-common.ts";

/** What `pavise audit` takes. */
export const auditSpec: CommandSpec = {
  name: "audit",
  summary: "Judge a live cloud account by the checks that judge Terraform. It only reads.",
  operands: "aws|gcp|azure",
  options: [
    { name: "profile", value: "NAME", about: "AWS: the profile of ~/.aws/config." },
    {
      name: "region",
      value: "NAME",
      about:
        "A region, several by commas; of AWS also `all`. AWS takes the configured one otherwise, Google Cloud all.",
    },
    {
      name: "role",
      value: "ARN",
      about: "AWS: a role to take in another account. May be repeated, one account each.",
    },
    {
      name: "recent",
      value: "N",
      about: "How many jobs and model packages of each kind, newest first (default: 100).",
    },
    {
      name: "project",
      value: "ID",
      about: "Google Cloud: a project, several by commas. The configured one otherwise.",
    },
    {
      name: "organization",
      value: "ID",
      about: "Google Cloud: every active project below an organisation.",
    },
    {
      name: "subscription",
      value: "ID",
      about: "Azure: a subscription, several by commas. All that can be seen otherwise.",
    },
    {
      name: "save",
      value: "FILE",
      about:
        "Keep what was read, to be judged again offline; a file that is not whole is continued.",
    },
    { name: "from", value: "FILE", about: "Judge what --save kept, without asking the cloud." },
    {
      name: "print-policy",
      about: "Print the permissions that the audit needs, ready to be pasted, and do nothing.",
    },
    {
      name: "include-passed",
      about: "List every answer in the JSON report, also those that are well.",
    },
    ...runOptions,
    {
      name: "audience",
      value: "WHO",
      about: "default, pedantic (adds hygiene) or audit (adds every place worth a visit).",
    },
    { name: "config", short: "c", value: "FILE", about: "The configuration." },
    { name: "baseline", value: "RUN.json", about: "A run of earlier; only what is new counts." },
    { name: "quiet", short: "q", about: "Only the summary." },
  ],
  notes: [
    outputNote,
    "Credentials are found as the cloud's own tools find them. What the account does not let us see is listed as not assessed, and never passes.",
  ],
  examples: [
    ["pavise audit aws --print-policy > policy.json", "the permissions that it needs"],
    ["pavise audit aws --profile ml --region all", "every region of an account"],
    ["pavise audit aws --save account.jsonl", "keep what was read"],
    ["pavise audit aws --from account.jsonl -f html -o audit.html", "judge it again, as a page"],
  ],
};
