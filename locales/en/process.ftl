### Running a vote (for coordinators)

process-not-yours = This page is for the coordinators of this municipality only.
process-desk = Staff page

## How it stands
# $opens, $closes, $results: date and hour
process-dates =
    Opens: { $opens }
    Closes: { $closes }
    Results: { $results }
process-hidden = Until voting closes nobody knows how many have voted. This rule protects those who take part.
# $count: counted ballots
process-ballots = { $count ->
    [one] One ballot was counted.
   *[other] { $count } ballots were counted.
}
process-state-draft = The vote is prepared and has not been opened.
process-state-announced = The edition is public. Voting has not been opened yet.
process-state-soon = The vote is opened; votes are taken from the appointed hour.
process-state-open = Voting is going on.
process-state-stopped = Voting is stopped. Votes that are in remain valid.
process-state-objections = Voting is closed. This is the time for objections; after it the ballots must be sealed.
process-state-mine = You have asked for sealing. A second person must confirm it: another coordinator, or somebody from the partner organisation.
process-state-proposed = A colleague has asked for the ballots to be sealed. Your confirmation is needed.
process-state-sealed = The ballots are being sealed and counted. This usually takes a few minutes.
process-state-counted = The votes are counted. At the appointed hour everybody who took part receives the result.

## Steps
process-open = Open the vote
process-stop = Stop
process-reopen = Go on
process-withdraw = Withdraw a project
process-correct = Correct a project
process-close = Close
process-propose = Ask for sealing
process-seal = Confirm sealing
process-resume = Go on sealing
process-which-project = Which project is to be withdrawn?
process-why-stop = Why is voting stopped? Whoever has voted or begun to will read the reason.
process-why-reopen = Why does voting go on? Whoever has voted or begun to will read the reason.
process-why-withdraw = Why is the project withdrawn? Everybody will read this reason.
process-sure-open = Once it is open, the rules cannot be changed. Open it?
process-sure-stop = Nobody can vote until you let it go on. Stop it?
process-sure-reopen = People can vote again. Go on?
process-sure-withdraw = The project stays listed as withdrawn, with your reason. Nobody can choose it any more. Whoever has voted or begun to is told. You cannot bring it back. Withdraw it?
process-sure-close = Close the vote and begin the time for objections?
process-sure-propose = After sealing nobody can learn who chose what, and no ballot can be changed. A second person must confirm. Ask for it?
process-sure-seal = <b>This cannot be undone.</b> The link between person and ballot is destroyed for ever, then the votes are counted. Seal?
process-sure-resume = Sealing and counting go on from where they stopped. Go on?
process-yes = Yes
process-no = No
process-done = ✓ Done.

## Why it does not work
process-problem-state = This step is not possible now: something has changed meanwhile.
process-problem-over = The closing hour has passed.
process-problem-ballot = The vote cannot be opened: it has no projects, or this kind of ballot does not work in a chat.
process-problem-projects = The vote cannot be opened yet: the list of projects is not ready. Two people have to confirm it.
process-problem-register = The vote cannot be opened yet: the list of voters has not been imported. Import it here: "Voters and paper".
process-problem-codes = The vote cannot be opened yet: no cards with codes have been printed. Ask for technical help.
process-problem-project = This project is withdrawn already.
process-problem-early = The closing hour has not come yet.
process-problem-waiting = Messages that came earlier are still being handled. Please try again in a minute.
process-problem-entered = It cannot be sealed yet: a bundle of papers waits for its second person.
process-problem-held = It cannot be sealed yet: there are more papers than signatures. Check the list and the bundles.
process-problem-voiding = It cannot be sealed yet: an objection waits for a decision.
process-problem-lot = It cannot be sealed yet: a second person has to confirm the lot.
process-problem-mismatch = It cannot be sealed yet: the numbers of ballots and of voters differ. Ask for technical help.
process-problem-same-person = Sealing must be confirmed by a second person.

## Correcting a project
correct-which = Which project is to be corrected?
correct-what = What is to be corrected?
correct-cost = Cost
correct-title = Title
correct-summary = Description
correct-new-cost = Write the right cost in lari, a number only.
correct-new-title = Write the right title.
correct-new-summary = Write the right description.
correct-why = What was wrong? Everybody will read this reason beside the project.
# $number: the project's number, $new: the new cost or words, $reason: the reason
correct-sure =
    Project no. { $number }
    It will be: { $new }
    Reason: { $reason }
    
    If voting is open, whoever has voted or begun to is told. Correct it?
correct-over-pot = That is more than this part has to give out: the project could not win any more. Write another amount. If the project really costs so much, withdraw it.
correct-done = ✓ The project is corrected.
