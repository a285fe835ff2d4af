"""The ways of telling: every channel, in the order in which they are offered."""

from notify.channel import Channel
from notify.channels.apprise_services import AppriseServices
from notify.channels.smtp.channel import Smtp

CHANNELS: tuple[Channel, ...] = (
    Smtp(),
    AppriseServices(),
)
"""Every channel. Its name is what a setting takes."""
