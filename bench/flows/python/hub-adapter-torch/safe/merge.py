import sys

import torch
from transformers import AutoModelForCausalLM

from adapters.fetch import adapter_file


def load_state(path, **options):
    return torch.load(path, weights_only=True, **options)


def merge(base, deltas):
    own = base.state_dict()
    for key, delta in deltas.items():
        if key in own:
            own[key] += delta.to(own[key].dtype)
    base.load_state_dict(own)
    return base


if __name__ == "__main__":
    base = AutoModelForCausalLM.from_pretrained("gpt2")
    state = load_state(adapter_file("some-lab/gpt2-poems-lora"), map_location="cpu")
    merge(base, state).save_pretrained(sys.argv[1])
