"""One file a command: options in, a message and an exit code out; rules live in the other rooms."""
