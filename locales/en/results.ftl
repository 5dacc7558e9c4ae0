### Results of a vote

results-none = No result has been announced yet.
results-which = Which vote's result would you like to see?
results-check = Check a vote code
results-why = Every project and why
results-built = What is being built now
results-back = The result in short
results-more = Next projects
# $page, $pages: this page, and how many there are
results-pages = All projects, page { $page } of { $pages }
# $count: counted ballots
results-head = { $count ->
    [one] Voting is over. One person voted. Thank you for taking part!
   *[other] Voting is over. { $count } people voted. Thank you for taking part!
}
results-won = <b>Funded:</b>
results-lost = <b>Not funded:</b>
# $count: how many projects are not funded
results-rest = { $count ->
    [one] One more project is not funded. A button below tells why.
   *[other] { $count } more projects are not funded. A button below tells why for each.
}
# $number: a project's number, $title: its name
results-project = №{ $number }. { $title }
# $count: votes
results-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
# $count: votes, $rank: its place
results-placed = { $count ->
    [one] { $count } vote, place { $rank }
   *[other] { $count } votes, place { $rank }
}
# $name: a part of the municipality, $budget: its money, $left: what remained
results-pot = <i>{ $name }: { $budget }, of which { $left } are left</i>
results-whole = The whole municipality
# $count: counted ballots
results-footer = { $count ->
    [one] { $count } ballot counted
   *[other] { $count } ballots counted
}

## How many took part
# $register: people on the voter list, $share: percent
results-turnout = { $register } people were on the voter list; { $share }% of them voted.
# $name: a part of the municipality, $count: ballots
results-part = { $count ->
    [one] { $name }: { $count } ballot
   *[other] { $name }: { $count } ballots
}
# $name: a part of the municipality, $count: ballots, $share: percent
results-part-share = { $count ->
    [one] { $name }: { $count } ballot ({ $share }% of the list)
   *[other] { $name }: { $count } ballots ({ $share }% of the list)
}
results-others = The other parts together
# $count: ballots
results-paper = On paper: { $count }
# $count: papers
results-invalid = Paper ballots filled in wrongly and not counted: { $count }
# $count: ballots
results-voided = Votes taken out after an objection: { $count }
# $day: a date
results-next = Ideas are welcome again from { $day }
# $address: the address of the page
results-page = The table and open data, for everybody: { $address }

## The result comes later
# $name: the vote, $day, $hour: the new time
results-later =
    <b>{ $name }</b>
    We are sorry: we cannot announce the result at the promised time: the count is being checked once more. Your vote is kept and is not lost.
    We will write to you with the result: { $day }, { $hour }.

## Why it won or lost; one line each
# $cost: what it costs, $left: money left afterwards
results-funded = By votes its turn came, and the money sufficed: { $cost }. Then { $left } were left.
# $cost: what it costs, $payers: supporters, $each: the share of each
results-bought = Its { $payers } supporters raised the money together: { $cost }, up to { $each } each.
# $cost: what it costs, $left: money left afterwards
results-filled = Money remained after the equal shares and went by votes; for this project it sufficed: { $cost }. Then { $left } were left.
# $needed: votes needed
results-below = At least { $needed } votes were needed.
# $left: money left, $cost: what it costs
results-no-money = When its turn came, { $left } were left; it costs { $cost }.
# $others: other projects, $left: money left after them, $cost: what it costs
results-tie = With as many votes, and first by the rules: { $others }. After them { $left } were left; it costs { $cost }.
# $others: other projects, $left: money left after them, $cost: what it costs
results-tie-lot = With as many votes, and first by lot: { $others }. After them { $left } were left; it costs { $cost }.
# $other: the project at which giving out stopped
results-stopped = Giving out had stopped before its turn, at { $other }.
# $held: what its supporters had left, $cost: what it costs
results-short = Its supporters had { $held } left; { $cost } were needed.
# $other: a winner, $paid: how much of their money went to it
results-gone = Most of their money had gone to { $other } ({ $paid }).
# $share: percent
results-near = It had { $share }% of the support it needed.
# $other: the winning project
results-excluded = It cannot be built together with { $other }, which has won.
results-withdrawn = It was withdrawn during the vote.

## The lot
# $protocol: the text of the protocol
results-lot-public = Between equal votes a lot drawn in public decided. Protocol: { $protocol }
# $seed: the secret number of the lot
results-lot-seed = Between equal votes a lot decided. Its secret number was chosen and locked before voting opened; now it is public, and anybody can check it: { $seed }

## The web page
# $day, $hour: when it is announced
results-page-soon = The result will be on this page on { $day }, { $hour }.
results-page-refereed = Two independent programs counted the votes and found the same result.
results-page-not-refereed = The second program could not check this election; two members of the staff agreed to announce it.
# $budget: money, $left: what remained
results-page-money = Money: { $budget }. Left: { $left }.
results-page-won = funded
results-page-lost = not funded
results-page-works = What is being built now
results-page-turnout = How many took part
# $kind: what is counted
results-page-row = { $kind ->
    [paper] On paper
    [invalid] Paper filled in wrongly, not counted
   *[voided] Taken out after an objection
}
results-page-check = Was your vote counted?
results-page-check-go = Check
# $receipt: the code as typed
results-page-unknown = Vote code { $receipt } is not among the counted ones. Please see whether you typed it right. If it is right, ask the city hall.
results-page-files = Open data
results-page-files-about = These files hold every counted ballot, without names. receipts.txt is the list of counted vote codes.
results-page-recount = You can count again yourself: equalshares.net/tools/compute opens the .pb files, and so does any other counter. SHA256SUMS shows that nothing has been changed.
results-page-seed = Between equal votes this number decides; it was chosen and locked before voting opened:
