### Today's tasks, and leaving

# $municipality: its name
today-morning = <b>Good morning!</b>
    { $municipality }. For you today:
today-title = <b>Today</b>
today-nothing = ✓ Nothing is waiting for you today.
today-desk = Staff page
# $what: the task, $when: by when
today-line = • { $what }{ $when }
# $day: the last day
today-until = {" "}(by { $day })
# $day: the last day
today-late = {" "}— ⚠ was due { $day }
# $count: how many ideas
today-review = Ideas to check: { $count }
# $count: how many findings
today-second = A colleague's findings to look at: { $count }
# $count: how many ideas
today-stuck = ⚠ Ideas that nobody can decide: { $count }
today-list-make = Finish the list of projects
today-list-second = Confirm the list of projects
# $count: how many remarks
today-dispute = Residents' remarks to answer: { $count }
# $count: how many projects
today-news = Projects without recent news: { $count }
today-release = A result held back: decide
today-lot = A lot's protocol to confirm
today-seal = Seal a closed vote
# $count: how many
today-paper-check = Bundles of papers for a second reading: { $count }
# $count: how many
today-paper-held = Bundles of papers held (signatures are missing): { $count }
# $count: how many
today-paper-refusal = Bundles whose refusal waits for a second person: { $count }
# $count: how many
today-objections = Objections to a vote that wait for a second person: { $count }
# $name: of the vote, $results: day of the results
today-vote-closed = <b>Voting is over: { $name }</b>
    Now is the time of objections. Then the ballots are sealed: one person asks for it, another confirms. Results are due { $results }.
today-to-vote = Run the vote

## Leaving
leave-who = Who stops working here?
# $checks: ideas to check, $projects: projects
leave-heir = Who takes over what is left?
    Ideas to check: { $checks }
    Projects: { $projects }
leave-sure-self = You will not be able to open the staff page any more; coming back takes a new invitation. End your access?
# $name: of the member
leave-sure = { $name } will not be able to open the staff page any more. End their access?
# $name: who goes on
leave-goes-to = Taking over: { $name }
leave-yes = Yes, end it
leave-done = ✓ Access has ended.
leave-done-self = ✓ Your access has ended. Thank you for your work!
leave-changed = The staff has changed meanwhile. Please try again.
