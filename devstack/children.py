"""
Child processes that end with the program that started them, even when it is killed.
"""

from __future__ import annotations

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def end_with_parent() -> None:
    """
    Have the kernel send SIGINT to this process when its parent's thread ends.

    For `preexec_fn`: runs in the child between fork and exec, after a change of user. Linux only;
    elsewhere it does nothing.
    """
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
