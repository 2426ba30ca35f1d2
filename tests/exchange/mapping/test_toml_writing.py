from hypothesis import given
from hypothesis import strategies as st

from app.exchange.mapping.mapping import Collect, Condition, Filter, Join, Mapping, Take, Unmatched
from app.exchange.mapping.toml_reading import mapping_of
from app.exchange.mapping.toml_writing import toml_of
from app.exchange.records.parsing import Told
from app.exchange.tables.reading import Choices
from tests.exchange.mapping.test_toml_reading import FULL

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
pairs = st.dictionaries(texts, texts, min_size=1, max_size=3).map(lambda found: tuple(found.items()))
takes = st.builds(
    Take,
    st.lists(texts, min_size=1, max_size=3).map(tuple),
    glue=texts,
    times=st.none() | st.decimals(-999, 999, places=3).map(lambda n: n + 0),
    words=st.just(()) | pairs,
)
filters = st.builds(
    Filter,
    texts,
    st.sampled_from([Condition.EQUALS, Condition.DIFFERS]),
    texts.map(lambda text: (text,)),
) | st.builds(Filter, texts, st.just(Condition.ONE_OF), st.lists(texts, min_size=1, max_size=3).map(tuple))
several = st.lists(filters, max_size=2).map(tuple)
joins = st.builds(Join, texts, texts, pairs, several, st.sampled_from(Unmatched), st.booleans())
lists = st.builds(
    Collect,
    texts,
    pairs,
    st.lists(joins, max_size=1).map(tuple),
    several,
    into=st.just("skus"),
    listed=takes,
    unmatched=st.sampled_from(Unmatched),
)
by_index = st.builds(
    Collect,
    texts,
    pairs,
    filters=several,
    columns=takes.map(lambda take: (("name", take),)),
    index=takes,
    unmatched=st.sampled_from(Unmatched),
)
mappings = st.builds(
    Mapping,
    noun=st.just("offers"),
    columns=takes.map(lambda take: (("code", take), ("name[de_CH]", take))),
    constants=st.just(()) | texts.map(lambda text: (("percent", text),)),
    joins=st.lists(joins, max_size=2).map(tuple),
    filters=several,
    collects=st.lists(lists | by_index, max_size=2).map(tuple),
    file=st.just("") | texts,
    told=st.builds(Told, st.sampled_from(["", ".", ","]), st.sampled_from(["", "dmy", "mdy"])),
    choices=st.builds(
        Choices, st.sampled_from(["", "cp1252"]), st.sampled_from(["", "\t", ";"]), st.just("") | texts
    ),
)


class TestTomlOf:
    @given(mappings)
    def test_reads_back_the_same_mapping(self, mapping):
        assert mapping_of(toml_of(mapping)) == mapping

    def test_keeps_the_numbers_of_filters(self):
        assert mapping_of(toml_of(mapping_of(FULL))) == mapping_of(FULL)

    def test_is_short_for_a_plain_file(self):
        mapping = Mapping("lines", (("sku", Take(("Item",))), ("quantity", Take(("Qty",)))))
        assert (
            toml_of(mapping)
            == 'format = 1\nnoun = "lines"\n\n[columns]\n"sku" = "Item"\n"quantity" = "Qty"\n'
        )
