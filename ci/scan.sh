#!/usr/bin/env bash
# One scan, told what to do by PAVISE_* variables. The GitHub Action, the GitLab template and the
# Jenkinsfile all end here: values reach the command line as words, never as text of a shell.
#
#   PAVISE_PATH      what to scan, one path a line             (default: .)
#   PAVISE_REPORTS   reports to write, one `format=file` a line
#   PAVISE_FAIL_ON, PAVISE_AUDIENCE, PAVISE_CONFIG, PAVISE_BASELINE   as the options of these names
#
# Ends with the exit status of `pavise scan`: 0 the gate passes, 1 it fails, 2 wrong usage,
# 3 the run is incomplete. Bash 3.2 is enough (macOS).
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
arguments=(--format terminal)

# The action's output, also where the variables are wrong and nothing is scanned.
leave() {
  local code=$?
  if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "exit-code=$code" >>"$GITHUB_OUTPUT"; fi
  exit "$code"
}
trap leave EXIT

option() {
  if [ -n "$2" ]; then arguments+=("$1" "$2"); fi
}

# An option's value, or a path, must not be read as another option.
refuse_option() {
  case $2 in
    -*)
      echo "pavise: $1 starts with a dash: $2" >&2
      exit 2
      ;;
  esac
}

report() {
  mkdir -p "$(dirname "$2")"
  arguments+=(--format "$1" --output "$2")
}

for name in FAIL_ON AUDIENCE CONFIG BASELINE; do
  variable="PAVISE_$name"
  refuse_option "$variable" "${!variable:-}"
done
option --fail-on "${PAVISE_FAIL_ON:-}"
option --audience "${PAVISE_AUDIENCE:-}"
option --config "${PAVISE_CONFIG:-}"
option --baseline "${PAVISE_BASELINE:-}"

while IFS= read -r line; do
  if [ -z "$line" ]; then continue; fi
  case $line in
    *?=?*) ;;
    *)
      echo "pavise: PAVISE_REPORTS has a line that isn't format=file: $line" >&2
      exit 2
      ;;
  esac
  refuse_option PAVISE_REPORTS "$line"
  refuse_option PAVISE_REPORTS "${line#*=}"
  report "${line%%=*}" "${line#*=}"
done <<<"${PAVISE_REPORTS:-}"

annotations=""
stopped=""
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then report markdown "$GITHUB_STEP_SUMMARY"; fi
  annotations="${RUNNER_TEMP:-/tmp}/pavise-annotations-$$.txt"
  report github "$annotations"
  # The report shows names and lines of files; none of them may give the runner an order. Only who
  # knows this word can wake it up again.
  stopped="pavise-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
fi

targets=()
while IFS= read -r line; do
  if [ -z "$line" ]; then continue; fi
  refuse_option PAVISE_PATH "$line"
  targets+=("$line")
done <<<"${PAVISE_PATH:-.}"
if [ "${#targets[@]}" -eq 0 ]; then targets=(.); fi

# Both show colours in their logs, which are no terminals. NO_COLOR still wins.
if [ "${GITHUB_ACTIONS:-}" = true ] || [ "${GITLAB_CI:-}" = true ]; then
  export FORCE_COLOR="${FORCE_COLOR:-1}"
fi

status=0
if [ -n "$stopped" ]; then echo "::stop-commands::$stopped"; fi
"$home/pavise" scan "${targets[@]}" "${arguments[@]}" || status=$?
if [ -n "$stopped" ]; then echo "::$stopped::"; fi

# GitHub reads annotations from the log.
if [ -n "$annotations" ] && [ -f "$annotations" ]; then cat "$annotations"; fi
exit "$status"
