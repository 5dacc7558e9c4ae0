### How long data is kept

# $day: when it will be deleted
keeping-notice =
    <b>Your data</b>
    You have not written for a long time. So we will delete your data on { $day }.
    If you want us to keep it, press the button before that day. If you do not answer, everything is deleted.
keeping-keep = Keep my data
keeping-delete = Delete it now
# $day: a date
keeping-kept = ✓ We keep your data. If you do not write again, we delete it on { $day } and tell you before.
keeping-gone = Your data has been deleted already. If you like, we can meet anew.
# Stands where people read what is kept of them
# $day: a date, $months: how many, $works: whether the person works for the municipality
keeping-until = { $works ->
    [yes] Your data is kept as long as you have a role.
   *[no] If you do not write for { $months } months, we delete everything on { $day }. We tell you before.
}
# Stands below the result of a vote
# $months: how many more
keeping-renewed = Thank you for taking part! We keep your data for another { $months } months. If you no longer want that, delete it now: My data → Delete everything.
