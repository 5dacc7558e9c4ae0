### Questions that staff and experts answer

## The list
answers-name = People's questions
answers-not-yours = This page is for whoever the question concerns, and for the coordinator.
# $count: how many questions wait for this person
answers-title = { $count ->
    [0] <b>People's questions</b>
    ✓ No question is waiting for you.
    [one] <b>People's questions</b>
    One question is waiting for your answer.
   *[other] <b>People's questions</b>
    { $count } questions are waiting for your answer.
}
# $day: the last day of the answer, $text: the question's beginning
answers-row = Due { $day }: { $text }
# $day: the last day of the answer, $owner: who answers, $text: the question's beginning
answers-row-owner = Due { $day }, { $owner }: { $text }
answers-nobody = nobody
# $count: how many
answers-all = All questions without an answer: { $count }
# $count: how many
answers-check = Answers to publish: { $count }
answers-public = Published answers
answers-figures = How fast we answer
answers-routes = Who answers on which topic
answers-office = Days to answer and days off
answers-none = No question is waiting.
answers-which = Questions without an answer. Choose one:
answers-to-list = People's questions
# $count: how many questions
answers-owed = A resident's question waiting for an answer: { $count }
answers-appointed = Thank you! When a question comes, we write to you here. The menu has all of them too: “People's questions”.

## Answering
# name of an unfinished conversation
answers-write-title = Answer to a question
# $name: a name the resident has written themselves
answers-asker = Asked by: { $name }
answers-nameless = The resident wrote no name.
# $reason: why it came
answers-came = Passed on to you by a colleague. Reason: { $reason }
answers-already = This question needs no answer any more: somebody has answered, or it was taken back.
answers-to-answer = Write the answer
answers-to-pass = Pass it on
answers-ask-answer = Write the answer in one message: plainly, step by step, without legal language. If people have to go elsewhere, write where and how.
# $text: the answer
answers-read-back =
    <b>Look it over. Nothing has been sent yet.</b>

    { $text }
answers-may-publish = The resident agrees that others read the answer too, without personal data.
answers-stays-private = Only whoever asked reads this answer.
answers-send = ✓ Send
answers-change = ✎ Change
answers-sent = ✓ The answer was sent.
answers-to-publish = Publish it for others

## Passing on
answers-to-whom = Who should get it? The last day of the answer stays the same.
answers-to-coordinators = The coordinators
answers-why = Why do you pass it on? Your colleague reads this.
answers-alone = There is nobody else who could get this question.
answers-passed = ✓ The question was passed on. We have told your colleague.
answers-person-gone = The question cannot go to this person. Choose somebody else.

## Publishing
# name of an unfinished conversation
answers-publish-title = Publishing an answer
answers-nothing-to-check = There is no answer to publish.
# $count: how many answers
answers-check-which = Residents agree that others read these answers too ({ $count }). Choose one:
answers-not-to-publish = This answer cannot be published now: it is public already, or the resident has taken the consent back.
answers-look = <b>Is it of use to others?</b> First take out everything by which somebody could be recognised: name, house, family, illness.
answers-edit = Yes, I go through the text
answers-never = Do not publish it
answers-edit-question = <b>The question.</b> This will be published:
answers-edit-answer = <b>The answer.</b> This will be published:
answers-keep = Leave it as it is
answers-write-anew = ✎ I write it anew
answers-new-text = Write it anew, without personal data.
answers-tick = <b>A last look.</b> Everybody will read this:
answers-ticked = ☑ Nobody can be recognised, publish
answers-published = ✓ It is published. The resident sees it too and can take the consent back.
answers-kept-back = ✓ This answer will not be published.
answers-hide = Hide the answer
answers-hidden = ✓ This answer is no longer shown.
answers-stays = The answer is still shown.
answers-public-which = What everybody reads. Choose one to hide it:

## Who answers on which topic
answers-routes-what = Whose questions are we sharing out?
answers-of-office = Those to the city hall
answers-of-experts = Those to experts
answers-nobody-able = There is nobody yet who could answer. Invite an official or an expert.
answers-which-topic = Who answers now. Choose a topic:
# $topic: the topic, $name: who answers
answers-route = { $topic } — { $name }
# $topic: the topic
answers-who-answers = { $topic }: who answers?
answers-no-expert = nobody
answers-coordinators = the coordinators
answers-routed = ✓ Saved. New questions go this way.
answers-one-more = One more topic

## A link and a picture that open the way to ask
answers-door = Link and picture for questions
answers-door-topic = What should people ask about? The link opens the question at once.
answers-door-any = Any topic
# $link: the address, $code: the code
answers-door-done = Print the picture, or put it on Facebook or into a Viber group together with the link. The code opens the question at once: <b>{ $code }</b>
    { $link }
answers-card-head = A question?
answers-card-title = Ask city hall
answers-card-foot = Scan this or write the code to the bot. You need not tell your name.

## Days
# $count: working days
answers-days = { $count ->
    [one] <b>We answer within one working day.</b>
   *[other] <b>We answer within { $count } working days.</b>
}
answers-holidays = Weekends and the public holidays of the law do not count. Add further days off that the government declares here.
# $list: days
answers-days-off = Further days off: { $list }
answers-set-days = Change the days
answers-add-day = Add a day off
# $day: the day
answers-drop-day = ✗ { $day }
answers-ask-days = Within how many working days do you answer? From 1 to 30. What has been promised already does not change.
answers-ask-day = Which day is free? For example: 31.12.2026
answers-office-kept = ✓ Saved. The days of new questions are counted this way.

## How fast we answer
figures-title = <b>Answers of the last year</b>
figures-none = There was no answer yet.
# $count: how many
figures-answered = Answers: { $count }
# $days: working days
figures-median = Half of them took so many working days or fewer: { $days }
# $share: per cent, $count: how many
figures-share = In time: { $share }% ({ $count })
# $count: how many
figures-open = Waiting for an answer: { $count }
# $count: how many
figures-overdue = Of these late: { $count }
figures-office = <b>City hall, by topic</b>
figures-experts = <b>Experts, by topic</b>
# $topic: the topic, $count: how many answers, $days: the median in working days, $share: per cent in time, $open: how many wait
figures-topic = • { $topic }: { $count } answered, median { $days } working days, { $share }% in time, { $open } waiting
# $topic: the topic, $open: how many wait
figures-topic-none = • { $topic }: no answer yet, { $open } waiting

## Letters
answers-new = <b>A new question for you.</b>
answers-new-nobody = <b>A new question that nobody is responsible for.</b> Answer it, or pass it on to a colleague.
# $day: the last day of the answer
answers-due-soon = <b>The answer is due soon: { $day }.</b> A resident is waiting.
answers-due-today = <b>Today is the last day for the answer.</b> A resident is waiting.
# $day: the last day of the answer
answers-late = ⚠ <b>The answer is late, it was due on { $day }.</b> Answer, or pass it on to a colleague.
# $day: the last day of the answer, $name: who was to answer
answers-escalated = ⚠ <b>A question was left without an answer; it was due on { $day }.</b> To answer it was: { $name }. You can answer yourself, or give it to somebody else.
