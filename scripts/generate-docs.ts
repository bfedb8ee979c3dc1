// Makes the pages that are about what is in the code: docs/checks, docs/frameworks.md,
// docs/errors.md, docs/checkov-ids.md and docs/cli.md.
//
//   node scripts/generate-docs.ts [--check]
import { checkPage } from "./docs/check-page.ts";
import { checkTable } from "./docs/check-table.ts";
import { checkovPage } from "./docs/checkov-page.ts";
import { cliPage } from "./docs/cli-page.ts";
import { errorsPage } from "./docs/errors-page.ts";
import { frameworksPage } from "./docs/frameworks-page.ts";
import { secretsPage } from "./docs/secrets-page.ts";
import { documented } from "./docs/sources.ts";
import { isProgram, settle, type Generated } from "./generated.ts";

/** Every generated page. */
export function docs(): Generated {
  const all = documented();
  return {
    files: [
      ...all.map((check) => ({
        path: `docs/checks/${check.meta.id}.md`,
        text: checkPage(check),
      })),
      { path: "docs/checks/README.md", text: checkTable(all) },
      { path: "docs/frameworks.md", text: frameworksPage(all) },
      { path: "docs/errors.md", text: errorsPage() },
      { path: "docs/secrets.md", text: secretsPage() },
      { path: "docs/checkov-ids.md", text: checkovPage(all) },
      { path: "docs/cli.md", text: cliPage() },
    ],
    owns: ["docs/checks"],
  };
}

if (isProgram(import.meta.url)) settle(docs());
