### The rules of a civil budget in plain words; which phase it is now

## Rules: one line each
# $year — year
rules-year = Budget year: { $year }
# $money — money
rules-money = For the whole municipality: { $money }
rules-money-none = For the whole municipality: no money
# $count — number of parts, $money — their money
rules-zones = Parts with their own money: { $count }, together { $money }
rules-zones-none = Parts with their own money: none
# $name — part, $money — money
rules-zone = • { $name }: { $money }
# $money — money
rules-cap = One project costs: { $money } at most
rules-cap-none = One project costs: no cap
# $count — how many ideas
rules-each = One person proposes: up to { $count } ideas
# $age — age
rules-age = Who takes part: from the age of { $age }
# $residents — yes or no
rules-residents = Ideas come from: { $residents ->
        [yes] people who live here
       *[no] anybody
    }
rules-residents-yes = Only people who live here
rules-residents-no = Anybody
# $identity — account, phone, register, code or desk
rules-identity = To vote one needs: { $identity ->
        [account] just the messenger
        [register] to be in the register of voters
        [code] the code on a card
        [desk] to come to the office
       *[phone] one's own phone number
    }
rules-identity-account = Just the messenger
rules-identity-phone = Phone number
rules-identity-register = Register of voters
rules-identity-code = The code on a card
rules-identity-desk = At the office, with an identity card
# $most — how many projects
rules-most = One person picks: up to { $most } projects
# $count — votes
rules-minimum = To win a project needs: { $count } votes at least
# $percent — per cent
rules-minimum-percent = To win a project needs: { $percent } per cent of the ballots at least
rules-minimum-none = Votes needed to win: no minimum
# $count — projects
rules-shortlist = On the ballot: up to { $count } projects
rules-shortlist-none = On the ballot: all admitted projects
# $count — people
rules-support = To be checked an idea needs: { $count } supporters
rules-support-none = Supporters before the check: not needed
# $rule — greedy, greedy-no-skip, equal-shares, add1 or add1u
rules-rule = Money is given: { $rule ->
        [greedy-no-skip] by votes, until the first that does not fit
        [equal-shares] by equal shares
        [add1] by equal shares, with the rest added
        [add1u] by equal shares, the rest by votes
       *[greedy] by votes
    }
rules-rule-greedy = By votes; what does not fit is passed over
rules-rule-no-skip = By votes; stop at the first that does not fit
rules-rule-equal-shares = Equal shares: every voter has an equal part of the money
rules-rule-add1 = Equal shares, with the rest added
rules-rule-add1u = Equal shares, what remains by votes
# $tie — cheaper, lot or rows
rules-tie = Equal votes: { $tie ->
        [cheaper] the cheaper first, then a lot
        [rows] by the order of the list
       *[lot] a lot, in public
    }
rules-tie-cheaper = The cheaper project first, then a lot
rules-tie-lot = A lot drawn in public
# $paper — none, replaces or blocked
rules-paper = Paper ballots: { $paper ->
        [replaces] yes; paper replaces the vote in the chat
        [blocked] yes; who has voted in the chat gets no paper
       *[none] no
    }
rules-paper-none = No
rules-paper-replaces = Yes; paper replaces the vote in the chat
rules-paper-blocked = Yes; who has voted in the chat gets no paper
# $days — days
rules-fix-days = To correct an idea: { $days } days
# $days — days
rules-appeal-days = To appeal: { $days } days
# $days — days
rules-review-days = To check one idea: { $days } days
# $days — days
rules-stale-days = News of a project: every { $days } days at least
# $day — date
rules-next = The next civil budget begins: { $day }
rules-next-none = The next civil budget begins: not known yet
# $name — name
rules-name = Name: { $name }
# $name — English name
rules-name-en = Name in English: { $name }
rules-name-en-none = Name in English: none
rules-about = What is decided: explanation
# $at — day and hour
rules-propose-from = Ideas are taken from: { $at }
# $at — day and hour
rules-propose-until = Ideas are taken until: { $at }
# $at — day and hour
rules-review-until = The list of projects is published: { $at }
# $at — day and hour
rules-opens-at = Voting begins: { $at }
# $at — day and hour
rules-closes-at = Voting ends: { $at }
# $at — day and hour
rules-results-at = Results: { $at }

## The rules for citizens
# $name — name
rules-head = <b>{ $name }</b>
# $money — money
rules-what = What is decided: how { $money } of the municipality's budget is spent. People propose ideas and choose among them. The city hall carries out the winners.
# $age — age, $residents — yes or no
rules-who =
    Who: { $residents ->
        [yes] people who live here, from the age of { $age }.
       *[no] from the age of { $age }. Ideas may also come from people who live elsewhere.
    }
rules-how =
    How votes are counted:
# $rule — greedy, greedy-no-skip, equal-shares, add1 or add1u
rules-counted = { $rule ->
        [greedy-no-skip] Projects are ordered by their votes and funded one after the other as long as each fits into the money. At the first that does not fit we stop.
        [equal-shares] The money is shared equally among the voters. A project wins if the shares of its supporters cover its cost. So one big village cannot take everything.
        [add1] The money is shared equally among the voters. A project wins if the shares of its supporters cover its cost. What is left is added to the shares step by step.
        [add1u] The money is shared equally among the voters. A project wins if the shares of its supporters cover its cost. What is left is first added to the shares, and then given by votes.
       *[greedy] Projects are ordered by their votes and funded one after the other. One that does not fit into what is left is passed over, and the next has its turn.
    }
rules-secret = The vote is secret: not even the staff know who chose what. Nobody sees figures before the end.
rules-when = <b>Calendar</b>
# $date — line of a date; it has passed
rules-passed = ✓ { $date }
# $date — line of a date that is ahead
rules-ahead = • { $date }
rules-none = No civil budget has been announced here yet. We will tell you when it is.
rules-to-idea = Propose an idea
rules-to-ideas = See the ideas
rules-to-vote = Vote
rules-to-results = Results
rules-more = Rules and calendar

## Menu: which phase it is
# $phase — phase, $at — until or from when
rules-phase =
    { $phase ->
        [soon] Ideas are taken from: { $at }
        [proposing] Ideas are taken until { $at }
        [reviewing] Ideas are being checked. The list is published: { $at }
        [showing] The list of projects is public. Voting begins: { $at }
        [waiting] One cannot vote at the moment: the city hall is still preparing, or has stopped the vote for a while. It ends: { $at }
       *[counting] Votes are being counted. Results: { $at }
    }
# $name — name, $phase — phase, $at — until or from when
rules-now =
    <b>{ $name }</b>
    { rules-phase }

## Notices to everybody
# $name — name, $at — from when, $money — money
rules-notice-soon =
    <b>{ $name }</b> has been announced.
    You decide how { $money } is spent.
    Ideas are taken from: { $at }
# $name — name, $at — until when, $money — money
rules-notice-proposing =
    <b>{ $name }</b>: ideas are taken now.
    What does your village or quarter need? { $money } is shared out.
    Ideas are taken until { $at }.
# $name — name, $at — when the list is published
rules-notice-reviewing =
    <b>{ $name }</b>: ideas are closed. Thank you for taking part!
    Now the ideas are checked. The list of projects is published: { $at }
# $name — name, $count — projects on the list, $at — start of the vote
rules-notice-showing =
    <b>{ $name }</b>: the list of projects is public.
    It has { $count } projects. Voting begins: { $at }
# $name — name, $at — until when, $money — money
rules-notice-voting =
    <b>{ $name }</b>: voting has begun.
    Choose how { $money } is spent.
    You can vote until { $at }.
# $name — name, $at — until when
rules-notice-last-days =
    <b>{ $name }</b>: voting ends soon.
    You can vote until { $at }. If you have voted already, thank you!
# $name — vote, $at — until when
rules-notice-pending =
    You have begun to vote, but have not confirmed it yet: <b>{ $name }</b>.
    A choice that is not confirmed does not count. You have time until { $at }.
rules-notice-continue = Go on voting
# $name — name, $reason — reason, $dates — the dates that changed
rules-notice-moved =
    <b>{ $name }</b>: a date has changed.
    { $dates }
    Reason: { $reason }

## Notices to the staff
# $name — name
rules-staff-reviewing = <b>{ $name }</b>: ideas are closed. Now they have to be checked.
# $name — name, $what — what is missing, $at — start of the vote
rules-staff-missing-soon =
    <b>{ $name }</b>: voting begins { $at }, and this is still missing:
    { $what }
# $name — name, $what — what is missing
rules-staff-missing =
    <b>{ $name }</b>: it is time to vote, but it could not be opened. Missing:
    { $what }
    Once it is there, voting opens by itself within an hour. To open it at once: Staff page → Run a vote.
# $name — name, $what — what is missing
rules-staff-no-list =
    <b>{ $name }</b>: the list of projects was due today, and this is still missing:
    { $what }
rules-missing-projects = • the list of projects
rules-missing-register = • the register of voters
rules-missing-codes = • printed cards with codes
