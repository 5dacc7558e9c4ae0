### Ideas: a new one, the list, supporting

# The name of an unfinished idea
idea-name = New idea

## A new idea
idea-ask-title = <b>What should be done?</b>
    Write it briefly, in one sentence. For example: “A crossing by the school”.
idea-ask-text = <b>Tell us more.</b>
    What is the problem? Whom would the idea help? How could it be solved? Please write one message.
idea-ask-category = What is your idea about?
idea-ask-place = Where should it be done? If you are there now, press “Send the place”. If not, skip this.
idea-ask-photo = Do you have a photo of the place? Send it or skip this. Everybody will see the photo.
# $category: what the idea is about
idea-category = { $category ->
    [road] Roads and transport
    [water] Water and sewage
    [light] Lighting
    [waste] Waste
    [park] Yards and parks
    [sport] Sport
    [education] School and kindergarten
    [health] Health
    [culture] Culture
   *[other] Other
}

## Similar ideas
idea-same = There is a similar idea already. Would you rather support it?
idea-own = My idea is different
# $number: the idea's number, $title: its title
idea-row = No. { $number }. { $title }

## The overview before sending
idea-overview = Please look your idea over. Nothing has been sent yet.
# $title: the title
idea-heading = <b>{ $title }</b>
# $category: what the idea is about
idea-category-line = About: { idea-category }
idea-with-place = Place: marked
idea-without-place = Place: not given
idea-with-photo = Photo: attached
idea-without-photo = Photo: none
idea-send = ✓ Send
idea-change = ✎ Change
idea-change-what = What shall we change?
idea-part-title = Title
idea-part-text = Description
idea-part-category = Subject
idea-part-place = Place
idea-part-photo = Photo
# $number: the idea's number
idea-thanks = Thank you, we have your idea! Its number is <b>{ $number }</b>. Everybody can see it, without your name. People can support it too.

## The list
idea-list = <b>Ideas</b>
    Choose an idea or type its number. New ones come first.
idea-mine-list = <b>My ideas</b>
    Choose an idea or type its number.
idea-none = Nobody in your municipality has proposed an idea yet. Be the first!
idea-mine-none = You have not proposed an idea yet.
idea-new = ＋ New idea
idea-mine = My ideas
idea-to-mine = My ideas
idea-to-list = All ideas
# $title: the title, $settlement: the settlement, $count: how many support it
idea-list-row = { $title } · { $settlement } · ♥ { $count }
idea-everywhere = the whole municipality

## One idea
# $number: the idea's number, $title: its title
idea-heading-numbered = <b>No. { $number }. { $title }</b>
# $settlement: the settlement's name
idea-settlement = Settlement: { $settlement }
# $lat, $lon: latitude and longitude
idea-pin = Place: https://www.openstreetmap.org/?mlat={ $lat }&amp;mlon={ $lon }
# $date: when it came in
idea-date = Received: { $date }
# $count: how many support it
idea-supporters = Supporters: { $count }
idea-yours = This is your idea.
idea-not-here = This idea belongs to another municipality. Only people who live there can support it.
idea-gone = This idea is no longer in the list.

## Supporting
idea-support = ♥ I support it
idea-take-back = Take my support back
# $number: the idea's number
idea-supported = Thank you! You support idea No. { $number }.
# $number: the idea's number
idea-taken-back = You no longer support idea No. { $number }.
idea-already = You support this idea already.
idea-to-this = See the idea
