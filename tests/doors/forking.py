"""`facteur`, as a new process would run it, in forks of one that has imported everything: its argument
is the number of a socket. Each request is JSON (words, environment, folder) and the three streams; each
answer is the exit code. What a bare start loads is tested in tests/cli/test_startup.py.
"""

import atexit
import gc
import json
import os
import random
import socket
import sys
import threading
import traceback
from importlib import import_module
from typing import NoReturn

from cli.main import main
from cli.verbs import VERBS

MOST_BYTES = 200_000
"""Of a request: the words and the environment."""


def serve(server: socket.socket) -> None:
    """Runs what is asked for until the other end is closed."""
    while True:
        request, streams, _, _ = socket.recv_fds(server, MOST_BYTES, 3)
        if not request:
            return
        pid = os.fork()
        if pid == 0:
            server.close()
            _become(json.loads(request), streams)
            _run()
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(pid, 0)
        server.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(asked: dict[str, object], streams: list[int]) -> None:
    words, environment = asked["words"], asked["environment"]
    assert isinstance(words, list)
    assert isinstance(environment, dict)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(str(asked["folder"]))
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["facteur", *words]
    random.seed()


def _run() -> NoReturn:
    """The command, and the end of a process but for taking every module apart, which takes a second."""
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as the interpreter does with what nobody caught
        traceback.print_exc()
        code = 1
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    for verb in VERBS:
        import_module(verb.place.partition(":")[0])
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
    os._exit(0)
