### Handbook of rights and duties

menu-rights = Rights and duties
rights-home =
    <b>Rights and duties</b>
    What you may do, what you owe, and how it is done. Ask a question or choose a theme.
rights-find = Ask in your own words
rights-find-more = Another question
rights-find-ask = Write your question in your own words. For example: "May I attend a sitting of the council?"
rights-found = This is probably what you need. Choose:
rights-none =
    We found no answer to this in the handbook.
    Try other words, choose a theme, or ask us: a person will answer.
rights-find-again = In other words
rights-by-theme = Themes
rights-which = What would you like to know?
rights-ask = Ask a question
rights-theme-forms = Ways to take part
rights-theme-asking = Information and complaints
rights-theme-money = Budget and village programme
rights-theme-data = Personal data
rights-theme-duties = Duties

## Foot of a page
# $law: its name, $article: number
rights-law = Legal basis: { $law }, article { $article }.
# $law: its name, $why: why no article is given
rights-law-alone = Legal basis: { $law }. { $why }
# $why: why no law is given
rights-no-law = { $why }
# $name: of the source, $where: where it is
rights-source = Source: { $name }, { $where }
# $name: of the text, $where: where it is
rights-compare = Where to check: { $name }, { $where }
# $day: a day
rights-checked = We last went over this text on { $day }
rights-late = ⚠ We should have gone over this text again by now. Something may have changed.
# $name: of the lawyer, $day: a day
rights-confirmed = ✓ Confirmed by a lawyer: { $name }, { $day }
rights-known = ⚠ Not yet confirmed by a lawyer. Check it before you rely on it.
rights-stated = So says the source; not yet confirmed by a lawyer.
rights-waiting = There is one more detail here that we do not show before a lawyer has confirmed it.
rights-no-advice = <i>This is information, not legal advice.</i>
rights-my-ideas = My ideas

## How many signatures
rights-count = Signatures and days
rights-count-what = What shall we count?
rights-count-petition = How many signatures are needed?
rights-count-call = How many people call an assembly?
petition-which = Of which settlement do you want to call the assembly?
petition-elsewhere = Not in the list
# $name: municipality or settlement, $count: how many, $day: a day
petition-voters =
    <b>{ $name }</b>
    Registered voters: { $count } ({ $day })
petition-unknown = The city hall has not given this number here yet.
petition-ask = How many voters are registered in the municipality? Ask the city hall and write the number.
petition-ask-call = How many voters are registered in this settlement? Ask the city hall and write the number.
# $count: how many
petition-own = Registered voters, as you say: { $count }
# $count: how many
petition-need = A petition needs the signatures of at least <b>{ $count }</b> voters (1 %).
# $count: how many
petition-need-call = To call a general assembly at least <b>{ $count }</b> voters are needed (5 %). The initiative group must have at least three.
petition-more = Collect some more: a few signatures may not count.
petition-how = What a petition is, and how to submit it
petition-how-call = How to call an assembly
petition-other-number = Count with another number

## How many days are left
rights-days = How many days are left?
rights-days-report = Reports by 1 November
rights-days-information = Public information: last day
rights-days-application = Answer to an application: last day
rights-days-complaint = Handing in a complaint: last day
rights-days-decided = Answer to a complaint: last day
rights-days-data = My data: last day
days-which = Which term shall we count?
days-when-information = On which day did you ask for the information? For example: 5.12.2026
days-when-application = On which day did you hand in the application? For example: 5.12.2026
days-when-complaint = On which day did you learn of the decision? For example: 5.12.2026
days-when-decided = On which day did you hand in the complaint? For example: 5.12.2026
days-when-data = On which day did you ask about your data? For example: 5.12.2026
days-future = This day is still to come.
days-rule-information = Public information is given at once, or within 10 days at the latest.
days-rule-application = A written application is answered within one month.
days-rule-complaint = A complaint has to be handed in within one month.
days-rule-decided = A complaint is decided within one month.
days-rule-data = Questions about your data are answered within 10 working days.
# $day: the last day, $count: how many days are left
days-left = { $count ->
    [one] The last day is <b>{ $day }</b>: 1 day left.
   *[other] The last day is <b>{ $day }</b>: { $count } days left.
}
days-last = <b>The last day is today.</b>
# $day: the last day, $count: how many days ago
days-over = { $count ->
    [one] The term is over: the last day was <b>{ $day }</b>, yesterday.
   *[other] The term is over: the last day was <b>{ $day }</b>, { $count } days ago.
}
# $day: the next working day
days-holiday = That is a day off; the next working day is { $day }. If you have to hand something in, do it before the day off.
# $day: 1 November, $count: how many days are left
days-report = { $count ->
    [0] Today is the last day for the reports of the mayor and council members: <b>{ $day }</b>.
    [one] The mayor and council members must report by <b>{ $day }</b>: 1 day left.
   *[other] The mayor and council members must report by <b>{ $day }</b>: { $count } days left.
}
# $year: the year
days-report-gone = The day of { $year }, 1 November, has passed. If there was no meeting, ask in writing when it will take place.
days-how = What to do
days-other = Count another term

## The lawyer
lawyer-name = Confirm the handbook
lawyer-invite = Invite a lawyer
lawyer-role = lawyer
lawyer-your-name = Write your name and surname. Everybody will see it beside the texts that you confirm.
lawyer-appointed = Thank you! Your menu now has the button "Confirm the handbook".
# $count: how many texts
lawyer-which =
    <b>Confirm the handbook</b>
    Texts in your language that are not confirmed: { $count }
    🔒: citizens do not see all of it before it is confirmed; ⚠: time to check it again; ✓: confirmed.
    To confirm texts of another language, change the bot's language.
# $title: its title
lawyer-row = { $title }
# $title: its title
lawyer-row-hidden = 🔒 { $title }
# $title: its title
lawyer-row-late = ⚠ { $title }
# $title: its title
lawyer-row-done = ✓ { $title }
rights-mark-hidden = 🔒 Citizens do not see this part before it is confirmed.
# $name: of the lawyer
lawyer-sure = If every word agrees with the law in force, confirm it. Citizens will see your name and today's date beside the text: <b>{ $name }</b>. If the text changes, we shall ask you again. If something is wrong, do not confirm it, and tell the coordinator.
lawyer-yes = ✓ I confirm this text
lawyer-take-back = Take the confirmation back
lawyer-no = No, not yet
lawyer-confirmed = ✓ Confirmed.
lawyer-taken-back = The confirmation is taken back.

## Staff page
rights-desk = Handbook of rights
# $count: texts to be checked
rights-desk-warn = ⚠ Handbook of rights ({ $count })
rights-desk-title = <b>Handbook of rights</b>
# $count: how many
rights-desk-hidden = Texts that we do not show, or not in full, before a lawyer has confirmed them: { $count }
rights-desk-fresh = ✓ All texts have been checked in time.
# $count: how many
rights-desk-late = ⚠ Texts to be checked again: { $count }
# $title: its title, $day: by when it should have been checked
rights-desk-late-row = • { $title } ({ $day })
# $count: how many voters, $day: a day
rights-desk-counted = Registered voters in the municipality: { $count } ({ $day })
rights-desk-no-voters = No number of voters is given: without it citizens cannot learn how many signatures they need.
rights-desk-voters = Number of voters
rights-desk-invite = Invite a lawyer
rights-desk-confirmed = Confirmed texts
rights-confirmed-none = No lawyer has confirmed anything yet.
rights-confirmed-which = Which text do you mean?
rights-confirmed-sure = If you doubt it, take the confirmation back: nobody will see what is uncertain before a lawyer has confirmed it again.
rights-desk-read = As citizens see it
rights-look =
    <b>The handbook of rights has to be checked</b>
    Ask a lawyer to compare the texts with the law in force and to confirm them.
voters-where = Where is this number from?
voters-whole = The whole municipality
voters-ask = How many voters are registered?
voters-on = As of which day? For example: 1.11.2026
voters-future = This day is still to come.
voters-kept = ✓ The number is kept.
# $entry: title of the text, $day: a day
privacy-has-confirmed = You confirmed in the handbook: { $entry }, { $day }. Everybody sees your name there; deleting your data ends the confirmation too
