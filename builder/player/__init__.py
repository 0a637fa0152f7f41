"""What the program does with the player: it joins its modules into one classic script."""
