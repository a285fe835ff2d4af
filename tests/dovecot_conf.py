"""The configuration of the private Dovecot: every user name exists, with one password."""

import os
from pathlib import Path

_CONF = """
base_dir = {dir}/run
state_dir = {dir}/state
instance_name = facteur-test-{port}
log_path = {dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{dir}/cert.pem
ssl_key = <{dir}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
auth_username_chars =
default_internal_user = {internal}
default_login_user = {login}
{group}
first_valid_uid = 1
mail_location = maildir:{dir}/mail/%u
mail_max_userip_connections = 100
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={dir}/mail/%u
}}
service imap-login {{
  {chroot}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  {chroot}
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  {chroot}
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox Archive {{
    special_use = \\Archive
    auto = create
  }}
  mailbox Trash {{
    special_use = \\Trash
    auto = create
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
}}
"""


PASSWORD = "secret-d'Alice"


def settings(
    folder: Path, port: int, tls_port: int, separator: str, owner: tuple[str, str] | None
) -> str:
    """`separator` is "/", or "." for a server that keeps folders under "INBOX." as Courier does.

    `owner` is (user, group) to run as an ordinary user; None is root with Dovecot's own users.
    """
    return _CONF.format(
        dir=folder,
        password=PASSWORD,
        port=port,
        tls_port=tls_port,
        separator=separator,
        prefix="INBOX." if separator == "." else "",
        internal=owner[0] if owner else "dovecot",
        login=owner[0] if owner else "dovenull",
        group=f"default_internal_group = {owner[1]}" if owner else "",
        uid=os.getuid() if owner else "mail",
        gid=os.getgid() if owner else "mail",
        chroot="chroot =" if owner else "",
    )
