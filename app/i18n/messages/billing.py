"""Sentences about invoices, credit notes and billing schedules: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "billing.not_found": (
        "There is no invoice or credit note {number}. Check the number, or search for the customer."
    ),
    "billing.nothing_to_bill": (
        "Everything of contract {number} that is due is invoiced already. The next instalment is in its"
        " schedule."
    ),
    "billing.not_ready": (
        "No invoice was issued for contract {number}: {faults} points would make it wrong. They are"
        " listed with it."
    ),
    "billing.paid_already": (
        "{paid} was already paid on invoice {number}. Reverse the payment first, then credit the invoice."
    ),
    "billing.schedule_too_long": (
        "The billing schedule from {first} to {last} has more instalments than any contract. Check the dates."
    ),
    "billing.only_invoices_are_credited": (
        "{number} is a credit note itself and cannot be credited. Issue the invoice again instead."
    ),
    "billing.already_credited": "Invoice {number} was credited before; a credit never exceeds its invoice.",
    "billing.credit_before_invoice": (
        "Invoice {number} is dated {issued_on}; its credit note cannot be older. Check the date of this"
        " computer."
    ),
    "billing.seller_tax_id_missing": (
        "Your company has no tax id. Most countries ask for it on every invoice; add it in the settings."
    ),
    "billing.seller_bank_missing": (
        "Your company has no bank account, so the customer does not know where to pay. Add it in the"
        " settings."
    ),
    "billing.seller_address_missing": "Your company has no address. Add it in the settings.",
    "billing.buyer_address_incomplete": "The address of {name} is incomplete. Add street and town.",
    "billing.buyer_country_missing": (
        "The country of {name} is not known, so tax is charged as at home. Add it."
    ),
    "billing.buyer_tax_id_missing": (
        "No tax is charged because {name} owes it, but their VAT id is not known. Add it to the customer."
    ),
    "billing.differs_from_contract": (
        "The line for {sku} differs from contract {contract}. Issue the invoice from the contract again."
    ),
}
