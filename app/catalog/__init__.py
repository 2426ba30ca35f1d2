"""What can be sold and for how much: products, price books, schedules, offers, agreed prices."""
