import urllib.request

import cohere

co = cohere.Client()
MIRRORS = ("deb.debian.org", "ftp.de.debian.org", "ftp.us.debian.org")


def choose_host(country: str) -> str:
    reply = co.chat(message=f"0 for any, 1 for Germany, 2 for the US: {country}")
    return reply.text.strip()


def release(country: str) -> bytes:
    index = int(choose_host(country))
    url = "https://" + MIRRORS[index] + "/debian/dists/stable/Release"
    with urllib.request.urlopen(url, timeout=10) as response:
        return response.read()
