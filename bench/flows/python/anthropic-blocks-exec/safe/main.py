import sys

from analyst import generate_code, run_code


def main() -> None:
    task = "Compute the mean of column price in sales.csv"
    program = generate_code(task)
    sys.stdout.write(run_code(program))


if __name__ == "__main__":
    main()
