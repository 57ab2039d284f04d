"""Words that end in a full stop without ending a sentence, by what may follow them: in lower case, without the stop."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Words written with white space between them, as a set."""
    return frozenset(text.split())


TITLES = words(
    """
    mr mrs ms mx dr prof gen lt col maj capt cpt sgt cpl pvt adm cmdr cdr brig lieut supt insp det const ofc rep
    reps sen sens gov govs pres rev hon msgr fr amb atty asst assoc dep sec st ste mt ft messrs mme mlle mgr hr
    fr. dipl ing sr. sra srta d. vs v cf al approx est dept univ inst avg incl ext tel fig figs eq ca
    """
)
"""Before a name or a figure: never the end of a sentence."""

MONTHS = words(
    """
    jan feb febr mar apr jun jul aug sep sept oct nov dec
    """
)
"""Before a day or a year: the end of a sentence only if no figure follows."""

NUMBERED = words(
    """
    no nos nr num vol art arts c p pp para sec ch chap ed para § str bd abs ziff ст п рис № г ул
    """
)
"""Before a number: the end of a sentence only if no figure follows."""

AMBIGUOUS = words(
    """
    inc corp co cos ltd plc llc bros jr sr phd etc est ave blvd rd bldg hwy dist natl intl ala ariz ark calif
    colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va
    wash wis wyo assn govt mfg esq ret mio mrd usw bzw ggf ca bspw evtl inkl mind max ustr тыс млн млрд
    руб др пр
    """
)
"""They may end a sentence: they do so where a word follows that nearly always begins one."""

LOWER_CASE = words(
    """
    e.g i.e vs v cf al approx ca c viz resp incl excl esp dept univ est min max sec hr hrs km kg cm mm ft lb lbs
    oz mph sq
    """
)
"""Abbreviations that stand in the middle of a sentence, before a word in lower case."""

LABELS = words(
    """
    plan vitamin group category grade class type hepatitis section option part phase unit block pier gate hall
    """
)
"""Before a single capital letter that is a label and no initial: "Plan B."."""

STARTERS = words(
    """
    the a an he she it they we i you this that these those his her its their our my there here who what when
    where why how in on at by for from with without after before since during while as if although though
    because but and or nor so yet still however meanwhile moreover also then now once until under over between
    among about against despite some many most several few all both each every no none neither another other one
    two three more such not only according earlier later last next today yesterday tomorrow mr mrs ms dr police
    officials der die das ein eine er sie es wir ich dies diese dieser im am in bei nach vor seit aber und doch
    auch dann le la les un une il elle ils elles nous ce cette ces dans en au aux par pour mais et selon el los
    las una se su en con por para pero según il lo gli uno nel nella он она они это в на по но как за из при
    после до
    """
)
"""Words that begin a sentence after an abbreviation far more often than they go on with it."""

AFTER_CLOCK = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest msk ist jst aest
    eastern central mountain pacific greenwich local
    """
)
"""What goes on after "a.m." or "p.m." with a capital letter."""

ORDINAL_STOP = words(
    """
    de da nb no nn fi cs sk sl hr sr hu et lv pl tr
    """
)
"""Languages that write ordinals, and so the days of a month, with a full stop: "am 5. Mai"."""
