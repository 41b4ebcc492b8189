"""The rules as a lawyer reads them: a list, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from flask import Blueprint, Flask, Response, abort, current_app, request

from compliance.packs import Library, Pack, library
from compliance.rule import Rule
from webui.pages import page
from webui.wording import conditions, exemptions, needs

blueprint = Blueprint("rulebook", __name__, url_prefix="/rules")


@dataclass(frozen=True)
class Rulebook:
    """The library with every rule decoded, examples included."""

    library: Library

    @cached_property
    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """The rules of each pack, in the order of its file."""
        by_pack: dict[str, list[Rule]] = {pack.name: [] for pack in self.library.packs}
        for rule in self.library.rules():
            by_pack[rule.pack].append(rule)
        return {name: tuple(rules) for name, rules in by_pack.items()}

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """Every rule by its id."""
        return {rule.id: rule for rules in self.rules.values() for rule in rules}


class RulebookShelf:
    """Reads the rule files on first use; safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._book: Rulebook | None = None

    def get(self) -> Rulebook:
        """The rulebook.

        Raises:
            PackError: a rule pack cannot be used.
        """
        with self._lock:
            if self._book is None:
                self._book = Rulebook(library(fresh=True))
            return self._book


def install(app: Flask) -> None:
    """Give the app its shelf."""
    app.extensions["rulebook"] = RulebookShelf()


def rulebook() -> Rulebook:
    """The rulebook of this app."""
    shelf: RulebookShelf = current_app.extensions["rulebook"]
    return shelf.get()


@blueprint.get("")
def index() -> Response:
    """Every rule, or those of one pack (``?pack=``)."""
    book = rulebook()
    wanted = request.args.get("pack", "")
    packs = [pack for pack in book.library.packs if wanted in ("", pack.name)]
    if not packs and wanted:
        abort(404)
    return page("rules.html", all_packs=book.library.packs, packs=packs, wanted=wanted, rules=book.rules)


@blueprint.get("/<rule_id>")
def show(rule_id: str) -> Response:
    """One rule with all it says."""
    book = rulebook()
    rule = book.by_id.get(rule_id)
    if rule is None:
        abort(404)
    pack: Pack = book.library.pack(rule.pack)
    return page(
        "rule.html",
        rule=rule,
        pack=pack,
        conditions=conditions(rule),
        exemptions=exemptions(rule),
        needs=needs(rule),
    )
