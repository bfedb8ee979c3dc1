import logging

from mistralai import Mistral

from clinic.prompt import describe

client = Mistral()


def triage(patient: dict) -> str:
    prompt = describe(patient)
    logging.warning("triage of case %s", patient["case_number"])
    answer = client.chat.complete(
        model="mistral-small-latest",
        max_tokens=50,
        messages=[{"role": "user", "content": prompt}],
    )
    return answer.choices[0].message.content
