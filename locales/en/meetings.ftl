### Meetings: the list, signing up, waiting, reminders

## The list
meetings-none = No meeting is planned for now. When there is one, you will find it here.
meetings-list =
    <b>Meetings</b>
    Which one would you like to see?
meetings-list-series =
    <b>Other days</b>
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
# $agenda: what is talked about
meetings-agenda =
    What we will talk about:
    { $agenda }
# $count: free seats
meetings-seats = Free seats: { $count }
# $count: how many people wait for a seat
meetings-full =
    There are no free seats left. { $count ->
        [0] You can wait for one.
        [one] One person is waiting for one.
       *[other] { $count } people are waiting for one.
    }
# $place: the person's number in the queue
meetings-is-waiting = You are on the waiting list, number { $place }. If a seat becomes free, it is yours and we tell you at once.
meetings-is-mine = ✓ You are signed up.
meetings-sign-up = I will come
meetings-sign-off = I cannot come
meetings-wait = Wait for a seat
meetings-stop-waiting = I no longer wait
meetings-dates = Other days
meetings-directions = How to get there
meetings-desk = Manage this meeting
meetings-others = Other meetings
meetings-details = Details
# $title: its name, $kind: meeting or seminar
meetings-is-cancelled = The { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } “{ $title }” has been cancelled.
# $title: its name, $kind: meeting or seminar
meetings-is-over = The { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } “{ $title }” has begun or is over.
meetings-gone = We could not find that meeting.

## Signing up
# $title: its name, $when: day and hour
meetings-signed-up =
    ✓ You are signed up: <b>{ $title }</b>
    { $when }
# $times: day and hour of the reminder, one or two
meetings-will-remind = We will remind you: { $times }
# $title: its name, $place: the person's number in the queue
meetings-waits =
    You are on the waiting list: <b>{ $title }</b>
    Your number: { $place }. If a seat becomes free, it is yours and we tell you at once.
# $title: its name, $kind: meeting or seminar
meetings-signed-off = All right, { $kind ->
        [seminar] the seminar
       *[meeting] the meeting
    } “{ $title }”: we no longer expect you. You can sign up again at any time.
meetings-too-late = You could not be signed up: no seat is left, or the meeting has changed.

## Reminders and changes
# $day: today, tomorrow or later, $date: the date, $hour: the hour, $title: its name, $place: where,
# $kind: meeting or seminar
meetings-remind =
    A reminder: there is a { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } { $day ->
        [today] today
        [tomorrow] tomorrow
       *[later] on { $date }
    } at { $hour }.
    <b>{ $title }</b>
    Where: { $place }
# $title: its name, $when: new day and hour, $place: where, $reminds: yes or no,
# $kind: meeting or seminar
meetings-moved =
    The time of a { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } has changed.
    <b>{ $title }</b>
    New time: { $when }
    Where: { $place }
    { $reminds ->
        [yes] We will remind you before it. If you cannot come,
       *[no] If you cannot come,
    } press “Details”, then “I cannot come”.
# $title: its name, $when: new day and hour, $place: where, $kind: meeting or seminar
meetings-moved-waiting =
    The time of a { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } has changed. You are waiting for a seat at it.
    <b>{ $title }</b>
    New time: { $when }
    Where: { $place }
    If you no longer want one, press “Details”, then “I no longer wait”.
# $title: its name, $when: day and hour, $place: where
meetings-seat-free =
    A seat has become free, and it is yours.
    <b>{ $title }</b>
    { $when }
    Where: { $place }
    If you cannot come, press “Details”, then “I cannot come”: the next person is waiting.
# $title: its name, $when: when it should have been, $kind: meeting or seminar
meetings-called-off =
    We are sorry, a { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } has been cancelled.
    <b>{ $title }</b>
    It was planned for: { $when }

## Being there
# $title: its name, $kind: meeting or seminar
meetings-you-came =
    ✓ You are marked as having come: <b>{ $title }</b>
    { $kind ->
        [seminar] When materials are added, we write to you here.
       *[meeting] When it is written down what was decided, you will get it here.
    }
# $title: its name, $when: from when the code works, $kind: meeting or seminar
meetings-not-yet =
    The { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } “{ $title }” is still to come.
    The code works from { $when }.
# $title: its name, $kind: meeting or seminar
meetings-too-late-here = The { $kind ->
        [seminar] seminar
       *[meeting] meeting
    } “{ $title }” is over, so nobody can be marked any more.
meetings-was-here = ✓ You are marked as having come.

## Afterwards
meetings-past = Past meetings
meetings-list-past =
    <b>Past meetings</b>
    Which one would you like to see?
# $kind: meeting or seminar
meetings-nothing-decided = { $kind ->
        [seminar] The seminar has begun or is over.
       *[meeting] The meeting has begun or is over. Nothing has been written down yet about what was decided.
    }
meetings-decided = <b>What was decided</b>
# $title: the meeting's name
meetings-decided-at =
    What was decided at the meeting:
    <b>{ $title }</b>
# $question: what was voted on
meetings-vote-question = <b>{ $question }</b>
# $option: what one could raise the hand for, $count: how many did
meetings-vote-hands = { $option }: { $count }
# $count: how many raised no hand
meetings-vote-none = Raised no hand: { $count }
# $option: what has most hands, $count: how many had a vote
meetings-vote-majority = “{ $option }”: more than half of the { $count } present
# $option: what has most hands, $count: how many had a vote
meetings-vote-most = “{ $option }” has most hands, but not more than half of the { $count } present
meetings-vote-tie = no option had more hands than all others
# $outcome: which option has most hands
meetings-vote-result = Result: { $outcome }
# $count: how many photos
meetings-photos = Photos ({ $count })
# $title: the meeting's name
meetings-photos-of = Photos of the meeting “{ $title }”
meetings-file = The file (PDF)
meetings-file-sent = ✓ The file has been sent.
meetings-back-to-page = Back to the meeting
