#!/usr/bin/env bash
# Installs what some tests are held against: a PKCS#11 device in software, the reference client for
# signatures, a server of AWS's API, an MLflow server, Redis, nginx, Python's clients of models. Nothing of
# Pavise needs them; where one cannot be installed, its tests say so and are skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null &&
  { ! command -v softhsm2-util || ! command -v redis-server || ! command -v nginx; } >/dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends softhsm2 opensc docker-registry redis-server nginx-light; } >/dev/null 2>&1 ||
    echo "softhsm2, opensc, docker-registry, redis-server and nginx could not be installed"
fi
# By itself: not every distribution has it.
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null && [ ! -d /usr/share/libonnx-testdata ]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libonnx-testdata >/dev/null 2>&1 ||
    echo "libonnx-testdata could not be installed"
fi

tools=.pavise/tools
python=$(command -v python3 || true)
if [ -n "$python" ] && [ ! -x "$tools/bin/model_signing" ]; then
  "$python" -m venv "$tools" || echo "no virtual environment could be made"
fi
# pip adds what is missing of each by itself, so that one that fails does not keep the others away.
for wanted in "model-signing[pkcs11]==1.1.1 pyopenssl" "moto[server,kms]" \
  "openai==3.57.0 anthropic==2.14.0"; do
  # shellcheck disable=SC2086 -- several packages in one word
  [ -x "$tools/bin/pip" ] && { "$tools/bin/pip" install --quiet --disable-pip-version-check $wanted ||
    echo "$wanted could not be installed"; }
done
# MLflow has a place of its own: it pins many packages that the others want otherwise.
mlflow=.pavise/mlflow
if [ -n "$python" ] && [ ! -x "$mlflow/bin/mlflow" ]; then
  { "$python" -m venv "$mlflow" &&
    timeout 600 "$mlflow/bin/pip" install --quiet --disable-pip-version-check mlflow==3.17.2; } ||
    { rm -rf "$mlflow" && echo "MLflow could not be installed"; }
fi
for program in "$tools"/bin/{model_signing,moto_server} "$mlflow/bin/mlflow"; do
  if [ -x "$program" ]; then echo "${program##*/}: there"; else echo "${program##*/}: absent"; fi
done
if "$tools/bin/python" -c "import openai, anthropic" 2>/dev/null; then
  echo "openai and anthropic for Python: there"
else
  echo "openai and anthropic for Python: absent"
fi
