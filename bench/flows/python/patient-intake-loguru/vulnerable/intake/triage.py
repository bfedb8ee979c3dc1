from dataclasses import dataclass

from loguru import logger
from openai import OpenAI


@dataclass
class Patient:
    full_name: str
    date_of_birth: str
    ssn: str
    complaint: str


client = OpenAI()


def who(p: Patient) -> str:
    return f"{p.full_name} (ssn {p.ssn})"


def triage(p: Patient) -> str:
    logger.info("triage for " + who(p))  # sink
    r = client.responses.create(
        model="gpt-4.1",
        instructions="Sort the complaint into: emergency, soon, routine.",
        input=p.complaint,
    )
    return r.output_text
