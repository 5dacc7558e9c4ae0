### Who votes: the register, cards, the desk

## Questions
proof-number = People in the list of voters take part in this vote. Write your personal number: 11 digits, as on your identity card. We keep the number only in cipher, delete it before the votes are counted, and do not connect it with your choice. Once it is sent you may delete your message from the chat.
proof-phone = People in the list of voters take part in this vote. We find you in it by your telephone number. Press "Send number". We show it to nobody and do not connect it with your choice.
proof-code = Write the code from your card: 12 digits. Cards are handed out against a signature by the municipality.
# $card — number of the card
proof-card = ✓ The code is right. Whoever has card no. { $card } votes now. Is it your card?
# $card — number of the card
proof-card-yes = Yes, card no. { $card }
proof-card-other = No, I have another card
proof-at-desk = I am at city hall and need a code
proof-next-card = Vote with another card
proof-keep-card = Keep the card: to change the vote you will need its code again. Another member of the family can vote from this phone with a card of their own.

## Why it does not work
proof-form-number = This does not look like a personal number, which has 11 digits. Please check it and try again.
proof-form-code = This does not look like a card's code, which has 12 digits. Please check it and try again.
proof-unknown = We found nobody with this number in the list. Check it and try again. If the number is right, go to city hall with your identity card.
proof-unknown-phone = We found nobody with this telephone number in the list. If you should be in it, get in touch with city hall: Menu → Help.
proof-code-wrong = We found no such code. Check the digits on the card and try again.
proof-unhanded = This card is not marked as handed out yet, so it cannot be voted with. Turn to whoever gave it to you.
proof-void = This card is void: it was reported lost and a new one was given out. Please use the new card. If you have none, get in touch with city hall: Menu → Help.
# $age — from which age
proof-young = This vote is open from the age of { $age }. By the list you are not that old yet. If the list is wrong, get in touch with city hall: Menu → Help.
proof-taken = This number has been confirmed in another chat already. If that was you, vote from that chat. If you have lost your phone or it was not you, go to city hall with your identity card: they will put it right. You still have one vote.
# $day, $hour — from when
proof-pause = Several wrong numbers came in. To be safe, the next try is taken from: { $day }, { $hour }.
proof-gone = While you were choosing, your confirmation ran out or moved to another chat. Your vote has not been taken yet. Please confirm who you are again. Your choice is kept.

## A code for the desk
# $code — one-time code, $minutes — how long it is good
proof-desk-code =
    Before you vote, city hall checks who you are.
    Your code for the desk: <b>{ $code }</b>
    Go to city hall with your identity card and tell this code to the staff. It is good for { $minutes } minutes; a new one comes from here. You will get a message once you are checked.
proof-desk-again = New code
proof-desk-none = This vote needs no check at city hall, or it is over.

## What voters are told
# $name — name of the vote
proof-news-proven = ✓ Your identity is confirmed. Vote: "{ $name }". You can vote now.
# $name — name of the vote, $phone — telephone of city hall
proof-news-moved = Vote: "{ $name }". Your identity was confirmed in another chat with the identity card, so this chat can no longer vote. A vote that was cast stays valid. If this was not you, call city hall now: { $phone }.
# $name — name of the vote, $phone — telephone of city hall
proof-news-marked = Vote: "{ $name }". Your signature is on the signature list, that is, you voted on paper. So your vote from the chat no longer counts. If you did not vote on paper, this is a mistake: call city hall before the votes are counted: { $phone }.
# $name — name of the vote
proof-news-unmarked = Vote: "{ $name }". You were marked on the signature list by mistake. That has been put right. Your vote from the chat counts again.
# $name — name of the vote, $reason — why, $phone — telephone of city hall
proof-news-void =
    Vote: "{ $name }". After an objection your vote was taken out. Two people decided this together. They did not see what you chose.
    Reason: { $reason }
    If you do not agree, call city hall: { $phone }.
