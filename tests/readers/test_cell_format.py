"""Numbers as a spreadsheet shows them."""

from __future__ import annotations

import pytest

from compliance.readers.cell_format import format_code, shown_number


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("3", "", "3"),
        ("0.30000000000000004", "General", "0.3"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("0.386", "0.0%", "38.6%"),
        ("0.08", "0%", "8%"),
        ("99", "¥#,##0", "¥99"),
        ("99", '0"元"', "99元"),
        ("99.5", "[$¥-804]#,##0.0", "¥99.5"),
        ("99", "[Red]0;[Blue]-0", "99"),
        ("0.5", "0.##", "0.5"),
        ("2", "0.##", "2"),
        ("12000", '0.0,"千"', "12.0千"),
        ("45992", "yyyy/m/d", "2025/12/1"),
        ("45992", 'yyyy"年"m"月"d"日"', "2025年12月1日"),
        ("45992.75", "yyyy-mm-dd hh:mm", "2025-12-01 18:00"),
        ("0.5625", "h:mm", "13:30"),
        ("0.000729166666", "mm:ss", "01:03"),
        ("1.5", "[h]:mm", "36:00"),
        ("45992", "[$-804]aaaa", "周一"),
        ("5", "@", "5"),
        ("abc", "0", "abc"),
        ("1e300", "yyyy", "1e+300"),
    ],
)
def test_a_number_shows_as_its_format_says(raw: str, code: str, shown: str) -> None:
    assert shown_number(raw, code) == shown


def test_the_epoch_of_old_macintosh_files_is_respected() -> None:
    assert shown_number("0", "yyyy/m/d", epoch_1904=True) == "1904/1/1"


def test_formats_known_by_number_only() -> None:
    assert format_code(9, {}) == "0%"
    assert format_code(164, {164: "0.0"}) == "0.0"
    assert format_code(0, {}) == ""
