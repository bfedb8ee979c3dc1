import smtplib
from email.message import EmailMessage

from jinja2 import Environment
from openai import OpenAI

environment = Environment(autoescape=True)


def template_for(campaign: str) -> str:
    completion = OpenAI(timeout=30).chat.completions.create(
        model="gpt-4o",
        max_tokens=500,
        messages=[{"role": "user", "content": f"A mail with {{{{ name }}}} for {campaign}"}],
    )
    return completion.choices[0].message.content


def send(campaign: str, name: str, address: str) -> None:
    message = EmailMessage()
    message["To"] = address
    template = environment.from_string("Dear {{ name }},\n{{ text }}")
    message.set_content(template.render(name=name, text=template_for(campaign)))
    with smtplib.SMTP("localhost") as server:
        server.send_message(message)
