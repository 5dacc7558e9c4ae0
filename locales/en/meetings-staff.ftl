### Meetings, the coordinator's pages

## A new meeting (coordinator)
meetings-new-title = New meeting
meetings-not-staff = This page is for the coordinators of this municipality only.
# $kind: meeting or seminar
meetings-ask-title = { $kind ->
        [seminar] What is the seminar about? Write a short name in Georgian, for example “როგორ დავწეროთ იდეა”.
       *[meeting] What is the meeting about? Write a short name in Georgian, for example “გზის შეკეთების განხილვა”.
    }
meetings-ask-title-en = The same name in English (skip it if you have none).
meetings-ask-time = When? Write the date and hour like this: 05.12.2026 18:00
# $kind: meeting or seminar
meetings-ask-where = Who is the { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } for?
meetings-everywhere = The whole municipality
meetings-ask-place = Where will you meet? Write it so that everybody finds the place, for example “the school's assembly hall”.
meetings-ask-pin = Send the place on the map, or skip it.
meetings-ask-seats = How many people are there room for? Skip this if there is no limit.
# $card: the meeting as citizens will see it
meetings-new-sure =
    This is what people will see:

    { $card }

    Shall we set it?
meetings-new-yes = Yes, set the meeting
meetings-new-edit-title = Change the name
meetings-new-edit-time = Change the time
meetings-new-edit-place = Change the place
# $title: its name, $kind: meeting or seminar
meetings-made =
    ✓ The { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } is set: <b>{ $title }</b>
    { $kind ->
        [seminar] It is in the list “Meetings” and in the Academy now.
       *[meeting] It is in the list “Meetings” now.
    } Send an announcement so that people hear of it.
meetings-announce = Send an announcement

## The staff's page of a meeting
meetings-change-which = Which meeting?
meetings-none-set = No meeting is planned.
meetings-to-desk = To this meeting
meetings-is-off = This meeting has been cancelled.
# $count: how many have a seat, $seats: how many seats there are, or none
meetings-signed-count = Signed up: { $count }{ $seats ->
        [none] {""}
       *[other] {" "}of { $seats }
    }
# $count: how many people wait for a seat
meetings-waiting-count = Waiting for a seat: { $count }
# $length: how long
meetings-lasts = Length: { $length }
# $times: how long before the meeting
meetings-reminders = Reminders before the start: { $times }
meetings-reminders-none = Nobody is reminded.
# $count: days
meetings-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
# $count: hours
meetings-hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
# $count: minutes
meetings-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
meetings-change = Move or cancel
meetings-set = Agenda, reminders, seats
meetings-repeat = Hold it again

## Settings
meetings-set-what = What shall we set?
meetings-set-agenda = Agenda
meetings-set-reminders = Reminders
meetings-set-seats = Number of seats
meetings-set-length = Length
meetings-ask-agenda = What will you talk about? Write it in Georgian, one point a line.
meetings-ask-agenda-en = The same in English (skip it if you have none).
meetings-ask-reminders = When shall we remind those who are coming?
meetings-reminders-usual = A day and 2 hours before
meetings-reminders-own = I will choose
meetings-reminders-off = Not at all
meetings-ask-reminder-times = How long before? Choose up to four.
meetings-ask-length = How long will it take?
meetings-was-set = ✓ Saved.

## Held again
meetings-ask-repeat = When is it held again? The hour stays the same.
meetings-every-week = Every week
meetings-every-month = Every month, the same day
meetings-on-days = On days I will list
meetings-ask-times = How many more times?
meetings-ask-days = Write the days like this: 12.12.2026, 19.12.2026
meetings-bad-days = Write at least one day and at most 51, with commas between them.
# $said: what was typed
meetings-bad-day = “{ $said }” is not a day. Write it like this: 12.12.2026
# $day: a date
meetings-day-past = { $day } has passed.
# $count: how many are not listed
meetings-more-dates = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
# $count: how many meetings, $dates: their days and hours
meetings-repeat-sure =
    { $count ->
        [one] One more meeting:
       *[other] { $count } more meetings:
    }
    { $dates }

    Shall we set them? People sign up for each by itself.
meetings-repeat-yes = Yes, set them
meetings-repeat-other = Other days
# $count: how many meetings were added
meetings-repeated = { $count ->
        [0] These meetings were set already.
        [one] ✓ One more meeting is set.
       *[other] ✓ { $count } more meetings are set.
    }

## Moving and cancelling
# $title: its name, $when: day and hour, $count: how many have signed up or wait
meetings-change-what =
    <b>{ $title }</b>
    { $when }
    Signed up: { $count }
meetings-to-move = Move to another time
meetings-to-cancel = Cancel the meeting
meetings-which-of-series = This meeting is held several times. Which ones shall change?
meetings-only-this = Only this one
# $count: how many later ones there are
meetings-later-too = { $count ->
        [one] This one and one later
       *[other] This one and { $count } later
    }
# $when: new day and hour, $count: how many people we write to
meetings-move-sure =
    New time: <b>{ $when }</b>
    { $count ->
        [0] Nobody has signed up yet.
        [one] One person has signed up and will be told at once.
       *[other] { $count } people have signed up and will be told at once.
    } Shall we move it?
# $count: how many later meetings
meetings-later-move = { $count ->
        [one] One later meeting moves by as much.
       *[other] { $count } later meetings move by as much.
    }
meetings-move-yes = Yes, move it
# $title: its name, $count: how many people we write to
meetings-cancel-sure =
    Cancel “{ $title }”?
    { $count ->
        [0] Nobody has signed up yet.
        [one] One person has signed up and will be told at once.
       *[other] { $count } people have signed up and will be told at once.
    } This cannot be undone.
# $count: how many later meetings
meetings-later-cancel = { $count ->
        [one] One later meeting is cancelled as well.
       *[other] { $count } later meetings are cancelled as well.
    }
meetings-cancel-yes = Yes, cancel it
meetings-no = No, leave it
# $when: new day and hour, $count: how many meetings
meetings-was-moved = { $count ->
        [one] ✓ The meeting has been moved: { $when }. Those signed up are being told.
       *[other] ✓ { $count } meetings have been moved, this one: { $when }. Those signed up are being told.
    }
# $count: how many meetings
meetings-was-cancelled = { $count ->
        [one] ✓ The meeting has been cancelled. Those signed up are being told.
       *[other] ✓ { $count } meetings have been cancelled. Those signed up are being told.
    }
meetings-kept = All right, nothing has changed.

## Who came
meetings-not-yours = This page is for the coordinators and helpers of this municipality only.
meetings-came = Who came
# $title: its name, $when: day and hour
meetings-came-title =
    <b>{ $title }</b>
    { $when }
# $count: how many have a seat
meetings-expected = Signed up: { $count }. From an hour before the start people can be marked here.
# $there: all who came, $came: by the code, $hand: counted by hand, $expected: had signed up
meetings-came-count =
    Came: <b>{ $there }</b>
    By the code: { $came }
    Without a phone: { $hand }
    Had signed up: { $expected }
meetings-to-code = The code to read out
meetings-to-poster = A poster for the door
meetings-to-hand = People without a phone
meetings-ask-by-hand = How many people came who have no phone or did not enter the code? Write the whole number: it takes the place of the one before.
# $count: people
meetings-counted = ✓ Noted. Without a phone: { $count }
# $code: six digits
meetings-code =
    Read this code out: <b>{ $code }</b>
    Whoever types it in the chat is marked as having come. It works from an hour before the start.
## The poster at the door
meetings-poster-how = Have you come? Say so!
meetings-poster-open = Read the square with your camera, or type the code in the chat.
meetings-poster-done = That is all: the chat answers that you are marked. What is decided will come to you there.
meetings-poster-phone = Without a phone: tell whoever meets you at the door.

## What is recorded afterwards
meetings-minutes-page = What was decided
meetings-not-begun = This is written down once the meeting has begun.
# $chair: name, $secretary: name, $present: with a vote, $advisory: without one
meetings-head =
    Chair: { $chair }
    Secretary: { $secretary }
    Present with a vote: { $present }
    Others present: { $advisory }
meetings-nothing-recorded = Nothing is written down yet.
# $count: how many photos
meetings-has-photos = Photos: { $count }
meetings-has-file = ✓ A file is attached.
meetings-has-sheet = ✓ The photo of the signed list is kept. Only the staff see it.
meetings-was-told = ✓ Those who signed up or came have been told.
meetings-to-decided = What was decided, in words
meetings-to-head = Who led, how many were there
meetings-to-vote = Record a vote by hands
meetings-to-sheet = Photo of the signed list
meetings-to-print = 🖨 Minutes to sign
meetings-to-strike = Take a vote out
meetings-to-tell = Send it to those who signed up or came
meetings-strike-which = Which vote was recorded by mistake?
meetings-struck = ✓ The vote has been taken out.
# $count: how many people
meetings-tell-sure =
    { $count ->
        [0] Nobody signed up or came by the code.
        [one] One person will get it, once.
       *[other] { $count } people will get it, once.
    } Later corrections are seen on the meeting's page only, and votes can no longer be taken out. Shall we send it?
meetings-tell-yes = Yes, send it
meetings-telling = ✓ It is being sent.
meetings-ask-decided = What was decided? Write it in Georgian, one decision a line.
meetings-ask-decided-en = The same in English (skip it if you have none).
meetings-ask-photo = Send a photo of the meeting, or skip this. Ask people before you show their faces.
# $count: photos so far
meetings-another-photo = { $count ->
        [one] One photo is kept.
       *[other] { $count } photos are kept.
    } Send another or press “Done”.
meetings-ask-file = Send a file for everybody (PDF), or skip this.
meetings-no-pdf = This is not a PDF. Send another file or skip this.
# $text: what was decided, $photos: how many, $file: yes or no
meetings-decided-sure =
    This is what people will see:

    { $text }

    Photos: { $photos }. File: { $file ->
        [yes] yes
       *[no] no
    }.
meetings-decided-yes = Keep it
meetings-decided-edit = Change the words
meetings-ask-chair = Who led the meeting? First name and surname.
meetings-ask-secretary = Who wrote the minutes? First name and surname.
# $count: how many came, as counted by code and by hand
meetings-ask-present = How many people with a right to vote are there? Counted as having come: { $count }
# $count: hands of a vote that is recorded
meetings-fewer-than-hands = A vote with { $count } hands is recorded already: there cannot have been fewer people.
meetings-ask-advisory = How many others are there, who may speak but not vote? Write 0 if there are none.
meetings-ask-voters = A general assembly of a settlement: how many registered voters does it have? Skip this for any other meeting.
# $count: how many were present
meetings-fewer-voters = There cannot be fewer voters than the { $count } who are present.
meetings-head-first = First write down who led the meeting and how many were there.
meetings-ask-question = What was voted on? Write the question in Georgian.
meetings-ask-options = What could people raise their hands for?
meetings-options-usual = For · against · abstained
meetings-options-own = I will write the options
meetings-for = For
meetings-against = Against
meetings-abstains = Abstained
meetings-ask-names = Write the options, each on a line of its own.
meetings-bad-options = Write 2 to 8 different options, each on a line of its own.
# $option: what one could raise the hand for, $left: how many have not raised it yet
meetings-ask-hands = How many hands for “{ $option }”? People left: { $left }
# $count: how many may vote, $left: how many have not raised a hand yet
meetings-more-hands = { $count } people may vote and each has one hand: { $left } are left.
# $question: what was voted on, $hands: options and hands
meetings-vote-sure =
    <b>{ $question }</b>
    { $hands }

    Is it so?
meetings-vote-yes = Yes, record it
meetings-vote-again = Count again
meetings-ask-sheet = Send a photo of the list that people signed. Only the staff will see it.
meetings-numbers-changed = This was not kept: the numbers have changed meanwhile. Look at them again.

## The minutes on paper
meetings-protocol = Minutes of the meeting
meetings-protocol-title = Minutes of the meeting
meetings-protocol-meeting = The meeting
meetings-protocol-when = Time
meetings-protocol-place = Place
meetings-protocol-settlement = Settlement
meetings-protocol-present = Present with a right to vote
meetings-protocol-voters = Registered voters of the settlement
meetings-protocol-share = Present, of the registered voters
meetings-protocol-advisory = Others present (advisory voice)
meetings-protocol-chair-is = Chair
meetings-protocol-secretary-is = Secretary
meetings-protocol-agenda = Agenda
# $number: number of the question, $question: what was voted on
meetings-protocol-vote = Question { $number }. { $question }
meetings-protocol-none = Raised no hand
meetings-protocol-result = Result
meetings-protocol-decided = Decided
# $name: first name and surname
meetings-protocol-chair = Chair of the meeting: { $name }
# $name: first name and surname
meetings-protocol-secretary = Secretary of the meeting: { $name }
