// What destroys, opens or downloads and runs, in the shells of Unix.
import { ruleOf, type CommandRow, type CommandRule } from "./rule.ts";

/** Flags and their values between a command and what it is for. */
const flags = String.raw`(?:[ \t]{1,8}-{1,2}[\w=:,.-]{1,60}){0,8}`;
/** Roots of a system, and all of somebody's. */
const roots = String.raw`(?:["']?(?:/(?:\*|\.\*)?|~/?\*?|\$\{?home\}?/?\*?|/(?:etc|usr|var|bin|sbin|lib|lib64|boot|home|root|opt|sys|proc|dev|srv|mnt|system|users|library|applications)/?\*?|[a-z]:[\\/]{1,2}\*?)["']?)(?=[\s;|&"')\]},]|$)`;
const disk = String.raw`/dev/(?:sd[a-z]|hd[a-z]|vd[a-z]|xvd[a-z]|nvme\d|mmcblk\d|r?disk\d|mapper/|md\d|mem\b|kmem)`;
const shells = String.raw`(?:sudo[ \t]{1,4}(?:-\w{1,3}[ \t]{1,4}){0,3})?(?:/(?:usr/)?(?:local/)?bin/)?(?:env[ \t]{1,4})?(?:(?:ba|z|da|k|c|tc|fi|a)?sh|python[23]?(?:\.\d+)?|perl|ruby|node|php|lua|osascript|pwsh|powershell|iex)\b`;
const rest = String.raw`[^\n]{0,300}?`;

const rows: readonly CommandRow[] = [
  [
    "delete-root",
    "rm",
    String.raw`rm(?=[^\n;|&]{0,200}(?:\s-\w{0,8}r|\s--recursive|\s--no-preserve-root))${flags}(?:[ \t]{1,8}[\w./*-]{1,80}){0,4}?[ \t]{1,8}${roots}`,
    0.95,
  ],
  ["delete-root", "rm", String.raw`rm${rest}--no-preserve-root`, 0.95],
  [
    "delete-here",
    "rm",
    String.raw`rm(?=[^\n;|&]{0,100}\s-\w{0,8}r)${flags}[ \t]{1,8}(?:\.{1,2}/?\*?|\*|\./\.\*|\$\{?\w{1,30}\}?/\*?)(?=[\s;|&"')]|$)`,
    0.5,
  ],
  [
    "delete-folder",
    "rm",
    String.raw`rm(?=[^\n;|&]{0,100}\s-\w{0,8}r\w{0,8}|[^\n]{0,60}--recursive)${flags}[ \t]{1,8}[^\s;|&-][^\s;|&]{0,120}`,
    0.2,
  ],
  [
    "delete-root",
    "find",
    String.raw`find[ \t]{1,8}${roots}${rest}(?:-delete|-exec[ \t]{1,4}(?:rm|shred))`,
    0.9,
  ],
  ["move-away", "mv", String.raw`mv${flags}[ \t]{1,8}${roots}[ \t]{1,8}/dev/null`, 0.9],
  ["overwrite-disk", "dd", String.raw`dd[ \t]${rest}\bof=["']?${disk}`, 0.9],
  [
    "overwrite-disk",
    "dev",
    String.raw`dev/(?:zero|u?random)[ \t]{0,4}>{1,2}[ \t]{0,4}${disk}`,
    0.9,
  ],
  [
    "overwrite-disk",
    "cat echo printf yes cp",
    String.raw`\w{2,6}[ \t]${rest}(?:>{1,2}[ \t]{0,4}|[ \t])${disk}`,
    0.85,
  ],
  [
    "format-disk",
    "mkfs mke2fs mkswap wipefs blkdiscard sgdisk",
    String.raw`(?:mkfs(?:\.\w{2,8})?|mke2fs|mkswap|wipefs|blkdiscard|sgdisk)[ \t]${rest}${disk}`,
    0.9,
  ],
  ["overwrite-disk", "shred", String.raw`shred${flags}[ \t]{1,8}(?:${disk}|/var/log|/etc)`, 0.9],
  ["erase-keys", "cryptsetup", String.raw`cryptsetup[ \t]${rest}(?:luks)?erase`, 0.85],
  [
    "fork-bomb",
    ":",
    String.raw`:[ \t]{0,4}\(\)[ \t]{0,4}\{[ \t]{0,4}:[ \t]{0,4}\|[ \t]{0,4}:[ \t]{0,4}&[ \t]{0,4}\}[ \t]{0,4};[ \t]{0,4}:`,
    0.95,
  ],
  [
    "fork-bomb",
    "bomb f fork x",
    String.raw`(\w{1,20})\(\)[ \t]{0,4}\{\s{0,8}\1[ \t]{0,4}\|[ \t]{0,4}\1[ \t]{0,4}&\s{0,8}\}[ \t]{0,4};?\s{0,4}\1`,
    0.9,
  ],
  [
    "fork-bomb",
    "while",
    String.raw`while[ \t]{1,4}(?:true|1|:)[^\n]{0,20}\n?\s{0,12}os\.fork\(\)`,
    0.85,
  ],
  [
    "download-and-run",
    "curl wget fetch",
    String.raw`(?:curl|wget|fetch)\b(?=[^\n]{0,300}(?:http://|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|-k\b|--insecure|/raw/|pastebin|ngrok|\.onion|transfer\.sh))[^\n|]{0,300}(?:\|[^\n|]{0,80}){0,3}\|[ \t]{0,4}${shells}`,
    0.9,
  ],
  [
    "download-and-run",
    "curl wget fetch",
    String.raw`(?:curl|wget|fetch)\b[^\n|]{0,300}(?:\|[^\n|]{0,80}){0,3}\|[ \t]{0,4}${shells}`,
    0.65,
  ],
  [
    "download-and-run",
    "curl wget",
    String.raw`(?:curl|wget)\b[^\n]{0,300}(?:&&|;|\n)[^\n]{0,80}chmod[^\n]{1,60}x[^\n]{1,100}(?:&&|;|\n)[^\n]{0,40}(?:\./|/tmp/|sh\b)`,
    0.8,
  ],
  [
    "download-and-run",
    "bash sh zsh source eval exec",
    String.raw`(?:ba|z)?(?:sh|source|eval|exec)\b[ \t]{1,8}(?:-c[ \t]{1,4})?["']?(?:<\(|\$\(|\x60)[ \t]{0,4}(?:curl|wget)\b`,
    0.75,
  ],
  [
    "decode-and-run",
    "base64 base32 xxd openssl",
    String.raw`(?:base(?:64|32)|xxd|openssl)[ \t][^\n|]{0,100}(?:-d|--decode|-r)\b[^\n|]{0,200}(?:\|[^\n|]{0,80}){0,2}\|[ \t]{0,4}${shells}`,
    0.9,
  ],
  [
    "decode-and-run",
    "eval bash sh exec",
    String.raw`(?:eval|ba?sh|exec)\b${rest}(?:\$\(|\x60|<\()${rest}(?:base64[ \t]{1,4}(?:-d|--decode)|xxd[ \t]{1,4}-r)`,
    0.9,
  ],
  ["reverse-shell", "dev", String.raw`dev/(?:tcp|udp)/[\w.$\{\}-]{1,100}/[\w$\{\}]{1,20}`, 0.9],
  [
    "reverse-shell",
    "nc ncat netcat",
    String.raw`(?:nc|ncat|netcat)(?:\.traditional|\.openbsd)?(?=[^\n]{0,120}(?:\s-\w{0,4}[ec]\b|--(?:sh-)?exec))${rest}(?:/bin/|cmd\.exe|powershell|\b(?:ba|z)?sh\b)`,
    0.95,
  ],
  [
    "reverse-shell",
    "mkfifo mknod",
    String.raw`mk(?:fifo|nod)[ \t][^\n]{0,200}\|[^\n]{0,100}(?:nc|ncat|netcat|openssl|telnet)\b`,
    0.95,
  ],
  ["reverse-shell", "socat", String.raw`socat[ \t]${rest}exec:`, 0.9],
  ["reverse-shell", "telnet", String.raw`telnet[ \t][^\n|]{1,80}\|[ \t]{0,4}/bin/(?:ba)?sh`, 0.9],
  ["reverse-shell", "inet", String.raw`inet/tcp/\d{1,5}/`, 0.85],
  [
    "open-rights",
    "chmod",
    String.raw`chmod${flags}[ \t]{1,8}(?:0?777|a\+rwx|ugo\+rwx|a=rwx)[ \t]{1,8}${roots}`,
    0.9,
  ],
  [
    "open-rights",
    "chmod",
    String.raw`chmod${flags}[ \t]{1,8}(?:[ug]\+s|[46][0-7]{3})[ \t]{1,8}\S{0,40}(?:/bash|/sh|/python\S{0,5}|/find|/cp)\b`,
    0.9,
  ],
  ["open-rights-of-file", "chmod", String.raw`chmod${flags}[ \t]{1,8}(?:0?777|a\+rwx)[ \t]`, 0.2],
  [
    "change-owner",
    "chown",
    String.raw`chown[ \t]{1,8}-\w{0,4}r\w{0,4}[ \t]{1,8}\S{1,60}[ \t]{1,8}${roots}`,
    0.8,
  ],
  ["wipe-history", "history", String.raw`history[ \t]{1,4}-\w{0,2}c\b`, 0.6],
  [
    "wipe-history",
    "unset export",
    String.raw`(?:unset[ \t]{1,4}hist(?:file|size)|export[ \t]{1,4}hist(?:file=/dev/null|(?:file)?size=0))`,
    0.7,
  ],
  [
    "wipe-history",
    "bash_history zsh_history",
    String.raw`(?:ba|z)sh_history\b(?=[^\n]{0,40}$)`,
    0.2,
  ],
  [
    "wipe-history",
    "rm shred truncate ln cat",
    String.raw`(?:rm|shred|truncate|ln|cat)[ \t]${rest}\.(?:ba|z)sh_history`,
    0.7,
  ],
  [
    "wipe-logs",
    "rm shred truncate",
    String.raw`(?:rm|shred|truncate)[ \t]${rest}/var/log(?:/|\b)(?:\*|auth|secure|syslog|messages|wtmp|audit|btmp|lastlog)?`,
    0.75,
  ],
  [
    "wipe-logs",
    "var",
    String.raw`var/log/(?:auth\.log|secure|wtmp|btmp|lastlog|audit/audit\.log)(?<=>[ \t]{0,4}/var/log/[\w./]{1,30})`,
    0.75,
  ],
  [
    "disable-defence",
    "ufw setenforce spctl csrutil",
    String.raw`(?:ufw[ \t]{1,4}(?:--force[ \t]{1,4})?(?:disable|reset)|setenforce[ \t]{1,4}(?:0|permissive)|spctl[ \t]{1,4}--(?:master|global)-disable|csrutil[ \t]{1,4}disable)`,
    0.75,
  ],
  [
    "disable-defence",
    "iptables ip6tables nft",
    String.raw`(?:ip6?tables(?:[ \t]{1,4}-t[ \t]{1,4}\w{1,10})?[ \t]{1,4}(?:-f\b|--flush|-p[ \t]{1,4}(?:input|forward|output)[ \t]{1,4}accept)|nft[ \t]{1,4}flush[ \t]{1,4}ruleset)`,
    0.75,
  ],
  [
    "disable-defence",
    "systemctl service",
    String.raw`(?:systemctl|service)[ \t]${rest}(?:(?:stop|disable|mask)[ \t][^\n;]{0,30}(?:firewalld|ufw|apparmor|auditd|falcon-sensor|clamav|wazuh|sentinel|fail2ban|osquery|ossec|iptables|rsyslog)|(?:firewalld|ufw|apparmor|auditd|fail2ban)[ \t]{1,4}stop)`,
    0.75,
  ],
  [
    "disable-defence",
    "auditctl sysctl",
    String.raw`(?:auditctl[ \t]{1,4}-e[ \t]{0,2}0|sysctl[ \t]${rest}randomize_va_space=0)`,
    0.75,
  ],
  [
    "backdoor",
    "authorized_keys",
    String.raw`authorized_keys(?<=>{1,2}[ \t]{0,4}\S{0,60}authorized_keys)`,
    0.75,
  ],
  ["backdoor", "nopasswd", String.raw`nopasswd:[ \t]{0,4}all`, 0.6],
  [
    "backdoor",
    "sudoers passwd shadow",
    String.raw`(?:sudoers|passwd|shadow)\b(?<=>{1,2}[ \t]{0,4}/etc/(?:sudoers|passwd|shadow))`,
    0.85,
  ],
  ["backdoor", "useradd usermod", String.raw`user(?:add|mod)[ \t]${rest}-u[ \t]{1,4}0\b`, 0.85],
  [
    "steal-credentials",
    "cat less head tail cp scp",
    String.raw`(?:cat|less|head|tail|cp|scp)[ \t]${rest}(?:/etc/shadow|\.ssh/id_(?:rsa|ed25519|ecdsa|dsa)\b(?!\.pub)|\.aws/credentials|\.kube/config|/proc/(?:self|\d{1,6})/environ|/run/secrets/)`,
    0.7,
  ],
  [
    "send-files",
    "curl wget",
    String.raw`(?:curl|wget)[ \t]${rest}(?:@|--post-file[= ]|-t[ \t]{1,4}|--upload-file[= ])["']?(?:/etc/(?:passwd|shadow)|~?/?\S{0,60}(?:\.ssh/|id_rsa|\.aws/|\.env\b|\.kube|\.netrc|history))`,
    0.9,
  ],
  [
    "send-files",
    "env printenv history tar",
    String.raw`(?:env|printenv|history|tar[ \t][^\n|]{1,120})[ \t]{0,4}(?:\|[^\n|]{0,60}){0,2}\|[ \t]{0,4}(?:curl|nc|ncat|wget)[ \t]`,
    0.85,
  ],
  [
    "kill-all",
    "kill killall",
    String.raw`kill(?:all)?[ \t]{1,4}-(?:9|kill|sigkill)[ \t]{1,4}-1\b`,
    0.85,
  ],
  ["crash", "sysrq", String.raw`sysrq-trigger`, 0.8],
  ["clear-jobs", "crontab", String.raw`crontab[ \t]{1,4}-r\b`, 0.55],
  [
    "leave-container",
    "nsenter docker podman",
    String.raw`(?:nsenter[ \t]${rest}(?:-t|--target)[ =]{0,2}1\b|(?:docker|podman)[ \t]${rest}(?:-v|--volume)[ =]{1,2}/:/)`,
    0.8,
  ],
  [
    "privileged-container",
    "docker podman",
    String.raw`(?:docker|podman)[ \t]{1,4}run[ \t]${rest}--privileged`,
    0.4,
  ],
  [
    "delete-cluster",
    "kubectl",
    String.raw`kubectl[ \t]{1,4}delete[ \t]${rest}(?:--all(?:-namespaces)?\b|\bkube-system\b)`,
    0.75,
  ],
  [
    "delete-infrastructure",
    "terraform tofu pulumi",
    String.raw`(?:terraform|tofu|pulumi)[ \t]{1,4}(?:-\S{1,40}[ \t]{1,4})?destroy${rest}(?:-auto-approve|--yes|-y\b)`,
    0.65,
  ],
  [
    "delete-bucket",
    "aws gsutil",
    String.raw`(?:aws[ \t]{1,4}s3[ \t]{1,4}r[bm][ \t]${rest}--(?:force|recursive)|gsutil[ \t]${rest}rm[ \t]{1,4}-r)`,
    0.55,
  ],
  ["mine", "xmrig minerd stratum", String.raw`(?:xmrig|minerd|stratum\+(?:tcp|ssl)://)`, 0.8],
];

export const shellRules: readonly CommandRule[] = rows.map(ruleOf);
