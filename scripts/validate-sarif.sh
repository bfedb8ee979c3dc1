#!/bin/sh
# Asks Microsoft's SARIF Multitool, the validator beside ours, whether SARIF files are right:
#
#   scripts/validate-sarif.sh report.sarif ...
#
# Fails where it reports an error. Needs npm and, once, the network; Linux on x64.
set -eu
[ $# -gt 0 ] || { echo "usage: $0 FILE.sarif ..." >&2; exit 2; }

version=5.7.0
home="${XDG_CACHE_HOME:-$HOME/.cache}/pavise-sarif-multitool-$version"
tool="$home/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
if [ ! -f "$tool" ]; then
  mkdir -p "$home"
  npm install --prefix "$home" --no-save --no-audit --no-fund --ignore-scripts \
    "@microsoft/sarif-multitool-linux@$version" >&2
fi
# Its install script does only this, and install scripts are off.
chmod u+x "$tool"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

status=0
for file in "$@"; do
  # The tool ends with 0 whatever it finds; its words decide.
  words=$("$tool" validate "$file" --rule-kind "Sarif;Ghas" --level "Error;Warning" 2>&1) || status=1
  printf '%s\n' "$words"
  case $words in *": error "*) status=1 ;; esac
  case $words in *"Analysis completed successfully."*) ;; *) status=1 ;; esac
done
exit $status
