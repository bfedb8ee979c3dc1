import { entry } from "../../../formats/setting/tree.ts";
import type { SourceReading } from "../../resource.ts";
import type { Document } from "../../value.ts";
import { problemsOf, treesOf } from "../trees.ts";
import { readProgram } from "./program.ts";
import { readState } from "./state.ts";

/**
 * Reads what Pulumi keeps (`pulumi stack export`), plans (`pulumi preview --json`), or runs where the
 * program is written in YAML. Its classic providers are bridged from Terraform's, so that resources
 * have the words of those. Total and bounded.
 */
export function readPulumi(document: Document): SourceReading {
  const { roots, problems } = treesOf(document);
  const [root] = roots;
  if (root === undefined) return { resources: [], problems: [] };
  const isProgram = entry(root, "resources")?.kind === "map";
  return {
    resources: isProgram ? readProgram(document, root) : readState(document, root),
    problems: problemsOf(document, problems),
  };
}
