import logging
from dataclasses import dataclass

import litellm

logger = logging.getLogger(__name__)


@dataclass
class Customer:
    id: int
    full_name: str
    email: str
    street_address: str


def prompt_for(customer: Customer) -> str:
    return f"Write to {customer.full_name}, {customer.email}, {customer.street_address}"


def letter(customer: Customer) -> str:
    prompt = prompt_for(customer)
    logger.info("prompt: %s", prompt)  # sink
    response = litellm.completion(
        model="ollama/llama3",
        max_tokens=300,
        timeout=30,
        messages=[{"role": "user", "content": prompt}],
    )
    return response.choices[0].message.content
