### The coordinator's surveys

surveys-not-staff = This page is for the coordinators of this municipality only.
surveys-none = There is no such survey in your municipality.
surveys-list = <b>Surveys</b>
    Choose a survey.
# $title: the survey's name, $state: its state
surveys-row = { $state ->
    [open] { $title } · open
   *[closed] { $title } · ended
}
# $title: the name, $state: the state, $date and $hour: its end, $count: how many answered
surveys-one = <b>{ $title }</b>
    { $state ->
        [open] Open until { $date }, { $hour }
       *[closed] Ended: { $date }, { $hour }
    }
    Answers so far: { $count }
surveys-close = End it now
# $count: how many answered
surveys-sure = End the survey now? No more answers will be taken. Everybody who answered ({ $count }) gets the result.
surveys-close-yes = Yes, end it
surveys-close-no = No, let it run
surveys-closed = The survey has ended. We will count the answers and send the result to everybody who answered.
surveys-kept = The survey goes on.
surveys-not-running = This survey is not running.
surveys-to-list = All surveys
surveys-to-result = See the result
surveys-to-this = This survey's page
surveys-to-report = Report (PDF)
