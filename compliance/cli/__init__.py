"""The command line. One file a command, loaded when it is called; nothing here decides about texts."""
