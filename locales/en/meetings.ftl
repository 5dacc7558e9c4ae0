### Meetings: the list, signing up, reminders

## The list
meetings-none = No meeting is planned for now. When there is one, you will find it here.
meetings-list =
    <b>Meetings</b>
    Which one would you like to see?
# $when: day and hour, $title: the meeting's name
meetings-row = { $when } · { $title }
# $when: day and hour, $title: the meeting's name
meetings-row-mine = ✓ { $when } · { $title }
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
meetings-when =
    { $weekday ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
       *[sun] Sunday
    }, { $day }, { $hour }

## One meeting
# $title: its name, $when: day and hour, $place: where
meetings-card =
    <b>{ $title }</b>
    { $when }
    Where: { $place }
# $settlement: the settlement's name
meetings-settlement = Settlement: { $settlement }
# $lat, $lon: coordinates
meetings-map = On the map: https://maps.google.com/?q={ $lat },{ $lon }
# $count: free seats
meetings-seats = Free seats: { $count }
meetings-full = There are no free seats left.
meetings-is-mine = ✓ You are signed up.
meetings-sign-up = I will come
meetings-sign-off = I cannot come
meetings-change = Move or cancel
meetings-others = Other meetings
meetings-details = Details
# $title: the meeting's name
meetings-is-cancelled = The meeting “{ $title }” has been cancelled.
# $title: the meeting's name
meetings-is-over = The meeting “{ $title }” has begun or is over.
meetings-gone = We could not find that meeting.

## Signing up
# $title: its name, $when: day and hour
meetings-signed-up =
    ✓ You are signed up: <b>{ $title }</b>
    { $when }
# $times: day and hour of the reminder, one or two
meetings-will-remind = We will remind you: { $times }
# $title: the meeting's name
meetings-signed-off = All right, “{ $title }”: we no longer expect you. You can sign up again at any time.
meetings-too-late = You could not be signed up: no seat is left, or the meeting has changed.

## Reminders and changes
# $day: today, tomorrow or later, $date: the date, $hour: the hour, $title: its name, $place: where
meetings-remind =
    A reminder: there is a meeting { $day ->
        [today] today
        [tomorrow] tomorrow
       *[later] on { $date }
    } at { $hour }.
    <b>{ $title }</b>
    Where: { $place }
# $title: its name, $when: new day and hour, $place: where
meetings-moved =
    The time of a meeting has changed.
    <b>{ $title }</b>
    New time: { $when }
    Where: { $place }
    We will remind you before it. If you cannot come, press “Details”, then “I cannot come”.
# $title: its name, $when: when it should have been
meetings-called-off =
    We are sorry, a meeting has been cancelled.
    <b>{ $title }</b>
    It was planned for: { $when }

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

## Moving and cancelling (coordinator)
meetings-change-which = Which meeting shall we change?
# $title: its name, $when: day and hour, $count: how many have signed up
meetings-change-what =
    <b>{ $title }</b>
    { $when }
    Signed up: { $count }
meetings-to-move = Move to another time
meetings-to-cancel = Cancel the meeting
# $when: new day and hour, $count: how many people we write to
meetings-move-sure =
    New time: <b>{ $when }</b>
    { $count ->
        [0] Nobody has signed up yet.
        [one] One person has signed up and will be told at once.
       *[other] { $count } people have signed up and will be told at once.
    } Shall we move it?
meetings-move-yes = Yes, move it
# $title: its name, $count: how many people we write to
meetings-cancel-sure =
    Cancel “{ $title }”?
    { $count ->
        [0] Nobody has signed up yet.
        [one] One person has signed up and will be told at once.
       *[other] { $count } people have signed up and will be told at once.
    } This cannot be undone.
meetings-cancel-yes = Yes, cancel it
meetings-no = No, leave it
# $when: new day and hour
meetings-was-moved = ✓ The meeting has been moved: { $when }. Those signed up are being told.
meetings-was-cancelled = ✓ The meeting has been cancelled. Those signed up are being told.
meetings-kept = All right, nothing has changed.
