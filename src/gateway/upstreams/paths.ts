import type { Surface } from "../surface.ts";

export interface PathParts {
  readonly provider: Surface["provider"];
  /** Path of the upstream's URL, without a slash at its end. */
  readonly folder: string;
  /** What the client asked for. */
  readonly path: string;
}

/** What clients have in their base URL before the part that the protocol names. */
const openaiPrefix =
  /^(?:\/openai|\/api|\/compatible-mode|\/v1beta\/openai|\/inference)?(?:\/v1)?(?=\/)/;

const anthropicPrefix = /^(?:\/anthropic)?(?:\/v1)?(?=\/)/;

/** OpenAI's base URLs end with the version, or with whatever stands for it (`/v1beta/openai`). */
function openaiPath(folder: string, path: string): string {
  // Azure has the deployment in the path, below `/openai`.
  if (path.includes("/deployments/")) return folder.replace(/\/openai(?:\/v1)?$/, "") + path;
  return (folder === "" ? "/v1" : folder) + path.replace(openaiPrefix, "");
}

/**
 * The path at an upstream for what a client asked for. An upstream's URL is the base URL that the
 * protocol's own SDK would be given; what both name is said once.
 */
export function upstreamPath({ provider, folder, path }: PathParts): string {
  if (provider === "openai") return openaiPath(folder, path);
  if (provider === "gemini") return folder.replace(/\/v\d\w{0,10}$/, "") + path;
  if (provider === "ollama") return folder.replace(/\/(?:v1|api)$/, "") + path;
  return `${folder.replace(/\/v1$/, "")}/v1${path.replace(anthropicPrefix, "")}`;
}
