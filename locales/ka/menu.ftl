### მენიუ და ენა

## რა არის ახლა ღია
# $municipality — მუნიციპალიტეტის სახელი
menu-title = <b>{ $municipality }</b>
menu-nothing-open = ახლა კენჭისყრა და გამოკითხვა არ მიმდინარეობს. იდეის შემოთავაზება ყოველთვის შეგიძლიათ.
# $name — კენჭისყრის სახელი, $until — დღე და საათი
menu-vote-open =
    <b>{ $name }</b>
    რომელი პროექტები განხორციელდება, წყვეტენ მცხოვრებლები.
    ხმის მიცემა შეგიძლიათ { $until }-მდე
# $name — გამოკითხვის სახელი, $until — დღე და საათი
menu-survey-open =
    <b>{ $name }</b>
    თქვენ გვეუბნებით, რა გჭირდებათ, მერია კი ამის მიხედვით გეგმავს.
    პასუხის გაცემა შეგიძლიათ { $until }-მდე
# $name — შეხვედრის სახელი, $when — დღე და საათი
menu-meeting-next = შეხვედრა: <b>{ $name }</b>, { $when }

## ღილაკები
# $name — კენჭისყრის შემოკლებული სახელი
menu-vote-in = ხმის მიცემა: { $name }
# $name — გამოკითხვის შემოკლებული სახელი
menu-survey-in = გამოკითხვა: { $name }
menu-desk = კოორდინატორის მაგიდა
menu-idea = იდეის შემოთავაზება
menu-ideas = იდეები
menu-meetings = შეხვედრები
menu-votes = კენჭისყრები
menu-needs = გამოკითხვები
menu-results = შედეგები
menu-privacy = ჩემი მონაცემები
menu-help = დახმარება
# ორივე ენაზე, რომ ყველამ იპოვოს
menu-language = ენა · Language

## ენა
# ორივე ენაზე ერთი და იგივეა
language-ka = ქართული
language-en = English
language-ask = რომელ ენაზე გესაუბროთ?
