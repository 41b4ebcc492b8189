"""Characters replaced by others that sound the same: 高血鸭, 根致, 失棉."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.disguise.attested import may_stand
from compliance.disguise.lexicon import FREQUENT, LONGEST_TERM, UNRANKED, Vocabulary, is_han
from compliance.disguise.pairs import FIRST, HEARD, SECOND, wrong_beside
from compliance.disguise.places import is_lesson
from compliance.disguise.reading import Edit, View
from compliance.disguise.sounds import (
    is_rare,
    is_word,
    new_words,
    ordinary_words,
    ranks,
    rare_places,
    sounds,
    stands_alone,
)
from compliance.disguise.tables import Entry
from compliance.late import LatePattern
from compliance.segment import dictionary_spans
from compliance.text import Span

TECHNIQUE = "homophone"
EVERYDAY_RANK, ODD_RANK, ODD_SUM = 150, 1500, 3000
"""Where both characters of a word are exchanged, the one is less common than this and the other than that."""
GLUE = frozenset(
    "及与或等且而但若如则并于从由向往对为被把将因以之其此该各每又再还更很太才仍已正刚先后给让使叫比跟同"
)
"""Characters that join words, or go before verbs: they stand anywhere."""
SHORTEST = 3  # a two-character word needs a character that is odd by itself, or one that tells and a claim
CLAIM = LatePattern(
    "[治疗消祛除降抗防药膏茶喝吃贴抹擦敷服喷涂滴抽针斤瘦嫩白赚赔息贷考退返领送加扫评]"
    "|[一二三两半几0-9][周天月年日晚次盒瓶粒片颗袋支勺滴贴针]|元|块|效|神器|搞定|告别|拒绝|摆脱|专[业为攻治]|福音|患者|秘方|绝|包邮|颈椎|腰椎|关节|膝盖|肠胃|头发|发际|发量|皱纹|毛孔|肤|斑|痘|痒|疼|痛|失眠"
    "|睡[前觉眠]|看得见|坚持[用喝吃]|这[款瓶盒罐支]|老酒|送礼|拿货|价目|价格|图册|细说|详[情聊细]|领取|下单|订购|同款|部队"
    "|看过来|常年|多年|星人|救命|姐妹|堪称|宝妈|必入|闭眼入|回购|种草|安利|新款|现货"
)
"""What stands near a word that sells: a cure, a time, an amount, a promise."""
TRADE = LatePattern(
    "[药膏抹涂擦敷痒]|贴(?![身合肤边标])|泡脚|疗程|患者|缓解|复发|反弹|专治|老中医|不舒服|难受|期间|一支|见效|消下去|瘦下|几斤|[十二两三五]斤"
    "|老师|跟[单上着我]|这[波单]|[炒买荐]股|[开收看操]盘|盘后|理财|收益|到期|提现|上分|开奖|平台|首[充存]|下注|退[全款费]|不过[退全]|学员|[一二]建|总部"
    "|加(?:我|盟|一下)|私我|报价|图册|资料|进来|发你|拉你|备注|名额|签合同|签协议|考证|驾校|学车|别家|他家|对面|隔壁|同行|整条|口味|现货"
)
"""What stands near a word of which nothing is literal: the talk of a trade that needs such words."""
CLAIM_REACH = 16  # code points on either side in which it must stand


def hides_word(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the character at ``at`` belongs to a stretch that sounds like a word; words around it aside."""
    return 0 <= at < len(text) and is_han(text[at]) and bool(_best(text, at, vocabulary)[1])


def is_hidden_at(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """The same, with the words around it: whether the place would be read differently."""
    span, term = _best(text, at, vocabulary)
    return bool(term) and not _is_innocent(text, span, term, vocabulary)


def heard_places(text: str, strange: Sequence[tuple[int, int]]) -> list[int]:
    """Characters of no ordinary pair that sound like a piece of a word with the literal one beside them.

    ``strange`` is what ``PairSigns.strange`` says of the text.
    """
    ordinary = ordinary_words()
    return [
        place
        for at, sign in strange
        for place, side in ((at, FIRST | HEARD), (at + 1, SECOND))
        if sign & side
        and text[max(0, place - 1) : place + 1] not in ordinary
        and text[place : place + 2] not in ordinary
    ]


def edits(view: View, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Characters that make a word of the vocabulary if they are heard rather than read."""
    if is_lesson(view.text):
        return
    done = 0
    for at in _odd_places(view.text, vocabulary):
        if at < done:
            continue
        span, term = _best(view.text, at, vocabulary)
        if not term or _is_innocent(view.text, span, term, vocabulary):
            continue
        if any(view.text[i] != c and view.is_restored(i) for i, c in enumerate(term, span.start)):
            continue
        done = span.end
        for i, c in enumerate(term):
            if view.text[span.start + i] != c:
                yield Edit(span.start + i, span.start + i + 1, c, TECHNIQUE)


def _odd_places(text: str, vocabulary: Vocabulary) -> list[int]:
    places = {*rare_places(text), *heard_places(text, vocabulary.signs.strange(text))}
    for start, end in vocabulary.find_telling(text):
        beside = vocabulary.neighbours.get(text[start:end])
        if beside and wrong_beside(text, start, end, beside):
            places.update((start - 1, end))
    return sorted(p for p in places if 0 <= p < len(text) and is_han(text[p]))


def _best(text: str, at: int, vocabulary: Vocabulary) -> tuple[Span, str]:
    """The longest word that sounds like the text around ``at``, with its place; "" if there is none."""
    code, by_sound = sounds().code, vocabulary.by_sound
    first, last = at, at + 1
    while first > max(0, at - LONGEST_TERM + 1) and is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), at + LONGEST_TERM) and is_han(text[last]):
        last += 1
    codes = "".join([code(c) or "?" for c in text[first:last]])
    for size in range(min(LONGEST_TERM, last - first), 1, -1):
        for start in range(max(first, at - size + 1), min(at, last - size) + 1):
            for term in by_sound.get(codes[start - first : start - first + size], ()):
                if _is_close(text[start : start + size], term, vocabulary):
                    return Span(start, start + size), term
    return Span(at, at), ""


def _is_close(written: str, term: str, vocabulary: Vocabulary) -> bool:
    """Whether enough of the word is literal and the rest sounds right."""
    known = sounds()
    changed = [(w, c) for w, c in zip(written, term, strict=True) if w != c]
    if not changed or (len(term) >= SHORTEST and written in vocabulary.terms):
        return False
    exact = sum(known.may_sound(c, known.main(w)) for w, c in changed)
    if any(w in FREQUENT for w, _ in changed):
        return exact == len(changed) == 1 and _outweighs(written, term, vocabulary)
    if len(term) < SHORTEST:
        if len(changed) == 2:
            return exact == 2 and term in vocabulary.favourites and _is_odd_pair(written)
        return _is_close_pair(written, term, vocabulary, exact=exact)
    if len(term) == SHORTEST and len(changed) == 2:  # one literal character must do
        return exact == 2 and term in vocabulary.favourites and written[:2] not in ordinary_words()
    if len(changed) == 1:
        return _fits_alone(written, term, vocabulary, exact=exact == 1)
    favourite = term in vocabulary.favourites and exact >= len(changed) - 1
    return 2 * len(changed) <= len(term) and (
        favourite or exact == len(changed) or (exact == len(changed) - 1 and _are_bound(changed))
    )


def _fits_alone(written: str, term: str, vocabulary: Vocabulary, *, exact: bool) -> bool:
    """Whether the one character exchanged in a longer word is no word of its own there.

    One that stands by itself must be held from both sides, or what is literal must tell enough.
    """
    at = next(i for i, (w, c) in enumerate(zip(written, term, strict=True)) if w != c)
    if exact:
        held = 0 < at < len(term) - 1 and written[at] not in GLUE
        return (
            held
            or not _is_own_word(written[at])
            or _outweighs(written, term, vocabulary)
            or _has_telling_end(written, term, vocabulary)
        )
    if _is_own_word(written[at]):
        return False
    rest = {written[i : i + 2] for i in range(len(term) - 1) if at not in (i, i + 1)}
    return (
        len(term) > SHORTEST
        or term in vocabulary.favourites
        or any(pair in vocabulary.neighbours for pair in rest)
    )


def _is_own_word(c: str) -> bool:
    """Whether a character is often a word by itself; of rarer ones the figures say little."""
    return c in GLUE or (stands_alone(c) and ranks().get(c, UNRANKED) < ODD_RANK)


def _outweighs(written: str, term: str, vocabulary: Vocabulary) -> bool:
    """Whether what is literal tells the word though an everyday character stands in it: 专家退荐."""
    literal = [w for w, c in zip(written, term, strict=True) if w == c]
    told = term in vocabulary.favourites and any(w in vocabulary.neighbours for w in literal)
    return told or len(literal) > 2


def _has_telling_end(written: str, term: str, vocabulary: Vocabulary) -> bool:
    """Whether a favourite of three begins or ends with two literal characters that hardly meet elsewhere."""
    return term in vocabulary.favourites and any(
        written[at : at + 2] == term[at : at + 2] and written[at : at + 2] in vocabulary.neighbours
        for at in (0, len(term) - 2)
    )


def _is_odd_pair(written: str) -> bool:
    """Whether two exchanged characters hardly ever meet: one is rare, or both are far from common."""
    rank = ranks()
    lower, higher = sorted(rank.get(w, UNRANKED) for w in written)
    return (
        written not in ordinary_words()
        and lower > EVERYDAY_RANK
        and higher > ODD_RANK
        and (lower + higher > ODD_SUM or not all(map(stands_alone, written)))
    )


def _is_close_pair(written: str, term: str, vocabulary: Vocabulary, *, exact: int) -> bool:
    """Whether two characters, one of them changed, can hardly mean anything but the word."""
    literal = next(c for w, c in zip(written, term, strict=True) if w == c)
    changed = next(w for w, c in zip(written, term, strict=True) if w != c)
    favourite = term in vocabulary.favourites
    if exact and ((favourite and _tells(written, term, vocabulary)) or _is_odd(written, term)):
        return True
    if written in ordinary_words() or written in vocabulary.terms or literal in FREQUENT:
        return False
    if favourite:
        if exact:
            return not _is_own_word(changed)
        return (
            changed not in GLUE if literal in vocabulary.neighbours else not any(map(stands_alone, written))
        )
    return exact > 0 and not _is_own_word(changed) and (is_rare(changed) or literal in vocabulary.neighbours)


def _are_bound(changed: Sequence[tuple[str, str]]) -> bool:
    """Whether none of the characters written is often a word by itself."""
    return not any(stands_alone(w) for w, _ in changed)


def _is_odd(written: str, term: str) -> bool:
    """Whether the changed character of an ordinary word catches the eye."""
    return term in ordinary_words() and any(is_rare(w) for w, c in zip(written, term, strict=True) if w != c)


def _tells(written: str, term: str, vocabulary: Vocabulary) -> bool:
    return any(w in vocabulary.neighbours for w, c in zip(written, term, strict=True) if w == c)


def _is_claim(text: str, span: Span, term: str) -> bool:
    """Whether a two-character word with nothing odd about it stands where something is sold."""
    if len(term) >= SHORTEST or _is_odd(text[span.start : span.end], term):
        return True
    return stands_by_claim(text, span, term)


def stands_by_claim(text: str, span: Span, term: str) -> bool:
    """Whether what stands near says that something is sold; more is asked where nothing is literal."""
    literal = any(w == c for w, c in zip(text[span.start : span.end], term, strict=True))
    return sells_near(text, span.start, span.end, loose=literal)


def sells_near(text: str, start: int, end: int, *, loose: bool = True) -> bool:
    """Whether the talk of a trade stands near, or, where that is enough, any sign of a claim."""
    around = f"{text[max(0, start - CLAIM_REACH) : start]}\n{text[end : end + CLAIM_REACH]}"
    return TRADE.search(around) is not None or (loose and CLAIM.search(around) is not None)


def _is_innocent(text: str, span: Span, term: str, vocabulary: Vocabulary) -> bool:
    """Whether the place reads well as it is, sells nothing, or is a known form that means itself here."""
    entry = vocabulary.entries.get(text[span.start : span.end])
    if entry is not None and not _may_mean(entry, text, span):
        return True
    return not _is_claim(text, span, term) or _is_ordinary(text, span, term, vocabulary)


def _may_mean(entry: Entry, text: str, span: Span) -> bool:
    """Whether a known form may mean its word here: what it needs is near, or something is sold.

    Where none of its characters is uncommon, the talk of a trade must be near, not just any claim.
    """
    uncommon = any(ranks().get(c, UNRANKED) > ODD_RANK for c in entry.written)
    if entry.needs and sells_near(text, span.start, span.end, loose=uncommon):
        entry = entry._replace(needs=())
    return may_stand(entry, text, span.start, span.end)


def _is_ordinary(text: str, span: Span, term: str, vocabulary: Vocabulary) -> bool:
    """Whether ordinary words cover a changed character or run across the borders: nothing is odd then."""
    left, right = max(0, span.start - LONGEST_TERM), min(len(text), span.end + LONGEST_TERM)
    changed = [span.start + i for i, c in enumerate(term) if text[span.start + i] != c]
    known = sounds()
    sure = all(known.may_sound(c, known.main(text[span.start + i])) for i, c in enumerate(term)) and (
        len(term) > 2 or term in vocabulary.favourites
    )
    sure = sure and len(changed) < max(len(term), 3)
    odd = changed if len(term) > 2 else range(span.start, span.end)
    around = text[max(0, span.start - 1) : span.end + 1]
    if any(around[i : i + 2] in new_words() for i in range(len(around) - 1)):
        return True
    return any(
        _covers(word, text, span, odd)
        or (len(term) < SHORTEST and tuple(word) == tuple(span) and not _has_rare(text, word))
        or (len(changed) == len(term) and _crosses(word, span))
        or _is_all_changed(word, changed)
        or (not sure and word.end - word.start > 1 and _touches(word, changed))
        for word in dictionary_spans(text[left:right], left)
    )


def _touches(word: Span, changed: Sequence[int]) -> bool:
    return any(word.start <= at < word.end for at in changed)


def _has_rare(text: str, word: Span) -> bool:
    return any(map(is_rare, text[word.start : word.end]))


def _crosses(word: Span, span: Span) -> bool:
    """Whether the word begins outside and ends inside, or the other way round."""
    return word.start < span.start < word.end or word.start < span.end < word.end


def _covers(word: Span, text: str, span: Span, changed: Sequence[int]) -> bool:
    if not is_word(text[word.start : word.end]):
        return False
    return _touches(word, changed) and (_crosses(word, span) or word.end - word.start == 2)


def _is_all_changed(word: Span, changed: Sequence[int]) -> bool:
    """Whether a whole word of the text was exchanged: 收腰 is not 兽药."""
    return word.end - word.start > 1 and all(at in changed for at in range(word.start, word.end))
