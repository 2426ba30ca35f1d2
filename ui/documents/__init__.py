"""What the screens of every issued document share: the page around it, its paper, the pages of its list."""
