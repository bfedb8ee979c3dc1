import type { Dependency } from "./bill.ts";

const pinned = /^===?\s*v?(\d[\w.!+-]{0,100})$/;

/** A package of PyPI, named as PEP 503 has it; undefined for what is no name of one. */
export function pypi(
  given: string,
  { constraint, source }: { readonly constraint?: string; readonly source: string },
): Dependency | undefined {
  if (!/^[a-z0-9](?:[\w.-]{0,98}[a-z0-9])?$/i.test(given)) return undefined;
  const name = given.toLowerCase().replace(/[-_.]+/g, "-");
  const version = constraint === undefined ? undefined : pinned.exec(constraint.trim())?.[1];
  const suffix = version === undefined ? "" : `@${encodeURIComponent(version)}`;
  const rest =
    version === undefined && constraint !== undefined && constraint.trim() !== ""
      ? { constraint: constraint.trim().slice(0, 200) }
      : {};
  return { name, purl: `pkg:pypi/${name}${suffix}`, version, source, ...rest };
}

/** A package of PyPI of which one version is known. */
export function exactly(name: string, version: string | undefined, source: string): Dependency[] {
  if (version === undefined) return [];
  const found = pypi(name, { constraint: `==${version}`, source });
  return found === undefined ? [] : [found];
}

/** A package of conda: `name=1.2`, `name==1.2=build`, `channel::name>=1`. */
export function conda(spec: string, source: string): Dependency | undefined {
  const match = /^(?:[\w./-]+::)?([a-z0-9_][\w.-]{0,98})\s*(.*)$/i.exec(spec.trim());
  if (match === null) return undefined;
  const name = match[1]!.toLowerCase();
  const constraint = match[2]!.trim();
  const version = /^={1,2}\s*(\d[\w.+!-]{0,100})(?:=[\w*.]+)?$/.exec(constraint)?.[1];
  const suffix = version === undefined ? "" : `@${encodeURIComponent(version)}`;
  const rest =
    version === undefined && constraint !== "" ? { constraint: constraint.slice(0, 200) } : {};
  return { name, purl: `pkg:conda/${name}${suffix}`, version, source, ...rest };
}

/** A requirement of pip (PEP 508), without its marker. */
export function requirement(text: string, source: string): Dependency | undefined {
  const bare = text.slice(0, 500).split(/;|\s#/, 1)[0]!.trim();
  const match = /^([a-z0-9](?:[\w.-]{0,98}[a-z0-9])?)\s*(?:\[[^\]]{0,200}\])?\s*(.*)$/i.exec(bare);
  if (match === null) return undefined;
  const rest = match[2]!.replace(/^\((.*)\)$/, "$1");
  if (rest.startsWith("@")) return pypi(match[1]!, { source });
  return /^(?:[<>=!~][^@]*)?$/.test(rest)
    ? pypi(match[1]!, { constraint: rest, source })
    : undefined;
}
