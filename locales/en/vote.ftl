### Voting

# Name of an unfinished conversation: "Continue: …"
vote-title = Voting

## Which vote
vote-none = No vote is open in your municipality at the moment.
vote-see-results = Earlier results
vote-which = Which vote would you like to take part in?
vote-not-here = This vote is held in another municipality. The people who live there vote in it.

## What is decided, and by when
# $money: the amount, $most: how many projects may be chosen,
# $day, $hour: the end, $results_day, $results_hour: when results are announced
vote-terms =
    To be shared out: { $money }
    To choose: { $most ->
        [0] in two steps: first projects of your village, then of the whole municipality
        [one] one project
       *[other] at most { $most } projects
    }
    Closes: { $day }, { $hour }
    Results: { $results_day }, { $results_hour }
vote-secret = The vote is secret: city hall cannot learn what you chose. It sees only the whole result, and only after the end.
vote-already = ✓ Your vote is in. We do not show your choices again, so that nobody else sees them. Until the end you may change them: the last vote counts.
vote-begin = Vote
vote-change = Change my vote
vote-read = Read the projects first

## Reading the projects
vote-projects = Which project would you like to read about? Press it or write its number.
# $number: the project's number, $title: its title
vote-line = No. { $number }. { $title }
# $money: what it costs
vote-cost = Cost: { $money }
# $reason: why it was taken off
vote-taken-off = This project has been withdrawn. Reason: { $reason }
# $reason: what was corrected, and why
vote-was-corrected = This project was corrected. Reason: { $reason }
vote-next = Next project →
vote-list = List of projects

## Who votes
vote-phone = One person has one vote. To make sure of that we need your phone number. Press the button “Send my number”. We show it to nobody and do not connect it with your choices.
vote-zone = The parts of the municipality have money of their own. Which one do you live in?

## Choosing
# $most: how many may be chosen
vote-pick =
    { $most ->
        [one] Choose one project: press its number or write it.
       *[other] Choose at most { $most } projects: press their numbers, or write them like this: 3 7 12.
    }
vote-order = Everybody sees the list in a different order; the numbers are the same for all.
# $step: which part of the ballot, $name: the village, $money: its budget
vote-step =
    <b>Step { $step } of 2. { $name }</b>
    To give out in this part: { $money }
vote-whole = The whole municipality
vote-not-yet = <b>Your choice is not taken yet:</b> press “Done”, then confirm.
# $number, $title: the project's number and title, $reason: the public reason
vote-withdrawn = No. { $number }. { $title } — withdrawn. Reason: { $reason }
# $number, $title: the project's number and title, $reason: the public reason
vote-corrected = No. { $number }. { $title } — corrected. Reason: { $reason }
# $picks: the chosen projects, one a line
vote-sure =
    <b>You have chosen:</b>
    { $picks }
    
    <b>Your choice is not taken yet.</b> Do you confirm?
vote-yes = Yes, I confirm
vote-edit = No, change it
# $step: which part of the ballot
vote-edit-step = Change step { $step }
vote-none-picked = You have chosen nothing.
# $count: how many projects are worth choosing
vote-nudge = You may choose as many as { $count } projects: it is then likelier that one of yours is carried out.

## The vote is in
# $receipt: the code, $day, $hour: the end
vote-counted =
    ✓ <b>Thank you, your vote is in!</b>
    
    Your vote code: <b>{ $receipt }</b>
    Keep this code. When the results are announced, it shows that your vote was counted. It does not show what you chose.
    
    You may change your vote until: { $day }, { $hour }.
# $receipt: the same code, $day, $hour: the end
vote-again =
    ✓ <b>Your vote is changed.</b> Only this last one counts.
    
    Your vote code is the same: <b>{ $receipt }</b>
    You may change your vote until: { $day }, { $hour }.
proof-staff-phone = This number belongs to the account of somebody who works for the municipality, so the messengers were not joined by it. Vote where we have this number already. Messengers can also be joined by a code: Menu → My data.
vote-united = We know this number from the other messenger too. So both messengers now count as one person.

## Why it does not work
# $day, $hour: when it begins
vote-soon = Voting has not begun. It begins: { $day }, { $hour }.
# $day, $hour: when results are announced
vote-closed = Voting is over and no more votes are taken. Results will be announced: { $day }, { $hour }.
vote-over = Voting is over.
vote-check = Check a vote code
vote-stopped = Voting is stopped for the time being. Votes that are in remain valid. You can vote when it goes on.
vote-paused = For a technical reason we cannot take votes right now. Votes that are in are safe. We know about it; please try again a little later.
vote-elsewhere = A vote is already recorded for this number in another way: on paper, or under another number of yours. One person has one vote. If this is a mistake, please call city hall: Menu → Help.
vote-gone = A project you chose has been withdrawn. Your vote was not taken; please choose again.
vote-bad = These choices do not fit the rules. Your vote was not taken; please choose again.

## Letters to those who have voted or begun to
# $name: the vote's name, $number, $title: the project, $reason: the public reason
vote-told-withdrawn =
    <b>{ $name }</b>
    
    Project no. { $number }, “{ $title }”, was withdrawn. Nobody can choose it any more.
    Reason: { $reason }
# $money: what it costs now
vote-told-corrected =
    <b>{ $name }</b>
    
    Project no. { $number }, “{ $title }”, was corrected. It now costs { $money }.
    Reason: { $reason }
vote-told-stopped =
    <b>{ $name }</b>
    
    Voting is stopped for now. Votes that are in stay valid.
    Reason: { $reason }
# $day, $hour: the end
vote-told-reopened =
    <b>{ $name }</b>
    
    Voting goes on. Votes that are in stay valid. It ends: { $day }, { $hour }.
    Reason: { $reason }
# $day, $hour: the end
vote-told-change = If you wish, change your vote until: { $day }, { $hour }. If not, you need do nothing.
vote-told-wait = When voting goes on, we will write. You can then vote or change your vote.
vote-told-over = Voting has ended; votes cannot be changed any more.
vote-told-open = Vote or change my vote
