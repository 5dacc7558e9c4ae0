### Checking ideas (staff), and the list of projects

# name of the unfinished task
review-name = Checking an idea

## First check: the question, and what the author reads where the answer is no
review-ask-complete = Complete and easy to understand?
review-no-complete = The description does not fully say what should be done.
review-ask-place = Is the place clear?
review-no-place = It is not clear where exactly the idea should be carried out.
review-ask-within = Is the place in our municipality?
review-no-within = The place lies outside our municipality.
review-ask-resident = Does the author live here?
review-no-resident = By the rules an idea must come from somebody who lives in the municipality.
review-ask-single = One idea and not several?
review-no-single = Several different ideas stand here together. Please propose each of them on its own.

## Second check
review-ask-legal = In line with the law?
review-no-legal = As it stands the idea is not in line with the law.
review-ask-powers = Within the municipality's powers?
review-no-powers = The municipality cannot do this: by law it belongs to another authority.
review-ask-land = Does the land or house belong to us?
review-no-land = The land or building where it should happen does not belong to the municipality.
review-ask-year = Can it be done in one year?
review-no-year = Carrying the idea out takes longer than one budget year.
review-ask-cost = Is the cost realistic and within the cap?
review-no-cost = The cost given is not realistic, or higher than the cap.
review-ask-upkeep = Can we look after it later?
review-no-upkeep = The municipality will not be able to look after it in later years.

## An idea as staff see it
# $number: of the idea, $title: its title
review-idea = <b>Idea no. { $number }. { $title }</b>
review-no-settlement = Settlement: not given
# $zone: the part of the municipality
review-zone = Part of the municipality: { $zone }
# $place: in the author's words
review-place = Place: { $place }
# $lat, $lon: latitude, longitude
review-pin = Place: https://www.openstreetmap.org/?mlat={ $lat }&amp;mlon={ $lon }
review-without-place = Place: not marked
# $cost: an amount
review-cost = Estimated cost: { $cost }
review-without-cost = Estimated cost: not given
# $cost: the cap
review-cap = Most for one project: { $cost }
# $people: who benefits
review-for = Who benefits: { $people }
review-resident = The author lives in our municipality.
review-not-resident = ⚠ The author does not live in our municipality any more.

## The check
review-formal = <b>First check: what is written</b>
review-substance = <b>Second check: can it be done</b>
# $until: the last day
review-until = The author was promised an answer. Last day: { $until }.
# $until: the last day
review-overdue = ⚠ It is late. The author was promised an answer by { $until }.
# $question: one question
review-question = • { $question }
# $wish: what the author was asked to change
review-corrected = The author has corrected the idea. We had asked: “{ $wish }”
# $words: a colleague's
review-objection = A colleague did not agree: “{ $words }”
review-pass = ✓ Everything is fine
review-fault = ✗ Something is not fine
review-same = There is an idea like this
review-hand = To a colleague
review-later = Next →
review-which = Which answer is “no”?
review-ask-wish = Write to the author, plainly and politely: what should be corrected?
review-fix-or-reject = The author has had a chance to correct the idea. What now?
review-fix-again = Correct it once more
review-reject = Reject
review-ask-reason = Write to the author why. Explain in plain words, about this very idea.
# $least: at least so many letters
review-reason-length = At least { $least } letters.
# $count: how many there are, $more: how many are missing
review-reason-short = Your answer has { $count } letters, { $more } are missing. The author is owed a full explanation. Please write it again, in more detail.
review-preview = <b>The author will read:</b>
review-send = ✓ Send to a colleague
review-change = ✎ Change it
# $number: of the idea
review-proposed = ✓ Idea no. { $number }: thank you. A colleague will now look at it.
review-none = ✓ No more ideas for you to check.
# $count: how many wait
review-to-seconds = To look at: { $count }
review-desk = Staff page

## Appeal
review-appeal = <b>Appeal</b>
    The author does not agree with a rejection. The decision is yours now, and it is final.
# $words: the author's
review-plea = The author writes: “{ $words }”
review-appeal-won = ✓ The author is right
review-appeal-lost = ✗ The rejection stands
review-appeal-answer = Would you like to write something to the author? Write it or skip.
review-appeal-reason = Write to the author why the rejection stands. Answer what they say.
# $number: of the idea
review-appeal-decided = ✓ The appeal about idea no. { $number } is decided. The author is being told.

## The second pair of eyes
review-found-pass = A colleague found: everything is fine.
review-found-merge = A colleague found: this idea should join one like it.
review-found-fix = A colleague found: the author should correct it. The author will read:
review-found-reject = A colleague found: reject. The author will read:
# $number, $title: the idea it joins
second-into = It joins: no. { $number }. { $title }
second-question = Do you agree?
second-agree = ✓ I agree
second-back = ↩ I do not agree
second-ask-why = Write to your colleague what to look at again. Nobody else reads it.
# $number: of the idea
second-agreed = ✓ Idea no. { $number }: it is decided. The author is being told.
# $number: of the idea
second-agreed-onward = ✓ Idea no. { $number } goes on to the second check. The author is being told.
# $number: of the idea
second-sent-back = ↩ Idea no. { $number } is back with your colleague, with your words.
second-none = ✓ Nothing left to look at.

## Why it is not possible
review-not-yours = This page is for the staff of this municipality only. If you work here, ask a coordinator for an invitation.
review-refused-state = This idea has been decided already, or somebody else has it now.
review-refused-assigned = This idea was given to another colleague. A coordinator can give it to you.
review-refused-own = This is your own idea. Somebody else decides on it.
review-refused-involved = You took part in the first decision. Somebody else decides on the appeal.
review-refused-same = This is your own finding. A second person must agree: a colleague or a partner organisation.
review-refused-criterion = This is not possible here. Please choose again.
review-refused-correct = This can be corrected: the author must have a chance to do so before it is rejected.
review-refused-reason = A rejection needs a written reason of at least 80 letters.
review-refused-target = The other idea is no longer under way, so it cannot take this one in. Choose another.

## To a colleague
# $number: of the idea, $title: its title
hand-to-whom = Who should check idea no. { $number } “{ $title }”? Whoever has the least to do is on top.
# $number: of the idea
hand-done = ✓ Idea no. { $number } was handed over.
hand-nobody = Nobody else can check this idea. Invite a reviewer or one more coordinator.
hand-nobody-appeal = <b>Nobody can decide this appeal.</b>
    It must be somebody who had no part in the rejection, and there is no such colleague. Invite a partner organisation or one more reviewer: the appeal will be given to them.
hand-no-second = <b>Nobody can confirm this finding.</b>
    It needs a second person besides the author and the first reviewer. Invite a partner organisation or one more colleague.
hand-invite = Invite somebody

## Merging
# $number: of the idea, $title: its title
merge-which = Which idea should no. { $number } “{ $title }” join? Choose, or write a number or a part of its title.
merge-none = There is no other idea yet.
# $number, $title: which idea, $into, $other: the one it joins
merge-sure = No. { $number } “{ $title }”
    joins
    no. { $into } “{ $other }”.

    The supporters of no. { $number } go over to no. { $into }. Both authors will be told. First a colleague must agree.
merge-yes = ✓ Yes, let it join
merge-no = No

## The list of projects
# $name: of the vote, $count: how many projects
list-title = <b>List of projects: { $name }</b>
    Admitted: { $count }
# $number: of the idea, $title: its title, $cost: an amount, $exclusive: yes where it excludes another
list-row = • no. { $number }. { $title } · { $cost }{ $exclusive ->
    [yes] {" "}· only one of several
   *[no] {""}
}
list-no-cost = no cost
# $numbers: of ideas
list-left-out = Not on the list, for want of supporters: { $numbers }
list-ready = ✓ The list is ready. Press “Finish the list”: it is passed on to a second person.
list-waiting = You have made the list. A second person must confirm it now. If you change anything, pass it on again.
list-against = <b>The list is not ready:</b>
# $until: day and hour
list-why-proposing = • Ideas are taken until { $until }.
# $numbers: of ideas
list-why-pending = • Still under way, idea: { $numbers }
# $numbers: of ideas, $until: the last day
list-why-appealable = • The author may appeal up to and including { $until }. Idea: { $numbers }
list-why-empty = • No idea has been admitted.
# $numbers: of ideas
list-why-zone = • Without a part of the municipality, idea: { $numbers }
# $numbers: of ideas
list-why-cost = • Without a cost, idea: { $numbers }
# $numbers: of ideas
list-why-cap = • Over the cap for one project, idea: { $numbers }
# $numbers: of ideas
list-why-pot = • Over the money of its part, idea: { $numbers }
list-propose = Finish the list
list-edit = Title, description or cost
list-exclusive = Which exclude each other
list-order = How should projects be numbered?
list-by-lot = Numbers by lot, over the whole list
list-by-zone = Numbers by lot, part after part
list-sure = Once a second person confirms it, numbers are drawn by lot and the list is published. Then the number does not change any more, and title and cost only for a public reason. Pass it on?
list-yes = ✓ Yes, pass it on
list-no = No
list-proposed = ✓ The list waits for a second person: another coordinator, a reviewer or the partner. They get a button in the morning message.
list-question = A colleague has made this list. Do you agree? With your consent numbers are drawn and everybody can see the list.
list-agree = ✓ I agree
list-refuse = ↩ I do not agree
list-agreed = ✓ The list is final. Numbers were drawn. Authors are being told.
list-refused = ↩ The list is back with the coordinator.
list-made = The list is final and does not change here any more. If there is a mistake: Run a vote → Correct a project.
list-not-yet = The list is not made yet. The coordinator makes it.
list-no-edition = This vote has no phase of ideas, so no list is made here.
list-changed = The list has changed meanwhile. Please look at it again.

## Final wording
wording-which = Which idea? Choose it or write its number.
# $number: of the idea
wording-now = <b>Idea no. { $number }, as it will stand on the list</b>
wording-what = What should change? The author will be told.
wording-cost = Cost
wording-title = Title in Georgian
wording-summary = Description in Georgian
wording-title-en = Title in English
wording-summary-en = Description in English
wording-ask-cost = How many lari will it cost? Write only the number.
wording-ask-title = Write the title as it will be on the ballot.
wording-ask-summary = Write the description as it will be on the list.
wording-done = ✓ Kept. The author will be told in half an hour.

## What excludes what
exclusive-few = There are not even two admitted ideas yet.
exclusive-now = What would you like to do?
exclusive-mark = Mark ideas
exclusive-clear = Take a mark away
exclusive-which = Which idea loses its mark?
exclusive-pick = Pick the ideas of which only one can be carried out: for example two for the same place.
exclusive-done = ✓ Kept. Only one of them can win.

## The list for everybody
on-ballot-see = See all projects
# $name: of the vote
on-ballot-title = <b>{ $name }: projects</b>
    Choose a project or write its number.
# $day, $hour: when voting begins
on-ballot-begins = Voting begins { $day }, { $hour }. Numbers will not change.
on-ballot-soon = The list of projects is not final yet. We will publish it soon.
# $day: when the list becomes final
on-ballot-not-yet = The list of projects is not final yet: ideas are being checked. We will publish it after { $day }.
