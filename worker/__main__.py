"""`python -m worker` is `fanpace run`; with arguments it is `fanpace`."""

import sys

from worker.cli import main

main(sys.argv[1:] or ["run"], prog_name="fanpace")
