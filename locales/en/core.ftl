### Words and replies that every conversation has

## Words that always work; separated by commas
word-menu = menu, main menu, start, restart, home
word-cancel = cancel
word-back = back
word-help = help, person, operator, human
word-language = language, change language
word-stop = stop, unsubscribe, stop messages, do not write

## Buttons
core-menu = ☰ Menu
core-back = ← Back
core-skip = Skip
# Other ways to say that one has no answer, separated by commas
core-skip-words = no, none, skip, i do not know, i don't know, i dont know, don't know, dont know, do not know, idk, no idea, not sure, i'm not sure, i am not sure, can't remember, i can't remember, can't say, i don't remember, don't remember, dont remember, no answer, n/a, -, –, —, ?, no photo, არა, არ ვიცი, არ მახსოვს
core-done = ✓ Done
# $page: the page in view, $pages: how many there are
core-next = Next → ({ $page }/{ $pages })
core-next-word = next
core-previous = ← Previous
core-share-phone = Send my number
core-share-place = Send the place
core-show-all = Show all
# $what: the name of the unfinished thing
core-continue = Continue: { $what }

## When a reply does not fit the question
core-stale = That button is no longer in use. This is where we are:
core-use-buttons = Please choose one of the buttons below.
core-want-text = Please answer in words.
core-want-number = Please write just a number, for example 25.
core-want-one-number = Please write just one number, for example 25.
core-want-whole = Please write a whole number, for example 25.
core-want-decimal = Please write just a number, for example 25 or 2.5.
# $low, $high: the bounds
core-number-between = The number must be between { $low } and { $high }.
# $low: the bound
core-number-at-least = The number must be at least { $low }.
# $high: the bound
core-number-at-most = The number must be at most { $high }.
core-want-date = We could not read the date. Please write it like this: 5.12.2026.
core-want-time = We could not read the time. Please write it like this: 18:30.
core-want-date-time = We could not read the date and time. Please write them like this: 5.12.2026 18:30.
core-want-photo = Please send a photo.
core-photo-failed = We could not get the photo. Please send it again.
# $limit — megabytes
core-recording-too-big = The recording is too large. At most { $limit } MB are possible. Please send a shorter one.
core-recording-failed = We did not get the recording. Please send it again.
core-ask-audio = 🎤 Record a voice message. You may also write your answer.
core-ask-audio-written = Voice messages do not reach us from here. Please write your answer or send a recording as a file (📎).
core-want-audio = This is neither a voice message nor text.
core-ask-video = 🎥 Make a video and send it, a minute or two at most.
core-want-video = This is not a video.
core-want-file = Please send a file (📎).
# $kinds — the ending of the file's name, for example .csv
core-file-kind = This is another kind of file. Its name should end like this: { $kinds }. Please save it so and send it again.
# $limit — megabytes
core-file-too-big = The file is too large. At most { $limit } MB are possible. Leave in it only what is needed and send it again.
core-file-failed = We did not get the file. Please send it again.
core-want-place = Please press the button “Send the place”.
core-want-phone = Please do not type the number: send it with the button.
core-phone-not-own = That is somebody else's number. Please send your own with the button.
core-want-moment = We could not read the date and hour.
core-moment-past = That moment has passed. Please give one in the future.
# $limit: number of characters
core-too-short = That is very short. Please write at least { $limit } characters.
# $limit: allowed, $length: written
core-too-long = That is too long: { $length } characters. Please shorten it to { $limit }. Your other answers are saved.
# $number: what was typed
core-no-such-number = There is no number { $number } in the list.
core-one-only = Only one can be chosen here.
core-no-longer-there = Your answer is no longer in the list. Please choose again.
core-list-changed = The list has changed meanwhile. Please choose again.
core-not-in-list = We did not find that in the list. Please type a part of the name or press a button.
# $count: how many choices the list has
core-type-to-find = The list has { $count } choices. Type a part of the name and we will find it.
core-still-working = We are still working on it and will write to you soon.

## Choosing several
# $count: chosen, $limit: at most
core-picked = Chosen: { $count } (at most { $limit })
# $count: at least
core-pick-some = Please choose at least { $count }.
# $limit: at most
core-pick-at-most = You cannot choose more than { $limit }. To take one off, press it once more.
# $count: how many picks are gone
core-pick-gone = { $count ->
    [one] One of your choices was taken off the list. Please look at your choices again.
   *[other] { $count } of your choices were taken off the list. Please look at your choices again.
}

## Putting in order
core-rank-how = Press them in order: first the first, then the second and so on. You can also type the numbers, for example 3 1 2.
core-rank-order = Your order:
# $count: how many are left
core-rank-left = { $count } to go. To take one off, press it once more.
core-rank-twice = Please write each number only once, for example 3 1 2.
# $count: how many are left
core-rank-all = The order is not complete yet: { $count } to go.

## Others
core-apology = Sorry, we could not answer you. The mistake is ours and we know of it. Please try again.
core-work-lost = We are sorry: we could not make what you asked for. The mistake is ours. Please try again in a while.
core-stopped = All right, we will not write to you. If you write, we answer. To turn messages on again: Menu → My data.
core-some-topics = Choose only some topics

## The messenger's own menu
core-name = Monawile
command-menu = Main menu
command-help = Help
command-language = Change the language
command-stop = Stop messages
core-phone-got = ✓ We have your number.
core-place-got = ✓ We have the place.
