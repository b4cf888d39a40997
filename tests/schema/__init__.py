"""Laws that the files below `schema/` keep, whatever program reads them."""
