### Announcements: to whom, what, preview, stopping, report

announce-title = Announcement
announce-not-staff = Only a coordinator of this municipality may send announcements.

## To whom, and what
announce-where = Who is it for?
announce-everybody = The whole municipality
announce-others = Choose others
# $count: how many people there are, $least: how many there must be at least
announce-too-few =
    { $count ->
        [0] Nobody has joined here yet.
        [one] One person has joined here.
       *[other] { $count } people have joined here.
    } We do not write to fewer than { $least }: it would be easy to tell who they are.
announce-text = Write the announcement in Georgian. Short and clear: what, where, when.
announce-text-en = The same in English. Skip it if you have none: everybody then gets the Georgian text.
announce-photo = Would you like to add a picture? Send a photo or skip it.
# $municipality: the municipality's name, $text: the announcement
announce-body =
    <b>{ $municipality }</b>

    { $text }

## Confirming
# $count: how many people will get it, $minutes: about how many minutes it takes
announce-sure =
    ———
    ☝ This is what people will see.

    People who will get it: <b>{ $count }</b>
    Time to send it: { $minutes ->
        [0] less than a minute
        [one] about one minute
       *[other] about { $minutes } minutes
    }
# $count: how many will not get it
announce-left-out =
    { $count ->
        [one] One more person will not get it: they opted out or blocked the bot.
       *[other] { $count } more people will not get it: they opted out or blocked the bot.
    }
announce-no-english = ⚠ There is no English text: everybody gets the Georgian one.
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
announce-goes-out = Sending begins: { meetings-when }. Until then you can stop it.
announce-yes = Send it
announce-edit-text = ✎ Georgian text
announce-edit-english = ✎ English text
announce-edit-picture = ✎ Picture
announce-edit-audience = ✎ Who it is for
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
announce-held = ✓ The announcement is ready. Sending begins: { meetings-when }. Until then you can stop it.
announce-stop = ⛔ Stop
announce-stopped = ⛔ Stopped. Nobody else will be written to.
announce-nothing-to-stop = There is nothing left to stop: the announcement is finished.

## Report
announce-to-report = Report
# $state: held, expanding, sending, done or stopped; $count: how many people in all
announce-report =
    <b>Announcement: { $state ->
        [held] waiting to be sent
        [done] sent
        [stopped] stopped
       *[sending] being sent
    }</b>
    In all: { $count }
# $count: how many people
announce-sent = ✓ Sent: { $count }
# $count: how many people
announce-waiting = Waiting: { $count }
# $count: how many people
announce-opted-out = Opted out of messages: { $count }
# $count: how many people
announce-unreachable = Blocked or deleted the bot: { $count }
# $count: how many people
announce-failed = Could not be sent: { $count }
# $count: how many people
announce-cancelled = Not sent any more: { $count }
# $count: how many people
announce-unknown = Not confirmed by the messenger: { $count }
