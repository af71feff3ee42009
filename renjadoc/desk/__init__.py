"""The page that a secretariat works on (`renjadoc meja`): it shows and asks; every action is the command's own."""
