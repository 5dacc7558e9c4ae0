### Results of a vote

results-none = No result has been announced yet.
results-which = Which vote's result would you like to see?
results-check = Check a vote code
# $count: counted ballots
results-head = { $count ->
    [one] Voting is over. One person voted. Thank you for taking part!
   *[other] Voting is over. { $count } people voted. Thank you for taking part!
}
results-won = <b>Funded:</b>
results-lost = <b>Not funded:</b>
# $count: votes
results-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
# $count: counted ballots
results-footer = { $count ->
    [one] { $count } ballot counted
   *[other] { $count } ballots counted
}

## Why it won or lost; one line each
# $cost: what it costs
results-funded = By votes its turn came, and the money sufficed: { $cost }.
# $cost: what it costs, $payers: supporters, $each: the share of each
results-bought = Its { $payers } supporters raised the money together: { $cost }, up to { $each } each.
# $needed: votes needed
results-below = At least { $needed } votes were needed.
# $left: money left, $cost: what it costs
results-no-money = When its turn came, { $left } were left; it costs { $cost }.
# $others: other projects, $cost: what it costs
results-tie = With as many votes, and first by the rules: { $others }. For this project too little money was left. Cost: { $cost }.
# $other: the project at which giving out stopped
results-stopped = Giving out had stopped before its turn, at { $other }.
# $held: what its supporters had left, $cost: what it costs
results-short = Its supporters had { $held } left; { $cost } were needed.
results-withdrawn = It was withdrawn during the vote.
