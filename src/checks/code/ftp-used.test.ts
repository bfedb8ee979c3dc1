import { checkCases } from "../../testing/check-cases.ts";
import { ftpUsed } from "./ftp-used.ts";

checkCases(ftpUsed, {
  found: ["import ftplib\nftplib.FTP(host)\n"],
  clean: ["import ftplib\nftplib.FTP_TLS(host)\n"],
});
