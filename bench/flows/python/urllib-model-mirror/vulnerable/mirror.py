import urllib.request

import cohere

co = cohere.Client()


def choose_host(country: str) -> str:
    reply = co.chat(message=f"Which Debian mirror is closest to {country}? Host name only.")
    return reply.text.strip()


def release(country: str) -> bytes:
    host = choose_host(country)
    url = "http://" + host + "/debian/dists/stable/Release"
    with urllib.request.urlopen(url, timeout=10) as response:  # sink
        return response.read()
