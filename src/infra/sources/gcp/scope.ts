// Which projects are read, and what stands above them.
import { objectsOf, textIn, unreadJson, type Json, type JsonObject } from "../live/json.ts";
import { textOfBody } from "../live/resource.ts";
import type { Call, Where } from "./table.ts";
import { aboveCalls, belowCalls, constraints, projectCalls } from "./tables/hierarchy.ts";
import { joined, pagesOf, type ProjectWhere, type Walk } from "./walk.ts";

const manager = "cloudresourcemanager.googleapis.com";

/** A project that is read. */
export interface Project {
  readonly where: ProjectWhere;
  /** Folders and the organisation that hold it, from the nearest on. */
  readonly ancestors: readonly string[];
}

async function listed(
  walk: Walk,
  where: Where,
  given: { readonly list: Call; readonly items: string; readonly type: string },
): Promise<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  const { type, ...table } = given;
  for await (const page of pagesOf(walk.client, where, { ...table, page: ["pageSize", 100] })) {
    if (page.kind === "page") found.push(...page.items);
    if (page.kind === "unread") walk.sink.gap({ type, missing: page.missing });
    if (page.kind === "off") return found;
  }
  return found;
}

/** The projects of an organisation, through its folders. */
export async function projectsBelow(walk: Walk, organization: string): Promise<readonly string[]> {
  const projects: string[] = [];
  const open = [organization];
  const seen = new Set(open);
  for (let parent = open.shift(); parent !== undefined; parent = open.shift()) {
    const query = { parent };
    const folders = await listed(
      walk,
      {},
      {
        list: { ...belowCalls.folders, query },
        items: "folders",
        type: `${manager}/Folder`,
      },
    );
    for (const { name } of folders) {
      const folder = textIn(name);
      if (folder === undefined || seen.has(folder)) continue;
      seen.add(folder);
      open.push(folder);
    }
    const below = await listed(
      walk,
      {},
      {
        list: { ...belowCalls.projects, query },
        items: "projects",
        type: `${manager}/Project`,
      },
    );
    for (const { projectId, state } of below) {
      const id = textIn(projectId);
      if (id !== undefined && (state === undefined || state === "ACTIVE")) projects.push(id);
    }
  }
  return projects;
}

/** Reads a project itself: what it is, who may do what in it, what holds for it. */
export async function readProject(walk: Walk, project: string): Promise<Project> {
  const { client, sink } = walk;
  const start: ProjectWhere = { project };
  const told = await client.ask(projectCalls.get, start);
  const own = told.kind === "told" ? told.value : {};
  if (told.kind !== "told") {
    const why = told.kind === "unread" ? told.missing : "there is no such project";
    sink.gap({ type: `${manager}/Project`, account: project, missing: why });
    sink.note(`${project}: ${why}`);
  }
  const name = textIn(own["name"]) ?? `projects/${project}`;
  const number = /^projects\/(\d+)$/.exec(name)?.[1];
  const where: ProjectWhere = { project, ...(number === undefined ? {} : { number }) };
  const { ancestors, missing } = await ancestorsOf(walk, where);
  const policy = await joined(walk, { key: "iamPolicy", call: projectCalls.policy }, where);
  const rules: Record<string, Json | undefined> = {};
  for (const constraint of constraints)
    rules[keyOf(constraint)] = await joined(
      walk,
      { key: constraint, call: projectCalls.orgPolicy, part: "spec" },
      { ...where, constraint },
    );
  sink.record({
    type: `${manager}/Project`,
    address: `//${manager}/${name}`,
    account: project,
    text: textOfBody({
      projectId: project,
      ...own,
      name,
      ancestors: missing === undefined ? ancestors : unreadJson(missing),
      iamPolicy: policy,
      orgPolicies: rules,
    }),
  });
  return { where, ancestors };
}

/** `vertexai.allowedModels` as a key without a dot, which paths of facts part at. */
function keyOf(constraint: string): string {
  return constraint.replace(/\.(\w)/, (_, first: string) => first.toUpperCase());
}

async function ancestorsOf(
  { client }: Walk,
  where: ProjectWhere,
): Promise<{ readonly ancestors: readonly string[]; readonly missing?: string }> {
  const reply = await client.ask(projectCalls.ancestry, where);
  if (reply.kind !== "told")
    return {
      ancestors: [],
      missing:
        reply.kind === "unread" ? reply.missing : `${projectCalls.ancestry.permission} (404)`,
    };
  const ancestors = objectsOf(reply.value["ancestor"]).flatMap(({ resourceId }) => {
    const { type, id } = (resourceId ?? {}) as JsonObject;
    return (type === "folder" || type === "organization") && typeof id === "string"
      ? [`${type}s/${id}`]
      : [];
  });
  return { ancestors };
}

/** Reads folders and organisations: their policies hold for everything below. */
export async function readAbove(walk: Walk, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (walk.above.has(name)) continue;
    walk.above.add(name);
    const isFolder = name.startsWith("folders/");
    const call = isFolder ? aboveCalls.folderPolicy : aboveCalls.organizationPolicy;
    const policy = await joined(walk, { key: "iamPolicy", call }, { name });
    walk.sink.record({
      type: `${manager}/${isFolder ? "Folder" : "Organization"}`,
      address: `//${manager}/${name}`,
      text: textOfBody({ name, iamPolicy: policy }),
    });
    if (!isFolder) await readPerimeters(walk, name);
  }
}

/** The perimeters of VPC Service Controls of an organisation. */
async function readPerimeters(walk: Walk, parent: string): Promise<void> {
  const type = "accesscontextmanager.googleapis.com/ServicePerimeter";
  const policies = await listed(
    walk,
    {},
    {
      list: { ...aboveCalls.accessPolicies, query: { parent } },
      items: "accessPolicies",
      type,
    },
  );
  for (const policy of policies) {
    const name = textIn(policy["name"]);
    if (name === undefined) continue;
    const perimeters = await listed(
      walk,
      { name },
      {
        list: aboveCalls.perimeters,
        items: "servicePerimeters",
        type,
      },
    );
    for (const perimeter of perimeters)
      walk.sink.record({
        type,
        address: `//accesscontextmanager.googleapis.com/${textIn(perimeter["name"]) ?? name}`,
        text: textOfBody(perimeter),
      });
  }
}
