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
    Answers in the chat: { $count }
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
surveys-to-texts = Written answers
surveys-to-links = Link ideas

## Written answers and their tags
survey-texts-none = There are no written answers yet.
survey-texts-later = This survey is anonymous. You will see the written answers when it has ended and they have been shuffled.
survey-texts-which = Which question's answers shall we show?
# $label: the question, $count: how many wrote, $page, $pages: the page
survey-texts-head = <b>{ $label }</b>
    { $count ->
        [one] { $count } person wrote something.
       *[other] { $count } people wrote something.
    } Page { $page } of { $pages }
survey-texts-choose = Choose an answer to give it a tag. Only coordinators see the answers; everybody else sees how many there are of each tag.
# $text: the answer, $tags: its tags, $count: how many tags it has
survey-texts-row = { $count ->
    [0] { $text }
   *[other] { $text } [{ $tags }]
}
survey-texts-onward = Next page
survey-texts-earlier = Previous page
survey-tag-which = What is it about?
# $tags: the tags
survey-tag-has = Tags: { $tags }
survey-tag-new = New tag
survey-tag-none = Take the tags off
survey-tag-back = Back to the list
survey-tag-ask = Write the tag, for example: bridge. Please no names or phone numbers: everybody sees a tag that at least five people stand behind.

## Linking a need and an idea
survey-links-none = This survey has no need to link to.
survey-links-which = Which need does the idea answer? The idea's page will say how many people asked for it.
# $option: the need, $count: how many chose it
survey-links-row = { $option } ({ $count })
survey-links-part = Remove a link
survey-links-ask = Please write the idea's number.
survey-links-no-idea = There is no idea with this number.
# $title: the idea's title
survey-links-done = ✓ The idea “{ $title }” is linked to the need.
# $title: the idea's title
survey-links-parted = ✓ The idea “{ $title }” is no longer linked to this survey.
survey-links-idea = See the idea
survey-links-more = Another idea
