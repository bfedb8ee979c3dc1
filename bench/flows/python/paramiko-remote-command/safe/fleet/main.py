from fleet import hosts as ssh
from fleet.advice import command_for


PLAYBOOKS = {"disk": "df -h", "memory": "free -m", "network": "ss -tulpn"}


def investigate(host: str, complaint: str) -> str:
    name = command_for(complaint).strip()
    try:
        command = PLAYBOOKS[name]
    except KeyError:
        return "no playbook"
    return ssh.execute(host=host, command=command)


print(investigate("web1.internal", "the disk is full"))
