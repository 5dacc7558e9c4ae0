### What was late because the bot was down (for coordinators)

# $since, $until: day and hour
outage-head =
    <b>The bot was down for a while</b>
    From { $since } until { $until } we could send no messages.
# $count: how many
outage-late = Sent late: { $count }
# $count: how many
outage-dropped = Not sent any more, because it was no longer useful: { $count }
# $what: what it was, $count: how many
outage-line = • { $what }: { $count }
# $name: the meeting's name
outage-meeting = Reminders of the meeting “{ $name }”
# $name: the meeting's name
outage-meeting-news = Changes of the meeting “{ $name }” and seats that became free
# $name: the survey's name
outage-survey = Messages about the survey “{ $name }”
# $name: the name of the process
outage-vote = “{ $name }”: beginning phases and reminders
# $name: the name of the process
outage-result = “{ $name }”: results
outage-drafts = Reminders of unfinished ideas
outage-advice = If what was left out still matters to people, tell them by an announcement.
