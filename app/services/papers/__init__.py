"""From quotes, contracts and invoices to the plain data their papers are made of."""
