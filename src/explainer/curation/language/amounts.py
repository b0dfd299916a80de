"""Doses, routes and schedules, in whatever words they come."""

from __future__ import annotations

from explainer.curation.language.strength import BEGIN as _BEGIN
from explainer.curation.language.strength import DRUG, any_of

_NUMBER_WORD = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty(?:-\w+)?"
    r"|(?:half )?a dozen|half an?|(?:a )?(?:half|quarter|third) of an?"
)
# A digit inside a name, as in M6G, begins no amount.
_NUMBER = rf"\b(?:(?<![.,])\d[\d.,]*|{_NUMBER_WORD})"
_FORM = (
    r"(?:tablets?|pills?|capsules?|lozenges?|patch(?:es)?|films?|strips?(?! of (?:paper|film"
    r"|cloth))|puffs?|sprays?|drops?"
    r"|vials?|ampoules?|suppositor(?:y|ies)|(?:(?:tea|table|dessert) ?)?spoon(?:ful)?s?|sachets?)"
)
_UNIT = (
    r"(?:mgs?|mcgs?|[µμ]g|ngs?|gs?(?![ -]proteins?\b)|kgs?|mls?|cc|(?:micro|milli|kilo"
    r"|nano)?gram(?:me)?s?"
    r"|milli(?:lit(?:re|er)s?)|[npµμm]mol(?!/l)|IU|grains? of|MMEs?|OMEs?"
    rf"|(?:oral )?(?:morphine )?(?:milligram )?equivalents?|{_FORM})"
)
_PIECES = rf"(?:{_FORM}|pods?|leaves|seeds|mushrooms)"
_PART = r"(?:half|third|quarter|fifth|tenth|hundredth|thousandth)s?"
_SPOON = r"(?:tea|table|dessert) ?spoons?(?:fuls?)?|spoonfuls?|droppers?|ampoules?|sachets?"
_DOSE = (
    (
        rf"{_NUMBER}\b[^.;]{{0,40}}\b(?:milli|micro|nano)gram(?:me)?s?\b|\b(?:{_SPOON})\b(?! of"
        rf" (?:sugar|salt|honey))"
    ),
    (
        rf"\b(?:{_NUMBER_WORD}) {_PART} of a gram\b|\b(?:speck|smear|lump|thimble\w*|knife ?tip)"
        rf" of {DRUG}\b"
    ),
    rf"\bas much as (?:fits|goes|lies)\b|\bjuice of (?:\d+|{_NUMBER_WORD})\b",
    r"\bthe size of an? (?:lentil|pea|bean|grain|rice grain|fingernail|match head|coin|pinhead)\b",
    rf"\b(?:an? |one )?{_PART} of (?:the|an?|his|her|their) (?:usual|normal|full|standard|adult)\b",
    r"\b(?:per|for each|a) (?:kilo|kilogram|kg)(?: of (?:body ?)?weight)?\b",
    rf"\b(?:an?|one|two|three|four) {_PART} of an? {_UNIT}\b",
    r"\b(?:doubl|halv|tripl)(?:e|es|ed|ing) (?:the|their|its|a) (?:dos(?:e|es|age)|amount)\b",
    rf"{_NUMBER}[\s-]?{_UNIT}\b",
    rf"{_NUMBER} [a-z]+ (?:tablets?|pills?|capsules?|lozenges?|ampoules?)\b",
    r"\ban? (?:tea|table)?spoon(?:ful)? of (?!sugar|salt|honey)|\ban? teaspoonful\b",
    r"\ba pinch of (?!sugar|salt)",
    rf"\bdos(?:es?|ages?)(?::| (?:was|were|is|are|of|from|at))+ (?:up to |about )?{_NUMBER}",
    rf"\ba handful of {_PIECES}\b|\b(?:a|one) half (?:of an? )?{_FORM}\b",
    rf"{_NUMBER} (?:sips?|swigs?|gulps?|handfuls?|cups?|glass(?:es)?) of\b",
    rf"\btake {_NUMBER}(?: and a half)?(?=[.,;]|$)",
    rf"{_NUMBER} ?(?:cm|inch(?:es)?|lines?) of (?:the )?(?:gel|cream|powder|ointment)\b",
    rf"\bup to {_NUMBER} (?:an?|per|each|every) (?:day|night|week)\b",
)

_SPAN = r"(?:minutes?|hours?|days?|nights?|weeks?|months?)"
_THING = rf"(?:one|doses?|injections?|shots?|depots?|implants?|{_FORM})"
_TIMES = rf"(?:once|twice|thrice|(?:\d+|{_NUMBER_WORD}) times)"
# A lesson may come once a week as well.
_NO_LESSON = r"(?<!meets )(?<!meet )(?<!comes )(?<!updated )(?<!asked )(?<!seen )(?<!published )"
_OTHER_DOING = (  # what comes so often beside is no medicine
    r"(?! (?:the|a|our|their|every) (?:class|group|course|lesson|team|club|committee|page|site))"
)
_WHEN = r"(?:mornings?|evenings?|nights?|days?|weeks?|months?|hours?)"
_GIVEN = r"(?:given|taken|took|dosed|injected|swallowed|used|repeated|had (?:it|them|the \w+))"
_DOING = (
    r"(?:given|gave|give|gives|taken|takes?|took|received|receives?|dosed|injected|administered"
    r"|handed out|swallow\w*|put on|changed|started|pulse|injections?|shots?|sprays?|implants?"
    rf"|tablets?|{DRUG})"
)
# What comes often without being given: questions, tests, lessons, issues.
_ASKED = (
    r"(?![^.;]*\b(?:ask|measur|rat|met|meet|interview|test|handl|scan|publish|updat|visit|answer"
    r"|diar|question|examin|weigh|follow|lesson|filled|record|check|learn|train|press|blood"
    r"|sampl|breath|saliva|cortisol)\w*)"
)
_FREQUENCY = (
    rf"(?:{_TIMES} (?:(?:an?|per|each|every|in a) (?:day|night|week|month|hour|year)|daily|weekly"
    r"|monthly)"
    rf"|(?:every|each) (?:(?:other|second|third|few|half|\d+|{_NUMBER_WORD}) )?"
    r"(?:minutes?|hours?|days?|nights?|mornings?|evenings?|weeks?|months?|years?)"
    r"|hourly|nightly|at (?:bedtime|noon)|in the (?:morning|evening)|(?:with|at) breakfast)"
)
_DAYTIME = r"(?:sunrise|sunset|dawn|dusk|noon|midday|midnight|nightfall|waking|breakfast|lunch)"
_WEEKDAYS = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
_OFTEN = (
    (rf"\b(?:took|takes?|taken|given|gave|had|dosed|received?|swallowed) [^.;]{{0,30}}\bon"
    rf" {_WEEKDAYS}"),
    (rf"\b(?:one|half|two|another|dose|given|taken?|took) (?:\w+ ){{0,2}}(?:at|by|on|before)"
    rf" {_DAYTIME}\b"),
    rf"{_BEGIN}(?:leave|wait|allow|keep)\b[^.;]{{0,20}}\b(?:\d+|{_NUMBER_WORD}) (?:hours|days)\b",
    (r"\bon (?:odd|even|alternate) days\b|\b(?:once|twice|visit|shot|time)s? (?:a|per|each)"
    r" (?:month|week)"
    r" for (?:the|a|their) (?:shot|injection|implant|dose|refill)\b"),
    (r"\b(?:brought|went|goes|taken|took) (?:it )?down\b[^.;]{0,30}\b(?:each|every|a) (?:day"
    r"|week|fortnight|month)\b"),
    rf"{_BEGIN}take (?:a )?(?:breaks?|pauses?|days? off|weeks? off)\b",
    r"\b(?:once|when|as soon as) (?:the|one|it|each)\b[^.;]{0,20} wears off, \w+",
    rf"\b{_DOING}\b{_ASKED}[^.;,]{{0,40}}\b{_FREQUENCY}(?!\w)",
    rf"\b{_FREQUENCY}\b{_ASKED}[^.;,]{{0,25}}\b{_DOING}\b",
    (r"\b(?:stopped|lower(?:s|ed)|reduced|cut|tapered|raised)\b[^.;]{0,25}\b(?:over|by|within)\b"
    r"[^.;]{0,25}\b(?:days?|weeks?|months?)\b"),
    rf"\b(?:a|the) (?:second|next|third) {_THING} (?:is|was|follow\w*|after|within|comes?)\b",
    r"\bstarted on (?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    rf"\b{_GIVEN} (?:\w+ ){{0,3}}(?:each|every) (?:other |second |third )?{_WHEN}\b",
    rf"\b{_GIVEN} (?:it )?(?:hourly|daily|weekly|monthly|on (?:weekdays|weekends))\b",
    (rf"\b(?:{_THING}|depots?) (?:\w+ ){{0,3}}(?:every|each) (?:(?:\d+|{_NUMBER_WORD}|other"
    rf"|second|few) )?(?:{_WHEN}|(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"),
    (rf"\b(?<!samples were )(?:{_THING}|{_GIVEN}|placed) (?:\w+ ){{0,3}}(?:on|at) (?:days?"
    rf"|weeks?|months?) \d"),
    r"\btake (?:one|two|half)\b(?= (?:in|at|before|after|with|on|when)\b)",
    rf"{_NUMBER} hours? after the (?:last|first|next|previous)\b",
    rf"\b(?:go|step|move|come) (?:down|up)\b[^.;]{{0,25}}\b(?:every|each|a|per) (?:\w+ )?{_WHEN}\b",
    rf"\b{_TIMES} (?:in|at) (?:the |a )?(?:morning|evening|night|day)\b",
    r"\bbeg(?:an|in|un) on day \d",
    r"(?-i:\b[qob]\.\s?d\b\.?)",
    rf"\bevery (?:\d+|{_NUMBER_WORD}) (?:to|or) (?:\d+|{_NUMBER_WORD}) {_SPAN}\b",
    r"(?:percent|per cent|%) (?:an?|per|each|every) (?:day|week|month)\b|\bdaily dos(?:es|ing)\b",
    rf"\b{_TIMES} (?:an?|per|each|every) (?:day|night|hour)\b",
    rf"\b{_TIMES} (?:daily|weekly|nightly)\b",
    rf"\b{_NO_LESSON}{_TIMES} (?:an?|per|each|every) (?:week|fortnight|month)\b{_OTHER_DOING}",
    (rf"\b(?:every|each) (?:other|second|third|few|\d+|{_NUMBER_WORD})"
    r" (?:minutes?|hours?|days?|nights?)\b"),
    r"\b(?:on )?alternate days\b|\bnightly\b|\bat bedtime\b|\bbefore bed(?:time)?\b",
    r"(?-i:\b[btq]\.\s?i\.\s?d\b|\bt\.\s?d\.\s?s\b|\bp\.\s?r\.\s?n\b|\bprn\b|\bPRN\b|\bq[468]h\b)",
    r"\b(?:as|when) needed(?=[.,;]|$)",
    r"\b(?:before|after|with|between) (?:each |every )?(?:meals?|breakfast|lunch|dinner|supper)\b",
    r"\bempty stomach\b|\bwith food(?=[.,;]|$)",
    r"\b(?:in the|each|every) mornings? and (?:each |every |in the |at )?(?:evening|night)\b",
    r"\bhalf (?:of it )?(?:in the morning|at night)\b",
    rf"\b(?:daily|weekly|monthly) {_THING}\b|\bweekly,? then monthly\b",
    rf"\b(?:one|two|an?) {_THING} (?:an?|per|each|every) (?:day|night|week|month)\b",
    rf"\btaper\w*[^.;]{{0,20}} (?:over|within|by|in) (?:an?|{_NUMBER}) (?:{_SPAN}|fortnight)\b",
    (r"\b(?:reduce|lower|cut|raise|increase|step|bring)"
    r" (?:it|them|down|up|slowly|the (?:dose|amount))\b[^.;]{0,30} (?:day|week|month)s?\b"),
    rf"{_NUMBER}[- ]hourly\b|\bevery (?:\d+|{_NUMBER_WORD}) ?h\b",
    rf"{_NUMBER} (?:an?|per|each) (?:day|night)(?=[.,;]|$)",
    r"\bmorning,? (?:noon,? )?and (?:night|evening)\b|\bskip a (?:day|dose)\b",
    r"\b(?:given|taken|take|used?|dosed) (?:it )?at noon\b|\ba?round the clock\b",
    r"\bevery (?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    rf"{_NUMBER}[- ](?:hour|day)(?:ly)? intervals?\b|\bintervals? of {_NUMBER} hours?\b",
    rf"{_NUMBER} (?:weeks?|days?) on,? (?:and )?{_NUMBER} (?:weeks?|days?) off\b",
    r"\b(?:halved?|doubled?|split|spread)(?: it| them)? (?:weekly|daily|monthly|each|every|over)\b",
    rf"\bwait (?:\d+|{_NUMBER_WORD}|a few|some) (?:hours|days)\b",
    rf"\brepeat(?:ed)?(?: it)? (?:after|every|in) (?:\d+|{_NUMBER_WORD}) {_SPAN}\b",
    rf"\bnext {_THING}\b[^.;]{{0,30}} {_SPAN}\b",
)  # fmt: skip

# What stands before a Roman numeral; nothing of the kind stands before the route.
_COUNTED = (
    "phase", "phases", "type", "class", "group", "part", "stage", "layer", "volume", "factor",
    "level", "schedule", "table", "figure", "chapter", "section", "DSM", "I", "I and", "I or",
    "I to", "V and", "V or",
)  # fmt: skip
_NO_NUMERAL = "".join(rf"(?<!{word}[ /–-])" for word in _COUNTED)
_IT = r"(?:it|them|the (?:powder|leaf|leaves|drug|tablets?|pills?))"
_MOUTH = r"(?:gums?|cheeks?|lips?|teeth)"
_ORGAN = r"(?:spine|brain|ventricles?|amygdala|accumbens|bloodstream|muscle)"
_HOW = r"(?:oral|nasal|intranasal|injected|injectable|depot|smoked|swallowed|snorted|crushed)"
_BODY = r"(?:arms?|thighs?|legs?|back|chest|skin|shoulders?|belly|stomach|buttocks?|neck|hips?)"
_ROUTE = (
    (rf"\b(?:plasters?|patch(?:es)?|gels?|creams?|films?|ointments?) (?:on|to|over|onto) (?:the"
    rf"|an?|his"
    rf"|her|their|one) (?:\w+ )?{_BODY}\b"),
    (r"\b(?:receiv\w*|got|gets?|given|delivered|put|placed|sprayed|dropped|pumped|pushed)"
    r" (?:\w+ ){0,4}"
    rf"into (?:the|an?|one|his|her|their|its) (?:\w+ )?(?:{_ORGAN}|{_BODY}|nose|veins?|eyes?"
    rf"|ears?)\b"),
    r"\b(?:under|below|beneath|on|onto) (?:a|one['’]s|his|her) tongue\b",
    (r"\bfumes?\b|\b(?:on|in|off|over) (?:tin)?foil\b|\bbreath(?:ed?|ing|es) (?:it|them|the"
    r" \w+) in\b"),
    (r"\brubb(?:ed|ing) (?:\w+ ){0,2}(?:in|into|on|onto)\b|\bmelt\w* (?:in|under|on) (?:the|his"
    r"|her)\b"),
    rf"\b{_HOW} {DRUG}\b|\blozenges?\b",
    r"\bpatch(?:es)? (?:sticks?|goes|go|clings?|stays?|stuck)\b",
    r"\b(?:through|up|into|in|via) (?:the|each|one|a|his|her|their|both|your) (?:nose|nostrils?)\b",
    r"\b(?:was|were|is|are) (?:sucked|sipped|snuffed|licked)\b",
    rf"\b{_NO_NUMERAL}(?-i:IV)\b(?!-)",
    r"\b(?-i:[ip]\.\s?[vmpo]\.|s\.\s?[cl]\.|[Ii]\.\s?(?:c\.\s?v|t|n|d)\.)",
    r"\b(?:given|taken) i[vm]\b",
    r"\bintra(?:venous|muscular|nasal|peritoneal|thecal|dermal|ventricular|cerebroventricular)\w*",
    r"\b(?:subcutaneous|sublingual|transdermal|percutaneous|epidural|parenteral|buccal|rectal)\w*",
    r"\b(?<!people who )(?<!those who )(?:micro)?inject\w*|\binhal\w*|\bsnort\w*",
    (r"\b(?:dripped|trickled|seeped|squirted) (?:\w+ ){0,2}(?:in|into|through|up|on)\b"
    r"|\bsquirts? in\b"),
    (r"\b(?:drank|drink|drinks|ate|eats?|eaten|chewed) (?:it|them|the (?:seeds|leaves|resin"
    r"|leaf|powder))\b"),
    (r"\b(?:drops?|it|them|resin|tablets?|powder) (?:was |were )?(?:kept |held |put )?in (?:the"
    r"|their|his|her)"
    r" (?:mouth|cheek)s?\b"),
    r"\bsuppositor\w*|\bmicroinfus\w*",
    r"\bneedles?\b(?! in a haystack)|\b(?:syringe|cannula|catheter|enema|lollipop|implant|inhaler)",
    r"\bnebuli[sz]\w*|\bboof\w*|\b(?:was|were|is|are) (?:dabbed|plugged|snuffed)\b|^plugged\b",
    r"\b(?:leaf|leaves|bark|roots?|seeds|pods) (?:is|are|was|were) (?:eaten|drunk|brewed)\b",
    r"\b(?:put|mixed|stirred|hidden) (?:it )?in(?:to)? (?:the |their )?(?:food|drinks?|tea)\b",
    rf"\bbetween (?:the |their )?{_MOUTH} and (?:the |their )?{_MOUTH}\b",
    rf"\b(?:given|put|delivered|carried|placed) (?:\w+ )?into (?:the|a) (?:\w+ )?{_ORGAN}\b",
    r"\bthrough a (?:\w+ )?tube\b(?! to (?:reach|get|find))",
    r"\b(?-i:IM|SC|PO|SL|PR) (?:use|route|doses?|morphine|administration)\b",
    r"\binfus(?:ed|ing|ions?)\b(?! with)",
    (r"\b(?<!stopped )(?<!stop )(?<!quit )(?<!gave up )(?<!tobacco )smoking\b(?! (?:cessation"
    r"|status"
    r"|tobacco|cigarettes))|\bsmok(?:ers?|able)\b"),
    (r"\bsmoke[sd]?\b(?! (?:glass|salmon|fish|ham|kippers?|meat|cheese|detector|alarm|screen"
    r"|cigarettes?|tobacco))"),
    r"\b(?:oral dose|by mouth|orally|(?:nose|nasal) sprays?|nasally)\b",
    r"\b(?:oral|nasal|topical|injectable) (?:use|route|form|product|solution|tablet|capsule|drops)",
    r"\b(?:oral|nasal) administration\b",
    r"\b(?:under|below|beneath|on|onto) (?:the|your|their) tongue\b",
    r"\b(?:in|into|through|via) (?:a|the|your|their|his|her) veins?\b",
    r"\b(?:under|beneath|below|into|on|onto|through) (?:the|your|their|his|her) skin\b",
    r"\b(?:on|onto|into|against) (?:the|your|their) gums?\b|\b(?:up|into) (?:the|their) nose\b",
    r"\b(?:inside|in|against) (?:the|your|their) cheeks?\b",
    r"\b(?:through|by|via|on) a drip\b|\bdrip (?:was|is) set\b|\bskin patch(?:es)?\b",
    r"\bvap(?:ed?|es|ing)\b|\bshoot(?:s|ing)? (?:\w+ )?up\b|\bshooting (?:heroin|morphine|drugs)\b",
    rf"\b(?:sniff|chew|swallow)(?:s|ed|ing)? {_IT}\b",
    r"\b(?:was|were|is|are) (?:sniffed|chewed|swallowed)\b",
    r"\b(?:sniffed|chewed|swallowed) (?:as|whole|with)\b",
    r"\bpatch(?:es)? (?:was|were|is|are) (?:worn|applied|stuck|put|changed)\b",
    r"\b(?:brew(?:ed|ing)?|made|steeped) (?:it )?(?:into|as) (?:a )?(?:tea|brew|drink)\b",
    rf"\b(?:drink|drank|drunk|taken|took) (?:{_IT} )?as (?:a )?(?:tea|brew|drink)\b",
    rf"\bdissolved? {_IT} in\b|\bheated and breathed in\b|\b(?:was|were|is) breathed in\b",
)  # fmt: skip
AMOUNT = any_of((*_DOSE, *_OFTEN, *_ROUTE))
