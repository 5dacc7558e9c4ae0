### A cohort of the Academy: applying, selection, the first day and the last

## Citizens: what it is and how to apply
admission-button = Learn together with a cohort
admission-draft = Application to an Academy cohort
admission-none = No cohort takes applications now. You can take the course without one, whenever you like.
admission-which = Which cohort would you like to see?
admission-gone = This call or application is no longer there.
# $title: the cohort's name
admission-title = <b>{ $title }</b>
# $track: a track of the course
admission-way = Course: { $track }
# $starts, $ends: the first and the last day
admission-days = The cohort learns together: { $starts }–{ $ends }
# $count: how many places
admission-places = Places: { $count }
# $day: a day
admission-last-day = Last day of applications: { $day }
admission-open = If you would like to join, fill in the application. Those without experience are welcome too. The course is open to everybody without an application as well.
admission-late = Applications are closed. The course is open without one too: open the Academy and begin whenever you like.
admission-apply = Fill in the application
admission-to-mine = My application
admission-to-course = Open the course
admission-to-academy = Open the Academy

## Applying
# $municipality: its name, $count: how many names, $names: the coordinators' names
admission-readers = Who reads it: { $municipality }, { $count ->
        [0] the coordinators
        [one] the coordinator { $names }
       *[other] the coordinators { $names }
    }. Nobody else sees it in the bot. If you write your name, they see it with your answers. How you learn they do not see: only how many have begun and how many have finished.
# $days: how many days, $until: a day
admission-kept = How long we keep it: until { $until } at the latest. If you get no place, we delete it within { $days } days of the decision. You can take it back at any time: then it is deleted at once.
admission-ask-name = What is your name? Write your first name and surname. If you skip this, the coordinator sees a number only.
admission-overview = <b>Your application</b>
    Please look it over and send it. Nothing is sent yet.
# $number: the application's number, $until: a day
admission-applied = ✓ We have your application. Your number is { $number }. Applications are taken until { $until }; after that we write the decision to you here.
admission-already = You have applied for this cohort already.

## Where an application stands
# $day: a day
admission-is-waiting = Your application is sent ({ $day }). We will write the decision to you here.
admission-is-accepted = <b>✓ You are in the cohort.</b>
# $place: which one, $until: a day, $gone: when it is deleted
admission-is-reserve = You are on the reserve list, number { $place }. If a place becomes free by { $until }, we will write. The application is deleted on { $gone }.
# $reason: why, $gone: when it is deleted
admission-is-declined = There was no place for you this time. The reason: “{ $reason }”
    The application is deleted on { $gone }.
admission-take-back = Take the application back
admission-give-up = I cannot take part any more
admission-back-sure = Take the application back? Your answers will be deleted.
admission-give-up-sure = Somebody else will have your place, and your application will be deleted. Go on?
admission-back-yes = Yes
admission-back-no = No, keep it
admission-taken-back = The application is deleted.
admission-given-up = Your place is free and the application is deleted. Thank you for telling us. The course stays open to you.

## Letters
# $title: the cohort's name
admission-letter-accepted = <b>✓ You have a place in the cohort “{ $title }”!</b>
# $words: the coordinator's words
admission-letter-words = The coordinator writes: “{ $words }”
# $title: the cohort's name, $reason: why, $place: which one, $until: a day, $gone: when it is deleted
admission-letter-reserve = “{ $title }”: you are on the reserve list, number { $place }. The reason: “{ $reason }”
    If a place becomes free by { $until }, we will write. The application is deleted on { $gone }. The course is open without one too.
# $title: the cohort's name, $reason: why, $gone: when it is deleted
admission-letter-declined = “{ $title }”: there was no place for you this time. The reason: “{ $reason }”
    You can take the course on your own, whenever you like. The application is deleted on { $gone }.
# $title: the cohort's name
admission-letter-moved = <b>✓ A place has become free: you are in the cohort “{ $title }”!</b>
# $starts, $ends: the first and the last day
admission-letter-days = The cohort learns together: { $starts }–{ $ends }. On the first day we send you a button that opens the course.
admission-letter-give-up = If you cannot take part, tell us: somebody of the reserve list will have the place.
# $title: the cohort's name, $track: a track of the course, $ends: the last day
admission-letter-first = <b>“{ $title }”: we begin today!</b>
    Course: { $track }. The cohort learns until { $ends }. One lesson a day is enough.
# $title: the cohort's name
admission-letter-last = <b>“{ $title }”: today is the cohort's last day.</b> Thank you for learning with us.
admission-far-all = You have passed all lessons. Congratulations! You get your certificate on the Academy's page.
# $passed: how many, $count: of how many
admission-far = You have passed { $passed } of { $count } lessons. The course stays open: go on where you stopped.
admission-far-none = You have not begun the course yet. It stays open: begin whenever you like.

## Coordinators: all calls
admission-desk = Academy cohorts
admission-list = <b>Academy cohorts</b>
    Who learns in a cohort is chosen from applications. The course is open to the others too.
admission-list-none = <b>Academy cohorts</b>
    None yet. Open a call: people fill in an application, and you choose who learns together.
# $title: the cohort's name, $state: where it stands
admission-row = { $title } · { $state ->
    [open] taking applications
    [deciding] to be decided
    [chosen] chosen
    [running] learning
   *[over] over
}
admission-new = + Open a call
admission-all = All cohorts
admission-to-call = The cohort's page
admission-changed = Something has changed meanwhile. Please look again.

## A new call
admission-new-draft = Call for an Academy cohort
admission-ask-track = Which track will the cohort take?
admission-ask-title = What is the cohort called? For example: “Academy 2027, spring”. Everybody will see it.
admission-ask-title-en = The same in English? You may skip this.
admission-ask-form = What shall we ask the applicants? The ready application has four questions: why they want it, what experience they have, what they wish to change, whether it is their first time. For questions of your own, first prepare a survey (staff page → surveys) and choose it here. It is not opened as a survey: its questions are copied into the application.
admission-ready = The ready application
admission-unfit = This survey has a photo, voice or video. An application is answered in words, numbers and choices only. Take that question out or choose another survey.
admission-ask-places = How many places are there?
admission-ask-last = Until which day are applications taken? Write, for example: 01.03.2027
admission-ask-starts = On which day does the cohort begin? That day everybody gets a button that opens the course.
admission-ask-ends = Which is the cohort's last day?
# $first, $last: days
admission-day-between = Please choose a day from { $first } to { $last }.
# $day: a day
admission-day-past = { $day } has passed already. Please write the days again.
# $form: the questions' name
admission-asks = What we ask: { $form }
admission-new-sure = Open the call? After that its days and questions do not change.
admission-new-yes = ✓ Open the call
admission-edit-title = Name
admission-edit-form = Questions
admission-edit-places = Places
admission-edit-days = Days
admission-opened = ✓ The call is open and stands in the Academy. The cohort's page has a code for posters and announcements.

## One cohort
# $count: how many
admission-count = Applications: { $count }
# $settlement: its name, $count: how many
admission-from = • { $settlement }: { $count }
# $count: how many, $places: how many there are
admission-count-accepted = Accepted { $count }, places { $places }
# $count: how many
admission-count-reserve = Reserve: { $count }
# $count: how many
admission-count-declined = Declined: { $count }
# $count: how many
admission-count-undecided = Undecided: { $count }
# $members: how many now, $fewest: from how many on it is told
admission-members = In the cohort now: { $members }. How many have begun and finished is shown from { $fewest } members on: in a smaller cohort it would be known who.
# $members: how many now, $begun: how many have begun, $finished: how many have finished
admission-progress = In the cohort now: { $members }. The course was begun by { $begun }, all lessons were passed by { $finished }.
# $day: a day
admission-then = When everybody was told ({ $day }):
admission-was-told = If somebody gives up a place, the first of the reserve moves up by itself.
# $day: a day
admission-may-read = Applications are taken until { $day }. You may read and mark them already; everybody is told after that day.
# $day: a day
admission-must-read = Applications are closed. Read and mark all of them before the cohort begins ({ $day }).
admission-may-tell = All applications are marked. Until everybody is told you may change the marks.
admission-nobody = Nobody has applied.
admission-read = Read applications
admission-names = All applicants
admission-tell = ✉ Tell everybody
admission-share = Code and link
# $code: a code
admission-code = Code for posters: { $code }
    Whoever types it to the bot sees this call. Put it into your announcement too.
# $link: an address
admission-link = Link: { $link }
admission-drop = Take the call back
admission-drop-sure = Nobody has applied yet. Take the call back?
admission-drop-yes = Yes, take it back
admission-drop-no = No, keep it
admission-dropped = The call is taken back.

## Reading
admission-read-draft = Reading applications
# $number: a number, $name: a name
admission-named = { $number }. { $name }
# $number: a number
admission-unnamed = Applicant { $number }
# $who: who, $day: a day
admission-applicant = <b>{ $who }</b> ({ $day })
# $who: who, $mark: what is decided
admission-applicant-row = { $who } · { $mark }
admission-which-applicant = Which application would you like to read?
# $mark: what is decided
admission-decided = Decision: { $mark }
admission-mark-accept = ✓ accepted
admission-mark-reserve = ⏳ reserve
admission-mark-decline = ✗ declined
admission-mark-none = none yet
# $reason: why
admission-reason = Reason: “{ $reason }”
# $count: how many
admission-left = { $count } more to decide.
# $page: which one, $pages: of how many
admission-page = Page { $page }/{ $pages }
admission-onward = Next page →
admission-earlier = ← Page before
admission-accept = ✓ Accept
admission-reserve = ⏳ Reserve
admission-decline = ✗ Decline
admission-next = Next application →
admission-ask-praise = Would you like to write a word or two? They come with the letter.
admission-ask-reason = Why? A few words are enough: the applicant will read them.
# $places: how many there are
admission-full = All places are given ({ $places }). Put this one on the reserve list, or change somebody else's mark first.
admission-own = This application is your own. Another coordinator has to decide on it.

## Telling everybody
# $accepted, $reserve, $declined: how many
admission-tell-sure = Send everybody the decision? Accepted { $accepted }, reserve { $reserve }, declined { $declined }. After that the marks do not change.
admission-tell-yes = ✓ Yes, send it
admission-tell-no = Not yet
# $count: how many
admission-told = ✓ { $count } people will get the decision.
admission-told-already = Everybody has been told, so the marks do not change any more.
# $day: a day
admission-still-open = Applications are taken until { $day }. Everybody is told after that day.
# $day: a day
admission-is-over = The cohort's last day has passed ({ $day }), so there is no point in telling anybody.
admission-not-all = Not all applications are marked. Read the others too.
# $count: how many applications
admission-owed-decide = Applications to the Academy to decide on: { $count }
admission-owed-tell = The Academy's cohort is chosen: tell the applicants
