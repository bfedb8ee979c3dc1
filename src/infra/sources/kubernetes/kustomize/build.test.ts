import { expect, test } from "vitest";
import { indexLines } from "../../../../core/index.ts";
import { plainValue } from "../../../testing/plain.ts";
import type { Resource } from "../../../resource.ts";
import type { Document } from "../../../value.ts";
import { readKubernetesFiles } from "../files.ts";

function documentsOf(files: Readonly<Record<string, string>>): readonly Document[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    kind: "yaml",
    text,
    lines: indexLines(text),
  }));
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: llm
spec:
  template:
    metadata:
      labels: {app: llm}
    spec:
      containers:
        - name: server
          image: vllm/vllm-openai:v0.8
          env:
            - {name: STAGE, value: test}
            - {name: DEBUG, value: "1"}
          securityContext:
            privileged: false
        - name: sidecar
          image: registry.example:5000/logs
`;

function read(files: Readonly<Record<string, string>>) {
  return readKubernetesFiles(documentsOf(files));
}

function build(kustomization: string, more: Readonly<Record<string, string>> = {}) {
  return read({
    "base/deployment.yaml": deployment,
    "base/kustomization.yaml": "resources: [deployment.yaml]\n",
    "prod/kustomization.yaml": `resources: [../base]\n${kustomization}`,
    ...more,
  });
}

function containersOf(resource: Resource | undefined): Record<string, unknown>[] {
  const spec = plainValue(resource?.body.entries.get("spec")) as {
    template: { spec: { containers: Record<string, unknown>[] } };
  };
  return spec.template.spec.containers;
}

function lineOf(resource: Resource, path: readonly (string | number)[]): string {
  let value = resource.body as unknown as {
    kind: string;
    entries: Map<string, never>;
    items: never[];
    at: { document: Document; start: number };
  };
  for (const word of path)
    value = (typeof word === "number" ? value.items[word] : value.entries.get(word)) as never;
  const { document, start } = value.at;
  return `${document.path}: ${document.lines.lineText(document.lines.lineAt(start)).trim()}`;
}

const image = ["spec", "template", "spec", "containers", 0, "image"];

test("an overlay stands for its base, in its namespace and under its names", () => {
  const { resources, problems } = build("namespace: prod\nnamePrefix: eu-\nnameSuffix: -1\n");
  expect(problems).toEqual([]);
  expect(resources.map(({ address }) => address)).toEqual(["prod/Deployment/eu-llm-1"]);
  expect(resources[0]!.at.document.path).toBe("base/deployment.yaml");
});

test("patches are merged: lists of containers and variables by their names, others replaced", () => {
  const patch = `apiVersion: apps/v1
kind: Deployment
metadata: {name: llm}
spec:
  template:
    spec:
      containers:
        - name: server
          securityContext: {privileged: true}
          env:
            - {name: STAGE, value: prod}
            - {name: DEBUG, $patch: delete}
          args: [--host, 0.0.0.0]
        - name: sidecar
          $patch: delete
        - name: extra
          image: e:1
`;
  for (const key of ["patchesStrategicMerge: [patch.yaml]", "patches: [{path: patch.yaml}]"]) {
    const { resources, problems } = build(`${key}\n`, { "prod/patch.yaml": patch });
    expect(problems).toEqual([]);
    expect(resources).toHaveLength(1);
    expect(containersOf(resources[0])).toEqual([
      {
        name: "server",
        image: "vllm/vllm-openai:v0.8",
        securityContext: { privileged: true },
        env: [{ name: "STAGE", value: "prod" }],
        args: ["--host", "0.0.0.0"],
      },
      { name: "extra", image: "e:1" },
    ]);
    // What a patch says stands in the patch.
    const where = ["spec", "template", "spec", "containers", 0, "securityContext", "privileged"];
    expect(lineOf(resources[0]!, where)).toBe(
      "prod/patch.yaml: securityContext: {privileged: true}",
    );
    expect(lineOf(resources[0]!, image)).toMatch(/^base\/deployment.yaml/);
  }
});

test("JSON patches are applied, from a file or written in place, to what their target fits", () => {
  const operations = `- op: replace
  path: /spec/template/spec/containers/0/image
  value: vllm/vllm-openai:latest
- op: add
  path: /spec/template/spec/containers/1/args/-
  value: x
`;
  const inline = `patches:
  - target: {kind: Deployment, name: "l.*"}
    patch: |-
      - op: replace
        path: /spec/template/spec/containers/0/image
        value: vllm/vllm-openai:latest
`;
  const { resources } = build(inline);
  expect(containersOf(resources[0])[0]!["image"]).toBe("vllm/vllm-openai:latest");
  expect(lineOf(resources[0]!, image)).toBe(
    "prod/kustomization.yaml: value: vllm/vllm-openai:latest",
  );
  // One operation that does not fit undoes all: kustomize refuses them.
  const file =
    "patchesJson6902:\n  - target: {version: v1, group: apps, kind: Deployment, name: llm}\n    path: ops.yaml\n";
  const refused = build(file, { "prod/ops.yaml": operations });
  expect(containersOf(refused.resources[0])[0]!["image"]).toBe("vllm/vllm-openai:v0.8");
  const fitting = operations.replace("/args/-", "/args").replace("value: x", "value: [x]");
  const done = build(file, { "prod/ops.yaml": fitting });
  expect(containersOf(done.resources[0])[1]).toMatchObject({ args: ["x"] });
  const other = build(inline.replace('"l.*"', "web"));
  expect(containersOf(other.resources[0])[0]!["image"]).toBe("vllm/vllm-openai:v0.8");
  expect(other.problems.map(({ message }) => message)).toEqual([
    "a patch fits nothing that is here",
  ]);
});

test("a patch for many may take things away", () => {
  const { resources } = build(
    "patches:\n  - target: {kind: Deployment}\n    patch: |-\n      $patch: delete\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: any}\n",
  );
  expect(resources).toEqual([]);
});

test("images are called as the kustomization calls them, where it says so", () => {
  const { resources } = build(
    "images:\n  - name: vllm/vllm-openai\n    newTag: latest\n  - name: registry.example:5000/logs\n    newName: logs\n    digest: sha256:aa\n",
  );
  expect(containersOf(resources[0]).map((each) => each["image"])).toEqual([
    "vllm/vllm-openai:latest",
    "logs@sha256:aa",
  ]);
  expect(lineOf(resources[0]!, image)).toBe("prod/kustomization.yaml: newTag: latest");
});

test("labels are on the resource and its pods; components change what takes them in", () => {
  const { resources, problems } = build(
    "components: [../parts]\nlabels:\n  - pairs: {team: ml}\n",
    {
      "parts/kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [ns.yaml]\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: remove, path: /spec/template/spec/containers/1}\n",
      "parts/ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: prod}\n",
    },
  );
  expect(problems).toEqual([]);
  expect(resources.map(({ address }) => address)).toEqual(["Deployment/llm", "Namespace/prod"]);
  expect(containersOf(resources[0])).toHaveLength(1);
  expect(plainValue(resources[0]!.body.entries.get("metadata"))).toEqual({
    name: "llm",
    labels: { team: "ml" },
  });
});

test("config maps and secrets of literals are made", () => {
  const { resources } = build(
    'secretGenerator:\n  - name: hub\n    literals:\n      - TOKEN="abc=d"\n    envs: [more.env]\n',
  );
  const secret = resources.find(({ type }) => type === "/Secret")!;
  expect(secret.address).toBe("Secret/hub");
  const data = secret.body.entries.get("stringData");
  expect(data).toMatchObject({ kind: "map", open: "it is made of files" });
  expect(data?.kind === "map" && data.entries.get("TOKEN")).toMatchObject({ value: "abc=d" });
});

test("builds that share a base have names of their own, a single one has the names of all", () => {
  const one = build("");
  expect(one.resources.map(({ scope }) => scope)).toEqual([undefined]);
  const two = build("", { "dev/kustomization.yaml": "resources: [../base]\n" });
  expect(two.resources.map(({ scope }) => scope)).toEqual(["prod", "dev"]);
});

test("what is not here, or not done, is said once", () => {
  const { problems } = build(
    "bases: [github.com/acme/base?ref=v1]\nhelmCharts: [{name: c}]\nreplacements: [{path: r.yaml}]\npatches: [{path: none.yaml}]\n",
  );
  expect(problems.map(({ message, absent }) => [message, absent])).toEqual([
    ["github.com/acme/base?ref=v1 is not here", "github.com/acme/base?ref=v1"],
    ["none.yaml is not here", "none.yaml"],
    ["helmCharts of kustomize: what they make is not read", undefined],
    ["replacements of kustomize: what they make is not read", undefined],
  ]);
});

test("a Kustomization of Flux is a manifest, and manifests beside a kustomization are read as they are", () => {
  const { resources } = read({
    "flux/kustomization.yaml":
      "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps}\nspec: {path: ./x}\n",
    "alone/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n",
  });
  expect(resources.map(({ address }) => address)).toEqual(["Kustomization/apps", "Pod/p"]);
});

test("kustomizations that take each other in, or double what they take in, end", () => {
  const circle = read({
    "a/kustomization.yaml": "resources: [../b, pod.yaml]\n",
    "a/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n",
    "b/kustomization.yaml": "resources: [../a]\n",
  });
  expect(circle.resources.map(({ address }) => address)).toContain("Pod/p");
  const files: Record<string, string> = {
    "d0/kustomization.yaml": "resources: [deployment.yaml]\n",
    "d0/deployment.yaml": deployment,
  };
  for (let depth = 1; depth <= 18; depth++)
    files[`d${depth}/kustomization.yaml`] =
      `resources: [../d${depth - 1}, ../d${depth - 1}]\nnamespace: n${depth}\n`;
  const started = Date.now();
  const { resources, problems } = read(files);
  expect(resources.length).toBeLessThanOrEqual(20_000);
  expect(problems.some(({ message }) => message.startsWith("of what it takes in"))).toBe(true);
  expect(Date.now() - started).toBeLessThan(10_000);
});

test("broken kustomizations are read as far as they go", () => {
  const whole =
    "resources: [../base]\nnamespace: prod\nimages: [{name: a, newTag: b}]\npatches:\n  - target: {kind: D.*, labelSelector: 'a=b,c!=d'}\n    patch: |-\n      - {op: add, path: /metadata/labels/x~1y, value: z}\n      - {op: move, from: /spec, path: /spec2}\nconfigMapGenerator: [{name: c, literals: [a=b]}]\n";
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 1_500; round++) {
    const at = random(whole.length);
    const text =
      round % 3 === 0
        ? whole.slice(0, at)
        : round % 3 === 1
          ? whole.slice(0, at) + whole.slice(at + 1 + random(8))
          : whole.slice(0, at) + "[{:~-/"[random(6)]! + whole.slice(at);
    expect(() =>
      read({
        "base/kustomization.yaml": "resources: [deployment.yaml]\n",
        "base/deployment.yaml": deployment,
        "prod/kustomization.yaml": text,
      }),
    ).not.toThrow();
  }
});
