"""Decided → filed: the last step of the road. `jobs.road.bill_road` runs read, decide and file in order.

Each step reads the row that the one before wrote, works in short transactions of its own, and does
nothing when its work is done already: so it may be killed and repeated at any point.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.filing import queue_filing
from flow.settings import Settings
from flow.wiring import Wiring
from models.codec import VERDICT
from models.tables import Account, Judgement, Message, Step
from models.verdict import Kind, Verdict


def file_message(wiring: Wiring, message_id: int) -> str:
    """Asks for the mail's move when the account allows it; the account's next visit carries it out."""
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id, with_for_update=True)
        if message.step is not Step.DECIDED:
            return "done"
        account = session.get_one(Account, message.account_id)
        verdict = VERDICT.read(
            session.scalars(
                select(Judgement.verdict).where(Judgement.message_id == message_id)
            ).one()
        )
        if account.files_mail and may_be_filed(verdict, wiring.settings):
            queue_filing(session, message_id, verdict.folder)
        message.step = Step.DONE
    passed("queued")
    return "done"


def may_be_filed(verdict: Verdict, settings: Settings) -> bool:
    """Only what is surely bill mail leaves the inbox; a suspect stays where the person sees it."""
    return (
        verdict.kind is not Kind.OTHER
        and verdict.confidence >= settings.file_from
        and bool(verdict.folder)
        and not verdict.suspicions
    )
