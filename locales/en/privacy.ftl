### My data

## What to do
privacy-ask =
    <b>My data</b>
    What would you like to do?
privacy-show = What do you keep about me?
privacy-stop = Stop messages to me
privacy-resume = Send me messages again
privacy-move = Change my settlement
privacy-link = Add another messenger
privacy-withdraw = Take my consent back
privacy-delete = Delete everything
privacy-stopped = All right, we will not write to you. If you write, we answer.
privacy-resumed = All right, we will send you news again.
privacy-moved = Your settlement is changed.

## What we keep
privacy-export = <b>Everything we keep about you</b>
# $language: its name
privacy-has-language = Language: { $language }
# $municipality: its name
privacy-has-municipality = Municipality: { $municipality }
# $settlement: its name
privacy-has-settlement = Settlement: { $settlement }
# $name: of a staff member
privacy-has-name = Name: { $name }
privacy-has-phone = Telephone number: kept only as a code from which the number cannot be read
# $age: the age
privacy-has-age = Age: { $age } or older, as you have told us
# $day: a date, $version: number of the text
privacy-has-consent = Consent: { $day }, text no. { $version }
# $messenger: its name, $day: a date
privacy-has-account = Messenger: { $messenger }, first on { $day }
# $municipality: its name, $role: what one is
privacy-has-role = Role: { $municipality }, { $role }
# $number: the idea's number, $title: its title
privacy-has-idea = Your idea no. { $number }: { $title }
# $title: the idea's title
privacy-has-support = You support the idea: { $title }
# $number: of the idea, $text: your words
privacy-has-appeal = Appeal about idea no. { $number }: { $text }
# $number: the idea's number, $title: its title
privacy-has-report = You found out of place: idea no. { $number }: { $title }
# $title: a project
privacy-has-follow = You get news of this project: { $title }
# $topic — topic, $mode — how we write
privacy-has-topic = What we write about: { $topic } — { $mode }
# $title: a project, $text: your words
privacy-has-remark = Of the project “{ $title }” you said: { $text }
# $name: the survey's name, $answers: what was answered
privacy-has-answers = Survey “{ $name }”: { $answers }
# $name: the name of an anonymous survey
privacy-has-answered = Survey “{ $name }”: only that you answered
# $name: the survey's name, $count: how many answers they entered
privacy-has-helped = Survey “{ $name }”: you entered { $count } for neighbours. Which answers these are is not kept
# $name: the team's name, $own: your name in it, $side: the side, $count: how many
privacy-has-team = Practicum team “{ $name }”: you are { $own } ({ $side }), pieces you added: { $count }
# $name: the team's name, $text: your words
privacy-has-mentored = You reviewed the team “{ $name }”: { $text }
# $name: the meeting's name
privacy-has-signup = You are signed up for the meeting: { $name }
# $name: the cohort's name, $own: your name in the application, $answers: what was answered
privacy-has-application = Application to the Academy cohort “{ $name }” (your name in it: { $own }): { $answers }
# $name: the seminar's name, $own: the name that people see, or …
privacy-has-seminar = You lead the seminar “{ $name }”; people see the name: { $own }
privacy-has-learning = You are learning at the Academy: { $title } — lessons passed: { $passed }
# $name: the vote's name
privacy-has-proof = Vote “{ $name }”: your identity is confirmed. The personal number or the card's code is kept as a cipher only, and deleted when the vote is sealed
# $name: the vote's name
privacy-has-vote = Vote “{ $name }”: only that you voted. What you voted for is not kept with your name
# $question: the question, $option: the answer
privacy-has-poll = Quick poll “{ $question }”: { $option }
# $number: the question's number, $text: the question, $answer: the answer
privacy-has-question = Question №{ $number }: “{ $text }” — { $answer }
# $count: how many
privacy-has-replies = { $count ->
    [one] Your answer to a resident's question: 1
   *[other] Your answers to residents' questions: { $count }
}
# $code: its code, $course: the course, $day: a date
privacy-has-certificate = Certificate { $code }: { $course }, { $day }. The name is not kept, only a code that it can be compared with
# $count: how many
privacy-has-drafts = { $count ->
    [one] Unfinished conversations: 1
   *[other] Unfinished conversations: { $count }
}
# $count: how many
privacy-has-photos = { $count ->
    [one] Your photos: 1
   *[other] Your photos: { $count }
}
# $count: how many
privacy-has-letters = { $count ->
    [one] Our messages to you: 1 (only when and whether it arrived)
   *[other] Our messages to you: { $count } (only when and whether they arrived)
}

## Taking consent back
privacy-withdraw-sure = We will delete where you live and write nothing more. To take part again you will be asked for consent anew. Take the consent back?
privacy-withdraw-yes = Yes, take it back
privacy-withdrawn = Your consent is taken back. If you like, we delete the rest too: press “Delete everything”.

## Deleting
privacy-delete-sure =
    <b>Everything will be deleted</b>
    Deleted: language, settlement, name, telephone code, consent, roles, unfinished conversations, sign-ups and supports, lessons, your questions with their answers.
    Kept without your name: the ideas you sent, your survey answers, questions that were published with your consent, and the code of an Academy certificate. Voice messages and videos among them are deleted.
    If you have voted, a mark is kept that this vote is used, so that nobody can vote with it again. Whose it is can no longer be seen.
    Delete it?
privacy-delete-yes = Yes, delete everything
privacy-no = No, keep it
privacy-deleted = Everything is deleted. Thank you for taking part! If you write again, we will meet anew.

## Another messenger
# $code: the one-time code, $minutes: how long it works
privacy-link-code =
    Your code: <b>{ $code }</b>
    Open { -brand } in the other messenger (Telegram or Viber) and type this code there. { $minutes ->
        [one] The code works for one minute.
       *[other] The code works for { $minutes } minutes.
    } Do not give it to anybody else.
privacy-link-ask = Did you get this code in the other messenger? Then both count as one person: they share the data, and the one vote.
privacy-link-yes = Yes, I got it
privacy-link-no = No
privacy-link-own = This code must be typed in the other messenger; it does nothing here.
privacy-link-paused = Voting is paused at the moment, so the messengers cannot be joined. Please try again later with a new code.
privacy-linked = ✓ Both messengers are yours now.
