"""A child that never answers and computes all the while (run as `python -m tests.flow.endless`)."""

import sys

from flow.frames import read_frame
from flow.limits import spend_as

if __name__ == "__main__":
    spend_as(read_frame(sys.stdin.buffer)[0])
    while True:
        pass
