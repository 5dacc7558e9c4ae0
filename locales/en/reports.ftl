### Ideas out of place: what staff decide

# $count: how many ideas wait for a decision
reports-title = <b>People think that this idea is out of place.</b> Waiting for a decision: { $count }
# $date: the day of the first report
reports-since = First report: { $date }
# $why: the reason, $count: how often it was named
reports-reason = { idea-report-reason }: { $count }
reports-leave = It may stay
reports-hide = Hide it
reports-why-hide = Why do we hide it? Write one or two sentences. The author and whoever reported it will read them.
reports-why-leave = Why may it stay? Write one or two sentences. The author and whoever reported it will read them.
# $number: the idea's number
reports-hidden = Idea No. { $number } is hidden. We will write to its author.
# $number: the idea's number
reports-left = Idea No. { $number } stays in the list.
reports-none = There is nothing left to decide.
reports-judged = A colleague has decided on this idea already.
# $count: how many ideas wait for a decision
reports-owed = Ideas out of place: { $count }
reports-desk = Ideas out of place
reports-to-desk = My desk
