import email
import email.policy

from tests.support.paper import a_pdf
from ui.papers.mail import Letter, write_draft


def test_the_draft_is_unsent_and_carries_the_paper_byte_for_byte():
    pdf = a_pdf("Quote")

    file = write_draft(Letter("anna@acme.example", "Quote Q-1", "Hello"), pdf, "Q-1 Müller & Söhne")

    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    [attachment] = mail.iter_attachments()
    assert (mail["X-Unsent"], mail["To"], mail["Subject"]) == ("1", "anna@acme.example", "Quote Q-1")
    assert attachment.get_content() == pdf
    assert attachment.get_filename() == "Q-1_Muller_Sohne.pdf"


def test_an_address_nobody_knows_is_left_to_the_person():
    file = write_draft(Letter("", "Quote", "Hello"), b"%PDF", "Q-1")

    assert email.message_from_bytes(file.read_bytes())["To"] is None


def test_nobody_else_on_the_machine_can_read_it():
    file = write_draft(Letter("", "Quote", "Hello"), b"%PDF", "Q-1")

    assert file.parent.stat().st_mode & 0o077 == 0
