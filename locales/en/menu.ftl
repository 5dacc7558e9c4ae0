### Menu and language

## What is open now
# $municipality: its name
menu-title = <b>{ $municipality }</b>
menu-nothing-open = No vote or survey is running at the moment. You can always propose an idea.
# $name: the vote's name, $until: day and hour
menu-vote-open =
    <b>{ $name }</b>
    Residents decide which projects will be carried out.
    You can vote until { $until }
# $name: the survey's name, $until: day and hour
menu-survey-open =
    <b>{ $name }</b>
    Tell us what you need. The city hall plans by the answers.
    You can answer until { $until }
# $name: its name, $when: day and hour, $kind: meeting or seminar
menu-meeting-next = { $kind ->
        [seminar] Seminar
       *[meeting] Meeting
    }: <b>{ $name }</b>, { $when }

## Buttons
# $name: the vote's shortened name
menu-vote-in = Vote: { $name }
# $name: the vote's shortened name; a ballot is counted already
menu-vote-change = ✓ Change your vote: { $name }
# $name: the survey's shortened name
menu-survey-in = Survey: { $name }
menu-desk = Staff page
menu-idea = Propose an idea
menu-ideas = Ideas
menu-meetings = Meetings
menu-votes = Votes
menu-needs = Surveys
menu-ask = Ask a question
menu-results = Results
menu-projects = What is being built with your votes
menu-privacy = My data
menu-topics = What to write me about
menu-help = Help
# In both languages, so that everybody finds it
menu-language = ენა · Language

## Language
# The same in both languages
language-ka = ქართული
language-en = English
language-ask = Which language shall we speak?
# $name: the vote whose ballot was begun and is not confirmed
menu-vote-pending = <b>You began to vote and have not confirmed yet:</b> { $name }. An unconfirmed vote does not count.
