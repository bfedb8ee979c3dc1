import paramiko


def connect(host: str) -> paramiko.SSHClient:
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.connect(host, username="ops")
    return client


def execute(host: str, command: str) -> str:
    client = connect(host)
    _, stdout, _ = client.exec_command(command, timeout=30)  # sink
    return stdout.read().decode()
