from django.conf import settings
from openai import OpenAI


def answer(question):
    client = OpenAI(base_url=settings.LLM_URL)
    completion = client.chat.completions.create(
        model="local",
        messages=[
            {"role": "system", "content": "You answer questions about our library."},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content or ""
