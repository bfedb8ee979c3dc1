from .suite import Suite

__all__ = ["Suite"]
