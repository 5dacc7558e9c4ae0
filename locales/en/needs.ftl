### The needs survey: questions, overview, result

# The name of an unfinished survey
needs-name = Needs survey

## Before the start
# $title: the survey's name
needs-title = <b>{ $title }</b>
# $questions: how many, $minutes: about how long it takes
needs-length = { $questions ->
    [one] One question, about { $minutes } min.
   *[other] { $questions } questions, about { $minutes } min.
}
needs-named = Who sees it: the city hall sees the answers without names.
needs-unnamed = This survey is anonymous: we keep only that you have answered. Your name is not with your answers.
# $date, $hour: the last moment
needs-until = Open until { $date }, { $hour }
needs-begin = Start

## Questions
# $place: which question this is, $count: how many there are, $label: the question
needs-question = { $place }/{ $count } · <b>{ $label }</b>
# $label — name of the group
needs-part = <i>{ $label }</i>
# $answer — what the form proposes
needs-default = If you skip it, we write: { $answer }
# $label — name of the group, $number — which time it is
needs-part-number = <i>{ $label } — { $number }</i>
# $label — name of the group
needs-more = { $label }: one more?
needs-more-yes = One more
needs-more-no = That is all
needs-barcode = Type the digits and letters that stand under the bars.
needs-voice-known = Your voice may be recognised; if you do not want that, write your answer.
needs-agree = I agree
needs-agreed = Yes
needs-wrong-required = This question needs an answer.
# $number — least answer
needs-wrong-small = The answer cannot be less than { $number }. Please correct it.
# $number — largest answer
needs-wrong-large = The answer cannot be more than { $number }. Please correct it.
# $number — step
needs-wrong-step = The answer must be a multiple of { $number }. Please correct it.
needs-wrong-constraint = This answer does not fit here. Look at the question again and answer differently.
needs-dont-know = I don't know
needs-revised = The questions have been corrected meanwhile. Your answers are kept: you are asked only what is new or has changed.

## The overview before sending
needs-overview = <b>Your answers</b>
    Please look them over and send them. Nothing has been sent yet.
# $label: the question, $answer: the answer
needs-answer = { $label }
    <b>{ $answer }</b>
needs-skipped = skipped
needs-place-given = place marked
needs-photo-given = photo attached
needs-audio-given = voice message attached
needs-video-given = video attached
needs-send = ✓ Send
needs-change = ✎ Change an answer
needs-change-what = Which answer shall we change?

## Afterwards
# $date: the survey's last day
needs-thanks = Thank you, we have your answers! The survey ends on { $date }. We will write to you here with the result.
needs-to-idea = Propose an idea
needs-already = You have already answered this survey. Thank you!
needs-helped = An answer with your phone number is already in this survey: a helper has entered it. Thank you!
# $date: the survey's last day
needs-later = The result will be published when the survey has ended. Its last day is { $date }.
needs-closed = This survey has ended.
# $date: the first day
needs-not-yet = This survey has not started yet. Its first day is { $date }.
needs-none = There is no survey in your municipality at the moment.
needs-which = Several surveys are open now. Which one will you answer?
needs-not-here = There is no such survey in your municipality.

## The result
needs-result-out = Thank you for answering the survey! This is what people said:
needs-result-last = The last survey's result
needs-result-all = See all answers
# $count: how many answered
needs-result-people = { $count ->
    [one] { $count } person answered.
   *[other] { $count } people answered.
}
# $count: the smallest number that is shown
needs-too-few = Fewer than { $count } people answered. The numbers are hidden so that nobody can be recognised.
needs-withheld = Not everybody was asked this. Its answers would tell a hidden number of another question, so they are not shown.
# $label: the question
needs-result-question = <b>{ $label }</b>
# $option: the answer, $count: how many chose it, $share: percent
needs-result-option = • { $option }: { $count } ({ $share }%)
# $options: answers that few people chose
needs-result-hidden = Hidden, so that nobody can be recognised: { $options }
# $mean: the average
needs-result-mean = On average { $mean }.
# $middle: the median
needs-result-half = Half of the people said { $middle } or less.
# $lower, $upper: bounds of the middle half of the answers
needs-result-inner = The middle half: from { $lower } to { $upper }.
# $low, $high: bounds of the numbers, both included
needs-stretch = { $low }–{ $high }
# $low, $high: bounds of the numbers, the upper one left out
needs-stretch-half = { $low } to below { $high }
# $high: the upper bound, included
needs-stretch-upto = { $high } or less
# $high: the upper bound, left out
needs-stretch-below = below { $high }
# $low: the lower bound
needs-stretch-from = { $low } or more
needs-result-first = Put in first place:
# $options: the most frequent answers in the reader's settlement
needs-result-home = Most chosen in your settlement: { $options }.
# $count: how many chose it, $share: percent
needs-bar = { $count } ({ $share }%)
# $title: the survey's name, $count: how many answered
needs-footer = { $title } · { $count ->
    [one] { $count } person answered
   *[other] { $count } people answered
}
# $count: how many answers are drawn
needs-footer-first = the first { $count } answers; the others are in the text
# $count: how many answers are hidden
needs-footer-hidden = { $count ->
    [one] { $count } answer is hidden
   *[other] { $count } answers are hidden
}, so that nobody can be recognised
# $page, $pages: which picture it is, and of how many
needs-picture-page = picture { $page }/{ $pages }
# $count: how many answered this question, $all: how many filled in the survey
needs-result-of = { $count } of { $all } people answered.
# $when: since, until or between, $since, $until: days, $count: how many were asked
needs-result-asked = { $when ->
    [since] Asked since { $since }, of { $count } people.
    [until] Asked until { $until }, of { $count } people.
   *[between] Asked from { $since } to { $until }, of { $count } people.
}
# $when: since, until or between, $since, $until: days outside of which nobody could choose it
needs-result-offered = { $when ->
    [since] since { $since }
    [until] until { $until }
   *[between] { $since } to { $until }
}
needs-result-which = Which result shall we show?
# $trait: by what
needs-result-by = { $trait ->
    [settlement] By settlement
    [age] By age
    [sex] By sex
   *[language] By language
}
# $group: the group's name, $count: how many answered
needs-result-group = <b>{ $group }</b>: { $count ->
    [one] { $count } person answered
   *[other] { $count } people answered
}
# $option: the answer, $count: how many chose it
needs-result-group-option = { $option } ({ $count })
# $groups: groups
needs-result-groups-hidden = Numbers hidden here, so that nobody can be recognised: { $groups }
needs-group-untold = not told
needs-group-child = under 16
# $code: the code of a language
needs-group-language = { $code ->
    [ka] Georgian
    [en] English
    [az] Azerbaijani
    [hy] Armenian
    [ru] Russian
   *[other] another language
}
needs-result-tags = What people wrote about:
# $tag: the subject, $count: how many wrote about it
needs-result-tag = • { $tag }: { $count }
needs-result-picture = 📊 Chart
# $page, $pages: which picture it is, and of how many
needs-result-picture-next = 📊 Next chart ({ $page }/{ $pages })
needs-result-back = Back to the question
needs-result-drawing = The chart is being drawn. One moment, please.
needs-result-next = Next question
needs-result-list = All questions
needs-result-group-few = The answers are spread too thinly to be shown.
