import os

from openai import OpenAI
from pinecone import Pinecone

index = Pinecone(api_key=os.environ["PINECONE_API_KEY"]).Index("rules")
client = OpenAI(timeout=20)


def nearest_rule(text: str) -> str:
    vector = client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding
    result = index.query(vector=vector, top_k=1, include_metadata=True, namespace="rules")
    return result.matches[0].metadata["rule"]


def is_allowed(text: str, amount: float) -> bool:
    return bool(eval(nearest_rule(text), {"amount": amount}))  # sink
