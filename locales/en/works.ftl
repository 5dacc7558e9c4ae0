### What is being built: the winning projects

## The list
works-list = What is being built with your votes. Choose a project:
works-which = What would you like to see?
# $count: how many projects
works-all = All ({ $count })
# $name: a project, $told: stage and place
works-row = { $name } — { $told }
works-none = No project has been chosen by vote in this municipality yet. Once a result is announced, you will see here what is being built.
works-gone = We could not find this project.
works-to-list = All projects
works-to-this = The project's page

## One project
# $number: its number, $title: its name
works-title = <b>№{ $number }. { $title }</b>
# $stage: the stage
works-stage-name = { $stage ->
    [planned] planned
    [started] under way
    [done] done
   *[stopped] stopped
}
# $stage: the stage
works-stage = { $stage ->
    [planned] Stage: planned
    [started] Stage: under way
    [done] Stage: done
   *[stopped] Stage: stopped
}
# $place: a village or part
works-place = Place: { $place }
# $cost: planned cost
works-cost = Planned cost: { $cost }
# $cost: planned, $spent: spent
works-spent = Planned cost: { $cost }, spent: { $spent }
# $starts, $ends: days
works-dates = Time: { $starts } – { $ends }
works-no-dates = The time is not set yet.
works-no-news = There is no news yet.
# $day: a date, $stage: the stage
works-news = { $stage ->
    [planned] <b>News, { $day }</b> (planned)
    [started] <b>News, { $day }</b> (under way)
    [done] <b>News, { $day }</b> (done)
   *[stopped] <b>News, { $day }</b> (stopped)
}
# $count: how many
works-confirmed = { $count ->
    [one] { $count } resident confirms this
   *[other] { $count } residents confirm this
}
# $count: how many
works-disputed = { $count ->
    [one] { $count } resident disagrees
   *[other] { $count } residents disagree
}
# $day: a date, $text: a resident's words
works-said = A resident, { $day }: “{ $text }”
# $day: a date, $text: the answer
works-answered = The city hall's answer, { $day }: “{ $text }”
# $day: the day it was owed
works-overdue = The city hall owed an answer by { $day }. There is none yet.
# $count: how many, $day: until when
works-waiting = { $count ->
    [one] { $count } remark waits for an answer, owed by { $day }.
   *[other] { $count } remarks wait for an answer; the first is owed by { $day }.
}
works-earlier = Earlier news
works-page = All photos on the web page
works-follow = Send me its news
works-unfollow = No more news
works-followed = ✓ We will write to you with every news of this project.
works-unfollowed = ✓ We will not write to you about this project any more.

## Confirm or dispute
works-tell = Is it so? Say what you saw
works-note-title = Your word on a project
works-not-here = Only residents of this municipality can say whether it is so.
works-ask-kind = Have you seen it yourself? Is it as the city hall says?
works-is-so = Yes, it is so
works-is-not-so = No, it is not so
works-ask-why = What is different? Write what you saw and where. Everybody will read your words with the answer, without your name. Please give no names or telephone numbers of others.
works-ask-photo = Have you a photo? Send it, or skip.
# $text: what was written
works-read-back =
    You write:
    “{ $text }”
    Shall we send it to the city hall?
works-send = Yes, send it
works-change = Change
works-confirmed-thanks = ✓ Thank you! Your confirmation is counted.
# $day: until when
works-disputed-thanks = ✓ Thank you! The city hall owes you an answer by { $day }. We will write it to you here.
works-said-already = We have your word on this news already. You can tell us again when there is more news.
works-answer-came = <b>The city hall has answered your remark.</b>

## For the staff
works-not-yours = Only a coordinator or the person responsible for the project may do this.
works-none-yet = Winning projects appear here once the result is announced.
works-staff-list = Winning projects. Choose one:
# $name: a project, $told: stage, $count: unanswered remarks
works-row-owed = { $name } — { $told } · unanswered: { $count }
# $name: a member of the staff
works-owner = Responsible: { $name }
works-nobody = Nobody is responsible yet.
# $count: how many people
works-followers = { $count ->
    [one] { $count } person follows the news.
   *[other] { $count } people follow the news.
}
works-to-answer = Answer a remark
works-to-news = Add news
works-to-plan = Who and when
works-plan-title = A project's time
works-news-title = A project's news
works-answer-title = An answer to a remark
works-ask-owner = Who is responsible? They get the remarks and the reminders.
works-owner-gone = This person has no access any more. Choose another.
works-ask-starts = When does it begin? For example: 1.4.2027
works-ask-ends = When is it to be done? For example: 30.9.2027
works-bad-day = Type a date as day, month, year. For example: 30.9.2027
# $day: the day it begins
works-ends-early = It cannot end before it begins ({ $day }).
works-planned = ✓ Recorded.
works-ask-stage = Which stage is the project in now?
works-ask-text = What is new? In short and plain words: what has been done, and what comes next. Everybody will read it.
works-ask-news-photo = Send a photo. If you have none, skip.
works-ask-spent = How much has been spent so far altogether, in lari? If you do not know yet, skip.
# $text: the news, $count: how many get it
works-news-check = { $count ->
    [one] “{ $text }”
        It appears on the page and goes to { $count } person. Publish it?
   *[other] “{ $text }”
        It appears on the page and goes to { $count } people. Publish it?
}
works-publish = Yes, publish it
works-published = ✓ Published.
works-answered-already = This remark has been answered already.
works-their-photo = The resident's photo:
# $text: what a resident writes
works-their-words = A resident writes: “{ $text }”
works-ask-answer = Write the answer: what you have checked and what will be done. Everybody will read it, without names.
# $text: the answer
works-answer-check =
    Your answer:
    “{ $text }”
    Publish it?
works-answer-sent = ✓ The answer is published and goes to whoever wrote the remark.
# $name: a project, $days: the limit in days
works-stale = { $days ->
    [one] <b>{ $name }</b>: more than a day has passed since the last news. People are waiting: write in short how things stand, even if nothing has changed.
   *[other] <b>{ $name }</b>: more than { $days } days have passed since the last news. People are waiting: write in short how things stand, even if nothing has changed.
}
# $name: a project
works-answer-late = <b>{ $name }</b>: the day by which a remark was to be answered has passed. The page now shows it as unanswered. Please answer it.

## The web page
works-page-planned = Planned cost
works-page-spent = Spent
works-page-days = Time
works-page-no-days = not set yet
works-page-news = How it is going
works-page-disputes = Residents' remarks
