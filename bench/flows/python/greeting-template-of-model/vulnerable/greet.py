import jinja2
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
        messages=[{"role": "user", "content": f"A {style} greeting as a Jinja template"}],
    )
    return response.choices[0].message.content


def greet(user: User, style: str) -> str:
    return jinja2.Template(greeting(style)).render(user=user)  # sink
