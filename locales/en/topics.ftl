### What we write about, and when

topics-head = <b>What shall we write to you about?</b>
# $topic — name of the topic, $mode — how we write
topics-line = { $topic } — <b>{ $mode }</b>
topics-always = About your own affairs (your idea, a meeting you signed up for) we always write at once.
topics-how = To change something, choose a topic.
topics-stopped = Messages are stopped now, and we write nothing. Choosing topics does not change that.
topics-resume = Turn messages on
# $topic — name of the topic
topics-ask =
    <b>{ $topic }</b>
    When shall we write?

## Topics
topics-votes = Votes and the civil budget
topics-surveys = Surveys
topics-meetings = Meetings and seminars
topics-projects = Projects being built
topics-learning = Learning at the Academy
topics-news = News of the city hall
topics-about-votes = When ideas are taken and votes begin and end, and what the result is.
topics-about-surveys = When a survey opens and closes, and what was found.
topics-about-meetings = What was decided at meetings you had signed up for, and new materials of seminars.
topics-about-projects = How work goes on projects whose news you get.
topics-about-learning = A reminder of a lesson that was left half-way.
topics-about-news = Announcements of the city hall.

## When
topics-now = at once
topics-digest = once a day
topics-off = not at all
topics-want-now = At once
# $hour — hour
topics-want-digest = Once a day, at { $hour }
topics-want-off = Do not write to me
