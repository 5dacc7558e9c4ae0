### The page that a short code opens in a browser

door-welcome = Take part in the affairs of your municipality
# $day: a date, $hour: an hour
door-until = Closes on { $day } at { $hour }
door-fictional = This page is for trying out: the municipality, the projects and the sums are invented.
# $number: the idea's number, $title: its title
door-idea = Idea No. { $number }: { $title }
door-how = How to take part
door-telegram = Open in Telegram
door-viber = Open in Viber
door-telegram-name = Telegram
door-viber-name = Viber
door-code = Or write this code to the bot:
door-projects = Projects
door-open = Open now
door-scan = Scan this with another phone
door-ask = Ask city hall
# $topic: the topic
door-ask-on = Ask city hall: { $topic }
door-ask-how = Write your question in the bot, with or without a name. It tells you by which day you get an answer, and brings it to you.
# $phone: a phone number
door-office = Questions? Call the city hall: { $phone }
door-secret = The vote is secret: city hall cannot learn who chose what.
door-other-language = ქართულად
door-code-title = The code from the poster
door-code-ask = Type the code you saw on a poster or in an announcement.
door-code-go = Open
door-unknown = We found no such code. Please check it and try again.
door-results = The result of the vote
