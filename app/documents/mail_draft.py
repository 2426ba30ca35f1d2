"""A mail that is not sent yet: the document attached, ready to be opened in the person's mail program."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP


@dataclass(frozen=True, slots=True)
class MailDraft:
    """What the draft says.

    Attributes:
        to: The recipient's address, empty where nobody knows it: the person fills it in.
        sender: The seller's address, empty where there is none: the mail program uses its own.
        file_name: Name of the attachment.
        pdf: The stored bytes of the document; the attachment is these, byte for byte.
    """

    to: str
    sender: str
    subject: str
    body: str
    file_name: str
    pdf: bytes


def eml(draft: MailDraft) -> bytes:
    """Return the draft as a message file (RFC 5322), which mail programs open for editing.

    ``X-Unsent: 1`` is what tells them that it is a draft and not a mail that was received. Line breaks in a
    subject would begin another header, so they become blanks.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(draft.subject.split())
    if draft.to:
        message["To"] = " ".join(draft.to.split())
    if draft.sender:
        message["From"] = " ".join(draft.sender.split())
    message.set_content(draft.body)
    message.add_attachment(draft.pdf, maintype="application", subtype="pdf", filename=draft.file_name)
    return message.as_bytes()
