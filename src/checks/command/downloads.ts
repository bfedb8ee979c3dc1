import type { Command, Word } from "../../formats/command/view.ts";

/** Programs that fetch a URL. */
export const fetchers: ReadonlySet<string> = new Set([
  "curl",
  "wget",
  "aria2c",
  "wget2",
  "axel",
  "http",
  "https",
  "fetch",
]);

/** Short options of curl that take a value: what follows the letter in the same word is that value. */
const curlValued = "AbcCdDeEFHhKmoPQrtTuUwxXyYz";

/** Where curl or wget is told to accept any certificate. */
export function uncheckedTls(command: Command): Word | undefined {
  if (command.program === "wget" || command.program === "wget2") {
    return command.args.find(({ text }) => text === "--no-check-certificate");
  }
  if (command.program !== "curl") return undefined;
  return command.args.find(
    ({ text }) => text === "--insecure" || text === "--proxy-insecure" || hasShortK(text),
  );
}

function hasShortK(text: string): boolean {
  if (!/^-[A-Za-z#]/.test(text)) return false;
  for (const letter of text.slice(1)) {
    if (letter === "k") return true;
    if (curlValued.includes(letter)) return false;
  }
  return false;
}

/** The addresses that a command fetches. */
export function addressesOf(command: Command): readonly Word[] {
  if (!fetchers.has(command.program)) return [];
  return command.args.filter(({ text }, index) => {
    if (!/^["']?(?:https?|ftp):\/\//i.test(text)) return false;
    const before = command.args[index - 1]?.text ?? "";
    return !/^(?:-x|--proxy|-e|--referer|-H|--header|--noproxy|-d|--data.*)$/.test(before);
  });
}

/** True where a shell runs what comes, which `curl-pipe-shell` has more to say about. */
export function isRunAtOnce(command: Command): boolean {
  return /^(?:ba|da|z|k)?sh$/.test(command.feeds?.program ?? command.within?.program ?? "");
}
