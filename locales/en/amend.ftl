### Correcting the questions of a survey that is open (for the coordinator)

# Name of an unfinished conversation, and the button
amend-name = Correcting questions
amend-button = ✎ Correct the questions
# $title: the survey's
amend-row = { $title } · being corrected
amend-closed = The survey has ended. Its questions can no longer be corrected: the answers are to what people were asked.
# $title: the survey's
amend-how = <b>{ $title }</b>

    How will you correct the questions? Until you publish them, residents see the old ones. Answers that have been given are not lost.
amend-in-chat = Here, in the chat
amend-by-file = With a corrected Excel file
amend-unseen = These are the corrected questions. Residents still see the old ones. Try them yourself first, then publish.
amend-publish = ✓ What changes? Publish
amend-same = Nothing has changed in the questions, so there is nothing to publish.
# $title: the survey's
amend-drop-sure = Drop the correction? “{ $title }” goes on with the old questions.
amend-drop-yes = Yes, drop it
amend-dropped = The correction is dropped. The survey goes on with the old questions.

## What keeps it from being published
amend-clash = <b>It cannot be published like this:</b> old and new answers would be mixed up.
# $label: the question, $name: its name in the file
amend-clash-kind = • “{ $label }” ({ $name }): another kind of question has been asked under this name.
# $label: the question, $name: its name in the file
amend-clash-repeat = • “{ $label }” ({ $name }): it was asked once and is now asked several times, or the other way round.
amend-clash-mend = Give such a question a new name in the file: the old answers stay with the old name.

## The same question or another one
# $place of $count
amend-reworded = It reads differently ({ $place }/{ $count })
# $label: the question
amend-reworded-option = An answer to: <b>{ $label }</b>
# $old, $new: the old and the new text
amend-sides = <b>Before:</b> { $old }
    <b>Now:</b> { $new }
amend-ask-meaning = Does it mean the same? If so, old and new answers are counted together.
amend-meaning-same = The same, only better worded
amend-meaning-other = Something else
amend-meaning-rest = This and all the others mean the same
# $label: the question or answer, $name: its name in the file
amend-needs-name = “{ $label }” means something else but still has its old name ({ $name }). Give it a new name in the file and send it again: then the old answers stay apart.

## What changes
amend-changes = <b>What changes</b>
# $label: the question
amend-added = + New question: { $label }
# $label: the question
amend-removed = − No longer asked: { $label }
# $label: the question, $options: answers to choose
amend-offered = + “{ $label }” — new answer: { $options }
# $label: the question, $options: answers to choose
amend-withdrawn = − “{ $label }” — can no longer be chosen: { $options }
# $old, $new: the old and the new text
amend-words = ✎ { $old } → { $new }
# $label: the question or group
amend-rules = ✎ Another condition or limit: { $label }
# $title: the new one
amend-title = ✎ Name or introduction: { $title }
amend-small = ✎ Small things only: the order, a hint or a translation
# $count: how many more
amend-more = … and { $count } more
# $count: how many have answered
amend-answered = { $count ->
    [0] Nobody has answered yet.
    [one] One person has answered the old version; this answer stays.
   *[other] { $count } people have answered the old version; their answers stay.
}
amend-kept = Whoever is answering now loses nothing: only what is new is asked. The result says beside each question how many were asked it.
amend-sure = Publish it?
amend-yes = ✓ Yes, publish
amend-no = Not yet
# $number: of the version
amend-done = ✓ The corrected questions are published (version { $number }).

    If helpers go about with printed sheets, print new ones for them. The old sheets can still be entered: the helper is asked for the version.
