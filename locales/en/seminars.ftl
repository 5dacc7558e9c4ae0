### Seminars of the Academy: the list, who leads, materials, asking the trainer

## A seminar among meetings
seminar-word = Seminar of the Academy
# $title: the seminar's name
seminar-name = Seminar: { $title }
# $title: the lesson's name
seminar-lesson = Lesson: { $title }
# $names: who leads it
seminar-led-by = Led by: { $names }
# $count: how many materials
seminar-materials = Materials ({ $count })
seminar-ask = Ask the trainer
seminar-ask-whom = Whom would you like to ask?
seminar-ask-text =
    Write the question in one message.
    The trainer and the coordinator read it. They do not see your name. Leave out personal numbers, phone numbers and other people's names.
seminar-to-page = The seminar's page

## The Academy's page
seminars-name = Seminars
seminars-ahead =
    <b>Seminars of the Academy</b>
    Which one would you like to see?
# $when: day and hour, $title: its name, $free: how many seats are free
seminars-row = { $when } · { $title } · { $free ->
        [0] no seats left
       *[other] free seats: { $free }
    }
# $count: how many
seminars-to-past = Past ones ({ $count })
seminars-past =
    <b>Past seminars</b>
    Which one would you like to see?
seminars-none = No seminar is planned for now. When there is one, you will find it here.
# $count: at how many seminars somebody was
seminars-attended = { $count ->
        [one] You were at one seminar.
       *[other] You were at { $count } seminars.
    }
# $day: the date
seminar-of-lesson = A seminar on this, { $day }

## Materials
# $title: the seminar's name
materials-of =
    <b>Materials</b>
    Seminar: { $title }
# $kind: document, photo or link, $title: its name
materials-row = { $kind ->
        [document] PDF
        [photo] Photo
       *[link] Link
    } · { $title }
# $kind: document, photo or link, $title: its name
materials-line = • { $title } ({ $kind ->
        [document] PDF
        [photo] photo
       *[link] link
    })
# $title: the name of what it is
materials-title = <b>{ $title }</b>
materials-open = Open the link
materials-others = ← All materials
materials-none = There are no materials yet.
materials-not-yours = Materials are for those who signed up for this seminar or came.
# $title: the seminar's name
materials-added-to =
    New materials of the seminar: <b>{ $title }</b>
materials-see = See the materials

## Adding materials (trainer, coordinator)
materials-name = Materials of a seminar
materials-told = — told
materials-add-document = + Document (PDF)
materials-add-photo = + Photo
materials-add-link = + Link
materials-to-tell = Tell those who took part
materials-to-drop = Remove one
materials-back = ← Back
materials-ask-document = Send a PDF of at most 10 MB. If you have slides, save them as a PDF first.
materials-ask-photo = Send a photo. If a face can be seen, you need that person's permission.
materials-ask-link = Type the link, for example: https://example.ge/slides
materials-ask-title = What is it called? A few words, for example: “Slides”.
materials-not-pdf = This is not a PDF. Save the document as a PDF and send it again.
# $most: there cannot be more
materials-full = There are { $most } materials already. Remove one first.
materials-added = ✓ Added. Whoever has signed up sees it on the seminar's page.
materials-drop-which = Which one shall be removed?
materials-dropped = ✓ Removed.
materials-changed = Something has changed meanwhile. Open the materials again.
# $count: how many people
materials-tell-sure = { $count ->
        [0] Nobody has signed up for this seminar or come by its code.
        [one] One person gets the letter.
       *[other] { $count } people get the letter.
    } There is one letter with everything they have not been told of. If you want to add more, add it first. Shall we tell them?
materials-tell-yes = Yes, tell them
materials-tell-no = Not yet
materials-telling = ✓ It is being sent.
materials-were-told = There is nothing new: everything has been told.

## The trainer's page
trainer-name = My seminars
trainer-not-yours = This page is for whoever leads this seminar.
trainer-none = You have no seminar now. When a coordinator names you, we write to you.
trainer-seminars =
    <b>My seminars</b>
    Which one would you like to open?
# $when: day and hour, $title: its name, $count: how many have signed up
trainer-row = { $when } · { $title } · signed up: { $count }
# $municipality: its name
trainer-leave = I am no longer a trainer: { $municipality }
# $count: how many came
seminar-came = Came: { $count }
# $name: the name as people see it
trainer-name-shown = People see your name: { $name }
trainer-name-hidden = People do not see your name.
# $name: the name as colleagues know it
trainer-may-show = If you agree, people see on the seminar's page: “{ $name }”. Until you agree, the name is not shown.
trainer-show-name = Show my name
trainer-hide-name = Do not show my name
trainer-to-page = My page of the seminar
trainer-to-list = My seminars
trainer-your-name = Type your first and last name. Colleagues see it; people only if you agree to it for a seminar.
trainer-appointed = Thank you! You are a trainer now. When you are given a seminar, or asked a question, we write to you here.
# $title: its name, $when: days and hours, $place: where
trainer-named =
    You lead a seminar: <b>{ $title }</b>
    { $when }
    Where: { $place }
# $title: its name, $when: new day and hour, $place: where
trainer-moved =
    The time of a seminar that you lead has changed.
    <b>{ $title }</b>
    New time: { $when }
    Where: { $place }
    If this time does not suit you, tell the coordinator.

## The coordinator
meetings-ask-kind = What are you setting up?
meetings-kind-meeting = A meeting
meetings-kind-seminar = A seminar of the Academy
seminar-ask-lesson = Which lesson does the seminar belong to? It is offered at the end of that lesson.
seminar-no-lesson = None
seminar-set-lesson = Lesson
seminar-ask-trainers = Who leads it? A name is shown only if its owner agrees.
seminar-trainers = Who leads it
seminar-led-by-nobody = Nobody leads this seminar yet.
# $title: the seminar's name
seminar-who-leads =
    <b>{ $title }</b>
    Who leads it? Choose whom to add or take out.
# $name: the name, $state: shown or hidden
seminar-leads = ✓ { $name } { $state ->
        [shown] (name is shown)
       *[hidden] (name is not shown)
    }
seminar-nobody-able = There is nobody yet who could lead a seminar. Invite a trainer or an expert.
seminar-cannot-lead = This person no longer has the role of trainer or expert here.
seminar-trainer-named = ✓ Saved. We are writing to the trainer.
seminar-trainer-dropped = ✓ Taken out.
# $count: how many seminars, $came: how many people came
seminars-held = { $count ->
        [one] One seminar has been held; people who came: { $came }.
       *[other] { $count } seminars have been held; people who came: { $came }.
    }
