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
    assert small.silences().of_the_sources == {"domains": ("pain",)}


def test_words_that_name_nothing_in_the_tables_are_told_apart(small: ex.System) -> None:
    assert small.silences().unmatched == ("said_opioids", "said_dymorphins", "said_unnamed")


def test_a_peptide_of_which_no_action_is_known_counts_too(copy: Copy) -> None:
    copy.set("pharmacology/interactions.csv", "endomorphin_mu_1", ligand="dynorphin_a")
    system = ex.load(copy.path)
    assert len(system.interactions_of("endomorphin")) == 0
    assert system.silences().of_the_article["peptides"] == ("endomorphin",)


def test_a_claim_about_a_domain_breaks_the_silence(copy: Copy) -> None:
    copy.set("article/claims.csv", "c1", domains="mood;addiction")
    silences = ex.load(copy.path).silences()
    assert silences.of_the_article["domains"] == ()
    assert silences.of_the_sources["domains"] == ()


def test_the_real_article_is_silent_on_all_four_receptors(system: ex.System) -> None:
    assert system.silences().of_the_article["receptors"] == ("mu", "delta", "kappa", "nop")
