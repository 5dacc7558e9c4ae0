### Checking a code

# Name of an unfinished conversation: "Continue: …"
receipt-title = Checking a code
receipt-none = No vote has been held yet.
# $day, $hour: when results are announced
receipt-early = The codes of counted votes are not published yet. Please check after the results: { $day }, { $hour }.
receipt-ask = Write the code that you were given when you voted, for example 7K9A-NFMJ
# $receipt: the typed code
receipt-counted = ✓ Code { $receipt } is among the counted votes. Your vote was counted.
# $receipt: the typed code
receipt-unknown = Code { $receipt } is not among the counted votes. Please check whether it is typed correctly. If it still cannot be found, please call city hall: Menu → Help.
receipt-again = Check another code
