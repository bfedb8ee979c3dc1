// The least that a reading needs, as custom roles, made of the tables that the calls are made of.
import { locationsOf } from "./locations.ts";
import { allTables } from "./tables/all.ts";
import { callsOf, type Call } from "./table.ts";
import { aboveCalls, belowCalls, projectCalls } from "./tables/hierarchy.ts";

/** A custom role in the form of the IAM API. */
export interface CustomRole {
  readonly title: string;
  readonly description: string;
  readonly stage: "GA";
  readonly includedPermissions: readonly string[];
}

/** A role, and where it has to be made and given. */
export interface PlacedRole {
  readonly level: "project" | "organization";
  readonly id: string;
  readonly role: CustomRole;
}

function permissions(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.map(({ permission }) => permission))].toSorted();
}

function projectPermissions(): readonly Call[] {
  const located = Object.values(locationsOf).flatMap(({ call }) => call ?? []);
  return [...Object.values(projectCalls), ...located, ...callsOf(allTables)];
}

const title = "Pavise auditor";

/**
 * The roles that an audit needs. What is inherited can be seen only from where it is set, and roles of
 * a project cannot hold those permissions: an audit of projects has a second role for it, without
 * which it says "not assessed" of what is inherited.
 */
export function auditRoles(scope: "project" | "organization"): readonly PlacedRole[] {
  const above = Object.values(aboveCalls);
  const below = Object.values(belowCalls);
  if (scope === "organization")
    return [
      {
        level: "organization",
        id: "paviseAuditor",
        role: {
          title,
          description: "Reads what Pavise checks in all projects. Changes nothing, reads no data.",
          stage: "GA",
          includedPermissions: permissions([...projectPermissions(), ...above, ...below]),
        },
      },
    ];
  return [
    {
      level: "project",
      id: "paviseAuditor",
      role: {
        title,
        description: "Reads what Pavise checks in this project. Changes nothing, reads no data.",
        stage: "GA",
        includedPermissions: permissions(projectPermissions()),
      },
    },
    {
      level: "organization",
      id: "paviseAncestorAuditor",
      role: {
        title: `${title} of what projects inherit`,
        description: "Reads policies and perimeters above projects. Changes nothing.",
        stage: "GA",
        includedPermissions: permissions(above),
      },
    },
  ];
}

/** A role as `gcloud iam roles create --file` reads it. */
export function roleYaml({ title, description, stage, includedPermissions }: CustomRole): string {
  const lines = [
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    `stage: ${stage}`,
    "includedPermissions:",
    ...includedPermissions.map((permission) => `- ${permission}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** All roles with the commands that make them, ready for a shell. */
export function roleScript(scope: "project" | "organization"): string {
  const parts = auditRoles(scope).map(({ level, id, role }) => {
    const target = level === "project" ? "--project=PROJECT" : "--organization=ORGANIZATION";
    return `# ${role.title}\n# gcloud iam roles create ${id} ${target} --file=${id}.yaml\n${roleYaml(role)}`;
  });
  return parts.join("---\n");
}
