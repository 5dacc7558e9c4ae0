### A new survey: in the chat or from an Excel file (for coordinators)

## The page of surveys
# $title: name of the survey
drafts-row = { $title } · not begun yet
drafts-new = + New survey in the chat
drafts-file = + Survey from an Excel file
drafts-untitled = Without a title
drafts-gone = There is no such survey in preparation any more: it has begun or was deleted.
drafts-moved = Somebody else has changed this survey meanwhile. Please look at it again.
drafts-making = New survey
drafts-file-name = Survey from an Excel file
drafts-opening = Opening a survey

## A survey in preparation
# $title: its name
drafts-title = <b>{ $title }</b>
# $count: how many questions, $minutes: how many minutes
drafts-length = { $count ->
    [one] One question, about { $minutes } min
   *[other] { $count } questions, about { $minutes } min
}
# $least, $most: how many questions, $minutes: how many minutes
drafts-length-between = { $least } to { $most } questions (depending on the answers), about { $minutes } min
# $languages: names of languages
drafts-languages = Language: { $languages }
# $code: code of the language
drafts-language = { $code ->
    [ka] Georgian
    [en] English
    [az] Azerbaijani
    [hy] Armenian
    [ru] Russian
   *[other] { $code }
}
# $number: its number, $label: the question
drafts-question = { $number }. { $label }
# $count: how many more questions
drafts-more = { $count ->
    [one] and one more question
   *[other] and { $count } more questions
}
drafts-unseen = Residents do not see it yet. Try it yourself first, then open it.
drafts-try = ▶ Try it: as people will see it
drafts-open = ✓ Open the survey
drafts-change = ✎ Change questions
drafts-rename = ✎ Title and introduction
drafts-drop = ✗ Delete
# $title: its name
drafts-drop-sure = Delete "{ $title }"? This cannot be undone.
drafts-drop-yes = Yes, delete it
drafts-drop-no = No, keep it
drafts-dropped = The survey is deleted.
drafts-to-draft = The survey's page

## Trying it
drafts-rehearsal = <i>Rehearsal: answers are not kept</i>
drafts-tried = The rehearsal is over. No answer was kept.

## Opening it
# $main: the main language, $shown: the language it will be seen in
drafts-foreign = This survey is not in { $main }. Everybody will see it in another language: { $shown }. Open it all the same?
drafts-foreign-yes = Yes, that is fine
drafts-foreign-no = No, I will add a translation
# $language: the language
drafts-ask-title = What is the survey called? Everybody will see the title. Write it in { $language }.
drafts-ask-intro = What is this survey for, and what will it change? Write two or three sentences. Residents read them before the questions.
drafts-ask-anonymous = <b>Shall it be anonymous?</b>

    <b>Anonymous:</b> we keep only that somebody has answered. Nobody can link the answers to them. For frank answers this is better.

    <b>Not anonymous:</b> the answer is kept with the person, who can read it later. You see it without a name, here too.
drafts-anonymous = Anonymous
drafts-named = Not anonymous
drafts-ask-days = Until when do we take answers?
# $count: how many days, $date: the last day
drafts-days = { $count ->
    [one] one day, { $date } included
   *[other] { $count } days, { $date } included
}
drafts-days-other = Another day
drafts-ask-last = Write the last day, for example: 20.12.2026. Answers are taken until the end of that day.
# $first, $last: the bounds
drafts-days-between = The last day must be between { $first } and { $last }.
# $date: the last day
drafts-last-day = Last day: { $date }
# $count: how many people
drafts-people = Can answer: { $count } people
drafts-sure = Open it? Questions can be corrected later too, but the answers given by then stay.
drafts-sure-yes = ✓ Yes, open it
drafts-edit-anonymous = ✎ Anonymity
drafts-edit-days = ✎ Last day
# $code: the code
drafts-opened = ✓ The survey is open and stands in the menu.

    It is for you to tell people. Put the code { $code } into the announcement: whoever writes it to the bot gets the survey at once. The same code does for a poster.
drafts-announce = Send an announcement

## A new survey in the chat
# $most: how many questions at most
drafts-new-title = <b>New survey</b>
    It takes five minutes: { $most } questions at most.

    What is the survey called? For example: "What does our village need?"
# $number: which question it is
drafts-ask-question = <b>Question { $number }</b>
    Write the question as residents will read it. One question in one message.
drafts-ask-kind = How will people answer?
drafts-kind-one = choose one answer
drafts-kind-many = choose several
drafts-kind-number = write a number
drafts-kind-text = write in their own words
drafts-kind-place = mark a place
drafts-kind-photo = send a photo
# $least, $most: how many answers
drafts-ask-answers = Write the answers to choose from in one message, one a line ({ $least } to { $most }). For example:

    Road
    Water
    Light
# $least, $most: how many answers
drafts-answers-between = There must be { $least } to { $most } answers, one a line.
# $answer: the answer that stands twice
drafts-answers-twice = "{ $answer }" stands twice.
# $answer: how the answer begins, $limit: how many letters at most
drafts-answers-long = This answer is longer than { $limit } letters: "{ $answer }…" Make it shorter.
drafts-ask-required = Is an answer required?
drafts-optional = No, it may be skipped
drafts-required = Yes, it is required
drafts-ask-next = What comes next?
drafts-one-more = + One more question
drafts-ready = ✓ Ready
drafts-english = Translate into English
# $number: its number
drafts-change-one = ✎ Question { $number }
# $most: how many at most
drafts-full = No question can be added to this survey: { $most } are the most.

## Changing one question
# $label: the question
drafts-question-text = <b>{ $label }</b>
# $answer: an answer
drafts-answer = • { $answer }
# $kind: how people answer, $required: whether they must
drafts-question-kind = <i>{ $kind }, { $required }</i>
drafts-is-required = required
drafts-is-optional = may be skipped
drafts-act-text = ✎ Text of the question
drafts-act-kind = ✎ How people answer
drafts-act-answers = ✎ Answers to choose from
drafts-act-required = ✎ Required or not
drafts-act-up = ↑ Up
drafts-act-down = ↓ Down
drafts-act-remove = ✗ Delete
drafts-act-keep = Leave it as it is

## In English
drafts-english-how = Translate title, questions and answers. "Skip" ends the translation: the rest stays in the main language only.
# $words: the text
drafts-in-english = How is this in English?

    <b>{ $words }</b>
# $count: how many answers, $words: the answers
drafts-answers-in-english = The same answers in English, in the same order, one a line ({ $count }):

    { $words }
# $count: how many there must be, $found: how many there are
drafts-answers-as-many = There must be { $count } answers, and you wrote { $found }.

## The Excel file
drafts-file-how = <b>A survey from an Excel file</b>

    Send us an XLSForm: surveys for KoboToolbox and ODK are written like that. If you have no file yet, take a template and put your own questions in. A file that you send does not open at once: first you see what the bot will ask.
drafts-file-have = Send the file
drafts-file-template = Get a template
drafts-file-send = Send the file (📎): .xlsx or .xls. If a list of answers is in a .csv file, put both into one .zip file.
drafts-template-coming = We are making the template. It will be here in a moment.
drafts-template-name = Survey template
drafts-template = This is a template: one example for each kind of question. The sheet help says what is what. Delete what you do not need, put in your own and send it to us.
drafts-reading = We have the file and are reading it. We will write to you soon.
# $count: how many
drafts-bad = { $count ->
    [one] <b>There is one mistake in the file:</b>
   *[other] <b>There are { $count } mistakes in the file:</b>
}
drafts-mend = Mend the file in Excel.
drafts-unreadable = We could not read the file. The mistake is ours. Please send it again.
drafts-can-repair = We can repair this ourselves. Your file does not change, but in the survey:
drafts-repair = Repair it for me
drafts-send-again = I will send a corrected file
# $column: how the column names the language
drafts-which-language = Which language are the columns in that say "{ $column }"?
drafts-which-plain = Which language are the columns in that name none (label, for example)?
drafts-repaired = <b>What we repaired:</b>
drafts-notes = <b>What you should know:</b>

## Reminders to residents
# $title: the survey's, $date and $hour: until when
drafts-remind-opened = A survey has begun: <b>{ $title }</b>. Answers are taken until { $date }, { $hour }.
# $title: name of the survey, $date and $hour: its end
drafts-remind-unfinished = You have begun to answer a survey and not sent it yet: <b>{ $title }</b>. Your answers are kept. Open until { $date }, { $hour }.
drafts-remind-go-on = Go on
# $title: name of the survey, $date and $hour: its end
drafts-remind-last = The survey closes tomorrow: <b>{ $title }</b>. Answers are taken until { $date }, { $hour }.
drafts-remind-answer = Answer
