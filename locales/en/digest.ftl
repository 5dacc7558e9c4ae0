### The news of a day in one message

digest-head = <b>News of the day</b>
# $title — first line of a message
digest-line = • { $title }
# $count — how many are not in the list
digest-more = and { $count } more
# $count — how many have no button
digest-all = All ({ $count } more)
digest-list = Which one shall we open?
digest-back = Other news of the day
digest-gone = This message is no longer kept.
