"""The sources in the forms that reference managers read."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import explainer as ex
from copies import Copy
from explainer.bibliography import as_bibtex, as_csl
from pandoc import read_bibtex, run


def csl(system: ex.System) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in json.loads(as_csl(system))}


def test_a_study_is_an_article_with_its_authors(small: ex.System) -> None:
    assert csl(small)["doe2001"] == {
        "id": "doe2001",
        "type": "article-journal",
        "title": "A study in animals",
        "author": [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "R."}],
        "issued": {"date-parts": [[2001]]},
        "container-title": "Journal of Tests",
        "volume": "1",
        "page": "1",
        "DOI": "10.1000/doe2001",
        "PMID": "111",
        "URL": "https://doi.org/10.1000/doe2001",
    }


def test_the_name_of_a_body_stays_whole(small: ex.System) -> None:
    assert csl(small)["release2020"]["author"] == [{"literal": "Example Institute"}]


def test_what_was_not_seen_is_left_out(small: ex.System) -> None:
    assert set(csl(small)["brief2003"]) == {
        "id", "type", "title", "issued", "container-title", "URL"
    }  # fmt: skip


def test_csl_says_that_there_are_others(small: ex.System) -> None:
    assert csl(small)["roe2002"]["author"] == [
        {"family": "Roe", "given": "R."},
        {"literal": "others"},
    ]


def test_no_source_loses_its_other_authors(system: ex.System) -> None:
    entries = csl(system)
    told = [
        key for key, entry in entries.items() if {"literal": "others"} in entry.get("author", [])
    ]
    short = [key for key, source in system.sources.items() if source.authors.endswith(" et al.")]
    assert told == short
    assert as_bibtex(system).count("others},") == len(short) >= 90


@pytest.mark.parametrize("kind", ["primary study", "book", "database", "news"])
def test_others_are_told_once_in_every_kind_of_source(copy: Copy, kind: str) -> None:
    copy.set("sources.csv", "doe2001", kind=kind, authors="Example Group et al.")
    changed = ex.load(copy.path)
    literal = {"literal": "Example Group"}
    assert csl(changed)["doe2001"]["author"] == [literal, {"literal": "others"}]
    assert "  author = {{Example Group} and others},\n" in as_bibtex(changed)


def test_bibtex_names_authors_in_its_own_way(small: ex.System) -> None:
    assert (
        "@article{doe2001,\n"
        "  title = {{A study in animals}},\n"
        "  author = {Doe, J. and Roe, R.},\n"
        "  year = {2001},\n"
        "  journal = {Journal of Tests},\n"
        "  volume = {1},\n"
        "  pages = {1},\n"
        "  doi = {10.1000/doe2001},\n"
        "  pmid = {111},\n"
        "}\n"
    ) in as_bibtex(small)


def test_bibtex_says_that_there_are_others(small: ex.System) -> None:
    assert "  author = {Roe, R. and others},\n" in as_bibtex(small)


def test_bibtex_keeps_the_name_of_a_body_together(small: ex.System) -> None:
    assert "  author = {{Example Institute}},\n" in as_bibtex(small)


@pytest.mark.parametrize(
    ("sign", "written"), [("&", r"\&"), ("%", r"\%"), ("$", r"\$"), ("_", r"\_")]
)
def test_bibtex_escapes_what_tex_would_read(copy: Copy, sign: str, written: str) -> None:
    copy.set("sources.csv", "doe2001", title=f"One {sign} two")
    assert f"  title = {{{{One {written} two}}}},\n" in as_bibtex(ex.load(copy.path))


@pytest.mark.parametrize(
    ("row", "column", "address"),
    [
        ("brief2003", "url", "https://example.org/a_b%20c"),
        ("doe2001", "doi", "10.1000/doe_2001%28a%29"),
    ],
)
def test_bibtex_leaves_an_address_as_it_is(copy: Copy, row: str, column: str, address: str) -> None:
    copy.set("sources.csv", row, **{column: address})
    assert f"  {column} = {{{address}}},\n" in as_bibtex(ex.load(copy.path))


def test_every_source_is_there_once_in_both_forms(system: ex.System) -> None:
    keys = re.findall(r"^@\w+\{(\w+),$", as_bibtex(system), re.MULTILINE)
    assert keys == list(csl(system)) == list(system.sources)


def test_braces_in_bibtex_are_balanced(system: ex.System) -> None:
    for entry in as_bibtex(system).split("\n@"):
        assert entry.count("{") == entry.count("}"), entry


def test_a_papers_place_is_told_in_its_parts_and_in_one_line(copy: Copy) -> None:
    copy.set("sources.csv", "doe2001", volume="33", issue="Suppl 1", pages="773-9")
    system = ex.load(copy.path)
    entry = csl(system)["doe2001"]
    assert (entry["volume"], entry["issue"], entry["page"]) == ("33", "Suppl 1", "773-9")
    assert "  number = {Suppl 1},\n  pages = {773--9},\n" in as_bibtex(system)
    assert system.sources["doe2001"].citation.endswith(" Journal of Tests 33(Suppl 1):773-9.")


def test_what_is_no_paper_keeps_the_name_of_its_place(copy: Copy) -> None:
    copy.set("sources.csv", "release2020", container="Release 2020:5")
    assert csl(ex.load(copy.path))["release2020"]["container-title"] == "Release 2020:5"


def test_a_paper_by_people_without_initials_has_each_of_them(copy: Copy) -> None:
    copy.set("sources.csv", "doe2001", authors="斎藤 顕宜, 山田 光彦")
    assert csl(ex.load(copy.path))["doe2001"]["author"] == [
        {"literal": "斎藤 顕宜"},
        {"literal": "山田 光彦"},
    ]


def test_one_name_and_others_are_told_apart(copy: Copy) -> None:
    copy.set("sources.csv", "doe2001", authors="Griebel et al.")
    assert "  author = {Griebel and others},\n" in as_bibtex(ex.load(copy.path))


@pytest.mark.parametrize(
    ("authors", "parts"),
    [
        ("Hsu DT", [{"family": "Hsu", "given": "D. T."}]),
        ("Sartre J-P", [{"family": "Sartre", "given": "J.-P."}]),
        ("Ågmo A", [{"family": "Ågmo", "given": "A."}]),
        ("De Oliveira PA", [{"family": "De Oliveira", "given": "P. A."}]),
        ("Carlezon Jr WA", [{"family": "Carlezon", "given": "W. A.", "suffix": "Jr"}]),
        ("de Wit H", [{"family": "Wit", "given": "H.", "non-dropping-particle": "de"}]),
        ("van der Berg ABCD",
         [{"family": "Berg", "given": "A. B. C. D.", "non-dropping-particle": "van der"}]),
        ("D'Oliveira da Silva F", [{"family": "D'Oliveira da Silva", "given": "F."}]),
        ("Griebel", [{"family": "Griebel"}]),
        ("NC-IUPHAR Group", [{"literal": "NC-IUPHAR Group"}]),
    ],
)  # fmt: skip
def test_a_name_is_told_in_its_parts(copy: Copy, authors: str, parts: list[dict[str, str]]) -> None:
    copy.set("sources.csv", "doe2001", authors=authors)
    assert csl(ex.load(copy.path))["doe2001"]["author"] == parts


@pytest.mark.parametrize(
    "body",
    [
        "Somerset Therapeutics, LLC",
        "Alkermes, Inc.",
        "Johnson & Johnson",
        "9-8-8: Line",
        "Government of the Hong Kong SAR",
    ],
)
def test_a_body_whose_name_looks_like_initials_stays_whole(copy: Copy, body: str) -> None:
    copy.set("sources.csv", "release2020", authors=body)
    assert csl(ex.load(copy.path))["release2020"]["author"] == [{"literal": body}]
    assert read_bibtex(as_bibtex(ex.load(copy.path)))["release2020"]["author"] == [
        {"literal": body}
    ]


# As other programs read and render them

PLACES = ("volume", "issue", "DOI", "container-title", "title")
MARKS = str.maketrans(dict.fromkeys("‘’`“”", "'"))  # pandoc sets them as printers do


def plain(text: str) -> str:
    return re.sub(r"</?span[^>]*>", "", text).translate(MARKS)


def written_out(name: dict[str, str]) -> dict[str, str]:
    """Give a name as it is sorted: pandoc takes any particle of BibTeX for one that drops."""
    kept = {k.replace("non-dropping", "dropping"): plain(v) for k, v in name.items()}
    return dict(sorted(kept.items()))


def test_bibtex_and_csl_say_the_same_of_every_real_source(system: ex.System) -> None:
    read = read_bibtex(as_bibtex(system))
    for key, entry in csl(system).items():
        found = read[key]
        for part in PLACES:
            assert plain(found.get(part, "")) == plain(entry.get(part, "")), (key, part)
        assert found.get("issued") == entry.get("issued"), key
        assert found.get("page", "").replace("–", "-") == entry.get("page", ""), key
        assert list(map(written_out, found.get("author", []))) == list(
            map(written_out, entry.get("author", []))
        ), key


@pytest.mark.parametrize("form", ["bib", "json"])
def test_pandoc_renders_every_source_with_its_authors(
    system: ex.System, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"sources.{form}"
    path.write_text(as_bibtex(system) if form == "bib" else as_csl(system), encoding="utf-8")
    cited = "\n\n".join(f"[@{key}]" for key in system.sources)
    page = run(
        cited, "--citeproc", "--bibliography", str(path), "-t", "plain", "--wrap=none",
    )  # fmt: skip
    assert "???" not in page
    told = letters(page)
    for key, entry in csl(system).items():
        assert letters(entry["title"]) in told, key
    assert "Carlezon, W. A., C. Béguin, J. A. DiNieri, M. H. Baumann, et al. 2006." in page
    assert "Hsu, D. T. et al. 2013." in page
    assert "and others" not in page
    assert "Somerset Therapeutics, LLC." in page


def letters(text: str) -> str:
    """Letters and digits alone: styles set capitals, blanks and quotation marks as they like."""
    bare = unicodedata.normalize("NFKC", re.sub(r"</?span[^>]*>", "", text))
    return re.sub(r"[\W_]+", "", bare).casefold()
