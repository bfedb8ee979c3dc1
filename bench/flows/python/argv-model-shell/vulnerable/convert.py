import os
import sys


def convert(source: str, target: str) -> int:
    command = "python convert_hf_to_gguf.py %s --outfile %s" % (source, target)
    return os.system(command)  # sink


def main(argv: list[str]) -> int:
    if len(argv) < 3:
        return 2
    return convert(argv[1], argv[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv))
