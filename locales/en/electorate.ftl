### Voters, paper and objections (for staff)

electorate-title = Voters and paper
electorate-change = No, change it
electorate-which-zone = Which part is it about?
electorate-no-part = None of them, only the whole municipality
# $part — what could not be read
electorate-no-numbers = We could not read "{ $part }". Write numbers like this: 12 15 20-31.
# $count — how many
electorate-register = In the list of voters: { $count }
# $printed, $handed, $void — how many cards
electorate-cards-now = Cards: { $printed } to hand out, { $handed } handed out, { $void } void
# $count — how many
electorate-signed = Marked on the signature list: { $count }
electorate-register-file = Import the list of voters
electorate-desk-check = Check a person at the desk
electorate-cards = Hand out cards
electorate-card-replace = Replace a lost card
electorate-signatures = The signature list
electorate-papers = Enter paper ballots
electorate-paper-check = Read a bundle again
electorate-objections = Objections

## The check before sealing
check-title = <b>Check before sealing</b>
# $count — how many
check-ballots = Ballots from the chat: { $count }
# $count — how many
check-replaced = No longer counted because of a signature on paper: { $count }
# $count — how many
check-void = Taken out after an objection: { $count }
check-whole = Whole municipality
# $zone — name of the part, $signatures, $valid, $invalid — how many
check-paper = { $zone }: { $signatures } signatures, { $valid } paper ballots, { $invalid } invalid
check-fine = ✓ Everything adds up. It can be sealed.
# $numbers — numbers of bundles
check-entered = ⚠ To be read a second time, bundle: { $numbers }
# $numbers — numbers of bundles
check-held = ⚠ More papers than signatures, so not counted, bundle: { $numbers }
# $count — how many
check-voiding = { $count ->
    [one] ⚠ One objection is to be decided
   *[other] ⚠ { $count } objections are to be decided
}
check-lot = ⚠ A second person has to confirm the lot
# $ballots, $voters — how many
check-mismatch = ⚠ Figures differ: { $ballots } ballots, { $voters } voters. It cannot be sealed; ask for technical help.

## At the desk
# $age — from which age
desk-check-what = Look at the identity card: face, age (from { $age }), place of residence. What do you need?
desk-check-first = First check
desk-check-move = Move to another phone
desk-check-code = Write the code that the person has in their chat (6 digits).
desk-check-number = Write the personal number from the card (11 digits). It is kept nowhere in the open; after sending, delete this message from your chat as well.
desk-check-done = ✓ Checked. The person gets a message and votes from their own phone.
# $number — number in the list
desk-check-row = ✓ Checked: no. { $number } in the list. The person gets a message and votes from their own phone.
desk-check-next = Next person
desk-check-no-code = There is no such code, or it has run out. Ask the person for a new one and write it.
desk-check-unknown = Nobody in the list has this personal number. Check it. If it is right, this person has no right to vote here.
desk-check-young = By the list this person is not old enough to vote yet.
desk-check-other = Another voter is confirmed in this chat already. One chat has one voter.
desk-check-taken = This number is confirmed in another chat already. If the person has changed or lost the phone, begin again and choose "Move to another phone". There will still be one vote.
# $hour — from when
desk-check-pause = Several wrong codes came in. The next try is possible from { $hour }.

## Cards
cards-which = Which cards were handed out against a signature? Write numbers like this: 12 15 20-31.
# $count — how many, $numbers — numbers
cards-sure = { $count ->
    [one] One card was handed out: { $numbers }. Is that right?
   *[other] { $count } cards were handed out: { $numbers }. Is that right?
}
# $count — how many, $numbers — numbers
cards-handed = { $count ->
    [0] No new card was marked.
   *[other] ✓ Marked as handed out: { $numbers }
}
# $numbers — numbers
cards-again = Handed out or void before: { $numbers }
# $numbers — numbers
cards-unknown = No such card was printed: { $numbers }
cards-more = Hand out more
cards-lost = Which card was lost? Write its number.
cards-fresh = Which new card do you give? Write its number.
# $lost, $fresh — numbers
cards-replace-sure = Card no. { $lost } becomes void, and no. { $fresh } is given for it. A vote cast with the old card stays valid and can be changed with the new one. Is that right?
# $lost, $fresh — numbers
cards-replaced = ✓ Card no. { $lost } is void, no. { $fresh } was given.
# $cards — numbers
cards-not-these = This does not work with these cards: { $cards }. The first must be handed out, the second not yet, and both of one part.

## The paper list
signed-what = What do you want to do? A signature on this list means that the person voted on paper.
signed-mark = Mark signatures
signed-unmark = Take a wrong mark back
signed-numbers = Write the numbers of the list like this: 12 15 20-31.
signed-cards = Write the numbers of the cards like this: 12 15 20-31.
signed-personal = Write the personal numbers, one in a line. They are not kept; after sending, delete this message from your chat as well.
# $count — how many, $numbers — numbers
signed-sure = To be marked: { $count }, namely { $numbers }. Is that right?
# $count — how many, $numbers — numbers
signed-sure-off = Marks to be taken back: { $count }, namely { $numbers }. Is that right?
# $names — numbers
signed-unknown = Cannot be marked: { $names }. Not in the list, too young, or the card is not handed out.
# $count — how many
signed-done = ✓ Marked: { $count }
# $count — how many
signed-taken-back = ✓ Marks taken back: { $count }
# $names — numbers
signed-again = Marked before: { $names }
# $names — numbers
signed-not-marked = Were not marked: { $names }
# $names — numbers
signed-blocked = Have voted in the chat, give them no paper: { $names }
# $names — numbers
signed-void = Cannot be marked: { $names }. Objections about these numbers were agreed to, and that decision stands. Note it on the signed list.
signed-more = Mark more
signed-no-paper = By its rules this vote has no paper.

## Paper ballots
papers-number = Which number is on the bundle?
# $limit — how many papers
papers-lines = Write the valid ballots: in each line the numbers marked on one paper, for example: 3 7 12. A bundle holds at most { $limit } papers. If none is valid, skip this.
papers-empty = How many papers are empty? (None: 0)
papers-many = On how many papers are more projects marked than allowed? (None: 0)
papers-unclear = On how many papers is the choice unclear? (None: 0)
# $limit — how many
papers-too-many = A bundle may hold at most { $limit } papers. Make another bundle of the rest.
# $row — number of the line, $problem — what is wrong
papers-bad-line = Line { $row }: { $problem } Write all of them again. If the paper itself is like this it is invalid, and not written here.
# $number — number
papers-no-project = There is no such project on this ballot: { $number }.
papers-twice = A project stands there twice.
# $limit — how many
papers-over = At most { $limit } projects are allowed.
# $limit — how many
papers-under = At least { $limit } projects are needed.
# $number — number of the bundle
papers-bundle = <b>Bundle no. { $number }</b>
# $count — how many
papers-valid = Valid: { $count }
# $number — number of the project, $count — how often
papers-project = Project no. { $number }: { $count }
# $count — how many
papers-invalid = Invalid: { $count }
papers-sure = Compare with the papers. Is that right?
# $number — number of the bundle
papers-entered = ✓ Bundle no. { $number } is entered. Now a second person must read it.
papers-next = Next bundle
papers-number-used = A bundle with this number is entered already. Write another number.
papers-none-waiting = No bundle waits to be read.
papers-which = Which bundle?
# $number — number of the bundle
papers-label = Bundle no. { $number }
# $number — number of the bundle
papers-label-held = Bundle no. { $number } (held)
# $number — number of the bundle
papers-held = Bundle no. { $number } is held: there are more papers than signatures. Once enough signatures are marked it counts by itself. If there are papers too many, refuse it.
# $reason — as the colleague wrote it
papers-refusal-waits = A colleague wants to refuse this bundle. The reason: { $reason }
    If you agree, refuse it too.
# $number — number of the bundle
papers-mine = You entered bundle no. { $number }. Somebody else must read it. If you made a mistake, refuse it and enter it again.
# $number — number of the bundle
papers-read-again = Bundle no. { $number }. Read the papers again. You do not see what your colleague wrote: so a mistake shows better.
papers-read = Read
papers-refuse = Refuse the bundle
papers-why-refuse = Why should this bundle not count? The log keeps the reason.
# $number — number of the bundle
papers-refused = Bundle no. { $number } is refused and does not count. It may be entered again with the same number.
# $number — number of the bundle
papers-refusal-asked = Two people have read bundle no. { $number }, so it takes two to refuse it. Your refusal is recorded. Ask a colleague or the partner to refuse it too.
papers-same-refusal = You have asked to refuse this bundle already. Now somebody else has to refuse it too.
# $number — number of the bundle
papers-accepted = ✓ Bundle no. { $number } is the same and counts.
papers-check-next = Another bundle
papers-unlike = What you wrote differs from your colleague's.
# $papers — ballots
papers-first-only = Only your colleague has: { $papers }
# $papers — ballots
papers-second-only = Only you have: { $papers }
papers-flaws-differ = The number of invalid papers differs.
papers-look-again = Find these papers and write all of them again. If your colleague made the mistake, go back and refuse the bundle.
papers-same-person = A second person must read the bundle.

## Objections
objections-what = An objection to one vote: one person asks to take it out, another decides. Whether the voter had a vote is told to nobody.
objections-none = No objection waits for a decision.
objections-new = Ask to take a vote out
# $number — its place, $day — date
objections-label = Objection { $number }, { $day }
# $limit — how many letters
objections-reason = Why should the vote be taken out? Write at least { $limit } letters. The second person will read it, and whoever loses the vote.
objections-number = Whose vote? Write the number in the list of voters.
objections-card = A vote with which card? Write the number of the card.
objections-phone = Whose vote? Write the telephone number. It is not kept.
objections-personal = Whose vote? Write the personal number. It is not kept.
# $number — number
objections-sure = Ask to take the vote out? Number: { $number }
objections-unknown = We found no such voter. Check the number.
# $number — number
objections-about = Number: { $number }
# $reason — why
objections-why = Reason: { $reason }
objections-mine = You asked for this. Another person must decide.
objections-agree = I agree, take it out
objections-refuse = I do not agree
objections-asked = ✓ The request is kept. Now another person must decide.
objections-agreed = ✓ If there was such a vote it no longer counts, and whoever cast it is told.
objections-refused = ✓ The objection was not upheld. The vote counts.
objections-same-person = Another person must decide.
objections-asked-before = This has been asked for and waits for a decision.
