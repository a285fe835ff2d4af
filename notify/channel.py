"""The contract of a channel: messages in, what became of each out.

A new channel is one file in `notify/channels`, one line in `notify.ways.CHANNELS` and one outlet in the
contract tests. A channel is the room's only door to the outside; it keeps nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from models.said import Said
from notify.notice import Delivery, Notice, Sender
from notify.post_office import PostOffice


class Channel(Protocol):
    """One way of reaching people.

    `name` is what a setting names; `proven_against` says in words what it was tried on (in each
    channel's file: PROVEN_AGAINST); `private`: what is sent is seen by nobody but the sender's own
    mail provider and the recipient's, so that amounts may be told by default.
    """

    @property
    def name(self) -> str: ...

    @property
    def proven_against(self) -> str: ...

    @property
    def private(self) -> bool: ...

    def refuses(self, to: str) -> Said | None:
        """Why nothing can be sent to this address or URL; None when it can."""
        ...

    def send(
        self, notices: Sequence[Notice], sender: Sender, office: PostOffice | None = None
    ) -> Iterator[Delivery]:
        """What became of each notice, in order; each is sent when its turn is asked for.

        So the caller commits one outcome before the next is sent; those that were not asked for were
        not sent. office: the person's own mail server, for channels that need one. A refusal of one
        message does not stop the next. Raises the Problem that names why nothing more can be sent:
        ChannelRefused, PlainRefused, HostUnknown, ConnectionRefused, CertificateUntrusted,
        EncryptionMissing, SignInNotOffered, LoginRefused, LoginThrottled, TokenExpired, MailRefused,
        MailDeferred.
        """
        ...
