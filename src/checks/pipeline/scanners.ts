import type { Command } from "../../formats/command/view.ts";
import { input, type Step } from "../../formats/pipeline/view.ts";

/** Programs that look for weaknesses and say so by how they exit. */
const programs =
  /^(?:pavise|trivy|grype|snyk|bandit|semgrep|opengrep|pip-audit|pip_audit|safety|gitleaks|trufflehog|checkov|tfsec|terrascan|kics|hadolint|dockle|modelscan|picklescan|fickling|modelaudit|zizmor|poutine|osv-scanner|detect-secrets|ggshield|nuclei|garak|gosec|kubesec|kube-score|conftest|cosign|prowler|talisman)$/;
/** Verbs of them that don't look for anything. */
const idle =
  /^(?:version|--version|-v|-h|--help|help|login|auth|config|plugin|init|update|db|image-config|sign|attest|generate|generate-key-pair|completion|clean|monitor|checks|inspect)$/;

const actions: readonly (readonly [action: RegExp, name: string])[] = [
  [/^aquasecurity\/trivy-action$/, "Trivy"],
  [/^anchore\/scan-action$/, "Grype"],
  [/^snyk\/actions(?:\/|$)/, "Snyk"],
  [/^(?:gitleaks\/gitleaks-action|zricethezav\/gitleaks-action)$/, "Gitleaks"],
  [/^trufflesecurity\/trufflehog$/, "TruffleHog"],
  [/^bridgecrewio\/checkov-action$/, "Checkov"],
  [/^(?:pypa|trailofbits)\/gh-action-pip-audit$/, "pip-audit"],
  [/^(?:returntocorp|semgrep)\/semgrep-action$/, "Semgrep"],
  [/^(?:pycqa|shundor|mdegis)\/(?:python-)?bandit(?:-action|-scan)?$/, "Bandit"],
  [/^aquasecurity\/tfsec-action$/, "tfsec"],
  [/^checkmarx\/kics-github-action$/, "KICS"],
  [/^hadolint\/hadolint-action$/, "hadolint"],
  [/^google\/osv-scanner-action/, "OSV-Scanner"],
  [/^pyupio\/safety(?:-action)?$/, "Safety"],
  [/^(?:[\w-]+)\/pavise$/, "Pavise"],
];

/** The name of the scanner that a command starts. */
export function scannerOf({ program, args }: Command): string | undefined {
  const words = args.map(({ text }) => text);
  if (program === "npm" && words[0] === "audit") return "npm audit";
  if (program === "docker" && words[0] === "scout") return "docker scout";
  const name = program.replace("_", "-");
  if (!programs.test(program) || idle.test(words[0] ?? "")) return undefined;
  if (program === "cosign") return words[0]?.startsWith("verify") === true ? name : undefined;
  return words.some((word) => word === "--version" || word === "--help") ? undefined : name;
}

/** The name of the scanner that a step runs as an action. */
export function scannerActionOf({ uses }: Step): string | undefined {
  return uses?.kind === "action"
    ? actions.find(([action]) => action.test(uses.name))?.[1]
    : undefined;
}

/** True for a step that looks at an image before, or after, it is pushed. */
export function scansImage(step: Step): boolean {
  const action = scannerActionOf(step);
  if (action === "Trivy")
    return (
      input(step, "image-ref") !== undefined ||
      /^(?:image)?$/.test(input(step, "scan-type")?.value ?? "image")
    );
  if (action === "Grype") return input(step, "image") !== undefined;
  if (action === "Snyk") return input(step, "image") !== undefined;
  return step.commands.some(({ program, args }) => {
    const words = args.map(({ text }) => text);
    if (program === "trivy") return words.includes("image");
    if (program === "snyk") return words[0] === "container";
    if (program === "docker") return words[0] === "scout";
    return program === "grype" || program === "dockle";
  });
}
