import subprocess

import cohere

cleanup = "true"
co = cohere.ClientV2()


def ask_cleanup(error: str) -> None:
    global cleanup
    reply = co.chat(
        model="command-a-03-2025",
        max_tokens=50,
        messages=[{"role": "user", "content": f"Shell command to clean up after {error}"}],
    )
    cleanup = reply.message.content[0].text


def job() -> None:
    try:
        raise OSError("no space left on device")
    except OSError as error:
        ask_cleanup(str(error))
    finally:
        subprocess.call(["sh", "-c", cleanup])  # sink


job()
