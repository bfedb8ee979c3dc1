import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const ftpUsed = defineCheck({
  meta: {
    id: "ftp-used",
    code: "PV-CODE-022",
    title: "FTP sends everything in clear",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B321", "S321"],
    controls: ["CWE-319"],
    why: "Passwords and files can be read and changed by anybody on the way: a model that is fetched so can be swapped.",
    mend: "Use SFTP or HTTPS; `ftplib.FTP_TLS` where it has to be FTP.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import ftplib\nftplib.FTP(host)\n" }],
      clean: [{ code: "import ftplib\nftplib.FTP_TLS(host)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("ftplib.FTP")) report(call, aliasesOf(call));
  },
});
