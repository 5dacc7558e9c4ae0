### მენიუ და ენა

## რა არის ახლა ღია
# $municipality — მუნიციპალიტეტის სახელი
menu-title = <b>{ $municipality }</b>
menu-nothing-open = ახლა არც კენჭისყრა მიმდინარეობს, არც გამოკითხვა. იდეის შემოთავაზება ყოველთვის შეგიძლიათ.
# $name — კენჭისყრის სახელი, $until — დღე და საათი
menu-vote-open =
    <b>{ $name }</b>
    მცხოვრებლები წყვეტენ, რომელი პროექტები განხორციელდეს.
    ხმის მიცემა შეგიძლიათ: { $until }-მდე
# $name — გამოკითხვის სახელი, $until — დღე და საათი
menu-survey-open =
    <b>{ $name }</b>
    გვითხარით, რა გჭირდებათ. მერია პასუხებს გეგმაში გაითვალისწინებს.
    პასუხის გაცემა შეგიძლიათ: { $until }-მდე
# $name — შეხვედრის სახელი, $when — დღე და საათი
menu-meeting-next = შეხვედრა: <b>{ $name }</b>, { $when }

## ღილაკები
# $name — კენჭისყრის შემოკლებული სახელი
menu-vote-in = ხმის მიცემა: { $name }
# $name — გამოკითხვის შემოკლებული სახელი
menu-survey-in = გამოკითხვა: { $name }
menu-desk = სამუშაო გვერდი
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
