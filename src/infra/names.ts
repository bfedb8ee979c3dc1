import { isLive, lastWord } from "./addresses.ts";
import { asText, walk } from "./fact.ts";
import type { Resource } from "./resource.ts";
import type { Value } from "./value.ts";

/** A name that is written and known. */
function known(value: Value | undefined): string | undefined {
  const fact = value === undefined ? undefined : asText(value);
  return fact?.kind === "known" && fact.value !== "" ? fact.value : undefined;
}

/** The last word of an address without the number or key of an instance. */
function endOf(address: string): string {
  const bare = address.replace(/\[[^\]]*\]$/, "");
  return /[^:/.]+$/.exec(bare)?.[0] ?? address;
}

/** `modelName` of `AWS::SageMaker::Model`, `model_name` of `aws_sagemaker_model`: a thing's own name. */
function isOwn(key: string, type: string): boolean {
  const [, stem] = /^(.+?)_?[Nn]ame$/.exec(key) ?? [];
  return stem !== undefined && plain(type).endsWith(plain(stem));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** What people call a resource: the name that it says, else the end of its address. */
export function nameOf({ dialect, type, address, body }: Resource): string {
  const said = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => known(walk(body, key.split(".")))).find((name) => name !== undefined);
  if (dialect === "kubernetes") return said("metadata.name") ?? endOf(address);
  if (dialect === "gcp") return said("displayName") ?? lastWord(address);
  const name = said("name", "bucket", "display_name", "Name", "BucketName");
  if (name !== undefined) return lastWord(name);
  for (const [key, value] of body.entries) {
    const own = isOwn(key, type) ? known(value) : undefined;
    if (own !== undefined) return own;
  }
  return said("custom_model_name", "ModelName") ?? endOf(address);
}

/** True where what an attribute of that name says may be the name of a thing of that type. */
export function mayName(key: string, type: string): boolean {
  const [, stem] =
    /^(.+?)_?(?:[Nn]ame|NAME|[Ii]d|[Aa]rn|ARN|[Uu]ri|[Ii]dentifier)s?$/.exec(key) ?? [];
  return stem !== undefined && plain(stem).length > 2 && plain(type).includes(plain(stem));
}

/** The bucket that an address of an object leads to, in whatever cloud. */
export function bucketIn(text: string): string | undefined {
  const [, name] =
    /^(?:s3a?|gs):\/\/([^/]+)/.exec(text) ??
    /^arn:aws[a-z-]*:s3:::([^/*]+)/.exec(text) ??
    /^https:\/\/s3[.\w-]{0,60}\.amazonaws\.com\/([^/]+)/.exec(text) ??
    /^https:\/\/([\w.-]{3,63})\.s3[.\w-]{0,60}\.amazonaws\.com(?:\/|$)/.exec(text) ??
    /^https:\/\/storage\.googleapis\.com\/([^/]+)/.exec(text) ??
    /^https:\/\/(\w{3,24})\.(?:blob|dfs)\.core\.windows\.net(?:\/|$)/.exec(text) ??
    [];
  return name;
}

/** Words in the name of a bucket by which it holds models or what they learn from. */
const telling =
  /(?:^|[-_.])(?:ml|mlops|models?|llm|training|datasets?|embeddings?|features?|featurestore|mlflow|sagemaker|bedrock|vertex(?:ai)?|checkpoints?)(?:[-_.]|$)/i;

/** True for a bucket that says by its name what it is for. */
export function tellsOfModels(name: string): boolean {
  return telling.test(name.slice(0, 200));
}

/** What others call it by beside its address. Of a live thing that is the end of its address: an id. */
export function calledBy(resource: Resource): string {
  return isLive(resource) ? lastWord(resource.address) : nameOf(resource);
}
