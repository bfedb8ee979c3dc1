/** A manifest as a case of a test. */
export interface ManifestCase {
  readonly path: string;
  readonly text: string;
}

/** Manifests in one file, each written as YAML. */
export function manifest(...documents: readonly string[]): ManifestCase {
  return { path: "manifest.yaml", text: `${documents.join("\n---\n")}\n` };
}

/** A template of a chart whose values are not there. */
export function template(text: string): ManifestCase {
  return { path: "chart/templates/manifest.yaml", text: `${text}\n` };
}

/** A pod with this in its spec, and what else its metadata has. */
export function pod(spec: string, metadata = ""): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p${metadata}}\nspec: {${spec}}`;
}

/** A pod with one container of that image, and what else that has. */
export function podOf(image: string, container = "", spec = ""): string {
  const more = container === "" ? "" : `, ${container}`;
  const around = spec === "" ? "" : `${spec}, `;
  return pod(`${around}containers: [{name: c, image: '${image}'${more}}]`, ", labels: {app: x}");
}

/** A resource of that group, version and kind, named `x`. */
export function kind(type: string, rest: string): string {
  const slash = type.lastIndexOf("/");
  return `apiVersion: ${type.slice(0, slash)}\nkind: ${type.slice(slash + 1)}\nmetadata: {name: x}\n${rest}`;
}
