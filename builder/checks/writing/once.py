"""Attributes that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - read as a decorator
    """Like `functools.cached_property`, without the lock that it takes at each first use."""

    def __init__(self, make: Callable[[Any], Value]) -> None:
        """``make`` gives the value for its object."""
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, made: None, kind: type) -> Self: ...
    @overload
    def __get__(self, made: object, kind: type) -> Value: ...
    def __get__(self, made: object | None, kind: type) -> Self | Value:
        """The value, kept in ``made`` from now on; the descriptor itself for a class."""
        if made is None:
            return self
        value = made.__dict__[self.name] = self.make(made)
        return value
