"""The page in a real browser: keyboard, mouse, phone, and nothing in the console."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.webui.browser import Visitor

pytestmark = pytest.mark.browser

TEXT = (
    "这款精华是国家级配方，\n"
    + "今天我们看看它的成分，慢慢聊。\n" * 30
    + "全网最低价，七天根治痘痘！\n我们不敢说自己是最好的 👩‍💻 <b>x</b>\u200b。"
)
PHONE = (390, 844)

# Whether the middle of an element's first box is covered by something that is not inside it.
COVERED = """
const box = arguments[0].getClientRects()[0];
const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20)];
const top = document.elementFromPoint(x, y);
return !top || !(arguments[0].contains(top) || top.contains(arguments[0]));
"""


@pytest.fixture
def result(visitor: Visitor) -> Visitor:
    """The page after a check."""
    visitor.check(TEXT)
    assert len(visitor.all(".finding")) >= 3
    return visitor


def test_the_whole_task_works_by_keyboard_alone(result: Visitor) -> None:
    result.press("j")
    assert result.current == ["1"]
    assert result.run("return document.activeElement.id") == "finding-1"
    result.press("j")
    assert result.current == ["2"]
    result.press("k")
    assert result.current == ["1"]
    result.press("k")
    assert result.current == ["1"]
    assert result.one("#position").text.startswith("第 1 处")


def test_moving_brings_text_and_finding_into_view_uncovered(result: Visitor) -> None:
    for _ in result.all(".finding"):
        result.press("j")
        number = result.current[0]
        for selector in (f"#finding-{number} h3", f"[data-findings~='{number}']"):
            assert not result.run(COVERED, result.one(selector)), (number, selector)


def test_a_click_on_the_text_picks_the_finding_and_the_other_way_round(result: Visitor) -> None:
    numbers = [found.get_attribute("data-number") for found in result.all(".finding")]
    last = [n for n in numbers if result.all(f"[data-findings='{n}']")][-1]  # where findings share no text
    result.run("arguments[0].scrollIntoView({block: 'center'})", result.one(f"[data-findings='{last}']"))
    result.all(f"mark[data-findings='{last}'] a, a[data-findings='{last}']")[-1].click()
    assert result.current == [last]
    result.run("document.querySelector('.found').scrollTo(0, 0)")
    result.one("#finding-1 h3").click()
    assert result.current == ["1"]
    assert "current" in (result.one("#place-1").get_attribute("class") or "")


def test_the_arrow_buttons_do_what_the_keys_do(result: Visitor) -> None:
    result.one("[data-step='1']").click()
    result.one("[data-step='1']").click()
    assert result.current == ["2"]
    result.one("[data-step='-1']").click()
    assert result.current == ["1"]


def test_the_question_mark_shows_the_keys_and_escape_closes_them(result: Visitor) -> None:
    result.press("?")
    assert result.run("return document.querySelector('#keys').open")
    listed = {kbd.text for kbd in result.all("#keys kbd")}
    assert {"j", "k", "?", "Ctrl", "Enter", "Esc"} <= listed
    result.press(Keys.ESCAPE)
    assert not result.run("return document.querySelector('#keys').open")


def test_single_keys_can_be_switched_off_for_good(result: Visitor) -> None:
    result.one("#keys-open").click()
    result.one("#keys-on").click()
    result.press(Keys.ESCAPE)
    result.press("j")
    assert result.current == []
    result.open("/")
    result.check(TEXT)
    result.press("j")
    assert result.current == []


def test_single_keys_are_dead_in_text_fields(result: Visitor) -> None:
    result.one("#editor summary").click()
    result.one("#text").send_keys(Keys.CONTROL, Keys.END)
    result.one("#text").send_keys("jk?")
    assert str(result.one("#text").get_property("value")).endswith("jk?")
    assert result.current == []
    assert not result.run("return document.querySelector('#keys').open")


@pytest.mark.parametrize("fields", ["isComposing: true", "keyCode: 229"])
def test_keys_are_dead_while_an_input_method_composes(result: Visitor, fields: str) -> None:
    press = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true, %s}))"
    result.run(press % fields)
    assert result.current == []
    result.run(press % "keyCode: 74")
    assert result.current == ["1"]


def test_the_text_and_the_settings_stay_after_a_check(visitor: Visitor) -> None:
    visitor.one(".picker summary").click()
    visitor.one("input[value=cosmetics]").click()
    assert "化妆品" in visitor.one(".picker .value").text
    visitor.check(TEXT)
    assert visitor.one("#text").get_property("value") == TEXT
    assert visitor.one("input[value=cosmetics]").is_selected()
    assert visitor.run("return location.pathname") == "/"


def test_filters_hide_findings_and_fade_their_marks(result: Visitor) -> None:
    shown = len(result.all(".findings > li:not([hidden])"))
    boxes = result.all("[data-filter=severity]")
    boxes[0].click()
    left = len(result.all(".findings > li:not([hidden])"))
    assert left < shown
    assert result.all(".filtered")
    assert str(left) in result.one("#filter-count").text
    result.one("#filter-reset").click()
    assert len(result.all(".findings > li:not([hidden])")) == shown
    assert not result.all(".filtered")


def test_a_rewrite_can_be_copied(result: Visitor) -> None:
    grant = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": result.address}
    result.driver.execute_cdp_cmd("Browser.grantPermissions", grant)
    button = result.one(".copy")
    result.run("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    result.until("document.querySelector('#status').textContent === '已复制'")
    copied = result.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == button.get_attribute("data-copy")


def test_an_error_is_shown_beside_the_text_which_stays(visitor: Visitor) -> None:
    visitor.paste("   ")
    visitor.press(Keys.CONTROL + Keys.ENTER)
    visitor.until("document.activeElement.className === 'problem'")
    assert "没有要检查的内容" in visitor.one(".problem").text
    assert visitor.one("#text").is_displayed()


def test_the_language_switch_keeps_the_result(result: Visitor) -> None:
    found = len(result.all(".finding"))
    result.one("#language").click()
    result.appears("html[lang=en] #verdict")
    result.until("document.readyState === 'complete'")
    assert len(result.all(".finding")) == found
    assert result.one("#text").get_property("value") == TEXT


def test_everything_works_without_scripts(visitor: Visitor) -> None:
    visitor.scripts("off")
    visitor.open("/")
    visitor.paste(TEXT)
    visitor.one("#submit").click()
    visitor.appears("#verdict")
    mark = visitor.one("mark a")
    target = mark.get_attribute("href") or ""
    mark.click()
    assert visitor.driver.current_url == target
    assert target.endswith("#finding-1")
    assert not visitor.one("#tools").is_displayed()


@pytest.mark.parametrize("path", ["/", "/rules", "/rules/absolute.national-level", "/nothing"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(visitor: Visitor, path: str, width: int) -> None:
    visitor.screen(width, 844)
    visitor.open(path)
    assert visitor.run("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_result_does_not_scroll_sideways_even_with_long_words(visitor: Visitor, width: int) -> None:
    visitor.screen(width, 844)
    visitor.check("国家级https://example.com/" + "a" * 300 + "全网最低价" * 20)
    assert visitor.run("return document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_tap_opens_the_finding_as_a_sheet_that_leaves_the_phrase_in_view(
    visitor: Visitor,
) -> None:
    visitor.screen(*PHONE)
    visitor.check(TEXT)
    mark = visitor.one("mark a")
    visitor.run("arguments[0].scrollIntoView({block: 'center'})", mark)
    mark.click()
    assert visitor.current == ["1"]
    assert visitor.one("#finding-1").value_of_css_property("position") == "fixed"
    assert not visitor.run(COVERED, mark)
    assert not visitor.run(COVERED, visitor.one("#finding-1 h3"))
    visitor.one("#finding-1 .close").click()
    assert visitor.one("#finding-1").value_of_css_property("position") != "fixed"


def test_on_a_phone_every_target_is_large_enough(visitor: Visitor) -> None:
    visitor.screen(*PHONE)
    visitor.check(TEXT)
    visitor.press("j")
    small = visitor.run(
        """return [...document.querySelectorAll("button, select, summary, input, .choice, .top a, .found a")]
        .filter((e) => e.checkVisibility() && !e.closest(".for-readers, .choice > *"))
        .filter((e) => !e.closest("details:not([open]) > :not(summary)"))
        .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
        .filter(([, height]) => height > 0 && height < 43.5)"""
    )
    assert small == []


def test_the_focused_element_is_never_covered_while_tabbing(visitor: Visitor) -> None:
    visitor.screen(1280, 600)
    visitor.check(TEXT)
    for _ in range(30):
        visitor.press(Keys.TAB)
        focused = visitor.driver.switch_to.active_element
        if visitor.run("return arguments[0].matches('a, button, summary')", focused):
            assert not visitor.run(COVERED, focused), focused.get_attribute("outerHTML")


@pytest.mark.parametrize("feature", [{"prefers_color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_severities_differ_by_line_as_well_as_colour(result: Visitor, feature: dict[str, str]) -> None:
    result.prefer(**feature)
    styles = result.run(
        """return Object.fromEntries([...document.querySelectorAll("mark.hit")].map((mark) => [
        mark.classList[1], getComputedStyle(mark.querySelector("a")).textDecorationStyle]))"""
    )
    wanted = {"error": "solid", "warning": "dashed", "info": "dotted"}
    assert isinstance(styles, dict)
    assert styles == {severity: wanted[severity] for severity in styles}


def test_the_console_stays_empty_and_nothing_is_fetched_from_elsewhere(result: Visitor) -> None:
    for key in ("j", "j", "k", "?"):
        result.press(key)
    result.open("/rules")
    assert result.complaints() == []
    asked = [json.loads(entry["message"])["message"] for entry in result.log("performance")]
    addresses = {m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"}
    assert addresses
    assert {a for a in addresses if not a.startswith((result.address, "data:", "chrome:"))} == set()


def test_script_text_never_runs(visitor: Visitor) -> None:
    visitor.check(
        "国家级<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    )
    assert visitor.driver.title != "owned"
    assert not visitor.all("#lines img, #lines script, #findings img")
    assert visitor.complaints() == []


def test_a_dropped_file_is_chosen(visitor: Visitor, tmp_path: Path) -> None:
    script = tmp_path / "话术.txt"
    script.write_text("国家级配方", encoding="utf-8")
    visitor.one("#file").send_keys(str(script))
    assert visitor.one("#file-clear").is_displayed()
    visitor.one("#submit").click()
    visitor.until("!!document.querySelector('#verdict')")
    assert "话术.txt" in visitor.one("#text-heading").text
