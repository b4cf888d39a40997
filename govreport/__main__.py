"""`python -m govreport`, for where scripts are not on the path."""

from govreport.cli.main import main

main()
