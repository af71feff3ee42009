"""Templates: read with docxtpl, cleaned, fitted to their pages, and what of them would be lost is told."""
