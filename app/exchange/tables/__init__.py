"""Tables as files hold them: csv, spreadsheets and pasted text in; csv, xlsx and json out."""
