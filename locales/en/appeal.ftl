### Letters to an idea's author, corrections and appeals

## Where the idea stands
# $number: of the idea, $title: its title, $until: last day for the answer
author-begun =
    We have begun to check your idea.
    <b>No. { $number }. { $title }</b>

    First we see whether it is complete and easy to understand. Two people check every idea. We will write to you by { $until }.
# $number: of the idea, $title: its title, $until: last day for the answer
author-formal-pass =
    Good news: your idea has passed the first check.
    <b>No. { $number }. { $title }</b>

    Now we see whether it can be done: what the law says, whose land it is, what it costs. We will write to you by { $until }.
# $number: of the idea, $title: its title, $day: when the list is published
author-admitted =
    Congratulations! Your idea has passed the checks.
    <b>No. { $number }. { $title }</b>

    The final list of projects will be published after { $day }. Then we will tell you your project's number in the vote.
author-shortlist = The list has a limited number of places: ideas with more supporters get on it.
# $number, $title: your idea, $into, $other: the idea it has joined
author-merged =
    Your idea has joined one like it, so that votes are not split.
    Your idea: no. { $number }. { $title }
    It has joined: <b>no. { $into }. { $other }</b>

    You and the supporters of your idea now support that one.
# $number, $title: your idea, $came, $other: the idea that has joined it
author-took-in =
    An idea like yours has joined it.
    Your idea: <b>no. { $number }. { $title }</b>
    Has joined it: no. { $came }. { $other }

    Its supporters now support your idea. You need not do anything.
# $number: of the idea, $title: its title
author-again =
    One more colleague will look at your idea.
    <b>No. { $number }. { $title }</b>

    It turned out that one person instead of two took the last decision. The rules ask for two, so that answer does not hold yet. We apologise, and will write to you soon.
# $number, $title: the idea, $project: its number, $day, $hour: when voting begins
author-listed =
    Your idea is on the ballot!
    No. { $number }. { $title }

    Project number in the vote: <b>{ $project }</b>. It will not change: you can tell your neighbours.
    Voting begins { $day }, { $hour }.
# $number, $title: the idea, $places: how many there were
author-left-out =
    Your idea has passed the checks, but is not on the ballot.
    <b>No. { $number }. { $title }</b>

    { $places ->
        [one] There was only one place.
       *[other] There were only { $places } places.
    } They went to ideas with more supporters. Thank you for taking part! Keep the idea, and send it with one button next time.
# $number: of the idea
author-edited = Your idea no. { $number } was put more exactly for the ballot. It will read:
# $title: the title
author-edited-title = <b>{ $title }</b>
# $cost: an amount
author-edited-cost = Cost: { $cost }
# $phone: of the city hall
author-call = If you do not agree or something is unclear, call us: { $phone }
author-see = See the idea

## Correcting
# name of the unfinished task
fix-name = Correcting an idea
# $number: of the idea, $title: its title
fix-letter =
    Your idea needs a small correction.
    <b>No. { $number }. { $title }</b>
# $wish: what the author is asked for
fix-letter-wish = Please: { $wish }
# $until: the last day
fix-letter-until = You can correct it up to and including { $until }. It keeps its supporters and its number. If you cannot correct it by then, it cannot be voted on this time.
fix-open = ✎ Correct the idea
# $number: of the idea, $title: its title
fix-title = <b>Correcting idea no. { $number }. { $title }</b>
# $title: the present title
fix-ask-title = Write the new title. Now it is: “{ $title }”
# $text: the present description
fix-ask-text =
    Write the description anew, in one message. Now it is:

    { $text }
fix-ask-cost = How many lari will it cost? Write only the number.
fix-ask-place = Where should it be? Write it in words (for example: “behind the school, near the well”) or, if you are there now, press “Share place”.
fix-ask-photo = Send a photo of the place, if you have one.
fix-nothing = You have not changed anything yet. Shall we correct it?
fix-again = ✎ Yes, I will correct it
fix-overview = <b>Please check. Nothing has been sent yet.</b>
# $title: the title
fix-new-title = New title: { $title }
# $cost: lari
fix-new-cost = New cost: { $cost } ₾
# $place: in words
fix-new-place = New place: { $place }
fix-new-pin = New place: marked on the map
fix-new-photo = New photo: attached
fix-send = ✓ Send
fix-change = ✎ Change
# $number: of the idea, $until: last day for the answer
fix-thanks = Thank you! We have the corrected idea no. { $number }. We will check it again and write to you by { $until }.
fix-to-mine = My ideas
fix-not-yours = This is not your idea. You can see your own ideas here:
fix-not-now = This idea needs no correction now.
fix-late = The time for corrections is over. If your idea was rejected, the letter says how to appeal.
# $number: of the idea, $title: its title
lapsed-letter =
    We are sorry: the time for corrections is over, and your idea cannot be voted on this time.
    <b>No. { $number }. { $title }</b>
# $until: the last day
lapsed-appeal = If you could not make it in time, or think that no correction was needed, appeal up to and including { $until } and tell us. Somebody who has not worked on this idea will decide. You can also keep the idea for next time.

## Rejection
# $number: of the idea, $title: its title
declined-letter =
    We are sorry: your idea cannot be voted on this time.
    <b>No. { $number }. { $title }</b>
# $sentence: of the criterion
declined-because = Reason: { $sentence }
# $reason: in a colleague's words
declined-reason = Explanation: { $reason }
# $until: the last day
declined-appeal = Two people took this decision. If you do not agree, you can appeal up to and including { $until }. Somebody else will decide on it.
declined-thanks = You can also keep the idea for next time. Thank you for caring about your municipality.

## Appeal
# name of the unfinished task
appeal-name = Appeal against a rejection
appeal-open = Appeal against it
# $number: of the idea, $title: its title
appeal-title = <b>Appeal: no. { $number }. { $title }</b>
appeal-ask = Why do you not agree? Write it in one message, in your own words. Somebody who had no part in the rejection will read it.
appeal-overview = <b>Please check your appeal. Nothing has been sent yet.</b>
appeal-send = ✓ Send the appeal
# $number: of the idea, $until: last day for the answer
appeal-thanks = We have your appeal about idea no. { $number }. Somebody who had no part in the rejection will decide. We will write to you by { $until }.
appeal-already = We have your appeal and are looking at it. We will write to you.
appeal-not-now = There is no rejection of this idea to appeal against. One rejection can be appealed once.
appeal-late = The time for an appeal is over. You can keep the idea and send it next time with one button: Menu → Ideas → My ideas.
# $number: of the idea, $title: its title
appeal-won =
    Congratulations: your appeal has succeeded!
    <b>No. { $number }. { $title }</b>

    The idea is admitted to the vote. Once the list of projects is final, we will tell you your project's number.
# $number: of the idea, $title: its title, $until: last day for the answer
appeal-won-on =
    Congratulations: your appeal has succeeded!
    <b>No. { $number }. { $title }</b>

    The check goes on: now we see whether the idea can be done. We will write to you by { $until }.
# $number: of the idea, $title: its title
appeal-lost =
    Somebody who had no part in the rejection has looked at your appeal. We are sorry: the rejection stands.
    <b>No. { $number }. { $title }</b>
appeal-lost-end = This decision is final. You can keep the idea and send it next time with one button.
# $day: when the next cycle begins
appeal-lost-next = This decision is final. Ideas are taken again from { $day }. You can keep the idea and send it then with one button.
