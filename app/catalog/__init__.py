"""What can be sold and for how much: products, bundles, price books, schedules, offers, agreed prices."""
