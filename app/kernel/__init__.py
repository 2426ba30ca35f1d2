"""Value types every business step shares: money, rounding, periods, ids, findings, errors, canonical form."""
