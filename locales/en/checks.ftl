### Checking the settings of a civil budget: what cannot work, and what is better otherwise

# $date — propose_until, review_until, opens_at, closes_at or results_at; $day — the date before
checks-order = { $date ->
        [propose_until] The last day of ideas
        [review_until] The publication of the list
        [opens_at] The opening of the vote
        [closes_at] The close of the vote
       *[results_at] The announcement of results
    } must come after the date before it: after { $day }.
checks-no-proposing = Taking ideas needs one day at least.
checks-no-voting = Voting needs eight hours at least.
# $least — days needed, $found — days there are
checks-short-proposing = There are { $found } days for ideas. People need { $least } at least.
# $least — days needed, $found — days there are
checks-short-showing = There are { $found } days between the list and the vote. To talk about the projects { $least } are good.
# $least — days needed, $found — days there are
checks-short-voting = Voting lasts { $found } days. We advise { $least } at least.
# $least — days needed, $found — days there are
checks-short-review = There are only { $found } days between the ideas and the list. Corrections and appeals need { $least } at least. Vote later, or take ideas earlier.
# $least — days needed, $found — days there are
checks-tight-review = There are { $found } days for the review. Checks, corrections and appeals together need { $least }.
# $least — at least
checks-no-days = The number of days must be { $least } or more.
# $least — days needed, $found — days there are, $setting — fix_days or appeal_days
checks-few-days = { $setting ->
        [fix_days] To correct an idea its author has
       *[appeal_days] To appeal an author has
    } { $found } days. We advise { $least } at least.
checks-past = The last day of ideas has passed. Change the calendar first.
# $least — days needed, $found — days there are
checks-short-notice = Ideas are taken in { $found } days. People should know the rules { $least } days before.
# $day — the last day
checks-budget-day = There will be no results by { $day }. The mayor files the draft budget by 15 November, so the winners may miss the budget.
checks-soon-results = Results come within a day of the close. Objections, paper ballots and the confirmation by two people may take longer.
# $least — good number of days, $found — days there are
checks-late-results = People wait { $found } days for the results. Within { $least } is good.
# $day — day of the results
checks-next-cycle = The next process must begin after these results: after { $day }.
# $day — date, $date — propose_until, closes_at or results_at
checks-weekend = { $date ->
        [propose_until] The last day of ideas
        [closes_at] The last day of voting
       *[results_at] The day of the results
    } is at a weekend ({ $day }): nobody is in the office to help.
checks-no-money = There is no money. Say how much is shared out.
# $name — part
checks-empty-pot = Part “{ $name }” has no money.
# $least — the largest pot, $found — the cap
checks-cap = The cap of one project ({ $found }) cannot be above the money there is ({ $least }).
# $name — part, $least — its money, $found — the cap
checks-cap-above-pot = { $name }: its money is { $least }, the cap of one project { $found }. Such a project cannot win here.
# $name — part
checks-nobody = Part “{ $name }” has no settlement: nobody can vote in it.
# $name — settlement
checks-two-zones = Settlement “{ $name }” is in two parts. Leave it in one.
# $found — how many settlements
checks-outside = { $found } settlements are in no part, and there is no common money: nobody can vote there.
checks-ballot-kind = In the chat one can only mark projects. Points and rankings do not work yet.
# $least — how many one person picks, $found — longest list
checks-shortlist = The ballot cannot be limited to { $found } projects, since one person picks { $least }.
# $found — longest list
checks-no-choice = The ballot has { $found } projects and one person picks as many: everything could be picked.
# $least — votes needed, $found — voters there are
checks-minimum = No project can get { $least } votes: one part has only { $found } voters.
# $least — supporters needed
checks-support = No idea can find { $least } supporters.
checks-each = One person must be able to propose one idea at least.
checks-paper = Paper ballots are possible only where we know who has voted in the chat: by the register, a code or at the office. Otherwise one person could vote twice.
# $least — at most
checks-age = The age must be from 0 to { $least }.
# $least — age
checks-young = Children under { $least } need a parent's consent.
checks-weak-identity = With a messenger alone somebody with several accounts can vote several times.
checks-whole = The whole municipality
