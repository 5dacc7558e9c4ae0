### The practicum: a team does it, a mentor reads it

practicum-draft = Practicum

## While there is no team
practicum-none = You are in no team yet. If you have an invitation code, type it here. A team is formed by somebody who takes the municipal team's course in the Academy.
# $title: the practicum's name
practicum-head = <b>{ $title }</b>
practicum-how = If your team has an invitation code already, type it here. If not, form a team and send its code to the others.
practicum-found = Form a team
practicum-ask-team = What is your team called?
practicum-ask-name = Your name? The team and the mentor will see it.
practicum-ask-side = Which side are you of? A team needs both.
practicum-am-city = City hall or council
practicum-am-civil = An organisation, or a resident
# $name: the team's name
practicum-founded = ✓ The team “{ $name }” is formed. Now invite the others.
# $code: the code
practicum-code = Invitation code: { $code }
    Whoever you want in the team types it to this bot.
# $link: an address
practicum-link = Or send them the link: { $link }
# $name: the team's name
practicum-invited = The team “{ $name }” invites you to the practicum. Only the team and its mentor will see your name and your work.
# $name: the team's name
practicum-joined = ✓ You are in the team “{ $name }” now.
practicum-gone = This team or piece is no longer there.
practicum-over = This team's work is accepted, so nothing changes any more.
# $most: the limit
practicum-full = The team has { $most } people already, and that is the limit.
practicum-elsewhere = You take this course in another team. Leave it first.

## The team's page
# $name: the team's name
practicum-team = <b>Team “{ $name }”</b>
practicum-members = In the team:
# $name: a name, $side: the side
practicum-member = • { $name } ({ $side })
practicum-side-city = municipality
practicum-side-civil = civil society
# $number: the step's number, $title: its name
practicum-step-done = <b>✓ { $number }. { $title }</b>
# $number: the step's number, $title: its name
practicum-step-open = <b>○ { $number }. { $title }</b>
# $number: the step's number, $title: its name
practicum-step-back = <b>↩ { $number }. { $title }</b> — to be changed
# $number: the step's number, $title: its name
practicum-step = Step { $number }: { $title }
practicum-has-text = text
# $start: the first words
practicum-has-words = text “{ $start }”
# $number: which piece
practicum-has-photo = photo { $number }
# $number: which piece
practicum-has-document = PDF { $number }
# $title: the name, $count: how many answers, $least: how many are needed
practicum-has-survey = survey “{ $title }”, answers: { $count } ({ $least } needed)
# $title: the name, $count: how many came, $least: how many are needed
practicum-has-meeting = meeting “{ $title }”, came: { $count } ({ $least } needed)
# $what: what it is, $name: who added it, $day: when
practicum-by = • { $what } — { $name }, { $day }
# $what: what it is, $day: when
practicum-by-gone = • { $what } — a former member, { $day }
practicum-lacks-people = Missing: a team has at least two people. Send somebody the invitation code.
practicum-lacks-mixed = Missing: a team needs both sides, the municipality and civil society.
# $titles: the steps' names
practicum-lacks = Missing: { $titles }
practicum-ready = Everything is ready. You may ask for the review.
# $mentor: a name, $until: a day
practicum-waits = A mentor is reading your work: { $mentor }. The last day for the answer: { $until }.
practicum-waits-nobody = The review is asked for. The coordinator will find a mentor, and we will tell you.
# $day: a day
practicum-revise = <b>↩ The mentor sent it back to be changed ({ $day }).</b>
# $day: a day
practicum-accepted = <b>✓ The mentor accepted your work ({ $day }). Congratulations!</b>
# $words: the mentor's words
practicum-words = The mentor writes: “{ $words }”
# $title: the step's name
practicum-back = ↩ To be changed: { $title }
# $count: how many points of eight
practicum-scores = <b>Marks</b> — { $count } of eight fully met:
# $mark: 0-2, $title: the point, $meaning: what the mark means
practicum-score = { $mark } — { $title }: { $meaning }
practicum-to-team = The team's page
practicum-to-ask = ✓ Ask for the review
practicum-to-marks = The mentor's marks
practicum-to-code = Invitation code
practicum-to-leave = Leave the team

## One step
# $number: the step's number, $title: its name
practicum-step-head = <b>{ $number }. { $title }</b>
practicum-add-text = + Text
practicum-add-photo = + Photo
practicum-add-document = + PDF
practicum-add-survey = + Survey
practicum-add-meeting = + Meeting
# $what: what it is
practicum-look = Look: { $what }
practicum-ask-text = Write it in one message (20–3000 characters). Leave out people's names and telephone numbers.
practicum-ask-photo = Send the photo. If somebody's face can be seen, you need their consent.
practicum-ask-document = Send the PDF.
practicum-not-pdf = This is no PDF. Save the document as a PDF and send it again.
practicum-which-survey = Which survey?
practicum-which-meeting = Which meeting?
# $title: the name, $count: how many
practicum-held = { $title } ({ $count })
practicum-no-survey = No survey was held here since the team was formed. Ask the coordinator to open one. One that is open now counts too.
practicum-no-meeting = No meeting was held here since the team was formed. Ask the coordinator to plan one.
practicum-added = ✓ Added.
practicum-twice = This step has it already.
practicum-not-held = This is no longer in the list.
# $most: the limit
practicum-step-full = This step has { $most } pieces already. Delete one first.
practicum-is-asked = The review is asked for. While the mentor reads, nothing changes.
practicum-to-step = ← The step
practicum-drop = Delete
practicum-dropped = Deleted.
practicum-send-file = See the PDF
practicum-file-sent = The file is sent.
practicum-back-there = ← Back

## Asking and leaving
practicum-ask-sure = Ask now?
practicum-ask-yes = ✓ Yes, ask
practicum-ask-no = Not yet
# $until: a day
practicum-asked = ✓ Asked. The last day for the answer: { $until }.
practicum-asked-nobody = ✓ Asked. There is no mentor yet: the coordinator was asked to find one.
# $name: the team's name
practicum-leave-sure = Leave the team “{ $name }”? What you added stays with it. You can come back with the invitation code.
# $name: the team's name
practicum-leave-last = Leave the team “{ $name }”? You are the only one in it: the team and all it shows will be deleted.
practicum-leave-yes = Yes, leave
practicum-leave-no = No, stay
# $name: the team's name
practicum-left = You are no longer in the team “{ $name }”.

## Letters to the team
# $name: the team's name
practicum-letter-accepted = <b>✓ Team “{ $name }”: the mentor accepted your work. Congratulations!</b>
# $name: the team's name
practicum-letter-revise = <b>↩ Team “{ $name }”: the mentor sent your work back to be changed.</b>
practicum-letter-again = Add something new to these steps and ask for the review again.
# $name: the team's name, $until: a day
practicum-letter-moved = Team “{ $name }”: another mentor is reading your work now. The last day for the answer: { $until }.

## Mentors
mentor-name = Reviewing teams
mentor-draft = Review of a team
mentor-not-yours = This review is no longer yours, or you are no mentor.
mentor-appointed = Thank you! You are a mentor now. When a team asks for a review, we will write to you. The menu has a button “Reviewing teams”.
# $count: how many teams
mentor-queue = <b>Reviewing teams</b>
    To be reviewed: { $count }. The most urgent comes first.
mentor-none = <b>Reviewing teams</b>
    There is nothing to review now.
# $name: the team's name, $until: a day
mentor-row = { $name } — until { $until }
# $name: the team's name, $until: a day
mentor-row-late = { $name } — was due { $until }
# $municipality: a name
mentor-leave = No longer a mentor: { $municipality }
# $until: a day
mentor-until = The last day for your answer: { $until }.
# $until: a day
mentor-late = It was due { $until }.
# $words: the words of the review before
mentor-before = The review before said: “{ $words }”
# $enough: how many fully
mentor-how = You answer eight questions with 0, 1 or 2 each. The work is accepted if at least { $enough } are fully met (2) and none has a 0.
mentor-begin = ✓ Begin the review
# $number: which piece, $step: the step's number
mentor-file = PDF { $number }, step { $step }
mentor-later = Later
mentor-decline = I cannot review it
mentor-decline-sure = If you have no time, or something ties you to the team, another mentor gets the review. Hand it over?
mentor-decline-yes = Yes, hand it over
mentor-decline-no = No, I will do it
mentor-declined = Handed over. Thank you for saying so in time.
# $place: which one, $count: of how many, $title: the point
mentor-point = <b>{ $place }/{ $count }. { $title }</b>
# $mark: the mark, $meaning: what it means
mentor-meaning = { $mark } — { $meaning }
mentor-mark-fully = fully
mentor-mark-partly = partly
mentor-mark-none = missing
mentor-ask-praise = Accepted! Would you like to write the team a word or two?
mentor-ask-steps = Which steps should they change? Each one you choose needs something new.
mentor-ask-words = Write to the team what exactly to change (at least 20 characters).
mentor-passes = <b>The work is accepted.</b> The team will read:
# $enough: how many fully
mentor-passes-not = <b>The work goes back</b> ({ $enough } fully and no 0 are needed). The team will read:
mentor-accept = ✓ Accept
mentor-send-back = ↩ Send back
mentor-change-words = Change the words
mentor-change-marks = Give the marks again
mentor-accepted = ✓ The work is accepted. The team is told.
mentor-returned = ↩ Sent back. The team gets your words.
mentor-own = You are in this team yourself, so you cannot review it.
# $name: the team's name, $until: a day
mentor-letter-called = The team “{ $name }” asks for a review. The last day for your answer: { $until }. If you cannot, say so now and somebody else will read it.
# $name: the team's name, $until: a day
mentor-letter-soon = The team “{ $name }” is waiting for your review. Two working days are left: until { $until }.
# $name: the team's name, $until: a day
mentor-letter-late = The review of the team “{ $name }” was due { $until }. There is no other mentor, and the team is waiting for you.
# $name: the team's name
mentor-letter-taken = The review of the team “{ $name }” was overdue, so another mentor has it now. Nothing more is needed from you.
mentor-to-review = See the work
mentor-to-queue = Reviewing teams

## Coordinators
teams-name = Practicum teams
teams-none = There is no team yet.
# $count: how many, $accepted: of how many the work is accepted
teams-list = <b>Practicum teams</b>: { $count }, accepted: { $accepted }
# $name: the team's name
teams-row = { $name }
# $name: the team's name
teams-row-asked = ⏳ { $name }
# $name: the team's name
teams-row-accepted = ✓ { $name }
# $side: the side, $count: how many
teams-side = { $side }: { $count }
# $done: how many, $count: of how many
teams-steps = { $done } of { $count } steps are ready.
teams-working = No review is asked for yet.
# $day: a day
teams-revising = The mentor sent it back to be changed: { $day }.
# $day: a day
teams-accepted = ✓ The work is accepted: { $day }.
teams-nobody = A review is asked for, and there is no mentor.
# $mentor: a name, $until: a day
teams-asked = { $mentor } is reading it, until { $until }.
# $mentor: a name, $until: a day
teams-late = { $mentor } is reading it; it was due { $until }.
teams-no-mentor = There is no other mentor. Invite one: staff page → people → invite a mentor.
# $name: the mentor's name
teams-give = Hand over to { $name }
teams-all = All teams
teams-moved = ✓ Handed over. The mentor and the team will be told.
teams-changed = Something has changed meanwhile. Please look again.
# $name: the team's name, $until: a day
teams-letter-late = Team “{ $name }”: the review was due { $until }, and there is no other mentor. Invite one.
# $name: the team's name
teams-letter-nobody = The team “{ $name }” asks for a review, and there is no mentor. Invite one: staff page → people → invite a mentor.
teams-to-team = See the team
