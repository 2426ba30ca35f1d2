import json
import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.canonical import canonical_json, content_hash
from app.kernel.exact import plain
from app.kernel.json_text import parse_canonical

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text)
)
keys = st.text(st.characters(max_codepoint=127), max_size=8)
atoms = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
documents = st.recursive(
    atoms, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(keys, inner, max_size=5), max_leaves=25
)


def shuffled(value):
    """Return the same value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in reversed(list(value))}
    return [shuffled(item) for item in value] if isinstance(value, list) else value


@given(documents)
def test_what_is_written_is_read_back(document):
    assert parse_canonical(canonical_json(document)) == document


@given(documents)
def test_the_order_of_keys_changes_nothing(document):
    assert canonical_json(shuffled(document)) == canonical_json(document)


@given(documents, documents)
def test_two_documents_have_the_same_bytes_only_if_they_are_the_same(left, right):
    same_bytes = canonical_json(left) == canonical_json(right)

    # Python takes True for 1; JSON does not, and its own text tells them apart.
    assert same_bytes == (json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True))


@given(st.decimals(-(10**12), 10**12, places=6), st.integers(0, 9))
def test_trailing_zeros_change_no_hash(number, zeros):
    longer = Decimal(f"{number:f}" + "0" * zeros)

    assert content_hash(number, schema="tests/1") == content_hash(longer, schema="tests/1")
    assert canonical_json(number) == f'"{plain(number)}"'.encode()
