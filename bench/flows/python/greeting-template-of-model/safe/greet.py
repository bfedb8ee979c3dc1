import string

import litellm


class User:
    def __init__(self, name: str, token: str) -> None:
        self.name = name
        self.token = token


def greeting(style: str) -> str:
    response = litellm.completion(
        model="gpt-4o-mini",
        max_tokens=60,
        timeout=10,
        messages=[{"role": "user", "content": f"A {style} greeting with $name in it"}],
    )
    return response.choices[0].message.content


def greet(user: User, style: str) -> str:
    return string.Template(greeting(style)).safe_substitute(name=user.name)
