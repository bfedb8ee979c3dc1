class Rejected(Exception):
    def __init__(self, reason, status=422):
        super().__init__(reason)
        self.reason = reason
        self.status = status
