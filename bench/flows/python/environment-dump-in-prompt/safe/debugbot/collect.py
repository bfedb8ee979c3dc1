import platform


def environment() -> str:
    return f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
