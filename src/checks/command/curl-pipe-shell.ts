import type { FindingDetails } from "../../core/index.ts";
import type { Command, Word } from "../../formats/command/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { addressesOf, uncheckedTls } from "./downloads.ts";

const interpreters =
  /^(?:sh|bash|dash|zsh|ksh|ash|fish|python|node|perl|ruby|pwsh|eval|source|\.)$/;
/** Between download and interpreter: what only passes on. */
const passing = /^(?:tee|gunzip|zcat|gzip|tac|sed|tr|cat|xz)$/;

/** Installers of projects whose packages are trusted anyway; they are for the pedantic. */
const known =
  /^(?:astral\.sh|sh\.rustup\.rs|get\.docker\.com|(?:www\.)?ollama\.com|bun\.sh|deno\.land|get\.helm\.sh|(?:raw\.githubusercontent\.com)|deb\.nodesource\.com|rpm\.nodesource\.com|install\.python-poetry\.org|pixi\.sh|micro\.mamba\.pm|cli\.github\.com|packages\.cloud\.google\.com|get\.pnpm\.io|sdk\.cloud\.google\.com|bootstrap\.pypa\.io|pyenv\.run|apt\.releases\.hashicorp\.com|get\.k3s\.io)$/i;

function readerOf(command: Command): Command | undefined {
  if (command.within !== undefined && interpreters.test(command.within.program))
    return command.within;
  let next = command.feeds;
  for (let hops = 0; hops < 5 && next !== undefined; hops++) {
    if (interpreters.test(next.program)) return next;
    if (!passing.test(next.program)) return undefined;
    next = next.feeds;
  }
  return undefined;
}

/** `| python -m json.tool` and `| python script.py` read data. */
function runsItsInput(reader: Command): boolean {
  if (!/^(?:python|node|perl|ruby)$/.test(reader.program)) return true;
  return !reader.isModule && reader.args.every(({ text }) => text === "-" || text === "-u");
}

function judge(command: Command, address: Word | undefined): FindingDetails {
  const host = hostOf(address?.text ?? "");
  const from = host === "" || address?.isKnown === false ? "" : ` from ${host}`;
  if (address?.text.startsWith("http:") === true && !isLocalHost(host)) {
    return { severity: "high", message: `A script${from} is run that came over plain HTTP` };
  }
  if (uncheckedTls(command) !== undefined) {
    return { severity: "high", message: `A script${from} is run whose sender was not checked` };
  }
  const message = `A script${from} is run as it comes`;
  return known.test(host) ? { severity: "low", audience: "pedantic", message } : { message };
}

export const curlPipeShell = defineCheck({
  meta: {
    id: "curl-pipe-shell",
    code: "PV-CMD-015",
    title: "A script from the network is run as it comes",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["poutine:unverified_script_exec"],
    controls: [
      "CWE-494",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Whoever controls the host, or the way to it, runs code here; nothing tells that today's script is yesterday's.",
    mend: "Install a package with a version, or keep the script in the repository; else download it, compare its digest, then run it.",
    blind: "A script that is saved first and run later.",
    since: "0.1.0",
    examples: {
      found: [{ path: "install.sh", code: "curl -fsSL https://get.riverbank.io/base.sh | bash\n" }],
      clean: [
        {
          path: "install.sh",
          code: "curl -fsSLo base.sh https://get.riverbank.io/base.sh\nsha256sum -c base.sum\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      if (command.program !== "curl" && command.program !== "wget") continue;
      const reader = readerOf(command);
      if (reader === undefined || !runsItsInput(reader)) continue;
      const extent = {
        start: Math.min(command.start, reader.start),
        end: Math.max(command.end, reader.end),
      };
      report(extent, judge(command, addressesOf(command)[0]));
    }
  },
});
