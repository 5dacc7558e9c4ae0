### A question to the city hall or an expert, and what others ask

## Beginning
# name of an unfinished conversation
ask-title = Question
ask-start = How can we help?
ask-new = New question
# $count: how many questions they have asked
ask-mine = My questions: { $count }
ask-read = What others ask
ask-another = Ask a new question
ask-to-mine = My questions
ask-to-this = The question's page

## Asking
# $topics: what experts answer on
ask-whom =
    Whom do you ask?
    Experts answer on: { $topics }.
ask-office = The city hall
ask-expert = An expert
# $topic: what the link invites to ask about
ask-about = Topic: <b>{ $topic }</b>
ask-text =
    Write your question in one message.
    It is read by whoever answers on this topic, and by the coordinator. They do not see your name. Please leave out personal numbers, phone numbers and other people's names.
ask-known = Something like this has been asked before. Perhaps the answer is here:
ask-none-fits = I am asking something else
ask-that-helps = ✓ This helps me
ask-others = ← Other answers
ask-still = I still want to ask
ask-glad = Glad you have found it! Your question was not sent.
ask-topic = What is your question about?
# $topic: the topic
ask-topic-name = { $topic ->
    [road] Roads and transport
    [water] Water and sewage
    [waste] Waste and environment
    [social] Social support
    [school] Kindergartens, schools, sport
    [land] Land and building
    [budget] Budget and fees
    [rights] Taking part and rights
   *[other] Something else
}
ask-whether-named = Should whoever answers know your name? You are answered in the same way without it.
ask-nameless = Without my name
ask-named = I will write my name
ask-name = What should we call you? Write your name.
ask-whether-public =
    May others read your question and the answer as well?
    Before that, staff take out everything by which you or somebody else could be recognised. You can change your mind at any time.
ask-public-yes = Yes, it may help others
ask-public-no = No, only I read it
# $whom: who is asked, $topic: the topic
ask-overview =
    <b>Look it over. Nothing has been sent yet.</b>
    { $whom }
    Topic: { $topic }
ask-to-office = To: the city hall
ask-to-expert = To: an expert
# $title: the seminar's name
ask-to-trainer = To: the trainer of the seminar “{ $title }”
# $text: the question
ask-own-words = “{ $text }”
# $name: a name they have written themselves
ask-has-name = They see your name: { $name }
ask-has-no-name = They do not see your name.
ask-is-public = You agree that others read the answer too, without your data.
ask-is-private = Others cannot read the question and the answer.
# $list: numbers, addresses, surnames
ask-traces = ⚠ Somebody may be recognised by this: { $list }
# $day: the last day of the answer
ask-until = Last day for the answer: { $day }.
ask-send = ✓ Send
ask-change-text = ✎ Question
ask-change-topic = ✎ Topic
ask-change-name = ✎ Name
ask-change-public = ✎ Who reads it
# $number: the question's number, $day: the last day of the answer
ask-sent = ✓ Question №{ $number } was sent. We write the answer to you here. Last day: { $day }.
ask-sent-already = This question has been sent already.
# $count: how many questions may wait
ask-enough = { $count ->
    [one] One question of yours is waiting for an answer already. You can ask a new one afterwards.
   *[other] { $count } questions of yours are waiting for an answer already. Once one of them is answered you can ask a new one.
}

## My questions
ask-none-yet = You have not asked anything yet.
ask-which = Your questions. Choose one:
# $state: how it stands, $number: its number, $text: its beginning
ask-row = { $state ->
    [answered] ✓ №{ $number } { $text }
    [closed] ✗ №{ $number } { $text }
   *[waits] … №{ $number } { $text }
}
ask-gone = We did not find this question, or this cannot be done now.
# $number: its number, $topic: the topic, $whom: who is asked
ask-head =
    <b>Question №{ $number }</b>
    { $whom }. Topic: { $topic }
# $number: its number, $topic: the topic, $title: the seminar's name
ask-head-seminar =
    <b>Question №{ $number }</b>
    To: a trainer. Seminar: “{ $title }”. Topic: { $topic }
# $day: the date, $text: the question
ask-asked = Question, { $day }: “{ $text }”
# $day: the date, $text: the answer
ask-answered = <b>Answer, { $day }:</b> { $text }
ask-closed = The question was taken back.
# $day: the last day of the answer
ask-waits = There is no answer yet. Last day: { $day }.
ask-further = Ask further
ask-what-further = What else do you want to know? Write it in one message. Whoever answered you reads it.
# $day: the last day of the answer
ask-still-waits = Your last question is still waiting for its answer, until { $day }. You can ask further afterwards.
ask-take-back = Take the question back
ask-back-sure = You need no answer any more?
ask-back-yes = No, I do not need it
ask-back-no = I do, I will wait
ask-taken-back = ✓ You have taken the question back. Nobody will answer it.
ask-allow = Let others read it
ask-disallow = Others should not read it
ask-allowed = ✓ Thank you! Once staff have taken personal data out, others can read the answer. We show you what was published.
ask-disallowed = ✓ Others can no longer read your question and the answer.

## The letter with the answer
ask-answer-came = <b>Your question was answered.</b>
ask-answer-rate = Does the answer help you?
ask-helps = Yes, it helps
ask-helps-partly = Partly
ask-helps-not = It does not help
ask-rated = ✓ Thank you for telling us!
ask-rated-no = Thank you for telling us. If something is still open, ask further.
ask-rated-allow = ✓ Thank you! This answer may help others as well. If you agree, staff first take all personal data out.
ask-published = <b>Others can now read your question and the answer.</b> Please check that nobody can be recognised:

## What others ask
ask-public-list = Questions of others and their answers. Choose one:
ask-nothing-public = There is nothing here yet. Ask, and your answer will help others too.
ask-find = Find by words
ask-find-what = Write what you are looking for: a word or a whole question. Latin letters are fine.
# $words: what was looked for
ask-find-none = “{ $words }”: we found no such answer. Ask, and you will be answered.
# $words: what was looked for
ask-found = “{ $words }”: this is what we found:
ask-no-longer = This answer is no longer shown.
# $topic: the topic, $day: when it was published
ask-public-head = { $topic }, { $day }
# $text: the question
ask-public-question = Question: “{ $text }”
# $text: the answer
ask-public-answer = <b>Answer:</b> { $text }
