"""`python -m bench`: measure fanpace beside other queues."""

from bench.run import main

main()
