"""An old Renja in Word taken over: a content folder made from it, and the proof that none of its text was lost."""
