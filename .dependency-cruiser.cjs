// Which folder of src/ may import which. docs say it in words; this holds it.

/** From the bottom up. A folder imports itself and what stands in a row above it here. */
const layers = [
  ["core"],
  ["catalog", "formats", "detect"],
  ["infra", "flow", "load", "guard"],
  ["checks"],
  ["engine"],
  ["report", "integrity", "robustness", "redteam", "gateway"],
  ["store"],
  ["api"],
  ["cli"],
];

/** Tests and what only tests use may look everywhere. */
const tests = "\\.test\\.ts$|^src/testing/|/testing/";

const folder = (name) => `^src/${name}/`;

const oneWay = layers.flatMap((names, row) =>
  names.map((name) => {
    const below = layers.slice(0, row).flat();
    const allowed = [name, ...below].map((each) => `${each}/`).join("|");
    return {
      name: `${name}-imports-downwards`,
      severity: "error",
      comment: `${name} may import ${below.length === 0 ? "nothing of ours" : below.join(", ")}`,
      from: { path: folder(name), pathNot: tests },
      to: { path: "^src/", pathNot: `^src/(?:${allowed})` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "no-circles",
      severity: "error",
      comment:
        "A circle of types alone costs nothing; a parser or interpreter whose rules recurse is one by nature.",
      from: { pathNot: "^src/(?:formats|flow|load)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "run-time-parts-know-no-checks",
      severity: "error",
      comment: "gateway and redteam share detectors with the checks, not the checks.",
      from: { path: "^src/(?:gateway|redteam)/", pathNot: tests },
      to: { path: folder("checks") },
    },
    {
      name: "core-needs-nothing",
      severity: "error",
      comment: "core imports no package; of Node only what hashes.",
      from: { path: folder("core"), pathNot: tests },
      to: { pathNot: "^src/core/|^(?:node:)?crypto$" },
    },
    {
      name: "no-test-code-in-the-product",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { path: tests },
    },
    {
      name: "no-development-packages-in-the-product",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["node", "import", "require", "types"],
    },
  },
};
