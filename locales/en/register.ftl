### The list of voters as a file (for coordinators)

## Sending the file
register-how =
    <b>The list of voters</b>

    Get the spreadsheet ready. In Excel save it like this: "Save As" → "CSV UTF-8".

    • The first row holds the names of the columns.
    • One column is needed: "Personal number" or "Phone".
    • Keep, if you have them: "No", "Village", "Year of birth".
    • Delete all other columns, names too: the bot does not need them.

    The file passes through the servers of Telegram or Viber. We read it and delete it; personal numbers are not kept in the open. After the import delete the file from your chat as well.
register-send = Send the list as a file (📎).
# $count — voters in the list
register-replaces = There are { $count } voters in the list already. The new file takes the place of the whole list, so it must hold every voter.
# $count — voters in the list
register-adds = Voting has begun. There are { $count } voters in the list, and they can no longer be changed. Put into the file only those who are to be added.
register-checking = We have the file and are reading it. We will write to you soon.

## What will change
# $count — how many
register-voters = <b>There are { $count } voters in the file.</b>
# $count — how many
register-new = • New: { $count }
# $count — how many
register-changed = • Changed (number, village or age): { $count }
# $count — how many
register-left-out = • ⚠ Taken off the list, as they are not in the file: { $count }
# $count — how many
register-young = • Not old enough to vote yet: { $count }
register-sure = Import this list?
register-yes = Yes, import it
register-no = No, delete the file
register-dropped = We have deleted the file. The list has not changed.
register-again = Send a file
register-storing = The list is being imported. We will write to you when it is done.
# $count — voters in the list
register-stored = ✓ The list is imported. There are { $count } voters in it. We have deleted the file. Please delete it from your chat as well.
# $who — name of the member of staff, $name — name of the vote
register-told = The list of voters has changed: { $name }. Imported by: { $who }.

## Mistakes in the file
# $count — how many
register-bad = { $count ->
    [one] There is one mistake in the file:
   *[other] There are { $count } mistakes in the file:
}
# $row — number of the row, $problem — what is wrong
register-row = • Row { $row }: { $problem }
# $count — how many
register-and-more = { $count ->
    [one] and one more.
   *[other] and { $count } more.
}
register-mend = The list has not changed. Mend the file and send it again.
register-encoding = The letters could not be read. Save the file as "CSV UTF-8".
register-quotes = A quotation mark is opened and never closed.
register-no-rows = There is nothing below the names of the columns.
register-column = There is no column "Personal number" or "Phone".
# $column — name of the column
register-doubled = Two columns mean the same: "{ $column }". Keep one of them.
# $column — name of the column
register-empty = "{ $column }" is empty.
register-personal = A personal number has 11 digits. The spreadsheet may have dropped a 0 at its beginning.
register-phone = This is not a Georgian mobile number.
register-number = There must be a number in the column "No".
register-settlement = There is no such village in our list.
register-born = The year of birth could not be read. Write it like this: 1980.
# $column — name of the column, $other — number of the row
register-twice = "{ $column }" is the same as in row { $other }.
register-column-personal = Personal number
register-column-phone = Phone
register-column-number = No
register-column-settlement = Village
register-column-born = Year of birth

## When the list is not taken
register-closed = The vote is closed. The list can no longer change.
register-not-asked = This vote does not ask for a list of voters.
register-kind = The list there is knows voters by the other column: personal number or phone. Send a file with the same column.
# $rows — numbers of rows
register-known = These rows are in the list already: { $rows }. Delete them from the file and send it again.
# $rows — numbers of rows
register-zone = The villages of these rows belong to no part of this vote: { $rows }. Mend the file and send it again.
register-gone = We no longer have this file: we keep it for a day at most. Please send it again.
register-moved = Somebody has changed the list meanwhile. Send the file again and see what will change.
register-failed = We could not read the file. The mistake is ours. Please send it again.
register-unchanged = The file you sent was not imported and is deleted.
