"""The ministry's list of programs, kegiatan and sub kegiatan, as the user installed it or as a folder carries it."""
