### Checking a code

# Name of an unfinished conversation: "Continue: …"
receipt-title = Checking a vote code
receipt-none = No vote has been held yet.
# $day, $hour: when results are announced
receipt-early = The codes of counted votes are not published yet. Please check after the results: { $day }, { $hour }.
receipt-ask = Write the vote code that you were given when you voted, for example 7K9A-NFMJ
# $receipt: the typed code
receipt-counted = ✓ Vote code { $receipt } is in the list. Your vote was counted.
# $receipt: the typed code
receipt-unknown = We could not find vote code { $receipt } among the counted votes. Please check whether you typed it correctly. If it is correct, please call city hall: Menu → Help.
receipt-again = Check another code
