"""Inbox: raw mail from an IMAP server in, parsed Mail values and filing moves out."""
