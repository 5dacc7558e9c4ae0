### A survey's answers as a table, for analysis

export-button = Download the answers
# $title: the survey's name, $count: how many answered
export-ask = <b>{ $title }</b>
    The answers as a table, without names: { $count }.

    The file goes through the messenger, and with it what people wrote in their own words.
    Which file would you like?
export-xlsx = Excel (.xlsx)
export-csv = CSV (.zip)
export-empty = Nobody has answered yet.
# $date, $hour: when it ends
export-anonymous = The survey is anonymous, so its answers can be downloaded only after it has ended. Last moment: { $date }, { $hour }
export-making = We are making the table. It will be sent here shortly.
# $title: the survey's name, $count: how many answers, $times: how often they were downloaded
export-made = <b>{ $title }</b>
    The answers as a table: { $count }.
    Downloads are logged. Downloads of this survey: { $times }
# $number: the survey's number
export-too-large = The table is too large for a chat. Please ask the administrator to run on the server: survey export { $number }
export-back = Back to the survey

## Photos and recordings

export-media = Photos and recordings (.zip)
export-media-making = We are collecting the photos and recordings. They will be sent here shortly.
export-media-none = Nobody has sent a photo or a recording in this survey.
# $title: the survey's name, $count: how many files, $parts: in how many archives, $times: how often they were downloaded
export-media-made = <b>{ $title }</b>
    Photos and recordings: { $count }. Archives: { $parts }.
    Do not publish them: a voice, a face or a house may tell who somebody is.
    Downloads are logged. Downloads of this survey: { $times }
# $number: the survey's number
export-media-too-large = There are too many photos and recordings for a chat. Please ask the administrator to run on the server: survey export { $number } FOLDER --media FOLDER/media
# $names: of files, a line each
export-media-gone-named = We no longer have these files:
    { $names }
# $count: how many files more
export-media-gone-more = and { $count } more; all are listed in README.txt.

# For a file in the archive. $number: the survey's number, $title: its name
export-media-readme = Survey { $number }. { $title }

    These are the photos, voice messages and videos that people sent as answers. The files have the names that stand in the table of answers. If there are several archives, unpack all of them into the same folder.

    Do not publish them: a voice identifies its speaker, as do a face and a house, in an anonymous survey too. Give them only to those who work on the answers, and delete them when you no longer need them.
export-media-gone = We no longer have these files: whoever sent them has deleted their data, or the file was lost.

## Explained in the file

export-head-survey = Survey
export-head-place = Municipality
export-head-time = Open
export-head-taken = Data of
export-head-answers = Answers
export-head-people = Who answered
export-head-care = Take care
export-head-settlements = Settlement
export-head-photos = Photos
export-head-columns = Columns
# $number: of the version
export-head-version = Version { $number } of the questions
# $date: a day
export-version = since { $date }
export-head-left-out = Left out
# $names: of questions, $count: fewer people are not shown
export-left-out = Not in the table: { $names }. They would show which version fewer than { $count } people answered. The results count these answers.
export-named = There are no names, phone numbers or accounts in the table.
export-unnamed = The survey is anonymous: the table has neither names nor times, and its rows are in random order.
export-care = Do not publish single rows: several answers together may tell who somebody is, and free text may even hold a name.
# $count: fewer people than this are not shown
export-settlements = Where fewer than { $count } people answered, "other" stands for the settlement; where needed, for further small settlements too.
export-photos = The table has only the names of photos. The photos themselves are downloaded separately: “{ export-media }”.
export-columns = Columns are named as KoboToolbox does: XML names, groups with "/". Dates and codes of answers are text; what was not asked or was skipped is empty.
export-note-audio = The name of the recording, or the answer if it was written. The recordings themselves are downloaded separately: “{ export-media }”.
export-note-video = The name of the video. The videos themselves are downloaded separately: “{ export-media }”.
export-note-many = Codes in one column; beside it a column for each option: 1 chosen, 0 not.
export-note-rank = Codes in their order; beside it a column for each option, with its place from 1.
export-note-not-split = Codes in one column; there are so many options that they have no columns.
export-note-place = The place is told to 100 metres, because the survey is anonymous.
export-note-version = Which version of the questions was answered; “1-2”: not told apart, so that nobody is recognised.
export-note-id = The number of the row in this file; it does not lead to a person.
export-note-time = When the answers were sent, UTC. Empty where _assisted is empty or a helper entered the answers.
# $count: fewer people than this are not shown
export-note-language = The language of answering; empty where fewer than { $count } of this settlement answered in it.
export-note-code = The settlement's code in the municipality's list.
# $count: fewer people than this are not shown
export-note-assisted = Who entered the answers: no (the people themselves), door (a helper, on the spot), paper (a helper, from a printed sheet). Empty where it would be fewer than { $count } from this settlement. What helpers entered is in the table once the survey is over.
export-note-index = The number of the row in this table.
export-note-parent-table = The table to which the row belongs.
export-note-parent-index = The row there to which it belongs (its _index).
export-note-submission = The _id in the main table.
