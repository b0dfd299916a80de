"""On what one voice speaks and the other is silent."""

import explainer as ex
from copies import Copy


def test_the_article_is_silent_on_what_it_does_not_name(small: ex.System) -> None:
    assert small.silences().of_the_article == {
        "receptors": ("mu", "kappa"),
        "peptides": ("endomorphin",),
        "domains": ("addiction",),
    }


def test_the_sources_are_silent_on_what_they_do_not_hold(small: ex.System) -> None:
    assert small.silences().of_the_sources == {
        "domains": ("pain",),
        "subjects": ("said_opioids", "said_dymorphins", "said_unnamed"),
    }


def test_a_claim_about_a_domain_breaks_the_silence(copy: Copy) -> None:
    copy.set("article/claims.csv", "c1", domains="mood;addiction")
    silences = ex.load(copy.path).silences()
    assert silences.of_the_article["domains"] == ()
    assert silences.of_the_sources["domains"] == ()


def test_the_real_article_is_silent_on_all_four_receptors(system: ex.System) -> None:
    assert system.silences().of_the_article["receptors"] == ("mu", "delta", "kappa", "nop")
