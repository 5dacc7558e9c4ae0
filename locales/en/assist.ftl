### Helpers: neighbours' answers, at the door or from a printed sheet

# A button, and the name of an unfinished interview
assist-name = Help neighbours to answer
assist-not-yours = Only helpers of this municipality may do this.
assist-appointed = Thank you! You can now enter your neighbours' answers. Your menu has the button “Help neighbours to answer”.

## Where to begin
assist-none = No survey is open now.
# $count: how many were entered today, $most: the most in a day
assist-which = <b>Help neighbours to answer</b>
    You have entered { $count } today (at most { $most } a day).
    Which survey?
# $municipality: its name
assist-leave = Stop helping: { $municipality }
# $count: the most in a day
assist-enough = You have entered { $count } interviews today, and more are not possible. Thank you! Please go on tomorrow.
# $title: the survey's name
assist-how = <b>{ $title }</b>
    Where are the answers from?
assist-door = I am with the neighbour
assist-paper = From a printed sheet
assist-print = 🖨 Sheet to print
assist-day = Which date is on the sheet?
assist-which-version = The questions of this survey have been corrected. Which version stands at the foot of the sheet? If none does, it is the first.
# $number: of the version
assist-version = Version { $number }
assist-language = In which language shall we ask?

## Consent
assist-read-out = <b>Read this out to the neighbour, word by word.</b> Ask only people who are 16 or older, each on their own.
# $municipality: its name, $title: the survey's name
assist-consent = Hello! I am collecting answers to the survey “{ $title }”. It is held by { $municipality }. Taking part is voluntary, and you may stop at any time. I do not write down your name, and your answers are not linked to you. If you have answered this survey before, please do not answer again.
assist-agree-ask = Do you agree that I write down your answers?
assist-agrees = ✓ Agrees
assist-declines = Declines
assist-marked = Is “I agree” marked on the sheet? If it is not, the answers cannot be entered.
assist-declined = We have noted only that one person declined. Please thank them.

## Answers
assist-settlement = Where does this person live?
assist-overview = <b>The neighbour's answers</b>
    Please look them over and send them. Nothing has been sent yet.
# $words: what to read out to the neighbour
assist-phone = <b>At the end, read out:</b>
    { $words }

    Type the number, or skip. Then delete the message with the number from this chat.
assist-phone-why = If you like, tell me your mobile number. We need it only so that nobody is counted twice. It is kept as a code, is not linked to your answers, and is deleted as soon as the survey ends. If the phone belongs to the whole family, please do not tell me.
assist-phone-odd = This does not look like a mobile number. Write it like this: 599 12 34 56. Or skip it.
# $count: how many were entered today, $most: the most in a day
assist-thanks = ✓ The answers are in. Please thank the neighbour!
    You have entered { $count } today (at most { $most } a day).
assist-double = This neighbour has answered the survey already, so the second answer was not taken. Please thank them.
assist-next = Next neighbour →

## For the coordinator
# $count: how many, $paper: how many of them from a sheet
assist-figures = With helpers: { $count }, of them from a sheet: { $paper }
# $count: how many
assist-unnumbered = Without a phone number: { $count }
# $count: how many, $seconds: in fewer seconds than that
assist-quick = ⚠ In under { $seconds } seconds: { $count }
# $declined: how many declined, $doubled: how many had answered already
assist-refused = Declined: { $declined }, had answered already: { $doubled }
# $name: the helper, $count: how many they entered, $quick: how many of them too quickly
assist-share = • { $name }: { $count }{ $quick ->
    [0] {""}
   *[other] {" "}(quick: { $quick })
}
# $count: how many answers helpers entered
assist-result = Helpers entered { $count } of them.
# $count: how many of these without a phone number
assist-result-unnumbered = Without a phone number, that is, unchecked: { $count }.
