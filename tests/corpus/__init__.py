"""Documents made for tests: structures met in public, our own words, faults planted, and the truth beside each."""
