// PowerShell and cmd.exe.
import { ruleOf, type CommandRow, type CommandRule } from "./rule.ts";

const rest = String.raw`[^\n]{0,300}?`;
const rows: readonly CommandRow[] = [
  [
    "delete-root",
    "del erase",
    String.raw`(?:del|erase)(?=[^\n]{0,60}/s)(?:[ \t]{1,4}/[a-z]){1,5}[ \t]{1,4}["']?(?:[a-z]:\\(?:\*|windows|users)?|%(?:systemroot|userprofile|systemdrive)%)`,
    0.9,
  ],
  [
    "delete-root",
    "rd rmdir",
    String.raw`(?:rd|rmdir)(?:[ \t]{1,4}/[a-z]){1,3}[ \t]{1,4}["']?(?:[a-z]:\\(?:windows|users)?["']?(?:[\s;&]|$)|%(?:systemroot|userprofile|systemdrive)%)`,
    0.9,
  ],
  [
    "delete-root",
    "remove rm ri",
    String.raw`(?:remove-item|rm|ri)(?=[^\n]{0,120}-rec)${rest}["'\s](?:[a-z]:\\(?:\*|windows|users)?["']?(?=[\s;]|$)|\$env:(?:systemroot|userprofile|systemdrive))`,
    0.9,
  ],
  ["format-disk", "format", String.raw`format[ \t]{1,4}[a-z]:(?=[\s/]|$)`, 0.8],
  [
    "format-disk",
    "clear initialize format",
    String.raw`(?:clear-disk|format-volume|initialize-disk)[ \t]${rest}(?:-number|-driveletter|-removedata|-confirm)`,
    0.8,
  ],
  ["overwrite-disk", "cipher", String.raw`cipher[ \t]{1,4}/w:`, 0.6],
  [
    "encoded-powershell",
    "powershell pwsh",
    String.raw`(?:powershell|pwsh)(?:\.exe)?["']?[ \t]${rest}[-/]e(?:c|nc?|nco\w{0,10})?[ \t]{1,4}["']?[a-z0-9+/=]{16,}`,
    0.9,
  ],
  [
    "hidden-powershell",
    "powershell pwsh",
    String.raw`(?:powershell|pwsh)(?:\.exe)?[ \t](?=[^\n]{0,200}-w(?:indowstyle)?[ \t]{1,4}h(?:idden)?\b)${rest}(?:-c|-f|-e|iex|download)`,
    0.75,
  ],
  [
    "download-and-run",
    "iex invoke",
    String.raw`(?:iex|invoke-expression)\b${rest}(?:downloadstring|downloadfile|invoke-webrequest|invoke-restmethod|\biwr\b|\birm\b|net\.webclient|frombase64string)`,
    0.85,
  ],
  [
    "download-and-run",
    "downloadstring iwr irm invoke net",
    String.raw`(?:downloadstring|iwr|irm|invoke-webrequest|invoke-restmethod|net\.webclient)\b[^\n]{0,300}\|[ \t]{0,4}(?:iex|invoke-expression)\b`,
    0.85,
  ],
  [
    "download-and-run",
    "certutil",
    String.raw`certutil(?:\.exe)?[ \t]${rest}(?:-urlcache|/urlcache)${rest}http`,
    0.9,
  ],
  [
    "download-and-run",
    "bitsadmin mshta regsvr32 msiexec rundll32 wmic",
    String.raw`(?:bitsadmin[ \t]${rest}/transfer|mshta(?:\.exe)?[ \t]{1,4}["']?(?:https?:|javascript:|vbscript:)|regsvr32${rest}/i:http|msiexec${rest}/i[ \t]{1,4}["']?http|rundll32${rest}(?:javascript:|url\.dll)|wmic${rest}process[ \t]{1,4}call[ \t]{1,4}create)`,
    0.9,
  ],
  ["reverse-shell", "system net", String.raw`(?:system\.)?net\.sockets\.tcpclient`, 0.8],
  [
    "disable-defence",
    "set add",
    String.raw`(?:set-mppreference[ \t]${rest}-disable\w{1,60}|add-mppreference[ \t]${rest}-exclusion\w{1,20})`,
    0.85,
  ],
  [
    "disable-defence",
    "netsh",
    String.raw`netsh[ \t]{1,4}(?:adv)?firewall[ \t]${rest}(?:state[ \t]{1,4}off|opmode[ \t]{1,4}(?:mode=)?disable)`,
    0.85,
  ],
  [
    "disable-defence",
    "sc net stop",
    String.raw`(?:sc(?:\.exe)?[ \t]{1,4}(?:stop|delete|config)|net[ \t]{1,4}stop|stop-service(?:[ \t]{1,4}-\w{1,10}){0,3})[ \t]{1,4}["']?(?:windefend|mpssvc|wscsvc|sense|securityhealthservice|sysmon|eventlog)`,
    0.85,
  ],
  [
    "disable-defence",
    "disableantispyware disablerealtimemonitoring enablelua",
    String.raw`(?:disableantispyware|disablerealtimemonitoring|enablelua)\b[^\n]{0,60}(?:/d[ \t]{1,4}[01]|-value[ \t]{1,4}[01]|\$true)`,
    0.85,
  ],
  [
    "disable-defence",
    "set",
    String.raw`set-executionpolicy[ \t]${rest}(?:bypass|unrestricted)`,
    0.4,
  ],
  ["disable-defence", "amsiutils amsiinitfailed", String.raw`amsi(?:utils|initfailed)`, 0.9],
  [
    "delete-backups",
    "vssadmin wmic wbadmin bcdedit",
    String.raw`(?:vssadmin(?:\.exe)?[ \t]{1,4}delete[ \t]{1,4}shadows|wmic[ \t]${rest}shadowcopy[ \t]${rest}delete|wbadmin[ \t]{1,4}delete|bcdedit[ \t]${rest}recoveryenabled[ \t]{1,4}no)`,
    0.9,
  ],
  [
    "wipe-logs",
    "wevtutil clear fsutil",
    String.raw`(?:wevtutil(?:\.exe)?[ \t]{1,4}(?:cl|clear-log)\b|clear-eventlog\b|fsutil[ \t]{1,4}usn[ \t]{1,4}deletejournal)`,
    0.8,
  ],
  [
    "wipe-history",
    "clear remove",
    String.raw`(?:clear-history\b|remove-item[ \t]${rest}(?:consolehost_history|historysavepath))`,
    0.5,
  ],
  [
    "steal-credentials",
    "reg sekurlsa mimikatz procdump rundll32",
    String.raw`(?:reg(?:\.exe)?[ \t]{1,4}save[ \t]{1,4}hklm\\(?:sam|system|security)|sekurlsa::|invoke-mimikatz|mimikatz\.exe|procdump${rest}lsass|rundll32${rest}comsvcs\.dll${rest}minidump)`,
    0.85,
  ],
  [
    "backdoor",
    "net reg schtasks",
    String.raw`(?:net[ \t]{1,4}localgroup[ \t]{1,4}administrators[ \t]${rest}/add|reg(?:\.exe)?[ \t]{1,4}add[ \t]${rest}\\currentversion\\run\b|schtasks[ \t]${rest}/create${rest}(?:powershell|mshta|http))`,
    0.75,
  ],
  ["fork-bomb", "%", String.raw`%0[ \t]{0,4}\|[ \t]{0,4}%0`, 0.85],
];

export const windowsRules: readonly CommandRule[] = rows.map(ruleOf);
