### Announcements: to whom, what, preview, a second person, stopping, report

announce-title = Announcement
announce-not-staff = Only a coordinator of this municipality may send announcements.
announce-not-yours = This announcement is somebody else's, or it has been sent or deleted.

## The text
announce-which = Go on with one you have begun, or write a new one?
announce-new = ✎ New announcement
# $text: the beginning of the announcement
announce-begun = { $text }
announce-text = Write the announcement in Georgian. Short and clear: what, where, when.
announce-text-en = The same in English. Skip it if you have none: everybody then gets the Georgian text.
announce-which-text = What shall we change?
# $municipality: the municipality's name, $text: the announcement
announce-body =
    <b>{ $municipality }</b>

    { $text }
# $question: the question of the quick poll
announce-question = ❓ <b>{ $question }</b>
announce-open-link = 🔗 Read more
announce-sign-up = Sign up for the meeting

## To whom
announce-where = <b>Who is it for?</b> Choose one thing, then another if you like: all of them must hold.
announce-enough = ✓ Nothing else
announce-whole = ✓ The whole municipality
announce-these = ✓ These people
# $by: what people have in common
announce-narrow = <b>{ $by }</b>. Choose:
announce-everybody = The whole municipality again
announce-by-settlements = By settlement
announce-by-languages = By language
announce-by-bots = By messenger
announce-by-age = By age
announce-by-signed-up = Signed up for a meeting
announce-by-authors = Authors of ideas
announce-by-follows = Followers of a project
announce-by-answered = Answered a survey
announce-by-staff = By role
# $age: the age that people have told themselves
announce-age = { $age } or older
# $bot: telegram or viber
announce-bot = { $bot ->
    [telegram] Telegram
   *[viber] Viber
}
# $least: how many there must be at least
announce-few = fewer than { $least }
# $count: a rounded number
announce-about = about { $count }
# $count: how many people, in words
announce-people = People: <b>{ $count }</b>
announce-to = <b>To:</b>
announce-to-everybody = the whole municipality
announce-to-reached = everybody who got the one before
# $names: settlements
announce-to-settlements = • settlement: { $names }
# $names: languages
announce-to-languages = • language: { $names }
# $bot: telegram or viber
announce-to-bots = • messenger: { announce-bot }
# $age: an age
announce-to-age = • age: { $age } or older (those who have said so)
# $name: a meeting
announce-to-signed-up = • signed up for the meeting: { $name }
# $name: a vote
announce-to-authors = • author of an idea: { $name }
# $name: a project
announce-to-follows = • follows the project: { $name }
# $name: a survey
announce-to-answered = • answered the survey: { $name }
# $names: roles
announce-to-staff = • role: { $names }
# $least: how many there must be at least
announce-too-few = These are fewer than { $least } people. We do not write to so few: it would be easy to tell who they are.
# $least: fewer than how many
announce-telltale = Comparing the numbers of this announcement with those of the last 30 days would tell something about fewer than { $least } people. That is why it cannot go out like this. Choose more people, or exactly those you have written to before.
announce-reached-nobody = The announcement before has reached nobody yet: there is nothing to put right.

## The page
announce-page = <b>An announcement in the making</b>
# $language: a language without a text
announce-lacks = ⚠ Some read this language: { $language }. There is no text in it: they get the Georgian one.
announce-has-photo = 🖼 with a picture
# $name: the file's name
announce-has-document = 📎 with a file: { $name }
# $label: what the button says
announce-has-button = Button: { $label }
# $question: a question
announce-has-poll = ❓ Quick poll: { $question }
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
announce-has-time = 🕑 goes out: { meetings-when }
announce-to-send = ✉ Send
announce-to-preview = 👁 How it will look
announce-to-who = To whom
announce-to-text = Text, picture
announce-to-words = Text
announce-to-attach = 🖼 Picture or file
announce-to-buttons = Buttons, poll
announce-to-poll = ❓ Quick poll
announce-to-time = When
announce-to-drop = 🗑 Delete
announce-to-page = Back to the announcement
announce-drop-sure = Delete this announcement?
announce-drop-yes = Yes, delete it
announce-is-dropped = The announcement is deleted.

## Picture and file
announce-attach = What shall go with it?
announce-a-photo = 🖼 A picture
announce-a-document = 📎 A file
announce-no-photo = Take the picture away
announce-no-document = Take the file away
announce-photo = Send the picture.
# $kinds: endings
announce-document = Send the file ({ $kinds }). On Telegram it comes with the text, on Viber as a message of its own.
announce-file-name = announcement
announce-reading = ⏳ Reading the file…
announce-bad-document = We cannot read this file: what is in it is not what its name says.

## Buttons
# $most: how many there may be
announce-buttons = <b>Buttons under the announcement</b> (up to { $most })
announce-a-journey = A page of the bot
announce-a-link = A link
announce-a-meeting = Signing up for a meeting
announce-no-buttons = Take all buttons away
announce-which-journey = What shall the button open?
announce-which-meeting = Which meeting shall people sign up for?
announce-which-link = Send the link. It must begin with https://
announce-https = The link must begin with https://, for example https://example.ge/news

## Quick poll
announce-poll-there = There is a quick poll already. What shall we do?
announce-poll-new = Write it anew
announce-poll-none = Take it away
announce-poll-question = Write one question in Georgian.
announce-poll-question-en = The same question in English.
# $most: how many answers
announce-poll-options = Write the answers, one to a line: two to { $most }.
# $count: how many answers
announce-poll-options-en = The same answers in English, in the same order: { $count }.
# $count: how many answers
announce-poll-same = There must be as many answers as in Georgian: { $count }.
# $least, $most: how many answers
announce-poll-lines = There must be { $least } to { $most } different answers, one to a line.
# $most: how many letters
announce-poll-long = An answer must fit a button: up to { $most } letters.
# $option: the answer that was chosen
poll-answered = ✓ Your answer: <b>{ $option }</b>. If you change your mind, press another button: the last answer counts.
poll-gone = This poll is no longer there.
poll-not-sent = This is only a preview: answers do not count yet.
poll-elsewhere = This poll is of another municipality.

## When
announce-when = When shall it go out?
announce-at-once = As soon as I confirm it
announce-later = I will write the day and the hour
announce-ask-time = Write the day and the hour, for example: 05.12.2026 18:00
# $days: within how many days
announce-too-far = That is too far away: an announcement must go out within { $days } days.
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
announce-put-off = We disturb nobody at night: it goes out { meetings-when }.

## Preview
# $bot: telegram or viber, $language: a language
announce-as-on = 👁 { announce-bot }, { $language }: it will come exactly like this.
# $bot: telegram or viber, $language: a language
announce-described = 👁 { announce-bot }, { $language }: you have no account there, so this is a description in words.
# $number: which, $count: of how many
announce-message = <i>Message { $number } / { $count }</i>
announce-with-photo = 🖼 picture
# $name: the file's name
announce-with-document = 📎 { $name }
# $label: what the button says
announce-with-button = [ { $label } ]
announce-previewed = ☝ This is what people will see. The buttons work; answers to the quick poll do not count yet.

## Confirming
# $bot: telegram or viber, $count: how many people, in words
announce-on-bot = • will get it on { announce-bot }: { $count }
announce-left-out = Some will not get it: they opted out or blocked the bot.
announce-topics = Whoever reads news once a day gets it in the evening. Whoever switched news off does not get it.
# $minutes: about how many minutes it takes
announce-takes = Time to send it: { $minutes ->
        [0] less than a minute
        [one] about one minute
       *[other] about { $minutes } minutes
    }
announce-no-price = Cost: no price is set for Viber. Telegram is free.
# $cost: an amount, $spent: what was spent this month
announce-costs = Cost: at most { $cost } (Viber). This month so far: { $spent }
# $ceiling: the month's ceiling
announce-ceiling = Ceiling of the month: { $ceiling }
announce-over-ceiling = This announcement would exceed the month's ceiling. Choose fewer people, Telegram only, or wait for the next month.
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
announce-goes-out = Sending begins: { meetings-when }. Until then you can stop it.
announce-sure = Send it?
announce-yes = Yes, send it
# $weekday: day of the week (mon to sun), $day: the date, $hour: the hour
announce-held = ✓ The announcement is ready. Sending begins: { meetings-when }. Until then you can stop it.

## A second person
# $count: from how many people on
announce-needs-second = 👥 To write to { $count } people or more, a colleague must agree.
announce-proposed = 👥 Waiting for a colleague to agree. They have been told; you will hear when they agree.
announce-nobody = 👥 A colleague must agree, but there is nobody besides you. Invite a coordinator or a partner: Staff page → Staff and invitations.
announce-waits = 👥 This announcement waits for a colleague to agree.
announce-take-back = Take it back and change it
announce-asks-you = 👥 A colleague has written an announcement. Before it goes out you are asked to agree.
announce-to-agree = See the announcement
# $count: how many announcements
announce-owed = Announcement waiting for you to agree: { $count }
announce-agree = <b>A colleague's announcement</b>
announce-agrees = ✓ I agree, send it
announce-disagrees = ✗ I do not agree
announce-why = Why? Your colleague will read it.
announce-agreed = ✓ A colleague has agreed. The announcement goes out soon.
# $reason: a reason
announce-refused = ✗ A colleague does not agree to the announcement: { $reason }
announce-given-back = It went back to its author with your reason.
announce-alone = Somebody else must agree to your announcement.
announce-decided = This announcement is decided already.
announce-unfit-now = ⚠ Something has changed since it was written: these people cannot be written to like this now.

## On its way
# $bar: a bar, $percent: per cent, $ended: for how many it has ended, $people: in all, $minutes: minutes left (-1: not known yet)
announce-progress =
    <b>The announcement is being sent</b>
    { $bar } { $percent } %
    { $ended } / { $people }
    { $minutes ->
        [-1] It begins now
        [0] Less than a minute left
        [one] About one minute left
       *[other] About { $minutes } minutes left
    }
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
announce-is-correction = (a correction, for those who got the one before)
announce-is-retry = (once more, for those whom the one before did not reach)
# $count: how many people
announce-sent = ✓ Sent: { $count }
# $delivered: to how many it was delivered, $seen: how many have seen it; only Viber tells
announce-receipts = {"   "}of these confirmed by Viber: delivered { $delivered }, seen { $seen }
# $count: how many people
announce-waiting = Waiting: { $count }
# $count: how many people
announce-opted-out = Opted out of messages: { $count }
# $count: how many people
announce-unreachable = Blocked or deleted the bot: { $count }
# $count: how many people
announce-failed = Could not be sent: { $count }
# $reason: why, $count: how many people
announce-reason = {"   "}{ $reason }: { $count }
announce-reason-device = the phone did not take it
announce-reason-form = the messenger did not take it
announce-reason-big = the file is too big
announce-reason-file = the file is gone
announce-reason-ours = a mistake on our side
# $count: how many people
announce-outdated = No longer needed: { $count }
# $count: how many people
announce-cancelled = Not sent any more: { $count }
# $count: how many people
announce-unknown = Not confirmed by the messenger: { $count }
# $cost: an amount
announce-cost = Cost: { $cost }
# $option: an answer, $count: how many have chosen it
announce-poll-count = • { $option }: { $count }
announce-poll-few = You will see the answers when at least ten people have answered.

## Correction
announce-to-correct = ✎ Send a correction
announce-still-going = The announcement is still being sent. We stop it, so that the others do not get the mistake; those who have it get the correction.
announce-correct-stop = Stop it and correct it
announce-right-text = Write the right text in Georgian. Exactly those get it who got the one before. On Telegram the old text is changed where that can be done; elsewhere a new message comes.
announce-right-text-en = The right text in English as well.
announce-corrected = ✎ <b>Corrected announcement</b>

## Once more
announce-to-retry = ↻ Retry those that failed
announce-retry = Whom shall we write to once more? Nobody who has it will get it again.
announce-may-double = ⚠ Those for whom there was no confirmation may get it twice.
# $count: how many people
announce-retry-refused = Refused by the messenger: { $count }
# $count: how many people
announce-retry-failed = Could not be sent: { $count }
# $count: how many people
announce-retry-unknown = Not confirmed: { $count }
announce-nothing-to-retry = There is nothing to retry.

## To paste elsewhere
announce-to-share = 📋 For Facebook
announce-share = Below are the picture and the text. Copy them into Facebook or a Viber group.
# $text: the announcement, $link: an address
announce-shared =
    { $text }

    More, and your say: { $link }
announce-card-head = Announcement
announce-card-foot = Scan it: ask, propose, vote from your phone.
