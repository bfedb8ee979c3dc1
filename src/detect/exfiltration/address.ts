// Where an address leads, as a browser reads it: what a filter reads otherwise is how it is passed by.

export type Target =
  /** Stays where the text is shown. */
  | { readonly kind: "none" }
  /** `javascript:` and data that is a page: runs where it is opened. */
  | { readonly kind: "active" }
  | { readonly kind: "host"; readonly host: string; readonly url: URL };

const none: Target = { kind: "none" };
/** Relative addresses end up here (RFC 2606). */
const here = "pavise.invalid";

/** Names of characters that addresses are hidden with (HTML, 13.5). */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  colon: ":",
  sol: "/",
  bsol: "\\",
  period: ".",
  Tab: "\t",
  NewLine: "\n",
  lpar: "(",
  rpar: ")",
  quest: "?",
  num: "#",
  equals: "=",
  commat: "@",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  percnt: "%",
  lowbar: "_",
  hyphen: "-",
  nbsp: " ",
};

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function unescapeName(whole: string, name: string): string {
  if (!name.startsWith("#")) return named[name] ?? whole;
  return fromCode(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

/** Character references made characters; those without a semicolon as well, as browsers do. */
export function unescapeHtml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(#x[0-9a-f]{1,8}|#\d{1,8}|[A-Za-z]{2,7});?/gi, unescapeName);
}

/** Reads an address against a page that is nowhere. */
export function targetOf(address: string): Target {
  const spelled = unescapeHtml(address);
  const url = URL.parse(spelled, `https://${here}/`);
  if (url === null) {
    // Browsers mend more than is known here: what names a host is taken for one.
    const host = /^\s*(?:[a-z][a-z0-9+.-]*:)?[\\/]{2,}([^\\/?#]+)/i.exec(spelled)?.[1];
    return host === undefined
      ? none
      : { kind: "host", host: host.toLowerCase(), url: new URL("https://pavise.invalid/") };
  }
  switch (url.protocol) {
    case "javascript:":
    case "vbscript:":
      return { kind: "active" };
    case "data:":
      return /^data:\s*(?:image\/(?!svg)|font\/|audio\/|video\/|text\/plain|,)/i.test(url.href)
        ? none
        : { kind: "active" };
    case "about:":
    case "tel:":
    case "sms:":
    case "blob:":
    case "cid:":
      return none;
    case "mailto:":
      return url.search === ""
        ? none
        : { kind: "host", host: url.pathname.split("@").at(-1) ?? "", url };
  }
  if (url.hostname === here || url.hostname === "") return none;
  return { kind: "host", host: url.hostname.replace(/\.$/, ""), url };
}

/** Both ways of reading a backslash: as markdown's escape and as a browser's slash. */
export function targetsOf(address: string): readonly Target[] {
  const first = targetOf(address);
  if (!address.includes("\\")) return [first];
  return [first, targetOf(address.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1"))];
}

/** Hosts that may be asked for, spelled as addresses spell them. */
export function allowedHosts(hosts: readonly string[]): readonly string[] {
  return hosts.flatMap((host) => {
    const bare = host
      .trim()
      .replace(/^\*?\./, "")
      .replace(/\.$/, "");
    const url = bare === "" ? null : URL.parse(bare.includes("://") ? bare : `https://${bare}/`);
    return url === null || url.hostname === "" ? [] : [url.hostname];
  });
}

/** True for a host or one below it. */
export function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some(
    (each) => host === each || (host.endsWith(each) && host[host.length - each.length - 1] === "."),
  );
}
