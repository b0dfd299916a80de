"""The closed vocabularies: every word that a coded cell, the graph or a view may hold."""

from __future__ import annotations

from typing import Literal

Voice = Literal["pharmacology", "article", "ours"]
Lens = Literal["both", "article", "pharmacology"]
NodeKind = Literal[
    "precursor", "peptide", "receptor", "ligand", "group", "domain", "subject", "gap"
]
DrawnKind = NodeKind | Literal["unnamed"]  # a receptor that the article does not name
Standing = Literal["both", "both in part", "contradict", "apart", "article", "sources", "nobody"]
EdgeKind = Literal["yields", "acts on", "becomes", "effect", "claim", "names", "gap"]
SourceKind = Literal[
    "article", "primary study", "review", "meta-analysis", "database", "trial register",
    "regulator", "clinical reference", "encyclopedia", "news", "book", "supplier note",
]  # fmt: skip
Seen = Literal["full text", "abstract", "part", "page", "database rows"]
PeptideStatus = Literal["established", "candidate"]
Origin = Literal[
    "opium alkaloid", "semisynthetic", "synthetic", "plant", "animal peptide",
    "synthetic peptide", "metabolite",
]  # fmt: skip
LigandClass = Literal["agonist", "partial agonist", "mixed agonist-antagonist", "antagonist"]
Action = Literal[
    "full agonist", "agonist", "biased agonist", "partial agonist", "antagonist",
    "inverse agonist", "positive allosteric modulator", "neutral allosteric modulator",
    "binds", "no activity", "no measurable affinity",
]  # fmt: skip
Measure = Literal["pKi", "pKd", "pIC50", "pEC50", "pKB", "pA2"]
Relation = Literal["=", "<", ">"]
Species = Literal["human", "rat", "mouse", "guinea pig", "several species"]
OtherTarget = Literal[
    "serotonin transporter", "noradrenaline transporter", "serotonin receptors", "NMDA receptor",
    "ACKR3 receptor",
]  # fmt: skip
TargetAction = Literal["inhibits", "binds", "is taken up by", "no effect found"]
Scheme = Literal["hgnc", "pubchem.compound", "chembl.compound", "chebi", "inchikey"]
Perturbation = Literal[
    "activated", "blocked", "absent", "present", "measured", "given", "taken", "stopped",
]  # fmt: skip
StepLevel = Literal["cell", "circuit"]
EfficacyTopic = Literal[
    "model", "receptor reserve", "partial agonism", "occupancy", "ceiling", "biased agonism",
]  # fmt: skip
Side = Literal["for", "against", "open"]
Direction = Literal["improves", "worsens", "mixed", "no difference", "not known"]
Evidence = Literal[
    "human randomised trial", "human observational", "human imaging", "human laboratory",
    "human genetics", "meta-analysis", "trial registry", "animal", "in vitro", "review",
    "classification or label", "regulator", "meeting abstract", "news",
]  # fmt: skip
Design = Literal[
    "parallel", "crossover", "cohort", "case-control", "cross-sectional", "single group",
    "meta-analysis", "other",
]  # fmt: skip
Blinding = Literal["double blind", "single blind", "open", "none stated"]
EffectMeasure = Literal[
    "mean difference", "standardised mean difference", "risk ratio", "odds ratio", "hazard ratio",
    "incidence rate ratio", "risk difference", "correlation", "people with the outcome",
    "share with the outcome", "rate", "other",
]  # fmt: skip
Interval = Literal[
    "95 % confidence", "90 % confidence", "99 % confidence", "95 % credible",
    "standard error", "standard deviation", "kind not said",
]  # fmt: skip
Better = Literal["lower", "higher"]
Planned = Literal["main", "further", "after the fact"]
Place = Literal[
    "stored paper pages", "stored registry and agency pages", "stored documentation pages",
    "code-hosted text",
]  # fmt: skip
Expert = Literal["pharmacologist", "psychiatrist"]
Directness = Literal["yes", "no", "not said", "not applicable"]
Exposure = Literal[
    "once", "days", "weeks", "months or longer", "lifelong", "various", "not said",
    "not applicable",
]  # fmt: skip
Compared = Literal["same", "off", "wrong"]
DomainGroup = Literal["mood and its neighbours", "hazards"]
HelpKind = Literal[
    "what to do", "emergency number", "crisis line", "treatment line", "poison line", "finder",
]  # fmt: skip
Topic = Literal["effect", "mechanism", "classification", "history", "hazard", "research"]
Hedging = Literal["asserted", "hedged", "open"]
Verdict = Literal[
    "supported", "partly supported", "oversimplified", "contested", "error",
    "cannot be checked", "not checked here",
]  # fmt: skip
Skill = Literal["recall", "reasoning", "transfer"]
Form = Literal["before", "after"]
