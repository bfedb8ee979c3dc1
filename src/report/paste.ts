import type { Finding, MendTarget } from "../core/index.ts";
import { neutralizeCode } from "./text.ts";

/** What a mend is pasted into, in words. */
export const pasteWords: Readonly<Record<MendTarget, string>> = {
  terraform: "Terraform",
  cloudformation: "CloudFormation",
  kubernetes: "Kubernetes",
  aws: "AWS CLI",
  gcloud: "gcloud",
  az: "Azure CLI",
};

/** The language by which a page colours what is pasted. */
export const pasteLanguage: Readonly<Record<MendTarget, string>> = {
  terraform: "hcl",
  cloudformation: "yaml",
  kubernetes: "yaml",
  aws: "shell",
  gcloud: "shell",
  az: "shell",
};

/** What can be pasted to mend a finding, line by line, with nothing hidden in it. */
export function pasteLines({ paste }: Pick<Finding, "paste">): readonly string[] {
  return paste === undefined ? [] : paste.code.split(/\r\n|\r|\n/).map(neutralizeCode);
}
