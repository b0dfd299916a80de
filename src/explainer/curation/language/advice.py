"""Advice: what to take, to try, to stop or to ask for, and what is safe or best for whom."""

from __future__ import annotations

from explainer.curation.language.strength import BEGIN as _BEGIN
from explainer.curation.language.strength import DRUG, any_of

_HEALER = (
    r"(?:doctors?|(?:care )?teams?|clinics?|physicians?|pharmacists?|psychiatrists?|prescribers?"
    r"|nurses?|GPs?|therapists?)"
)
_ILLNESS = (
    r"(?:anxiety|depression|low mood|sleep|insomnia|panic(?: attacks?)?|pain|stress|grief|trauma"
    r"|people with)"
)
_CHOICE = r"(?:choices?|drugs?|medicines?|opioids?|treatments?|options?|remed(?:y|ies)|blockers?)"
_MEDICINE = (
    rf"(?:it|them|this (?:drug|medicine)|{DRUG}|(?:your|the) (?:tablets?|medicines?|drugs?|doses?)"
    r"|alcohol|less|more of it)"
)
_MIGHT = r"(?:should|must|could|can|ought to|need to|had better|(?:may|might) (?:want to|wish to))"
_PEOPLE = rf"(?:people|patients|persons?|men|women|{_HEALER}|anyone|everyone|those)(?: with \w+)?"
_QUITE = r"(?:completely|perfectly|quite|entirely|very|totally|absolutely|generally)"
_HEALS = r"(?:lift|ease|calm|treat|beat|relieve|fight|boost|improve|steady|soothe|brighten|cure)"
_FINE = r"(?:sensible|natural|gentle|safe|good|smart|reliable|handy|useful|effective|decent|better)"
_YOURS = (
    r"(?:mood|anxiety|depression|pain|sleep|medicines?|medication|tablets?|pills?|dose|symptoms?"
    rf"|stress|panic|withdrawal|cravings?|prescription|treatment|prescriber|clinician|{_HEALER})"
)
_RULES = (
    (rf"\byou {_MIGHT}(?: not| never)? (?:take|try|use|stop|start|avoid|mix|switch to)"
    rf" {_MEDICINE}(?! (?:in the picture|further|apart|home))\b"),
    rf"\b(?:ask|tell|consult|see|(?:talk|speak) (?:to|with)) (?:your|an?|the) {_HEALER}\b",
    r"\bsafe to (?:use|take|try|mix|drink|combine|stop|give)\b",
    rf"\b(?:it|they|this|these|{DRUG}) (?:is|are)(?: {_QUITE})? (?:safe|harmless)(?=[.,;!]|$)",
    (
        r"\b(?<!looks )(?<!looked )(?<![\"“])(?:best|good|better|great|ideal|perfect|right)"
        rf"(?: {_CHOICE})? (?:for|against) {_ILLNESS}\b"
    ),
    (rf"{_BEGIN}(?:take|stop|avoid|start) {_MEDICINE}(?= (?:with|at|suddenly|alone|for|if|slowly)\b"
    r"|[.,;!]|$)"),
    rf"{_BEGIN}(?:take|stop|start|use|try|consider|prefer|switch to) {DRUG}(?=[.,;!]|$)",
    rf"{_BEGIN}(?:stop|keep|start|consider|avoid) (?:taking|switching|mixing)\b",
    rf"\b(?:do not|don['’]t|never) (?:stop|take|use|mix) {_MEDICINE}\b",
    r"\b(?:try|take) a smaller\b|\bstart low\b|\bwant to take\b",
    r"\bwe (?:recommend|advise|suggest)\b|\b(?:is|are) (?:recommended|advised)\b",
    r"\b(?:treatment|drug|medicine) of choice\b|\bfirst[- ]line\b|\bworth (?:a try|trying)\b",
    (rf"\b{_PEOPLE} (?:should|must|ought to) (?:not )?(?:be (?:given|treated|offered)|use|take|try"
    r"|avoid|stop|start|receive|prescribe)\b"),
    rf"\b(?:readers?|you|one) {_MIGHT}(?: not)? (?:try|use|take|quit|stop|avoid) {_MEDICINE}\b",
    rf"\byou {_MIGHT}(?: not)? (?:quit|detox|taper)\b|\bpeople like you\b",
    r"\bwhat you need\b(?! to| is)|\byour best (?:bet|choice|option|hope)\b",
    rf"\b(?:go|opt) for {DRUG}\b",
    r"\bit pays to (?:stop|take|try|use|switch)\b|\bbetter not to (?:take|use|stop|mix|try)\b",
    rf"\b(?:make sure|be sure|remember) to (?:take|stop|try|use) {_MEDICINE}\b",
    rf"\b(?:get|seek) (?:help|advice) from (?:your|an?) {_HEALER}\b|\bdon['’]t (?:drink|drive)\b",
    r"\b(?:does|do) no harm\b(?! to)|\brisk-free\b",
    r"\b(?:no|without any) risks?(?: in it)?(?=[.,;!]|$)",
    rf"\b(?:{_HEALER}|clinicians?|providers?|patients) (?:should|must)\b",
    (
        rf"\b(?:it|they|{DRUG}) (?:should|must) (?:not )?be"
        r" (?:avoided|used|given|taken|stopped|started)\b"
    ),
    r"\b(?:considered|thought|believed|found) (?:to be )?safe\b|\bsafe and effective\b",
    (
        r"\b(?:can|could|may|should) be (?:used|taken|tried|given)"
        rf" (?:for|against|to treat|in) {_ILLNESS}\b"
    ),
    r"\b(?:may|might|could|would|can|will) benefit from\b",
    r"\byou should (?:not|never) (?:drink|drive)\b",
    rf"{_BEGIN}(?:talk|speak|turn) (?:to|with) (?:an?|the|your) (?:{_HEALER}|clinician)\b",
    r"\b(?:would|will|might) do well to\b|\b(?:would|will) be (?:wise|wiser) to\b",
    r"\bmakes? an? (?:good|better|great|safe|safer|fine) (?:substitute|replacement|alternative)\b",
    (r"\bif you (?:feel|are|have|take|use|want)\b[^.;]{0,30}, (?:please )?(?:try|take|use|stop"
    r"|avoid|consider|switch|skip)\b"),
    rf"{_BEGIN}consider (?:\w+ing\b|an? {DRUG}|an? (?:\w+ )?{_CHOICE}\b)",
    r"\bhad better\b|\bmake sure (?:that )?you\b|\bworth asking\b",
    r"\bbetter not to (?:take|use|stop|mix|try|drink|start|combine)\b",
    rf"{_BEGIN}(?:buy|get|order|store) (?:it|them|{DRUG})\b",
    rf"\b(?:preferred|safest|recommended) {_CHOICE}\b|\bno need to (?:worry|fear|taper)\b",
    r"\bgive (?:it|them) a (?:go|try|chance)\b",
    (rf"\b(?:course|combination|{_CHOICE}|{DRUG}) (?:is|are)(?: {_QUITE})? (?:harmless|safe"
    r"|suitable|fine|right)\b"),
    rf"{_BEGIN}stay (?:on|off) (?:the|your|it|{DRUG})\b",
    rf"\bstay away from {DRUG}\b",
    r"\b(?:can|may|could) (?:be )?safely\b|\btake it (?:only|just) (?:when|if|with)\b",
    (r"\b(?:whoever|anyone|people|patients|those)\b[^.;]{0,40}"
    r"\b(?:should|ought to) (?!be (?:counted|read|told|seen|asked))"),
    (rf"{_BEGIN}(?:ask|avoid|begin|carry|combine|cut (?:down|back|out)|keep|mix|quit|raise|reduce"
    r"|refuse|seek|start|stop|swallow|switch|taper|try|wait|drink)\b[^.;]{0,50}"
    rf"\b(?:{DRUG}|medicines?|medications?|doses?|prescriptions?|treatments?|tablets?|pills?"
    r"|alcohol|wine)\b"),
    rf"{_BEGIN}(?:use|take) the (?:lowest|smallest|least|next)\b",
    (r"\bit is (?:best|better(?! to (?:count|ask|say|look|compare|read))|wise|wiser|fine|okay"
    r"|safe|safer|unwise|right|wrong|all right) to\b"),
    rf"\b(?:is|are|as) an? (?:safe|good|right|wise|bad|better|sensible|poor) {_CHOICE}\b",
    rf"\b(?:is|are) no (?:good|safe|wise) {_CHOICE}\b|\bthe (?:right|wrong|best) {_CHOICE} for\b",
    (r"\b(?:is|are) (?:suitable|unsuitable|unsafe|ideal|meant) for (?:people"
    r"|patients|teenagers|adults|children|women|men|anyone|those|you|older|young)\b"),
    r"\b(?:we|I) (?:prefer|favou?r|urge|encourage)\b|\bthe best thing\b",
    r"\b(?:people|patients|those|adults)\b[^.;]{0,30} (?:may|might) want to\b",
    r"\bneed not worry\b|\bnothing to worry about\b",
    rf"\b(?:leave|let|skip|drop|ditch) {DRUG} (?:alone|be)\b|\bgive {DRUG} a (?:chance|go|try)\b",
    rf"\b(?:find|found) (?:{DRUG}|it) (?:soothing|calming|helpful|useful|of help)\b",
    r"\b(?:it is|it['’]s|is) worth (?:switching|taking|using|stopping|asking|a go)\b",
    rf"{_BEGIN}(?:start|begin|go) with the (?:mild|gentl|weak|strong|low|small|saf)\w*\b",
    rf"\byour {_YOURS}\b|\bwhen nothing else (?:works|helps|worked|helped)\b",
    rf"\bway to {_HEALS}\b|\bnatural way\b",
    rf"\b{_FINE} (?:option|choice|remedy|alternative|answer|fix|aid) (?:for|to|against|in)\b",
    r"\bdo(?:es)? (?:best|better|well|worse) (?:on|with|without|to)\b",
    r"\bdo (?:well|better|best) to\b|\bwhy not (?:try|give|take|use|ask|switch|start|stop)\b",
    r"\bstay(?:s|ing)? away from (?!the (?:lever|chamber|light|arm|open|side|place|cat))",
    rf"\b(?:come|go|get) (?:anywhere )?near (?:it|them|the drug|{DRUG})\b",
    rf"\bkeep (?:away from|clear of|off) (?:it|them|the drug|{DRUG})\b",
    r"\b(?:may|might|could) be (?:the|an|your) answer\b|\b(?:can|could|may) rely on (?:it|them)\b",
    (
        r"\bif\b[^.;,]{0,40}, (?:then )?(?:please )?(?:lower|raise|cut|reduce|increase|skip"
        r"|switch|halve"
        r"|double|taper|stop taking|take (?!a look|a guess))\b"
    ),
    (
        r"\b(?:nobody|no one|none|clinicians?|doctors?|services?|prescribers?) (?:with \w+"
        r" )?(?:should|ought to)\b"
    ),
)  # fmt: skip
_PROMISE = r"\b(?:would|could|will|may|might|can) help (?:you|anyone|people with)\b"
ADVICE = any_of((*_RULES, _PROMISE))
