"""The other queues: which they are, how they are installed, and the programs that drive them."""
