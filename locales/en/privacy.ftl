### My data

## What to do
privacy-ask =
    <b>My data</b>
    What would you like to do?
privacy-show = What do you keep about me?
privacy-stop = Do not write to me first
privacy-resume = Write to me again
privacy-move = Change my settlement
privacy-link = Add another messenger
privacy-withdraw = Take my consent back
privacy-delete = Delete everything
privacy-stopped = All right, we will not write first any more. We still answer what you write.
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
# $name: the survey's name, $answers: what was answered
privacy-has-answers = Survey “{ $name }”: { $answers }
# $name: the name of an anonymous survey
privacy-has-answered = Survey “{ $name }”: only that you answered
# $name: the meeting's name
privacy-has-signup = You are signed up for the meeting: { $name }
# $name: the vote's name
privacy-has-vote = Vote “{ $name }”: only that you voted. What you voted for is not kept with your name
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
privacy-withdraw-sure = We will remove your municipality and settlement and write nothing more. To take part again you will be asked for consent anew. Go on?
privacy-withdraw-yes = Yes, take it back
privacy-withdrawn = Your consent is taken back. You can have the rest deleted too with the button below.

## Deleting
privacy-delete-sure =
    <b>Everything will be deleted</b>
    Deleted: language, address, name, telephone code, consent, roles, unfinished conversations, sign-ups and supports.
    Kept without your name: the ideas you sent and your survey answers.
    Also kept is the mark that this vote has been cast, so that nobody can vote a second time; whose it is can no longer be seen.
    Delete it?
privacy-delete-yes = Yes, delete everything
privacy-no = No, keep it
privacy-deleted = Everything is deleted. Thank you for taking part! If you write again, we will meet as strangers.

## Another messenger
# $code: the one-time code, $minutes: how long it works
privacy-link-code =
    Your code: <b>{ $code }</b>
    Open { -brand } in the other messenger and type this code there. { $minutes ->
        [one] The code works for one minute.
       *[other] The code works for { $minutes } minutes.
    } Do not give it to anybody else.
privacy-link-ask = Was this code shown to you in the other messenger? Then both count as one person: they share the data, and the one vote.
privacy-link-yes = Yes, it is mine
privacy-link-no = No
privacy-link-own = This code must be typed in the other messenger; it does nothing here.
privacy-link-paused = Voting is paused at the moment, so the messengers cannot be joined. Please try again later with a new code.
privacy-linked = Done: both messengers are yours now.
