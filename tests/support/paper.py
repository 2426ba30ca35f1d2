"""A PDF as small as possible, for tests of the preview."""


def a_pdf(*pages: str) -> bytes:
    """Return a PDF of A4 pages with one line of Helvetica each."""
    texts = pages or ("Invoice",)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(texts)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(texts)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, text in enumerate(texts):
        stream = f"BT /F1 22 Tf 60 760 Td ({text}) Tj ET\n0.85 w 60 740 m 535 740 l S\n"
        stream += "".join(
            f"BT /F1 10 Tf 60 {700 - 22 * n} Td (Line {n + 1} of the paper) Tj ET\n" for n in range(12)
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.3 841.9] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * at} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    return out + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")
