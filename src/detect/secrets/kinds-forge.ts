// Tokens of code hosting, package registries and CI: with them an attacker ships code to others.
import { key, type FormKind } from "./kind.ts";

/** Forges, registries, build services. */
export const forgeKinds: readonly FormKind[] = [
  ...(
    [
      ["p", "personal access token"],
      ["o", "OAuth token"],
      ["u", "user-to-server token"],
      ["s", "server-to-server token"],
      ["r", "refresh token"],
    ] as const
  ).map(([letter, name]) =>
    key(
      "forge",
      [`github-gh${letter}`, `GitHub ${name}`, `gh${letter}_[A-Za-z0-9]{36}(?:[A-Za-z0-9]{40})?`],
      { proof: "github" },
    ),
  ),
  key("forge", [
    "github-fine-grained-token",
    "GitHub fine-grained token",
    "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
  ]),
  key("forge", [
    "gitlab-token",
    "GitLab personal access token",
    "glpat-[A-Za-z0-9_-]{20,300}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{7,9})?",
  ]),
  ...(
    [
      ["gldt", "deploy token"],
      ["glcbt", "CI job token"],
      ["glptt", "pipeline trigger token"],
      ["glrt", "runner token"],
      ["glft", "feed token"],
      ["glimt", "incoming mail token"],
      ["glagent", "agent token"],
      ["glsoat", "SCIM token"],
      ["glffct", "feature flag client token"],
      ["gloas", "OAuth secret"],
    ] as const
  ).map(([prefix, name]) =>
    key("forge", [
      `gitlab-${prefix}`,
      `GitLab ${name}`,
      `${prefix}-[A-Za-z0-9_-]{20,80}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{7,9})?`,
    ]),
  ),
  key("forge", [
    "gitlab-runner-registration-token",
    "GitLab runner registration token",
    "GR1348941[A-Za-z0-9_-]{20}",
  ]),
  key("forge", ["npm-token", "npm token", "npm_[A-Za-z0-9]{36}"], { proof: "github" }),
  key("forge", ["pypi-token", "PyPI token", "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000}"], {
    rigid: true,
  }),
  key(
    "forge",
    ["testpypi-token", "TestPyPI token", "pypi-AgENdGVzdC5weXBpLm9yZw[A-Za-z0-9_-]{50,1000}"],
    { rigid: true },
  ),
  key("forge", ["rubygems-key", "RubyGems key", "rubygems_[0-9a-f]{48}"]),
  key("forge", ["crates-token", "crates.io token", "cio[A-Za-z0-9]{32}"]),
  key("forge", ["nuget-key", "NuGet key", "oy2[a-z0-9]{43}"]),
  key("forge", ["docker-hub-token", "Docker Hub token", "dckr_pat_[A-Za-z0-9_-]{27}"]),
  key("forge", [
    "docker-hub-organisation-token",
    "Docker Hub organisation token",
    "dckr_oat_[A-Za-z0-9_-]{32}",
  ]),
  key("forge", ["bitbucket-app-password", "Bitbucket app password", "ATBB[A-Za-z0-9]{28,36}"]),
  key("forge", ["atlassian-token", "Atlassian token", "ATATT3[A-Za-z0-9_=-]{100,250}"], {
    rigid: true,
  }),
  key(
    "forge",
    ["atlassian-access-token", "Atlassian access token", "ATCTT3[A-Za-z0-9_=-]{100,250}"],
    { rigid: true },
  ),
  key("forge", ["jfrog-key", "JFrog key", "AKCp[A-Za-z0-9]{69}"]),
  key("forge", ["jfrog-reference-token", "JFrog reference token", "cmVmdGtu[A-Za-z0-9]{56}"]),
  key("forge", ["sonarqube-token", "SonarQube token", "sq[pua]_[0-9a-f]{40}"], {
    anchors: ["sqp_", "squ_", "sqa_"],
  }),
  key("forge", ["circleci-token", "CircleCI token", "CCIP[AR]T_[A-Za-z0-9]{20,24}_[0-9a-f]{40}"], {
    anchors: ["CCIPAT_", "CCIPRT_"],
  }),
  key("forge", ["buildkite-token", "Buildkite token", "bk(?:ua|at)_[0-9a-f]{40}"], {
    anchors: ["bkua_", "bkat_"],
  }),
  key("forge", [
    "sourcegraph-token",
    "Sourcegraph token",
    "sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}",
  ]),
  key("forge", ["postman-key", "Postman key", "PMAK-[0-9a-f]{24}-[0-9a-f]{34}"]),
  key("forge", ["clojars-token", "Clojars token", "CLOJARS_[0-9a-z]{60}"]),
  key("forge", ["readme-key", "ReadMe key", "rdme_[a-z0-9]{70}"]),
];
