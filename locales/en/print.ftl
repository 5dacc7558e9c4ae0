### For paper: ballot, poster, rules, lists, forms, protocol

## What to print (for staff)
print-not-yours = Only coordinators and partners of this municipality may do this.
print-open = 🖨 Papers to print
# $name — name of the vote or budget
print-ask =
    <b>{ $name }</b>
    What shall we print? You will get the file here. Paper: A4.
print-language = In which language?
print-in-ka = In Georgian
print-in-en = In English
print-more = Print something else
# $name — what is being made
print-making = “{ $name }” is being made. The file will be here in a few seconds. You can go on with other work.
# $name — what was made
print-made = ✓ “{ $name }” is ready. Open the file and print it on A4 paper.
# $name — what was made, $count — how many files
print-made-many = ✓ “{ $name }” is ready, files: { $count }. Open them and print them on A4 paper.
print-nothing = This cannot be printed yet: there is no list of projects or no result.

print-kind-rules = Rules, as an annex to the order
print-kind-poster = Poster
print-kind-ballot = Ballot
print-kind-voters = List to sign
print-kind-form = Idea form
print-kind-helper = Sheet for helpers
print-kind-protocol = Protocol of the results
print-kind-board = Results for the notice board

## On every page
# $page, $pages — number of the page and how many there are
print-page = Page { $page } of { $pages }
# $code — code of the chat
print-foot = Code of the chat: { $code }
print-whole = The whole municipality
print-gone = Taken off the list
# $from, $until — day and hour
print-span = { $from } – { $until }
# $day — date, $hour — hour
print-moment = { $day },{ "\u00a0" }{ $hour }

## Ballot
print-ballot = Ballot paper
# $area — name of the part
print-ballot-file = Ballot. { $area }
# $area — name of the part, $money — amount
print-ballot-area = { $area }: { $money }
# $most — how many projects may be marked
print-ballot-how =
    { $most ->
        [one] Mark one project
       *[other] Mark at most { $most } projects
    }
print-ballot-mark = Put a mark into the box of each project you choose: ✓ or ×.
# $least, $most — how many projects
print-ballot-bad =
    { $least ->
        [one] A ballot with more marks, or with none, is not counted.
       *[other] A ballot with more than { $most } or fewer than { $least } marks is not counted.
    }
print-ballot-secret = Do not write your name: the vote is secret.
print-ballot-member = Signature of a commission member
print-ballot-stamp = Place of the stamp

## Poster
print-poster = Poster
print-poster-vote = What shall be done here? You choose!
print-poster-ideas = What shall be done here? Send us your idea!
# $span — from when until when
print-poster-voting = Voting: { $span }
# $span — from when until when
print-poster-proposing = Ideas are taken: { $span }
print-poster-scan = Point your phone’s camera here
# $address — address of the page
print-poster-type = or open { $address } and type the code:
print-poster-type-only = Open the chat “{ -brand }” and type the code:
print-poster-how = How do I take part?
print-poster-enter = Open the chat in Telegram or Viber.
# $most — how many projects
print-poster-pick =
    { $most ->
        [one] Choose one project. Its number stands here.
       *[other] Choose at most { $most } projects. Their numbers stand here.
    }
print-poster-pick-zoned = Choose projects in two parts: first of your village or district, then of the whole municipality.
# $at — deadline
print-poster-confirm = Confirm. You can change your vote until { $at }.
print-poster-tell = Write what should be done and where. Add a photo if you have one.
print-poster-support = Support the ideas of your neighbours.
print-poster-paper = Without a phone: you can vote on a paper ballot, too.
print-poster-paper-idea = Without a phone: take an idea form at the city hall.
# $phone — telephone of the office
print-ask-office = Questions? Call the city hall: { $phone }.
# $money — amount
print-poster-money = To be given out: { $money }

## Rules as an annex to the order
print-rules = Rules
print-rules-annex = Annex No. ______
print-rules-order = to the mayor’s order ______________________ No. ______
# $name — name
print-rules-title = { $name }: rules
# $name — name, $place — municipality, $about — what is decided
print-rules-intro = These rules say how “{ $name }” is held ({ $place }). { $about }
print-rules-money = Money
# $money — amount
print-rules-total = Citizens decide on { $money } in all.
# $money — amount, $year — year
print-rules-total-year = Citizens decide on { $money } in all of the municipality’s budget of { $year }.
print-rules-pots = Each part has money of its own. Money of one part never goes to another.
# $cap — amount
print-rules-cap = A project may not cost more than { $cap }.
print-rules-cap-none = A project may not cost more than the money of its part.
# $area — part, $homes — settlements
print-rules-homes = { $area }: { $homes }.
print-rules-people = Who takes part
# $age — age
print-rules-age = Everybody who is at least { $age } years old may take part.
# $residents — yes or no, $each — how many ideas
print-rules-propose =
    Ideas are proposed by { $residents ->
        [yes] residents of the municipality
       *[no] anybody
    }. One person may propose at most { $each } ideas.
# $identity — account, phone, register, code or desk
print-rules-identity = One person has one vote. { $identity ->
        [account] Each account of a messenger votes once.
        [register] Those who stand in the register of voters vote.
        [code] Those vote who have received a printed single-use code against their signature. Several people of a family may vote from one phone, each with a code of their own.
        [desk] Those vote who have shown who they are at the city hall.
       *[phone] Those vote who share their own phone number.
    }
print-rules-zone = People choose among the projects of the part where they live, and those of the whole municipality.
print-rules-review = How ideas are checked
# $count — how many supporters
print-rules-support = An idea is checked once at least { $count } people support it.
# $days — days
print-rules-days = Every idea is checked by one person and confirmed by a second one. They have { $days } days.
# $days — days
print-rules-fix = If something in an idea must be corrected, its author has { $days } days.
# $days — days
print-rules-appeal = A rejection is written and has its reasons. The author may appeal within { $days } days. Somebody else decides on the appeal.
# $count — how many projects
print-rules-shortlist = A ballot of one part holds at most { $count } projects: those with more supporters.
print-rules-shortlist-none = Every admitted project stands on the ballot.
print-rules-voting = Voting
# $area — part, $least, $most — how many projects
print-rules-picks = { $area }: a ballot holds { $least } to { $most } projects.
print-rules-change = A vote can be changed until voting ends. Only the last confirmed choice counts.
print-rules-secret = The vote is secret. Nobody sees running totals. After voting two people seal the ballots: the link between a person and a ballot is erased for ever.
# $paper — none, replaces or blocked
print-rules-paper =
    { $paper ->
        [replaces] Voting on paper is possible, too. If a person has also taken a paper, the paper ballot counts and the vote in the chat does not.
        [blocked] Voting on paper is possible, too. Who has voted in the chat gets no paper ballot.
       *[none] There are no paper ballots.
    }
print-rules-paper-count = Paper ballots are handed out against a signature. Two people count the box, each for themselves. There can be no more ballots than signatures.
print-rules-off = If a project is taken off or corrected during voting, the reason is public. Those who have voted may change their vote.
print-rules-counting = Counting
# $rule — greedy, greedy-no-skip, equal-shares, add1 or add1u
print-rules-counted =
    { $rule ->
        [greedy-no-skip] In each part projects are ordered by votes and funded one after another. If a project does not fit into the money left, giving out stops in that part.
        [equal-shares] The money of each part is shared equally among its voters. A project wins if the shares of its supporters cover its cost. Supporters pay equally; who has less left pays what is left. At each step the project comes first that has more supporters who can pay their part.
        [add1] The money of each part is shared equally among its voters. A project wins if the shares of its supporters cover its cost. Supporters pay equally; who has less left pays what is left. At each step the project comes first that has more supporters who can pay their part. If money is left, every share grows equally and the count starts anew, as long as the winners fit into the money.
        [add1u] The money of each part is shared equally among its voters. A project wins if the shares of its supporters cover its cost. Supporters pay equally; who has less left pays what is left. At each step the project comes first that has more supporters who can pay their part. If money is left, every share grows equally and the count starts anew, as long as the winners fit into the money. What still remains is given out by votes.
       *[greedy] In each part projects are ordered by votes and funded one after another. A project that does not fit into the money left is skipped, and the next one is looked at.
    }
# $minimum — how many votes
print-rules-minimum = A project can win if it has at least { $minimum } votes.
# $percent — percent
print-rules-minimum-percent = A project can win if at least { $percent } percent of the ballots of its part choose it.
# $tie — cheaper, lot or rows
print-rules-tie =
    { $tie ->
        [cheaper] If votes are equal, the cheaper project goes first. If the costs are equal, too, a lot decides.
        [rows] If votes are equal, the project that stands earlier in the list goes first.
       *[lot] If votes are equal, a lot decides.
    }
print-rules-lot = The lot is drawn in public and recorded before the ballots are sealed. If it was not drawn, the order comes from a random number that was chosen before voting opened and is published afterwards.
# $hash — control code
print-rules-seed = Control code of this number (SHA-256): { $hash }.
print-rules-exclusive = Of two projects that exclude each other only one can win.
print-rules-referee = A second, independent program checks the count.
print-rules-results = Results and what follows
print-rules-tell = The result is published at the announced hour. Beside every project stands why it won or did not win.
print-rules-open = The counted ballots, without names, are public: anybody can count again. All who voted can check with their code that their ballot was counted.
# $days — days
print-rules-works = The city hall builds the winners. It tells how the work goes at least once in { $days } days.
# $day — date
print-rules-next = The next round begins: { $day }.
print-rules-calendar = Calendar
print-rules-propose-from = Ideas are taken from
print-rules-propose-until = Ideas are taken until
print-rules-review-until = The list of projects is published
print-rules-opens = Voting begins
print-rules-closes = Voting ends
print-rules-announced = Results are published
print-rules-mayor = Mayor (first name, surname, signature)
# $number — which one in order, $name — name of the article
print-rules-article = Article { $number }. { $name }

## List to sign
print-voters = List to sign
# $place — settlement or part
print-voters-place = { $place }: list to sign
print-voters-number = No.
print-voters-name = First name and surname
print-voters-sign = Signature

## Single-use codes
print-codes = Voting cards
# $number — number of the card
print-codes-serial = Card No. { $number }
print-codes-scan = Point a camera here or open the chat.
print-codes-type = Press “Vote” and type this code.
print-codes-once = The code is one person’s and means one vote. Do not show it to others.

## Idea form
print-form = Idea form
# $until — deadline
print-form-until = Hand it in until { $until }.
# $cap — amount
print-form-cap = A project may not cost more than { $cap }.
print-form-write = Write clearly. Leave empty what you do not know: we will help.
print-form-title = What should be done?
print-form-title-hint = briefly, in one sentence
print-form-where = Where?
print-form-where-hint = settlement, street, beside what
print-form-why = What problem will it solve?
print-form-who = Who benefits?
print-form-cost = What will it cost roughly, in lari?
print-form-name = Your first name and surname
print-form-name-hint = is not published
print-form-phone = Your telephone
# $age — age
print-form-age = I am at least { $age } years old (signature, date)
print-form-office = For the city hall
print-form-taken = Number of the idea, date, signature of whoever took it

## Sheet for helpers
print-helper = How to help a neighbour vote
print-helper-intro = Some have no phone, others find it hard to use. This sheet tells how to help a neighbour so that their choice stays secret.
print-helper-before = Before you begin
print-helper-consent = Ask whether they want help. Nobody has to vote.
# $identity — account, phone, register, code or desk
print-helper-identity =
    { $identity ->
        [account] The vote is given on a phone with the neighbour’s own messenger.
        [register] The neighbour must stand in the register of voters and types their personal number themselves.
        [code] The neighbour needs their own printed code. Your phone will do: each person with a code of their own.
        [desk] The neighbour must first show who they are at the city hall.
       *[phone] The neighbour’s own phone and number are needed. A vote given with your number is your vote.
    }
print-helper-steps = Steps
print-helper-read = Read the list of projects from the poster: all of them, with numbers, from first to last, in the same voice.
# $code — code of the chat
print-helper-enter = Open the chat: point the camera at the poster or type the code { $code }.
print-helper-enter-plain = Open the chat: point the camera at the poster.
print-helper-give = Press “Vote” and give the phone to the neighbour. Turn round and do not look at the screen.
print-helper-type = The neighbour types the numbers of the chosen projects themselves, for example { "3\u00a07\u00a012" }. Then they press “Done” and “Yes, I confirm” themselves.
print-helper-stuck = If they find it hard, explain what each button means. They should not tell you which numbers they chose.
print-helper-receipt = At the end a code of the vote appears. Write it down for the neighbour: the choice cannot be seen from it.
print-helper-say = What to say
print-helper-say-free = “Choose what matters to you. There is no right or wrong answer.”
print-helper-say-secret = “I shall not see your choice, and the city hall cannot learn it either.”
# $until — deadline
print-helper-say-change = “If you change your mind, you can change your vote until { $until }.”
print-helper-never = What not to do
print-helper-never-advise = Do not advise what to choose, and do not ask what was chosen.
print-helper-never-vote = Do not vote in anybody’s place, even if they ask you to.
print-helper-never-list = Do not write down who has voted and who has not. Take no photo of the screen.
print-helper-paper = If reading is hard, or the phone is not wanted
print-helper-paper-vote = There are paper ballots, too. Tell them where they are handed out.
print-helper-paper-none = The neighbour must choose themselves. If that does not work, call the city hall and ask how they can help.

## Results: protocol and board
print-protocol = Protocol of the results
print-protocol-title = Protocol of the results of the vote
# $place — municipality, $span — from when until when, $at — when it was published
print-protocol-intro = { $place }. Voting: { $span }. The result was published: { $at }.
print-board = Results
print-board-title = This is what you chose!
# $count — how many people voted
print-board-intro =
    { $count ->
        [one] One person voted. Thank you!
       *[other] { $count } people voted. Thank you!
    }
print-place = Place
print-project = Project
print-votes = Votes
print-cost = Cost
print-won = ✓ Will be funded
print-counted = Ballots counted
print-counted-chat = of these in the chat
print-counted-paper = of these on paper
print-invalid = Invalid paper ballots
print-voided = Ballots taken out after an objection
print-register = In the register
print-turnout = Turnout
# $percent — percent
print-percent = { $percent } %
# $area — part
print-counted-part = Ballots: { $area }
print-others = Small parts together
print-pot = Money
print-left = Left
print-how = How it was counted
print-lot = The lot
print-referee = Check of the count
# $finding — agrees, differs or not-refereed
print-referee-found =
    { $finding ->
        [agrees] A second, independent program found the same winners.
        [differs] The second program found another result.
       *[other] No second program checked the count. Two people released the result.
    }
print-irregular = Irregularities and remarks
print-irregular-none = No irregularity was recorded.
# $kind — kind, $count — how often
print-irregular-line =
    { $kind ->
        [linked] After sealing it turned out that two accounts that had voted belong to one person. Cases: { $count }.
        [signature] One person’s vote was both in the chat and on paper. Cases: { $count }.
        [proofs] One person used two different proofs. Cases: { $count }.
        [list] The two who confirmed the list turned out to be one person. Cases: { $count }.
        [papers] The two who read a bundle of papers turned out to be one person. Cases: { $count }.
        [lot] The two who confirmed the lot turned out to be one person. Cases: { $count }.
        [voiding] The two who decided an objection turned out to be one person. Cases: { $count }.
        [seal] The two who confirmed the sealing turned out to be one person. Cases: { $count }.
        [release] The two who released the result turned out to be one person. Cases: { $count }.
       *[other] Another remark. Cases: { $count }.
    }
print-signer-head = Chair of the commission
print-signer-secretary = Secretary of the commission
print-signer-member = Member of the commission
print-signer-observer = Observer

## A survey's sheet
# $number: the survey's, $version: of its questions
print-survey-number = Survey No. { $number }{ $version ->
    [1] {""}
   *[other] , version { $version }
}
print-survey-read = Read this out to the neighbour before you begin:
print-survey-agrees = I agree that my answers are written down
print-survey-day = Date
print-survey-settlement = Settlement
print-survey-again = If there are several, take another sheet for this part.
print-survey-one = Mark one.
print-survey-many = You may mark several.
# $most: how many
print-survey-most = Mark { $most } or fewer.
print-survey-rank = Write 1, 2, 3… into the boxes. 1 is the most important.
# $least, $most: bounds
print-survey-range = Write a number from { $least } to { $most }.
print-survey-date = Day, month, year.
print-survey-time = Hour and minute.
print-survey-moment = Day, month, year, hour and minute.
print-survey-elsewhere = Not possible on paper, please leave it out.
print-survey-long = Write the answer.
# $conditions: of whom it is asked
print-survey-only = Only if { $conditions }
# $numbers: of questions
print-survey-depends = Not for everybody: it depends on question { $numbers }
print-survey-some = Not for everybody: leave it out if it does not concern you
print-survey-and = and
print-survey-or = or
# $number: of a question, $answer: its answer
print-survey-if-is = your answer to { $number } is “{ $answer }”
# $number: of a question, $answer: its answer
print-survey-if-not = your answer to { $number } is not “{ $answer }”
# $number: of a question, $answer: a number
print-survey-if-over = your answer to { $number } is more than { $answer }
# $number: of a question, $answer: a number
print-survey-if-under = your answer to { $number } is less than { $answer }
# $number: of a question, $answer: a number
print-survey-if-least = your answer to { $number } is { $answer } or more
# $number: of a question, $answer: a number
print-survey-if-most = your answer to { $number } is { $answer } or less
# $number: of a question
print-survey-if-given = you have answered { $number }
# $number: of a question
print-survey-if-empty = you have not answered { $number }
# $number: of a question
print-survey-quoted = (see { $number })
