from email.message import EmailMessage

from jinja2 import Environment, FileSystemLoader
from openai import OpenAI
from qdrant_client import QdrantClient

qdrant = QdrantClient("localhost", port=6333)
openai_client = OpenAI()
env = Environment(loader=FileSystemLoader("templates"), autoescape=True)


def embed(text):
    return openai_client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def nearest(text):
    points = qdrant.query_points("replies", query=embed(text), limit=1).points
    for point in points:
        return point.payload["text"]
    return ""


def draft(inquiry, customer):
    passage = nearest(inquiry)
    body = env.from_string(passage).render(customer=customer)  # sink
    msg = EmailMessage()
    msg["Subject"] = "Your question"
    msg.set_content(body)
    return msg
