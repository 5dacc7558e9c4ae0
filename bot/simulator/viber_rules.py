"""Where Viber's documents leave room or disagree: the strict reading, and switches to the other."""

from dataclasses import dataclass


@dataclass
class ViberRules:
    """How this Viber behaves.  Defaults are what an adapter must withstand."""

    limits: bool = True  # hourly cap, broadcast rate, get_user_details
    header_only: bool = False  # do not take the token from the body
    body: int = 30_000  # bytes of a request; the other reading of 30 KB is 30,720
    caption: int = 768  # characters under a picture; older documents say 512
    keyboard_stays: bool = False  # a message without a keyboard leaves the last one in place
    subscribed_event: bool = False  # the first message also brings `subscribed`
    sig_in_query: bool = True  # the signature is also appended as ?sig=
    receipts: bool = True  # delivered, and seen when the person next does something
    devices: int = 1  # `delivered` comes once per device
    noise: bool = False  # events and fields no document names
    fetch_media: bool = True  # get outgoing pictures and refuse bad ones, as clients do
    broadcast: bool = True  # the account is allowed to broadcast
    billable: bool = True  # commercial terms of 2024; False: the older free bots
    session_messages: int = 60  # that are free in one session; others say there is no such cap
    free_messages: int = 10_000  # out of session, in a calendar month
    balance: bool = True  # billed messages can be paid for


UNANSWERED = 100  # messages to one person in a clock hour without an answer
BROADCAST = 300  # receivers of one call
BROADCASTS = (500, 10.0)  # calls in seconds
DETAILS = (2, 43_200.0)  # get_user_details of one person in seconds
ONLINE = 100  # ids of get_online
SESSION = 86_400  # seconds from the person's first message
MEDIA = 3_600  # seconds that the address of a person's picture lives
PICTURE = 1_000_000  # bytes an iPhone shows
