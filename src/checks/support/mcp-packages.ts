/** Programs that fetch a package and run it, with the words before the package. */
const runners: ReadonlyMap<string, RegExp> = new Map([
  ["npx", /^-/],
  ["bunx", /^-/],
  ["uvx", /^-/],
  ["pnpm", /^(?:-|dlx$)/],
  ["yarn", /^(?:-|dlx$)/],
  ["npm", /^(?:-|exec$|x$)/],
  ["bun", /^(?:-|x$)/],
  ["pipx", /^(?:-|run$)/],
  ["uv", /^(?:-|tool$|run$|x$)/],
]);

/** Options of these programs that take a value. */
const valued = /^(?:--with|--python|--registry|-c|--call|--index-url|--directory)$/;

/** Base name of a program, as it is written on any system. */
export function programName(command: string): string {
  const name = command.replaceAll("\\", "/").split("/").at(-1) ?? "";
  return name.replace(/\.(?:cmd|exe)$/i, "");
}

/** Index of the package that is fetched: what `--package` or `--from` names, else the first operand. */
export function packageAt(command: string, args: readonly string[]): number {
  const before = runners.get(programName(command));
  if (before === undefined) return -1;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (/^(?:-p|--package|--from|--spec)$/.test(arg))
      return index + 1 < args.length ? index + 1 : -1;
    if (valued.test(arg)) index++;
    else if (!before.test(arg)) return index;
  }
  return -1;
}

/** True where a package is named with a release: `a@1.2.3`, `a==1.2.3`, a commit, a path. */
export function isPinnedPackage(name: string): boolean {
  if (/^(?:[./~]|file:|[A-Za-z]:\\)/.test(name) || /\.(?:js|ts|py|mjs)$/.test(name)) return true;
  if (name.includes("://") || name.startsWith("github:"))
    return /[@#][0-9a-f]{40}\b/.test(name) || /#v?\d/.test(name);
  return /.@v?\d|==/.test(name);
}
