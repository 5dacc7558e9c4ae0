### Ideas: a new one, the list, supporting, one's own

# The name of an unfinished idea
idea-name = New idea

## A new idea
idea-ask-title = <b>What should be done?</b>
    Write it briefly, in one sentence. For example: “A crossing by the school”.
idea-ask-text = <b>Tell us more.</b>
    What is the problem? How could it be solved? Please write one message.
idea-ask-category = What is your idea about?
idea-ask-zone = Which part of the municipality is this idea for? Each has its own money.
# $zone: the name of the part, $pot: its money
idea-zone-pot = { $zone } · { $pot }
idea-ask-place = <b>Where should it be done?</b>
    Write it in words, for example: “By the bridge, in front of the school”.
    The button “Send the place” sends the place where you stand now. Press it only if you are there already.
    If you do not know, skip this.
idea-ask-photo = Send a photo of the place. Everybody will see it. If you have none, skip this.
idea-ask-photo-more = ✓ We have the photo. If you have another one, send it. If not, press “✓ Done”.
idea-ask-cost = What will it cost, roughly? Write the sum in lari, for example: 15000. If you do not know, skip this: the town hall will work it out.
idea-ask-benefit = Whom will it help? For example: “120 pupils of the school”.
# $cost: what the idea costs, $cap: the limit
idea-over-cap = { $cost } is too much: one idea may cost { $cap } at most. Write a smaller sum, or make the idea smaller.
# $cost: what the idea costs, $pot: the money of this part
idea-over-pot = { $cost } is too much: all the money that is shared out here is { $pot }. Write a smaller sum, or make the idea smaller.
# $category: what the idea is about
idea-category = { $category ->
    [road] Roads and transport
    [water] Water and sewage
    [light] Lighting
    [waste] Waste
    [park] Yards and parks
    [sport] Sport
    [education] School and kindergarten
    [health] Health
    [culture] Culture
   *[other] Other
}

## Who may propose
idea-need-settlement = Ideas come from people who live here. First tell us in which village or quarter you live, then come back.
idea-to-settlement = Choose the settlement
# $count: how many ideas are allowed
idea-enough = This time one person can propose { $count } ideas. You have done so. If you withdraw one, you can propose another one in its place.
# $age: the age
idea-ask-age = Ideas can be proposed from the age of { $age }. How old are you? We ask this only once.
# $age: the age
idea-age-from = { $age } or older
# $low, $high: the bounds
idea-age-between = { $low } to { $high }
# $age: the age
idea-age-under = I am not { $age } yet
# $age: the age
idea-too-young = It is good that you have an idea! By the rules one can propose from the age of { $age }. Tell a parent, a neighbour or a teacher: they can bring it in. You can support the ideas of others yourself.

## Similar ideas
idea-same = There is a similar idea already. If you mean the same, press it: your support is counted, and nothing else is needed. If not, press “My idea is different”.
idea-own = My idea is different
# $number: the idea's number, $title: its title
idea-row = No. { $number }. { $title }

## The overview before sending
idea-overview = Please look your idea over. Nothing has been sent yet.
# $title: the title
idea-heading = <b>{ $title }</b>
# $category: what the idea is about
idea-category-line = About: { idea-category }
idea-with-place = Place: marked on the map
# $place: the place in words
idea-place = Place: { $place }
# $zone: the name of the part
idea-zone = Part of the municipality: { $zone }
# $count: how many photos
idea-photos = Photos: { $count }
# $cost: the sum
idea-cost = Cost, roughly: { $cost }
# $who: whom it helps
idea-benefit = Helps: { $who }
idea-better = A place and a photo make an idea easier to understand.
# $name: the name of the process, $until: day and hour
idea-goes-edition = The idea goes to: { $name }. Ideas are taken until { $until }.
idea-goes-standing = Ideas are not being taken at the moment. Yours will stay in the list. We will tell you when it begins.
idea-send = ✓ Send
idea-change = ＋ Add or change
idea-change-what = What shall we add or change?
idea-part-title = Title
idea-part-text = Description
idea-part-category = Subject
idea-part-place = Place
idea-part-photo = Photo
idea-part-cost = Cost
idea-part-benefit = Whom it helps
idea-part-zone = Part of the municipality
# $number: the idea's number
idea-thanks = Thank you, we have your idea! Its number is <b>{ $number }</b>. Everybody can see it, without your name.
idea-now-standing = People can support it from now on. When ideas are taken again, we will tell you.
# $count: how many supporters it needs, $until: day and hour
idea-now-gathering = It now needs { $count } supporters until { $until }. Pass the picture on to your neighbours.
# $until: day and hour
idea-now-reviewed = The town hall will now check it. We will write to you by { $until }.

## The list
idea-list = <b>Ideas</b>
    Choose an idea or type its number. New ones come first.
idea-list-top = <b>Ideas</b>
    Those that more people support come first.
# $what: a subject, a settlement or a part
idea-list-of = <b>Ideas: { $what }</b>
    Choose an idea or type its number.
idea-mine-list = <b>My ideas</b>
    Choose an idea or type its number.
idea-none = Nobody in your municipality has proposed an idea yet. Be the first!
idea-none-such = There is no such idea yet.
idea-mine-none = You have not proposed an idea yet.
idea-new = ＋ New idea
idea-mine = My ideas
idea-find = Search
idea-to-mine = My ideas
idea-to-list = All ideas
# $title: the title, $settlement: the settlement, $count: how many support it
idea-list-row = { $title } · { $settlement } · ♥ { $count }
# $title: the title, $state: where the idea stands, $count: how many support it
idea-mine-row = { $title } · { idea-state } · ♥ { $count }
idea-everywhere = the whole municipality

## Finding
idea-find-how = How shall we search?
idea-find-words = By a word or a number
idea-find-new = The newest
idea-find-top = Most supported
idea-find-settlement = By village
idea-find-category = By subject
idea-find-zone = By part
idea-find-which-settlement = Which settlement's ideas shall we show?
idea-find-which-category = Ideas about what shall we show?
idea-find-which-zone = Which part's ideas shall we show?
idea-find-ask = Write a word or an idea's number. Latin letters will do: “gza”, “wyali”.
# $words: what was searched for, $count: how many ideas
idea-find-found = “{ $words }”: { $count } found
# $words: what was searched for
idea-find-none = “{ $words }”: nothing found. Try another word, or a shorter one.
idea-find-again = Search again

## One idea
# $number: the idea's number, $title: its title
idea-heading-numbered = <b>No. { $number }. { $title }</b>
# $settlement: the settlement's name
idea-settlement = Settlement: { $settlement }
idea-map = See on the map
# $date: when it came in
idea-date = Received: { $date }
# $count: how many support it
idea-supporters = Supporters: { $count }
# $count: how many support it, $needed: how many it needs
idea-progress = Supporters: { $count } of { $needed }
idea-yours = This is your idea.
idea-not-here = This idea belongs to another municipality. Only people who live there can support it.
idea-gone = This idea is no longer in the list.
# $number: the number under which it goes on
idea-moved = This idea goes on as No. { $number }. Please support that one.

## Where an idea stands
# $state: the state
idea-state = { $state ->
    [standing] in the list
    [gathering] gathering supporters
    [unsupported] found too few supporters
    [submitted] received
    [returned] to be corrected
    [reviewing] being checked
    [admitted] admitted to the vote
    [left] not on the ballot
    [declined] declined
    [refused] declined
    [appealed] appealed
    [merged] merged into another idea
    [withdrawn] withdrawn
    [kept] kept for next time
    [hidden] hidden
    [won] won
   *[lost] did not win
}
# $state: the state
idea-state-line = State: { idea-state }
# $state: the state, $until: day and hour, $number: another idea's number, $missing: how many supporters it lacks
idea-next = { $state ->
    [standing] When ideas are taken we will tell you, and you can send it with one button.
    [gathering] It needs { $missing } more supporters until { $until }. Pass it on to your neighbours.
    [unsupported] It goes no further this time. Keep it, and send it with one button next time.
    [submitted] The town hall will check it soon. We will write to you by { $until }.
    [returned] The idea needs a small correction. If you make it before { $until }, the check goes on. If not, it cannot be voted on this time.
    [reviewing] The town hall is checking it. We will write to you by { $until }.
    [admitted] Voting begins: { $until }.
    [left] There was a limited number of places, and they went to ideas with more supporters. Keep it, and send it with one button next time.
    [refused] This decision is final. Keep the idea, and send it with one button next time.
    [declined] If you do not agree, you can appeal once, by the day in the letter. Or keep the idea for next time.
    [appealed] Somebody else is looking at it. We will write to you by { $until }.
    [merged] It goes on as No. { $number }.
    [withdrawn] If you change your mind, keep it for next time.
    [kept] When ideas are taken again we will tell you, and you can send it with one button.
    [sent] Sent again: No. { $number }.
    [hidden] Others can no longer see it. If you do not agree, call the town hall.
    [won] Congratulations! Now the town hall has to build it.
   *[lost] It did not win this time. Keep it, and send it with one button next time.
}

# $reason: the reason
idea-hidden-because = The reason: { $reason }

## Supporting
idea-support = ♥ I support it
idea-take-back = Take my support back
# $number: the idea's number, $title: its title
idea-supported = Thank you! You support idea No. { $number }: { $title }.
# $number: the idea's number
idea-taken-back = You no longer support idea No. { $number }.
idea-already = You support this idea already.
idea-no-support = This idea needs no more support: its review is over.
idea-to-this = See the idea

## One's own ideas
idea-fix = Correct the idea
idea-appeal = Appeal
idea-withdraw = Withdraw the idea
# $number: the idea's number, $title: its title
idea-withdraw-sure = Shall we withdraw your idea No. { $number }: { $title }? Others will no longer see it, and its supporters are lost.
idea-withdraw-yes = Yes, withdraw it
idea-withdraw-no = No, leave it
# $number: the idea's number
idea-withdrawn = Idea No. { $number } is withdrawn.
idea-keep = Keep it for next time
# $number: the idea's number
idea-kept = We have kept idea No. { $number }. When ideas are taken again we will tell you, and you can send it with one button.
idea-on-ballot = This idea is on the list for the vote and can no longer be withdrawn from here. If you must, please call the town hall.
idea-not-yours = This is not your idea.
idea-again = Send it again
idea-again-closed = Ideas are not being taken at the moment. We will tell you when it begins. Your idea is kept.
idea-again-none = You have no idea that could be sent again.
idea-again-which = Which idea shall we send?
# $number: the new number, $title: the title
idea-again-done = Sent! “{ $title }” is now idea No. { $number }.
idea-dropped = The unfinished idea is deleted.
idea-no-draft = You have no unfinished idea.

## A picture to pass on
idea-share = A picture to pass on
# $number: the idea's number
idea-card-head = Idea No. { $number }
idea-card-foot = Scan this or write us the code, and support it
idea-card-drawing = We are drawing the picture. One moment, please…
# $link: the address, $code: the code
idea-card-done = Send the picture on to your neighbours. The code opens the idea: <b>{ $code }</b>
    { $link }
idea-card-failed = The picture could not be drawn. Please try again later.

## Reporting an idea
idea-report = Out of place?
# $number: the idea's number, $title: its title
idea-report-why = Why should idea No. { $number } not be shown: { $title }? Nobody will learn your name.
# $why: the reason
idea-report-reason = { $why ->
    [insult] An insult or a threat
    [personal] Somebody's private data
    [advert] Advertising
    [untrue] A lie
   *[other] It is no idea
}
# $number: the idea's number
idea-reported = Thank you. If idea No. { $number } breaks the rules, the town hall will hide it. We will tell you.
idea-reported-already = You have written to us about this idea. We will tell you the outcome.

## Letters
idea-letter-draft = Your idea is not finished. What you wrote is kept.
# $until: day and hour
idea-letter-draft-until = Your idea is not finished. What you wrote is kept. Ideas are taken until { $until }.
idea-letter-go-on = Go on
idea-letter-drop = I no longer want to
# $number: the idea's number, $title: its title, $count: how many support it
idea-letter-enough = Your idea No. { $number } has enough supporters! { $title }
    Supporters: { $count }.
# $number: the idea's number, $title: its title, $reason: the reason
idea-letter-hidden = We have hidden your idea No. { $number }: { $title }
    The reason: { $reason }
    If you do not agree, call the town hall, or write a new idea without this.
# $number: the idea's number, $title: its title, $reason: the reason
idea-letter-left = Somebody thought that your idea No. { $number } is out of place: { $title }
    We have looked at it, and it stays in the list. You need not do anything.
    Our answer: { $reason }
# $number: the idea's number, $reason: the reason
idea-letter-report-hidden = Idea No. { $number }, about which you wrote to us, is hidden now. Thank you!
    The reason: { $reason }
# $number: the idea's number, $reason: the reason
idea-letter-report-left = We have looked at idea No. { $number }, about which you wrote to us. It stays in the list.
    The reason: { $reason }
# $name: the name of the process, $until: day and hour
idea-letter-again = Ideas are being taken: { $name }. You have kept an idea. Shall we send it? This ends: { $until }.
# $count: how many supporters were needed
idea-letter-too-few = Ideas are no longer taken. Yours did not find the { $count } supporters it needed and goes no further this time. You can keep it: next time you send it with one button.

## What a survey says
# $count: how many people chose this need
idea-asked-for = { $count ->
    [one] Asked for by { $count } person in the survey.
   *[other] Asked for by { $count } people in the survey.
}
idea-to-survey = The survey's result
