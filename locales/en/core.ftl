### Words and replies that every conversation has

## Words that always work; separated by commas
word-menu = menu, main menu
word-cancel = cancel
word-back = back
word-help = help
word-language = language
word-stop = stop, unsubscribe

## Buttons
core-menu = ☰ Menu
core-back = ← Back
core-skip = Skip
core-done = ✓ Done
# $page: the page in view, $pages: how many there are
core-next = Next → ({ $page }/{ $pages })
core-next-word = next
core-previous = ← Previous
core-share-phone = Share my number
core-share-place = Send the place
core-show-all = Show all
# $what: the name of the unfinished thing
core-continue = Continue: { $what }

## When a reply does not fit the question
core-stale = That button is no longer in use. This is where we are:
core-use-buttons = Please choose one of the buttons below.
core-want-text = Please write your answer as text.
core-want-number = Please write just a number, for example 25.
# $low, $high: the bounds
core-number-between = The number must be between { $low } and { $high }.
core-want-photo = Please send a photo.
core-photo-failed = We could not get the photo. Please send it again.
core-want-place = Please press the button and send the place.
core-want-phone = Please do not type the number: press the button “Share my number”.
core-phone-not-own = That is somebody else's number. Please share your own with the button.
core-want-moment = Write the date and hour like this: 05.12.2026 18:00
core-moment-past = That moment has passed. Please give one in the future.
# $limit: number of characters
core-too-short = That is very short. Please write at least { $limit } characters.
# $limit: allowed, $length: written
core-too-long = That is too long: { $length } characters. Please shorten it to { $limit }; everything else is saved.
# $number: what was typed
core-no-such-number = There is no number { $number } in the list.
core-one-only = Only one can be chosen here.
core-no-longer-there = Your answer is no longer in the list. Please choose again.
core-still-working = We are still working on it and will write to you soon.

## Choosing several
# $count: chosen, $limit: at most
core-picked = Chosen: { $count } (you may choose up to { $limit })
# $count: at least
core-pick-some = Please choose at least { $count }.
# $limit: at most
core-pick-at-most = You cannot choose more than { $limit }. Take one off first.
# $count: how many picks are gone
core-pick-gone = { $count ->
    [one] One of your choices was taken off the list. Please look at your choices again.
   *[other] { $count } of your choices were taken off the list. Please look at your choices again.
}

## Others
core-apology = Sorry, we could not handle this message. The mistake is ours and we know of it. Please try again.
core-stopped = All right, we will not write unless you write to us. You can turn it on again at any time: Menu → My data.

## The messenger's own menu
core-name = Monawile
command-menu = Main menu
command-help = Help
command-language = Change the language
command-stop = Stop messages
core-phone-got = ✓ We have your number.
core-place-got = ✓ We have the place.
