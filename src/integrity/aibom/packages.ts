import type { Dependency } from "./bill.ts";
import { lineOf } from "./clean.ts";

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

/**
 * A package from a Git repository, as pip writes it: `git+https://HOST/OWNER/NAME.git@REVISION#egg=…`.
 * Only a commit is one version: tags and branches move. Undefined for what has no host, such as a
 * folder of somebody's machine.
 *
 * https://pip.pypa.io/en/stable/topics/vcs-support/
 */
export function fromGit(
  text: string,
  { name: given, source }: { readonly name?: string; readonly source: string },
): Dependency | undefined {
  const match =
    /^git\+(?:https?|ssh|git):\/\/(?:[^/@\s]{0,200}@)?([^\s#]{1,500})(?:#(\S{0,500}))?$/.exec(
      text.slice(0, 1200),
    );
  if (match === null) return undefined;
  const [place = "", revision] = match[1]!.split("@", 2);
  const path = /^([a-z0-9][a-z0-9.-]{0,200}(?::\d{1,5})?)\/([\w./-]{1,300}?)(?:\.git)?\/?$/i.exec(
    place,
  );
  if (path === null) return undefined;
  const [host, parts] = [path[1]!.toLowerCase(), path[2]!.split("/")];
  const egg = /(?:^|&)egg=([\w.-]{1,100})/.exec(match[2] ?? "")?.[1];
  const name = (given ?? egg ?? parts.at(-1)!).toLowerCase().replace(/[-_.]+/g, "-");
  const said = revision === undefined ? undefined : lineOf(revision, 100);
  const isCommit = said !== undefined && /^[0-9a-f]{40}$/i.test(said);
  const url = `https://${host}/${parts.join("/")}`;
  const known = { "github.com": "github", "bitbucket.org": "bitbucket" }[host];
  const version = said === undefined ? "" : `@${encodeURIComponent(said)}`;
  const purl =
    known !== undefined && parts.length === 2
      ? `pkg:${known}/${parts.map((part) => encodeURIComponent(part.toLowerCase())).join("/")}${version}`
      : `pkg:generic/${encodeURIComponent(name)}${version}?vcs_url=${encodeURIComponent(`git+${url}`)}`;
  const rest = isCommit
    ? { version: said }
    : { constraint: `git+${url}${said === undefined ? "" : `@${said}`}` };
  return { name, purl, source, ...rest };
}

/** A requirement of pip (PEP 508), without its marker. */
export function requirement(text: string, source: string): Dependency | undefined {
  if (text.startsWith("git+")) return fromGit(text.split(/\s/, 1)[0]!, { source });
  const bare = text.slice(0, 500).split(/;|\s#/, 1)[0]!.trim();
  const match = /^([a-z0-9](?:[\w.-]{0,98}[a-z0-9])?)\s*(?:\[[^\]]{0,200}\])?\s*(.*)$/i.exec(bare);
  if (match === null) return undefined;
  const rest = match[2]!.replace(/^\((.*)\)$/, "$1");
  const address = /^@\s*(git\+\S+)/.exec(rest)?.[1];
  if (address !== undefined) return fromGit(address, { name: match[1], source });
  if (rest.startsWith("@")) return pypi(match[1]!, { source });
  return /^(?:[<>=!~][^@]*)?$/.test(rest)
    ? pypi(match[1]!, { constraint: rest, source })
    : undefined;
}
