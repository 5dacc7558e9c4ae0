### Preparing a civil budget (for the coordinator)

edition-not-yours = Only a coordinator of this municipality may do this.
edition-title = Preparing a civil budget
edition-list = Which civil budget?
edition-new = ＋ Prepare a new one
# $name — name, $state — draft, announced and others
edition-row = { $name } · { $state ->
        [draft] in preparation
        [announced] announced
        [counted] finished
       *[open] at the vote
    }

## Five questions
# $example — example of a name
edition-ask-name =
    There are five questions. We fill in the rest, and you can change all of it afterwards.

    1/5. What is it called? Name the year whose budget pays for the projects too, for example “{ $example }”.
# $year — year
edition-example = Civil budget { $year }
edition-no-year = We found no year in the name. Write it too, with four digits.
edition-ask-money = 2/5. How many lari are shared out in all? Write a whole number, for example 60000.
edition-ask-parts = 3/5. How is the money divided?
edition-parts-whole = Together, for the whole municipality
# $count — settlements
edition-parts-each = Equally to each settlement ({ $count })
edition-parts-later = In parts that I will list afterwards
edition-ask-first = 4/5. From which day are ideas taken? Write the date like this: 01.03.2027
# $first — first day of ideas
edition-ask-voting = 5/5. On which day does voting begin? Ideas are taken from { $first }. It is good to leave two months for checks. Write the date like this: 10.05.2027
edition-want-day = We did not understand the date. Write it like this: 01.03.2027
edition-day-past = That day has passed. Write a date that is still ahead.
# $lines — all the rules
edition-read-back =
    Please read it through. What we did not ask you is set as it works well in other cities. You can change all of it afterwards.

    { $lines }
edition-save = ✓ Save
edition-save-anyway = ✓ Keep it so and save
edition-edit-name = ✎ Name
edition-edit-money = ✎ Money
edition-edit-parts = ✎ Division
edition-edit-first = ✎ Start of ideas
edition-edit-voting = ✎ Start of the vote
edition-impossible = This cannot work:
edition-mind = Please consider:
# $why — reason
edition-refused = ✗ { $why }
# $why — warning
edition-warned = ⚠ { $why }
edition-saved = ✓ Saved. Only the staff see it so far.

## Its page
# $name — name, $state — draft, announced and others
edition-head =
    <b>{ $name }</b>
    { $state ->
        [draft] In preparation. Nobody sees it yet.
        [announced] Announced.
        [counted] Finished.
       *[open] At the vote. The rules no longer change.
    }
edition-lacking = Who is missing:
edition-lacks-coordinator = A coordinator.
edition-lacks-second = A second person: another coordinator or a partner organisation. Without one neither the list nor the result can be confirmed.
edition-lacks-reviewer = A reviewer: somebody who checks the ideas.
edition-invite = Invite a colleague
edition-announce = Announce it
edition-move = Change a date
edition-to-process = Run the vote
edition-to-rules = As citizens see it
edition-drop = Delete
edition-back = Page of the civil budget
# $code — short code
edition-code = Code for the poster: <b>{ $code }</b>
edition-group-basics = Name and year
edition-group-money = Money
edition-group-people = People and ideas
edition-group-ballot = Ballot and count
edition-group-days = Days of the review
edition-group-calendar = Calendar
edition-what = What shall be changed?

## Deleting
# $name — name
edition-drop-sure = Delete “{ $name }”? This cannot be undone.
edition-drop-yes = Yes, delete it
edition-no = No
edition-dropped = Deleted.
edition-in-use = This can no longer be deleted: it already has a register of voters or codes.

## Announcing
# $lines — all the rules
edition-announce-sure =
    From now on everybody sees this, and the rules no longer change. Only dates can, with a reason.

    { $lines }
edition-announce-yes = ✓ Yes, announce it
# $code — short code, $first — start of ideas
edition-announced =
    ✓ Announced. The phases begin by themselves.
    Ideas: { $first }
    Code for the poster: <b>{ $code }</b>
edition-state = This is not possible now: things have changed.
edition-passed = This date has come already, or the new one lies in the past. Choose a time ahead.
edition-frozen = Voting is open, so this date no longer changes.

## Changing a date
edition-move-which = Which date shall change? Dates that have passed do not.
edition-move-none = No date of this civil budget can change any more.
# $old — date so far
edition-move-to = Now: { $old }. Write the new date and hour like this: 05.12.2026 18:00
edition-move-why = Why does the date change? Citizens will read this reason.
# $label — name of the date, $old — old time, $new — new time, $reason — reason
edition-move-sure =
    { $label }
    So far: { $old }
    From now on: <b>{ $new }</b>
    Reason: { $reason }

    Everybody whom it concerns is told. Change it?
edition-move-yes = Yes, change it
edition-moved = ✓ The date is changed. People are being told.

## Parts
edition-zones = Money by parts. Choose a part or add one.
edition-zones-none = The money is in one pot. You may add a part with its own.
# $name — part, $pot — money, $places — number of settlements
edition-zone-row = { $name }: { $pot }, settlements: { $places }
edition-zone-add = ＋ Add a part
# $name — part, $pot — money, $places — settlements
edition-zone =
    <b>{ $name }</b>
    Money: { $pot }
    Settlements: { $places }
edition-zone-name = What is this part called? For example “Upper villages”.
# $left — common money now
edition-zone-pot = How many lari does this part have? They are taken from the common money. Common money now: { $left }
edition-zone-places = The people of which settlements choose projects here? Pick all of them and press “Done”.
edition-zone-most = How many projects does one person pick here?
edition-zone-edit-name = ✎ Name
edition-zone-edit-pot = ✎ Money
edition-zone-edit-places = ✎ Settlements
# $most — how many projects one person picks
edition-zone-edit-most = ✎ Picks: up to { $most }
edition-zone-remove = Remove the part
edition-zone-no-places = The municipality's list of settlements has not been imported yet. Parts need it. Ask your system's administrator.
edition-changed = ✓ Changed.

## Changing one rule
edition-ask-title = Write the name that citizens will see.
edition-ask-title-en = Write the name in English.
edition-ask-about = What is decided, and who carries it out? Write two or three short sentences.
edition-ask-year = Which year's budget pays for the projects?
edition-ask-whole = How many lari are shared out for the whole municipality? If all of it is in parts, write 0.
edition-ask-cap = Up to which sum may one project cost? For no limit write 0.
edition-ask-each = How many ideas may one person propose?
edition-ask-age = From which age do people take part?
edition-ask-residents = Who may propose ideas?
edition-ask-identity = How do we check who votes?
edition-ask-most = How many projects does one person pick?
edition-ask-minimum = How many votes does a project need at least to win? If none, write 0.
edition-ask-shortlist = How many projects may one ballot have at most? For no limit write 0.
edition-ask-support = How many people must support an idea before it is checked? If none, write 0.
edition-ask-rule = How is the money given by the votes?
edition-ask-tie = What happens where votes are equal?
edition-ask-paper = Will there be paper ballots?
edition-ask-fix = How many days has an author to correct an idea?
edition-ask-appeal = How many days has an author to appeal?
edition-ask-review = How many days has a reviewer for one idea?
edition-ask-stale = At least every how many days must citizens hear how a project is going?
edition-ask-next = When does the next civil budget begin? Write the date like this: 01.03.2028. Skip it if you do not know yet.
edition-ask-date = Write the date and hour like this: 05.12.2026 18:00
edition-accept = ⚠ Keep it so
edition-other = ✎ Another answer
edition-accept-ask = Keep it so?
