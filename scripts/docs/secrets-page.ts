import { secretKinds, type SecretGroup } from "../../src/detect/secrets/index.ts";
import { banner, page, table } from "./markdown.ts";

const groups: readonly (readonly [group: SecretGroup, check: string, title: string])[] = [
  ["ai", "secret-ai-key", "Model providers and ML platforms"],
  ["cloud", "secret-cloud-key", "Clouds and infrastructure"],
  ["forge", "secret-forge-token", "Code hosts, registries, CI"],
  ["service", "secret-service-token", "Services"],
  ["private-key", "private-key", "Private keys"],
  ["connection", "secret-in-connection", "Addresses, connection strings, login files"],
  ["token", "secret-json-web-token", "Signed tokens"],
  ["named", "secret-by-name", "Values by their name"],
];

/** The list of every kind of secret that is known. */
export function secretsPage(): string {
  return page([
    banner,
    "# Secrets",
    `Pavise knows ${secretKinds.length} kinds of secrets and looks for all of them in one pass over a text: in every text file, in the text members of archives (zip, wheel, tar, gzip, nested), and with \`pavise scan --history\` in every version of every file that Git can reach. Base64, percent signs of URLs and escapes of strings are taken off first. What stands for a secret (\`your-key-here\`, \`\${TOKEN}\`, \`AKIAIOSFODNN7EXAMPLE\`), hashes, UUIDs, lock files and words are left out; checksums are verified where the form has one. No report shows a secret.`,
    ...groups.map(([group, check, title]) => {
      const kinds = secretKinds.filter((kind) => kind.group === group);
      return [
        `## ${title} (${kinds.length})`,
        `Found by [\`${check}\`](checks/${check}.md).`,
        table(
          ["Kind", "What it is", "Severity"],
          kinds.map(({ id, name, severity }) => [`\`${id}\``, name, severity]),
        ),
      ].join("\n\n");
    }),
  ]);
}
