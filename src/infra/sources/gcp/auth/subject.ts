// Where workload identity federation takes the token of the other side from.
import { readFile } from "node:fs/promises";
import { isObject, textIn, type JsonObject } from "../../live/json.ts";
import { askText, noAccess } from "./exchange.ts";

async function textAt(source: JsonObject): Promise<string> {
  const path = textIn(source["file"]);
  if (path !== undefined) {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw noAccess(`the token file cannot be read (${code ?? "no file"})`);
    }
  }
  const url = textIn(source["url"]);
  if (url === undefined || !URL.canParse(url))
    // Programs are not started, and AWS would need its own signing: both are given as a file by
    // `gcloud iam workload-identity-pools create-cred-config --credential-source-file`.
    throw noAccess(
      "the credentials take their token from a program or from AWS, which is not supported",
      "Use a credential source of the kind file or url, or set GOOGLE_OAUTH_ACCESS_TOKEN.",
    );
  const headers = isObject(source["headers"]) ? source["headers"] : {};
  const plain = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  // GitHub's is https, those of Azure and Kubernetes are plain and local to the machine.
  return (await askText({ url, headers: Object.fromEntries(plain), isOpen: true })).text;
}

/** The token that the other side vouches with. */
export async function subjectToken(source: JsonObject): Promise<string> {
  const text = (await textAt(source)).trim();
  const format = isObject(source["format"]) ? source["format"] : {};
  if (format["type"] !== "json") return text;
  const field = textIn(format["subject_token_field_name"]) ?? "access_token";
  try {
    const value: unknown = JSON.parse(text);
    const token = isObject(value) ? textIn(value[field]) : undefined;
    if (token !== undefined) return token;
  } catch {
    // Said below, without what was read.
  }
  throw noAccess(`the token source answers without ${field}`);
}
