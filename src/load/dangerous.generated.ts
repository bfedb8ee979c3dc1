export const dangerousNames: Readonly<Record<string, string>> = { os: "*", posix: "*", nt: "*", subprocess: "*", builtins: "eval exec compile __import__ getattr open" };
