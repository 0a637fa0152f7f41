"""The live preview: a small server with a watcher, and a process beside it that knows the course and makes its pages.

The server's process imports the standard library and the watcher alone; the maker is started anew where the program's
own code changes. The maker forks for what takes long, so that the next edit never waits.
"""
