"""What any official paper prints, whatever kind it is: labels, figures, notes, page furniture."""
