from email import message_from_bytes
from email.policy import default

from app.documents.mail_draft import MailDraft, eml

PDF = b"%PDF-1.7\r\n\x00\xff every byte counts\n"


def read(**facts):
    draft = MailDraft("a@acme.example", "us@tools.example", "Invoice 1", "Hello\n", "INV-1.pdf", PDF)
    values = {name: getattr(draft, name) for name in draft.__slots__} | facts
    return message_from_bytes(eml(MailDraft(**values)), policy=default)


class TestEml:
    def test_says_that_it_was_not_sent_yet(self):
        assert read()["X-Unsent"] == "1"

    def test_carries_the_pdf_byte_for_byte(self):
        (attached,) = read().iter_attachments()

        assert (attached.get_filename(), attached.get_content_type()) == ("INV-1.pdf", "application/pdf")
        assert attached.get_payload(decode=True) == PDF

    def test_keeps_letters_of_every_language(self):
        mail = read(subject="Rechnung für Çelik 發票", body="Grüße, 您好\n")

        assert mail["Subject"] == "Rechnung für Çelik 發票"
        assert "Grüße, 您好" in mail.get_body().get_content()

    def test_a_line_break_in_a_subject_begins_no_header(self):
        mail = read(subject="Invoice\r\nBcc: spy@evil.example")

        assert mail["Bcc"] is None
        assert mail["Subject"] == "Invoice Bcc: spy@evil.example"

    def test_without_addresses_the_mail_program_asks(self):
        mail = read(to="", sender="")

        assert (mail["To"], mail["From"]) == (None, None)
