### Whom a survey asks

## The coordinator's choice
audience-ask = <b>Whom do we ask?</b>

    Others do not see this survey in their menu and are not reminded. The bot does not know anybody's age: ask for it in the survey if you need it. “Whoever has the link” means other municipalities too.
audience-all = Everybody in the municipality
audience-settlements = Some settlements
audience-zone = One zone
audience-languages = Readers of a language
audience-link = Whoever has the link
# $who: whom it asks
audience-kept = As proposed: { $who }
audience-which-settlements = Which settlements shall we ask?
audience-which-zone = Which zone shall we ask?
audience-which-languages = Readers of which language shall we ask?
# $count: fewer are not possible
audience-few = Fewer than { $count } such people use the bot. Answers would give away who gave them, so please choose more people.
audience-everybody = everybody in the municipality
audience-guests = whoever has the link
# $who: settlements, languages or “everybody”
audience-who = Whom it asks: { $who }
# $count: how many people, in tens
audience-about = Can answer: about { $count } people
audience-edit = ✎ Whom to ask

## The notice that a survey is open
audience-notify = ✉ Tell people that it is open
# $weekday: day of the week (mon … sun), $day: date, $hour: hour
audience-goes-out = It goes out: { meetings-when }
audience-notify-sure = Send the notice, with a button that opens the survey at once? It can be sent once; whoever has answered is not written to.
audience-notify-yes = ✓ Yes, send it
audience-notify-no = No
audience-notifying = ✓ The notice is being sent.
audience-notified = This notice has been sent. Whoever has not answered is reminded by the bot a day before the end.
# $count: fewer are not written to
audience-few-yet = Fewer than { $count } people whom we could write to use the bot so far. Put the code on a poster.

## For residents
# $places: settlements
audience-not-your-place = This survey asks only the people of these settlements: { $places }.
# $languages: languages
audience-not-your-language = This survey is only for those who read the bot in: { $languages }.
# $places: settlements
audience-where = This survey is for these settlements: { $places }.

    Where do you live?
audience-none-for-you = The surveys that are open now are for other settlements or for readers of other languages.
audience-to-others = Other surveys

## For helpers
audience-neighbour-elsewhere = Somewhere else
# $places: settlements
audience-neighbour-not-asked = This survey is for these settlements only: { $places }. This neighbour's answers were not written down. Please thank them.
