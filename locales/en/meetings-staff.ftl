### Meetings, the coordinator's pages

## A new meeting (coordinator)
meetings-new-title = New meeting
meetings-not-staff = This page is for the coordinators of this municipality only.
meetings-ask-title = What is the meeting about? Write a short name in Georgian, for example “გზის შეკეთების განხილვა”.
meetings-ask-title-en = The same name in English (skip it if you have none).
meetings-ask-time = When? Write the date and hour like this: 05.12.2026 18:00
meetings-ask-where = Who is the meeting for?
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
# $title: the meeting's name
meetings-made =
    ✓ The meeting is set: <b>{ $title }</b>
    It is in the list “Meetings” now. Send an announcement so that people hear of it.
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
