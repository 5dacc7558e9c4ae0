### Arriving and joining

## First words
# Viber shows it before the person has written
welcome-first = Hello! This is { -brand }. Here you say what your village or town needs, propose ideas and vote for projects. To begin, press the button “Start”.
welcome-start = Start
# The same text in every language
welcome-language =
    <b>მონაწილე</b>
    აირჩიეთ ენა.
    Choose your language.

## Consent
# $months: how many months after the last visit data is kept
welcome-consent =
    Three things before we begin:
    
    <b>Your number.</b> Nobody is shown it. We need it only so that nobody votes twice.
    <b>Your answers.</b> City hall sees them without your name. An idea that you send can be read by everyone, also without your name.
    <b>Your vote.</b> It is secret: city hall cannot learn what you chose.
    
    Messages pass through the servers of Telegram and Viber abroad. You can delete your data at any time. If you do not write for { $months } months, we delete it ourselves and tell you before.
welcome-consent-yes = I agree, and I am 16 or older
welcome-consent-young = I am not 16 yet
welcome-consent-no = I do not agree
welcome-young = Thank you for your interest! Taking part is possible from the age of 16, so we keep nothing about you. Write to us when you are 16.
welcome-declined = All right. We keep nothing about you. If you change your mind, just write to us.

## Where you live
welcome-municipality = Which municipality do you live in? Choose from the list or type the first letters of its name.
welcome-settlement = Which settlement do you live in? If it is not in the list, or you would rather not say, press “Skip”.
welcome-joined = Thank you, now you take part!
# Name of the unfinished conversation: "Continue: …"
welcome-title = joining

## Codes
welcome-code-unknown = We could not find this code. Please check whether you typed it correctly.
welcome-code-spent = This code no longer works: it has been used or is too old. Please ask whoever gave it to you for a new one.
welcome-too-many = You have entered many wrong codes in the last hour. Please try again in an hour.
# The code belongs to another municipality
# $home: the present municipality, $other: the code's
welcome-move =
    This code belongs to another municipality.
    The code: { $other }
    Your municipality: { $home }
    People vote only where they live. Have you moved?
welcome-move-yes = Yes, I have moved
welcome-move-no = No, I stay
