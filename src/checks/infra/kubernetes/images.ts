/** The tag or digest of an image; undefined where it has neither. */
export function tagOf(image: string): string | undefined {
  const digest = image.indexOf("@");
  if (digest >= 0) return image.slice(digest + 1);
  const name = image.slice(image.lastIndexOf("/") + 1);
  const colon = name.indexOf(":");
  return colon < 0 ? undefined : name.slice(colon + 1);
}
