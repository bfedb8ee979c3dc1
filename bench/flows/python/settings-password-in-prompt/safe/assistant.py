from anthropic import Anthropic

from config import settings

client = Anthropic()


def instructions() -> str:
    return (
        "You help developers with the staging database. "
        "The database is called staging and the account is app; its password is in the vault."
    )


def ask(question: str) -> str:
    message = client.messages.create(
        model="claude-3-5-sonnet-latest",
        max_tokens=800,
        system=instructions(),
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text


if __name__ == "__main__":
    print(ask("How do I list the tables?"))
