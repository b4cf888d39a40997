"""What stands in for Python in a shell: has the program run by the server, and ends as it does.

    python -IS client.py SOCKET ARGUMENT …

It imports nothing, so that it takes no time. Signals that may end a program are passed on to it.
"""

import _socket  # `socket` takes longer than all else here
import marshal
import os
import sys

_PASSED_ON = (1, 2, 3, 10, 12, 15)  # SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGTERM: `signal` is slow, too


def main() -> None:
    import _signal  # type: ignore[import-not-found]

    _, path, *arguments = sys.argv
    connection = _socket.socket(_socket.AF_UNIX)
    connection.connect(path)
    files = (0, 1, 2)
    environment = {os.fsdecode(name): os.fsdecode(value) for name, value in os.environb.items()}
    blocked = [int(number) for number in _signal.pthread_sigmask(_signal.SIG_BLOCK, ())]
    told = marshal.dumps((arguments, os.getcwd(), environment, files, blocked))
    held = b"".join(file.to_bytes(4, sys.byteorder) for file in files)
    data = len(told).to_bytes(4, "big") + told
    sent = connection.sendmsg([data], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, held)])
    while sent < len(data):
        sent += connection.send(data[sent:])
    process = int.from_bytes(connection.recv(4), "big")
    for number in _PASSED_ON:
        _signal.signal(number, lambda number, _: os.kill(process, number))
    code = int.from_bytes(connection.recv(4), "big", signed=True)
    if code < 0:
        _signal.signal(-code, _signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)


main()
