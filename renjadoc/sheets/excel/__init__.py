"""The tables of a folder as an Excel workbook that a Bidang can fill, and what comes back in one."""
