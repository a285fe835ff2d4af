"""The calendar at its secret address: what a calendar program asks, and what a guesser learns."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from flow.feed import close_address, new_address
from flow.reminding.people import everybody
from tests.web.conftest import WebFlat


def address_of(web: WebFlat, name: str, *, amounts: bool = False) -> str:
    with web.flat.session() as session:
        who = next(one for one in everybody(session, "fr") if one.name == name)
        secret = new_address(session, who, datetime.now(UTC), amounts=amounts)
    return f"/calendar/{secret}.ics"


def test_a_subscriber_gets_their_own_share_and_asks_again_cheaply(web: WebFlat) -> None:
    bill = web.flat.bill("84.20", biller="Eau claire", due_on=date(2099, 12, 5))
    web.flat.split(bill)
    client, path = web.browser.client, address_of(web, "Bob", amounts=True)
    said = client.get(path)
    assert said.headers["content-type"] == "text/calendar; charset=utf-8"
    assert said.headers["cache-control"] == "no-store"
    assert "set-cookie" not in said.headers
    (event,) = Calendar.from_ical(said.content).walk("VEVENT")
    summary = str(event["summary"])
    assert "Eau claire" in summary
    assert "42,10" in summary
    assert event.decoded("dtstart") == date(2099, 12, 5)
    tag = said.headers["etag"]
    again = client.get(path, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    head = client.head(path)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)
    web.flat.split(web.flat.bill("10.00", due_on=date(2099, 12, 6)))
    assert client.get(path, headers={"if-none-match": tag}).status_code == 200


def test_a_guesser_learns_nothing_and_a_closed_address_is_closed(web: WebFlat) -> None:
    client, path = web.browser.client, address_of(web, "Bob")
    assert client.get(path).status_code == 200
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    answers = set()
    for name in (
        "x.ics",
        f"{secret}",
        f"{secret[:-1]}.ics",
        ".ics",
        "é.ics",
        "%00.ics",
        f"{'a' * 500}.ics",
    ):
        said = client.get(f"/calendar/{name}")
        assert said.status_code == 404, name
        answers.add(said.text.partition("<main>")[2].partition("</main>")[0])
    assert len(answers) == 1
    assert client.get("/calendar").status_code == 404
    with web.flat.session() as session:
        who = next(one for one in everybody(session, "fr") if one.name == "Bob")
        close_address(session, who, datetime.now(UTC))
    assert client.get(path).status_code == 404
