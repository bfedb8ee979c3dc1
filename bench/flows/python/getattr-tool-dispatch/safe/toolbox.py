import pathlib
import shutil


def free_space(folder: str) -> int:
    return shutil.disk_usage(folder).free


def list_folder(folder: str) -> list[str]:
    return [path.name for path in pathlib.Path("/srv/share").iterdir()]


def _wipe(folder: str) -> None:
    shutil.rmtree("/srv/share")
