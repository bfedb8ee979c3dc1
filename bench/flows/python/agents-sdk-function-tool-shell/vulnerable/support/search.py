import os


def grep(pattern: str) -> str:
    return os.popen("grep -n '" + pattern + "' /var/log/app.log | tail -n 50").read()  # sink
