"""Python programs as processes of their own which need not import the library anew.

A server has imported it (`server`), and forks for each: a process with its own arguments, folder, environment, files
and end, as one that Python has just begun, but hundreds of milliseconds earlier. `Popen` is that of `subprocess` but
for how a process comes to be; a shell has such processes by a stand-in for Python (`client`). What is about the start
itself, its imports or its options, or about how much memory a process holds, starts Python in truth.
"""
