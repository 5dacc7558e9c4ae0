### Releasing a result, and the lot (for the staff)

release-open = The result's page
# $name: the vote
release-alarm-differs =
    <b>The result is held back: { $name }</b>
    Two programs count the votes. They found different results. Nothing is published until the cause is known. Those who took part have been told a new time.
    Call technical support. When the fault is repaired, press “Count again”.
# $name: the vote
release-alarm-not-refereed =
    <b>Two people have to agree: { $name }</b>
    The votes are counted, but the second program could not finish its check. The result is announced at its hour only if two members of the staff agree.
# $name: the vote
release-alarm-uncounted =
    <b>The hour of the result has come, and the votes are not counted: { $name }</b>
    Those who took part have been told a new time. Finish the sealing of the ballots.
# $name — the vote's name
release-alarm-endless =
    <b>The count did not come to an end: { $name }</b>
    The ballots are sealed and nothing is lost. The count took too long and was stopped. Call technical support. If it is not mended by the announced hour, the participants are told a new one.

release-waiting = The votes are counted. The second program is checking; usually this takes a few minutes.
# $day, $hour: when it is announced
release-agrees = ✓ The second program found the same result. It is announced on { $day }, { $hour }.
# $day, $hour: when it is announced
release-differs = The second program found another result. Nothing is published. Those who took part have been promised word on { $day }, { $hour }. Call technical support. When the fault is repaired, press “Count again”.
# $day, $hour: when it is announced
release-needs-two = The second program could not finish its check: the election is very large, or the check was cut off. The protocol says so too. If two members of the staff agree, the result is announced on { $day }, { $hour }.
release-one-agreed = One member of the staff has agreed. A second one is needed.
release-mine = You have agreed. Now a second person has to: another coordinator, or somebody of the partner organisation.
# $people: how many took part, $reachable: how many could be written to
release-told =
    ✓ The result has been announced.
    Took part: { $people }
    Of whom could be written to: { $reachable }
release-yes = I agree, publish it
release-recount = Count again
release-sure = Once both have agreed, the result goes to everybody who took part at its hour and cannot be called back. Do you agree?
release-sure-recount = The votes are counted anew, by both programs. Begin?
release-sure-yes = Yes, I agree
release-sure-begin = Yes, begin
release-no = No
release-done-one = ✓ Your agreement is recorded. Now a second person has to agree.
release-done-two = ✓ Both have agreed. The result is announced at its hour.
release-done-recount = ✓ The new count has begun. The answer will be here in a few minutes.
release-not-yours = This page is for the coordinators and partners of this municipality only.
release-uncounted = The votes are not counted yet.
release-problem-state = This step is not possible now: something has changed.
release-problem-same = You have agreed already. A second person is needed.

## The lot
lot-open = Lot drawn in public
lot-about = Where projects have equal votes, a lot decides who goes first. If you have drawn one in public, record it here: one person writes it down, a second one confirms it. Otherwise a number decides that was chosen and locked before voting opened.
lot-closed = A lot is recorded before the ballots are sealed. Now it is too late.
# $numbers: the projects' numbers
lot-ask-order = Type the projects' numbers in the order drawn, each once. The numbers are: { $numbers }
# $missing: numbers left out
lot-missing = These numbers are missing: { $missing }. Type all numbers again.
# $twice: a number
lot-twice = Number { $twice } is there twice. Type all numbers again.
# $number: what was typed
lot-unknown = “{ $number }” is no number of this list. Type all numbers again.
lot-ask-protocol = Write the protocol: where and when the lot was drawn, who was present, and how the numbers were drawn. Everybody will read it.
# $order: numbers in order, $protocol: the protocol
lot-recorded =
    <b>Order:</b> { $order }
    <b>Protocol:</b> { $protocol }
lot-sure = Record it? It counts once a second person has confirmed it.
lot-yes = Yes, record it
lot-no = No, again
lot-mine = You recorded it. Now a second person has to confirm it.
lot-check = Is this how it was drawn? If you were present and all is right, confirm it.
lot-confirm = I confirm
lot-refuse = It was not so
lot-confirmed = ✓ The lot is confirmed. It decides between equal votes.
lot-refused = The record is void. The lot has to be recorded anew.
lot-kept = ✓ Recorded. Ask a colleague or the partner to confirm it: Work page → Running the vote → Lot drawn in public.
lot-problem = This cannot be recorded now: the state or the list of projects has changed. Try again.
lot-process = The vote's page
