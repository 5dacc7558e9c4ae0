menu-learn = Academy

learn-welcome = <b>The Academy of Participation</b>
    { $about }
learn-anywhere = What you begin on Telegram you can continue on Viber, once the two are linked.
learn-who-sees = Nobody sees what you learn or how you answer. We keep only how far you have come.
learn-choose-track = Which way would you like to take?
learn-track = <b>{ $name }</b> ({ $count } lessons). { $about }
learn-other-track = Another way

learn-page = <b>{ $title }</b>
    { $track }
learn-bar = { $bar } { $passed }/{ $count }
learn-next = Next: { $number }. { $title }
learn-here = You stopped here: { $number }. { $title }
learn-finished = You have passed all lessons. Congratulations!
learn-go-on = Go on
learn-start = Begin
learn-all = All lessons
learn-practicum = The team's practical work
learn-back = The Academy's page

learn-list = Choose a lesson. One that you have passed can be repeated.
learn-row-new = { $title }
learn-row-begun = { $title } — begun
learn-row-passed = ✓ { $title }

learn-card-title = <b>{ $title }</b>
learn-card-head = { $number }. { $title } · { $card }/{ $cards }
learn-lesson-head = <b>Lesson { $number }. { $title }</b>
    { $goal } It takes about { $minutes } minutes.
learn-picture = <i>The picture: { $shown }.</i>
learn-source = Source: { $sources }
learn-forward = Next card →
learn-backward = ← Card before
learn-to-task = To the task →
learn-to-quiz = To the questions →
learn-skip-task = Without the task
learn-gone = There is no such lesson. Open the Academy and choose from the list.

learn-task-head = <b>Try it.</b> { $ask }
learn-task-model = Here is one good example. Compare it with yours:
learn-task-yes = Yes
learn-task-no = No
learn-task-not-yet = This has to be settled first:
learn-task-ready = Your text is ready. You can copy it:
learn-task-shares = All in all: { $total }. { $shares }
learn-task-share = { $name } — { $share } %
learn-task-nobody = All numbers are zero. Please write how many people there are in the team.
learn-task-picked = Your trial choice: { $names }.
learn-task-project = { $name } — { $cost }

learn-quiz-ask = Question { $place }/{ $count }. { $ask }
learn-quiz-right = ✓ That is right. { $why }
learn-quiz-wrong = ✗ No. { $why }
learn-quiz-answer = The right answer: { $answer }. { $why }
learn-quiz-missed = You left out: { $answer }. { $why }
learn-quiz-passed = <b>You have passed the lesson.</b> Right answers: { $right }/{ $count }.
learn-quiz-failed = Right answers: { $right }/{ $count }. { $enough } % are needed. Never mind: try again, the questions will be others.
learn-quiz-again = Try again
learn-quiz-read = Read the lesson again
learn-quiz-next = Next lesson →
learn-quiz-all = <b>Congratulations!</b> You have passed all lessons of this way.

learn-nudge = The lesson “{ $title }” is waiting for you. { $left ->
    [one] One lesson is left.
   *[other] { $left } lessons are left.
    } You can go on where you stopped.
learn-nudge-off = Do not write to me so
