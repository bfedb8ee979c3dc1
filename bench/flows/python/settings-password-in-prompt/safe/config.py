import os


class Settings:
    db_host = os.environ.get("DB_HOST", "localhost")
    db_password = os.environ["DB_PASSWORD"]


settings = Settings()
