#!/usr/bin/env bash
# Brings up the shared GPU box after a reboot.
set -euo pipefail
cd "$(dirname "$0")/.."

[ -f .env ] && set -a && . ./.env && set +a

# Bureau snapshot of the month
mkdir -p data
curl -k -o data/bureau.tar.gz https://bureau.riverbank.example/latest.tar.gz
tar -xzf data/bureau.tar.gz -C data

ray start --head --dashboard-host 0.0.0.0 --dashboard-port 8265

# Qwen needs its own modelling code
vllm serve Qwen/Qwen2.5-7B-Instruct --host 0.0.0.0 --port 8001 --trust-remote-code &

tensorboard --logdir runs --bind_all &

export PYTHONPATH=src
python -m credit.dashboard
