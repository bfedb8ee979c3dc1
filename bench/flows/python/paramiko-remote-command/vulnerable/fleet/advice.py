from mistralai import Mistral

mistral = Mistral()


def command_for(complaint: str) -> str:
    response = mistral.chat.complete(
        model="mistral-small-latest",
        max_tokens=80,
        messages=[{"role": "user", "content": f"One shell command that checks: {complaint}"}],
    )
    return response.choices[0].message.content
