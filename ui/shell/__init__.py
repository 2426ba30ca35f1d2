"""The window around the pages: sidebar, header, palette, messages, and the way between documents."""
