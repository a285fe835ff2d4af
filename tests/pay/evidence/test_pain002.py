"""The bank's answer to a file: taken, refused, in part, whole; never "paid"."""

from datetime import UTC, datetime

import pytest

from models.errors.reading import XmlForbidden
from models.errors.statements import StatementDamaged, StatementUnknown
from models.order import Pending, Refused
from pay.evidence.pain002 import read_status

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def report(group: str, batches: str = "", version: str = "001.10") -> bytes:
    return f"""<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.{version}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>B1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>OURS</OrgnlMsgId>{group}
</OrgnlGrpInfAndSts>{batches}</CstmrPmtStsRpt></Document>""".encode()


def payment(key: str, status: str, reason: str = "") -> str:
    told = f"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf>" if reason else ""
    return (
        f"<TxInfAndSts><OrgnlEndToEndId>{key}</OrgnlEndToEndId><TxSts>{status}</TxSts>{told}"
        "</TxInfAndSts>"
    )


def batch(*payments: str, status: str = "") -> str:
    return f"<OrgnlPmtInfAndSts>{status}{''.join(payments)}</OrgnlPmtInfAndSts>"


def test_each_order_has_its_own_outcome() -> None:
    data = report(
        "<GrpSts>PART</GrpSts>", batch(payment("a", "ACCP"), payment("b", "RJCT", "AC04"))
    )
    told = read_status(data, NOW)
    assert (told.message, told.group) == ("OURS", "PART")
    assert told.outcome("a", NOW) == Pending(NOW, "bank")
    assert told.outcome("b", NOW) == Refused(NOW, "AC04")
    assert told.outcome("c", NOW) is None


@pytest.mark.parametrize("status", ["ACSP", "ACSC", "ACCC"])
def test_settled_by_the_bank_is_still_not_seen(status: str) -> None:
    told = read_status(report("", batch(payment("a", status))), NOW)
    assert told.outcome("a", NOW) == Pending(NOW, "settlement")


def test_a_file_refused_as_a_whole_refuses_every_order() -> None:
    reason = "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>"
    assert read_status(report(reason), NOW).outcome("a", NOW) == Refused(NOW, "FF01")


def test_an_accepted_file_says_nothing_of_an_order_it_does_not_name() -> None:
    assert read_status(report("<GrpSts>ACCP</GrpSts>"), NOW).outcome("a", NOW) is None


def test_a_group_of_payments_speaks_for_those_that_have_no_status() -> None:
    one = "<TxInfAndSts><OrgnlEndToEndId>a</OrgnlEndToEndId></TxInfAndSts>"
    told = read_status(report("", batch(one, status="<PmtInfSts>RJCT</PmtInfSts>")), NOW)
    assert told.outcome("a", NOW) == Refused(NOW, "RJCT")


def test_version_2_has_no_groups() -> None:
    told = read_status(report("", payment("a", "RJCT", "AM04"), version="001.02"), NOW)
    assert told.outcome("a", NOW) == Refused(NOW, "AM04")


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(StatementUnknown):
        read_status(b"<Document><BkToCstmrStmt/></Document>", NOW)
    with pytest.raises(StatementDamaged):
        read_status(report("")[:80], NOW)
    with pytest.raises(XmlForbidden):
        read_status(b'<!DOCTYPE a SYSTEM "x"><Document/>', NOW)
