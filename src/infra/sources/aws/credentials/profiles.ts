// Profiles of AWS's command line: "Configuration and credential file settings".
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../client/services.ts";

/** Settings of one profile or session. */
export type Profile = Readonly<Record<string, string>>;

/** All that the two files say. */
export interface Profiles {
  readonly profile: (name: string) => Profile | undefined;
  readonly session: (name: string) => Profile | undefined;
}

type Sections = Map<string, Record<string, string>>;

/** Sections with their settings. Settings below settings, which are indented, are left out. Total. */
export function readSections(text: string): ReadonlyMap<string, Profile> {
  const sections: Sections = new Map();
  let section: Record<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]*)\]/.exec(line)?.[1];
    if (header !== undefined) {
      const name = header.trim().replace(/\s+/g, " ").replaceAll('"', "").replaceAll("'", "");
      section = sections.get(name) ?? {};
      sections.set(name, section);
      continue;
    }
    const equals = line.indexOf("=");
    if (section === undefined || equals < 0 || /^\s/.test(line)) continue;
    const value = line.slice(equals + 1).replace(/\s[#;].*$/, "");
    section[line.slice(0, equals).trim().toLowerCase()] = value.trim();
  }
  return sections;
}

function sectionsOf(file: string): ReadonlyMap<string, Profile> {
  try {
    return readSections(readFileSync(file, "utf8"));
  } catch {
    return new Map();
  }
}

/** The folder of AWS's files. */
export function homeOf(env: Environment): string {
  return join(env["HOME"] ?? env["USERPROFILE"] ?? homedir(), ".aws");
}

/** Reads both files; one that is not there says nothing. */
export function loadProfiles(env: Environment): Profiles {
  const home = homeOf(env);
  const config = sectionsOf(env["AWS_CONFIG_FILE"] ?? join(home, "config"));
  const secrets = sectionsOf(env["AWS_SHARED_CREDENTIALS_FILE"] ?? join(home, "credentials"));
  return {
    profile: (name) => {
      const said =
        config.get(`profile ${name}`) ?? (name === "default" ? config.get(name) : undefined);
      const secret = secrets.get(name);
      return said === undefined && secret === undefined ? undefined : { ...said, ...secret };
    },
    session: (name) => config.get(`sso-session ${name}`),
  };
}

/** A file that is read anew each time, since what is in it changes. */
export function readToken(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}
