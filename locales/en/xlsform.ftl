### Mistakes and notes found in an XLSForm file

## Where it is
# $sheet: the sheet's name
xlsform-sheet = sheet { $sheet }
# $row: its number
xlsform-row = row { $row }
# $column: the column's name
xlsform-column = column { $column }
# $place: where it is, $problem: what it is
xlsform-place = • <b>{ $place }</b>
    { $problem }
# $problem: what it is
xlsform-whole = • { $problem }
# $count: how many
xlsform-and-more = { $count ->
    [one] and one more.
   *[other] and { $count } more.
}

## The file
xlsform-nothing = The file is empty.
# $most: megabytes
xlsform-too-large = The file is too large: we read { $most } MB at most. Delete pictures and sheets that are not needed.
# $most: megabytes
xlsform-expands = Unpacked, the file is too large: we read { $most } MB at most. Keep only the sheets of the survey.
xlsform-not-a-workbook = This is no Excel file. Save the survey like this: "Save As" → "Excel Workbook (.xlsx)".
# $names: the files
xlsform-several-workbooks = There are several Excel files in the archive: { $names }. Leave one.
xlsform-password = The file is locked by a password. Save it without one.
xlsform-damaged = The file is damaged and cannot be opened. Open it in Excel and save it again.
xlsform-entities = This file cannot be opened safely. Open it in Excel and save it again.
xlsform-encoding = The letters could not be read. Save the file as .xlsx.
xlsform-too-long = Reading the file takes too long. Delete rows that are not needed, or make two surveys of it.
xlsform-too-much-memory = There is too much in the file. Delete rows and sheets that are not needed.
xlsform-stopped = We could not read this file. Open it in Excel and save it again as .xlsx.

## Sheets and columns
# $sheets: names of sheets
xlsform-no-sheet = There is no sheet "survey" in the file (there are: { $sheets }). Call the sheet with the questions survey.
# $name: the column's name
xlsform-no-column = The column "{ $name }" is missing. Add it.
xlsform-no-questions = There is no question. The sheet survey needs one at least.
# $other, $header: names of columns
xlsform-double-column = The columns "{ $other }" and "{ $header }" mean the same. Keep one.
# $header, $others: names of columns, $name: which column, $wanted: code of a language
xlsform-mixed-columns = The column "{ $header }" names no language, but beside it there are { $others }. Add the language, for example: { $name }::{ $wanted }.
# $header: name of the column, $wanted: how it must be written
xlsform-single-colon = In the column "{ $header }" two ":" must stand before the language. Write it like this: { $wanted }.
# $language: what is written, $name: which column
xlsform-unknown-language = We do not know which language "{ $language }" is. Write it like this: { $name }::Georgian (ka).
# $value: what the formula gives
xlsform-error-value = The formula in this cell gives an error: { $value }. Mend the formula.
xlsform-formula-without-value = There is a formula in the cell, but its result is not in the file. Open the file in Excel and save it again.

## Rows
xlsform-no-type = The question has no type. Write one in the column type, for example: text.
# $type: what is written
xlsform-unknown-type = There is no type of question "{ $type }". Write, for example: text, integer, or select_one and the name of a list.
# $type: what is written, $wanted: how it must be written
xlsform-misspelt-type = "{ $type }" must be written like this: { $wanted }.
xlsform-no-name = The row has no name. Write one in the column name, for example: road.
# $name: what is written
xlsform-bad-name = The name "{ $name }" will not do. Begin with a letter and use no blanks: letters, digits, _ - or a full stop.
# $name: the name, $other: number of the row
xlsform-double-name = Row { $other } has the name "{ $name }" already. Choose another one.
# $name: name of the question
xlsform-no-label = The question "{ $name }" has no text. Write it in the column label.
# $type: what is written
xlsform-no-list = "{ $type }" must be followed by the name of a list of choices, for example: select_one village.
# $list: name of the list
xlsform-unknown-list = The sheet choices has no list "{ $list }". Add it or correct the name.
xlsform-other-filtered = or_other and choice_filter do not work together. Delete one of them.
xlsform-no-calculation = The formula is missing. Write it in the column calculation.
# $parameters: what is written
xlsform-bad-parameters = We do not understand "{ $parameters }". Write it like this: start=1 end=10 step=1.
# $why: the reason
xlsform-why = { $why ->
    [files] a chat takes no files
    [lines] only a single point can be sent in a chat
    [maps] a map cannot be edited in a chat
    [choices] its choices are in another file
    [beside] its answers stand in another file, which you have not sent (put it into one .zip file with the survey)
    [sheet] its choices are not in the sheet choices
    [cascading] this type was given up, use choice_filter in its place
    [watching] it watches people without their knowing
    [file] it reads another file
    [loop] this type was given up, use begin_repeat in its place
    [matrix] only KoboToolbox knows it, write its columns as questions of their own
    [answers] its choices are the answers to another question
    [app] another app answers it
    [lookup] it looks something up with instance(), which a chat cannot do; jr:choice-name() finds a choice's text
   *[outside] it uses something that is not in the form
}
# $type: type of the question
xlsform-unsupported = "{ $type }" does not work in a chat: { xlsform-why }. Delete this part or change the type.
# $type: type of the question
xlsform-unsupported-but-required = "{ $type }" does not work in a chat: { xlsform-why }. The question is required, so we did not leave it out by ourselves. Delete it or change the type.
# $type: type of the question, $other: number of the row, $name: name of the question
xlsform-unsupported-but-referred-to = "{ $type }" does not work in a chat: { xlsform-why }. But row { $other } uses its answer ({ $name }). Change both rows.
xlsform-end-without-begin = This end is one too many: no group is open here. Delete it or add a begin.
# $type: kind of the group, $name: its name
xlsform-begin-without-end = "{ $name }" begins and never ends. Add end_{ $type }.
# $most: how many
xlsform-nested-too-deep = Groups stand in one another more than { $most } times. Make it simpler.
xlsform-choice-without-name = The choice has no name. Write one in the column name.
# $name: what is written
xlsform-choice-name-with-blanks = There is a blank in the choice's name "{ $name }". Write it without.
# $list: name of the list, $name: name of the choice, $other: number of the row
xlsform-double-choice = The list "{ $list }" has the choice "{ $name }" already (row { $other }). Choose another name.
# $said: what the checking program says
xlsform-pyxform = The checker of XLSForm says: { $said }

## Expressions; $at is the character in the cell
xlsform-expression-empty = The expression is empty.
xlsform-expression-too-long = The expression is longer than 2,000 characters. Make it shorter.
# $at: where
xlsform-expression-too-deep = There are too many brackets in one another (character { $at }). Make it simpler.
# $detail: what is written, $at: where
xlsform-expression-unknown-sign = The sign "{ $detail }" is not understood here (character { $at }).
# $detail: what is written, $at: where
xlsform-expression-unclosed = "{ $detail }" is opened (character { $at }) and never closed.
# $detail: what is written, $at: where
xlsform-expression-unexpected = { $detail ->
    [none] The expression breaks off (character { $at }).
   *[other] "{ $detail }" cannot stand here (character { $at }).
}
# $detail: what is written, $at: where
xlsform-expression-bare-name = "{ $detail }" (character { $at }): a question is written ${"{"}{ $detail }{"}"}, a text in quotation marks: '{ $detail }'.
# $detail: what is written
xlsform-yes-or-no = "{ $detail }" is not understood here. Write yes or no.
# $at: where
xlsform-expression-path = The path is not understood (character { $at }). Write a question like this: ${"{"}name{"}"}.
# $at: where
xlsform-expression-last-saved = We do not keep the answers of an earlier survey (character { $at }). Delete last-saved.
# $detail: the function
xlsform-expression-other-file = { $detail } reads another file, which the chat does not have. Move the data to the sheet choices.
# $detail: the function, $at: where
xlsform-expression-unknown-function = We do not know the function "{ $detail }" (character { $at }). See whether it is spelt right.
# $detail: the function, $at: where
xlsform-expression-arguments = The function "{ $detail }" has too many or too few values (character { $at }).
# $detail: the function, $at: where
xlsform-expression-argument = The function "{ $detail }" needs a question or a text in quotation marks here (character { $at }).
# $detail: what is not understood, $at: where
xlsform-expression-pattern = The pattern of regex() is not understood (character { $at }): { $detail }
# $detail: what is written, $at: where
xlsform-expression-date-format = The date format "{ $detail }" is not understood (character { $at }). For example: '%d.%m.%Y'.

## The form as a whole
# $detail: the name
xlsform-form-unknown-name = There is no question named "{ $detail }". Correct the name.
# $detail: name of the column
xlsform-form-unknown-column = The sheet choices has no column "{ $detail }". Add it or correct the name.
# $name: the name
xlsform-form-duplicate = The name "{ $name }" stands twice. Change one of them.
# $name: the name
xlsform-form-bad-name = The name "{ $name }" will not do. Write it in letters, without blanks.
# $name: the name
xlsform-form-cycle = "{ $name }" is computed from itself. Change its calculation.
# $name: name of the question
xlsform-form-no-options = The question "{ $name }" has no choices. Add them in the sheet choices.
# $detail: what is written
xlsform-form-blank-in-option = There is a blank in the choice's name "{ $detail }". Write it without.
# $name: name of the question
xlsform-form-bad-range = The bounds of "{ $name }" do not fit together. Correct start, end and step.
xlsform-form-too-nested = There are too many groups in one another. Make it simpler.
xlsform-form-too-many = There are too many rows or calculations. Make the survey shorter.
# $detail: name of the question
xlsform-form-later = This uses the question "{ $detail }", which is asked later: its answer will be empty here.

## Notes: what hinders nothing
# $type: type of the question
xlsform-left-out = Left out: "{ $type }" does not work in a chat, { xlsform-why }.
xlsform-disabled = Left out: the row is disabled.
xlsform-comment = Left out: the row has neither a type nor a name.
xlsform-above-header = Left out: the row stands above the names of the columns.
xlsform-grid-header = Left out: this is only the header of a grid.
xlsform-nothing-to-tell = Left out: the note has no text.
# $type: type of the question
xlsform-stays-empty = Stays empty: a chat does not know "{ $type }".
xlsform-read-only = This question is not asked, because it is read-only (read_only).
xlsform-proposed = What is calculated here is proposed as the answer; people may change it.
# $what: what it is calculated from
xlsform-not-proposed = No answer can be proposed: "{ $what }" does not work in a chat. The question is asked all the same.
# $name: the name, $new: the new name, $other: number of the row
xlsform-renamed = "{ $name }" is now "{ $new }", because row { $other } has the same name.
xlsform-hint-as-label = The question has no text (label), so it is asked by its hint.
xlsform-choice-without-label = The choice has no text, so its name is shown.
xlsform-choice-without-list = Left out: the choice belongs to no list.
# $language, $shown: codes of languages
xlsform-untranslated = There is no text in { $language }; it is shown in { $shown }.
xlsform-media = Pictures and sounds beside a text are not shown.
xlsform-unread-column = The chat does not use this column.
# $header: name of the column, $wanted: how it must be written
xlsform-misspelt-column = The column "{ $header }" is not read. If it is the { $wanted }, correct its name and send the file again.
# $language: code of a language
xlsform-plain-language = The texts name no language, so we read them as { $language }. You can name another one in the sheet settings (default_language).
xlsform-random-order = The choices are shown in the order of the file, not in a random one.

## What we can repair by ourselves
xlsform-repair-types = • types of questions are spelt right;
xlsform-repair-names = • where a name is missing, will not do or stands twice, we make a new one from the row's number;
xlsform-repair-choices = • of equal choices one is kept, a different one gets another name;
xlsform-repair-labels = • where a question has no text, its name is shown;
xlsform-repair-columns = • columns are read in the language that they must mean;
xlsform-repair-leave-out = • questions that a chat cannot ask are left out.
