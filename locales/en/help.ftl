### Help

help-how =
    <b>How it works</b>
    Answer a question with a button, or type the button's number.
    “Back” takes you to the question before, “Menu” to the main menu.
    Nothing you began is lost: the menu shows a button “Continue”.
    If you saw a code on a poster, just type it here.
# $kind: what the process is called in this municipality
help-process = { $kind ->
    [participatory] The <b>{ -process(kind: "participatory") }</b> is money whose spending residents decide themselves. Taking part costs nothing.
   *[civil] The <b>{ -process(kind: "civil") }</b> is money whose spending residents decide themselves. Taking part costs nothing.
}
# $municipality: its name, $phone: the office's telephone
help-office =
    <b>Would you like to talk to a person?</b>
    Call the city hall on working days.
    { $municipality }: { $phone }
help-no-office = To talk to a person, call or visit the city hall of your municipality.
help-stop = If you no longer want messages from us, write: STOP
