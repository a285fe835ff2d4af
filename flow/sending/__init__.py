"""Sending: channels that were set up, and messages that leave once.

Whoever has something to send makes a `notify.notice.Notice` under a key that is the same at every try:

    with Session(wiring.engine) as session, session.begin():
        row = prepare(session, notice, Errand("letter", "bill 12"), now)    # beside your own rows
    done = carry(wiring, row.id, now)                                        # Carried: state, problem

(flow.sending.prepare, flow.sending.carry; `send` of the latter does both.) Without an outlet the
person's own mail account is taken; MailOutMissing when none was set up. `mail_out` of
flow.sending.outlets says from which address. What is SENT, REFUSED or DROPPED is never sent again,
whoever asks; UNKNOWN only with `again=True`, on the person's word.
"""
