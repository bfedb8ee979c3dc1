from fleet import hosts as ssh
from fleet.advice import command_for


def investigate(host: str, complaint: str) -> str:
    return ssh.execute(host=host, command=command_for(complaint))


print(investigate("web1.internal", "the disk is full"))
