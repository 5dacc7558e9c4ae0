### The needs report: a file for coordinators

needs-report-making = The report is being made. You will get the file in a few seconds.
# $title: the survey's name
needs-report-made = ✓ The needs report is ready: “{ $title }”.
needs-report-title = Needs report
# $title: the survey's name
needs-report-intro = Survey: “{ $title }”
needs-report-dates = Days of the survey
needs-report-people = How many answered
needs-report-helped = Entered by helpers
needs-report-unchecked = Without a phone number, that is, unchecked
needs-report-members = How many residents use the bot
needs-report-asked = About how many users of the bot were asked
# $count: the smallest number that is shown
needs-report-few = fewer than { $count }
# $mark: the sign of a hidden number
needs-report-mark = “{ $mark }” is a number hidden so that nobody can be recognised.
needs-report-answered = Answered in all
needs-report-method = How to read this
needs-report-sample = Those answered who wished to. This is no random sample, so percentages describe those who answered and not all residents.
# $mark: the sign of a hidden number, $count: the smallest number that is shown
needs-report-hidden = “{ $mark }” means that a number is hidden. Fewer than { $count } people are never shown, and sometimes another number is hidden too, so that nobody can find out by subtracting.
needs-report-n = Each question says how many answered it. Percentages are of those who answered that question; where several answers could be chosen they add up to more than 100.
needs-report-anonymous = The survey was anonymous: no name is with the answers.
