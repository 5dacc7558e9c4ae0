### საჭიროებების გამოკითხვა: კითხვები, გადახედვა, შედეგი

# დაუმთავრებელი გამოკითხვის სახელი
needs-name = საჭიროებების გამოკითხვა

## დაწყებამდე
# $title — გამოკითხვის სახელი
needs-title = <b>{ $title }</b>
# $questions — კითხვების რაოდენობა, $minutes — დაახლოებით რამდენი წუთია საჭირო
needs-length = { $questions ->
    [one] ერთი კითხვაა. დაახლოებით { $minutes } წუთი დაგჭირდებათ.
   *[other] სულ { $questions } კითხვაა. დაახლოებით { $minutes } წუთი დაგჭირდებათ.
}
needs-named = ვინ ნახავს: მერია პასუხებს სახელების გარეშე ხედავს.
needs-unnamed = გამოკითხვა ანონიმურია: ვინახავთ მხოლოდ იმას, რომ უპასუხეთ. პასუხებს თქვენი სახელი არ ახლავს.
# $date, $hour — ბოლო ვადა
needs-until = ბოლო ვადა: { $date }, { $hour }
needs-begin = დავიწყოთ

## კითხვები
# $place — მერამდენე კითხვაა, $count — სულ რამდენია, $label — კითხვა
needs-question = { $place }/{ $count } · <b>{ $label }</b>
# $label — ჯგუფის სახელი
needs-part = <i>{ $label }</i>
# $answer — პასუხი, რომელსაც ფორმა გვთავაზობს
needs-default = თუ გამოტოვებთ, ჩაიწერება: { $answer }
# $label — ჯგუფის სახელი, $number — მერამდენეა
needs-part-number = <i>{ $label } — { $number }</i>
# $label — ჯგუფის სახელი
needs-more = { $label }: დავამატოთ კიდევ ერთი?
needs-more-yes = კიდევ ერთი
needs-more-no = სულ ეს არის
needs-barcode = აკრიფეთ ციფრები და ასოები, რომლებიც შტრიხკოდის ქვეშ წერია.
needs-voice-known = ხმით შეიძლება გიცნონ; თუ ეს არ გსურთ, პასუხი დაწერეთ.
needs-agree = ვეთანხმები
needs-agreed = დიახ
needs-wrong-required = ამ კითხვაზე პასუხი აუცილებელია.
# $number — ყველაზე მცირე პასუხი
needs-wrong-small = პასუხი არ შეიძლება იყოს { $number }-ზე ნაკლები. გთხოვთ, შეასწოროთ.
# $number — ყველაზე დიდი პასუხი
needs-wrong-large = პასუხი არ შეიძლება იყოს { $number }-ზე მეტი. გთხოვთ, შეასწოროთ.
# $number — ბიჯი
needs-wrong-step = პასუხი { $number }-ის ჯერადი უნდა იყოს. გთხოვთ, შეასწოროთ.
needs-wrong-constraint = ეს პასუხი აქ არ გამოდგება. გადახედეთ კითხვას და სხვანაირად უპასუხეთ.
needs-dont-know = არ ვიცი
needs-revised = ამასობაში გამოკითხვის კითხვები შესწორდა. თქვენი პასუხები შენახულია: გკითხავთ მხოლოდ იმას, რაც ახალია ან შეიცვალა.

## გადახედვა გაგზავნამდე
needs-overview = <b>თქვენი პასუხები</b>
    გადახედეთ და გაგზავნეთ. ჯერ არაფერი გაგზავნილა.
# $label — კითხვა, $answer — პასუხი
needs-answer = { $label }
    <b>{ $answer }</b>
needs-skipped = გამოტოვებულია
needs-place-given = ადგილი მონიშნულია
needs-photo-given = ფოტო დართულია
needs-audio-given = ხმოვანი შეტყობინება დართულია
needs-video-given = ვიდეო დართულია
needs-send = ✓ გაგზავნა
needs-change = ✎ პასუხის შეცვლა
needs-change-what = რომელი პასუხი შევცვალოთ?

## შემდეგ
# $date — გამოკითხვის ბოლო დღე
needs-thanks = გმადლობთ, თქვენი პასუხები მივიღეთ! გამოკითხვის ბოლო დღეა { $date }. შედეგს აქვე მოგწერთ.
needs-to-idea = იდეის შემოთავაზება
needs-already = ამ გამოკითხვას უკვე უპასუხეთ. გმადლობთ!
needs-helped = ამ გამოკითხვას თქვენი ნომრით უკვე უპასუხეს: პასუხები დამხმარემ ჩაწერა. მადლობა!
# $date — გამოკითხვის ბოლო დღე
needs-later = შედეგს გამოკითხვის დასრულების შემდეგ გამოვაქვეყნებთ. ბოლო დღეა { $date }.
needs-closed = ეს გამოკითხვა უკვე დასრულდა.
# $date — დაწყების დღე
needs-not-yet = ეს გამოკითხვა ჯერ არ დაწყებულა. დაწყების დღეა { $date }.
needs-none = ახლა თქვენს მუნიციპალიტეტში გამოკითხვა არ მიმდინარეობს.
needs-which = ახლა რამდენიმე გამოკითხვა მიმდინარეობს. რომელს უპასუხებთ?
needs-not-here = ასეთი გამოკითხვა თქვენს მუნიციპალიტეტში არ არის.

## შედეგი
needs-result-out = გმადლობთ, რომ გამოკითხვას უპასუხეთ! აი, რას ამბობენ მცხოვრებლები:
needs-result-last = ბოლო გამოკითხვის შედეგი
needs-result-all = ყველა პასუხის ნახვა
# $count — რამდენმა უპასუხა
needs-result-people = უპასუხა { $count } ადამიანმა.
# $count — ყველაზე მცირე რიცხვი, რომელსაც ვაჩვენებთ
needs-too-few = უპასუხა { $count }-ზე ნაკლებმა ადამიანმა. რიცხვებს არ ვაჩვენებთ, რომ არავინ ამოიცნონ.
needs-withheld = ამ კითხვას ყველას არ ვუსვამდით. მისი პასუხებიდან სხვა კითხვის დაფარული რიცხვი გამოითვლებოდა, ამიტომ არ ვაჩვენებთ.
# $label — კითხვა
needs-result-question = <b>{ $label }</b>
# $option — პასუხი, $count — რამდენმა აირჩია, $share — პროცენტი
needs-result-option = • { $option } — { $count } ({ $share }%)
# $options — პასუხები, რომლებიც ცოტამ აირჩია
needs-result-hidden = რიცხვს არ ვაჩვენებთ, რომ არავინ ამოიცნონ: { $options }
# $mean — საშუალო
needs-result-mean = საშუალოდ: { $mean }.
# $middle — მედიანა
needs-result-half = ნახევარმა უპასუხა { $middle } ან ნაკლები.
# $lower, $upper — პასუხების შუა ნახევრის საზღვრები
needs-result-inner = შუა ნახევარი: { $lower }-დან { $upper }-მდე.
# $low, $high — რიცხვების საზღვრები, ორივე შედის
needs-stretch = { $low }–{ $high }
# $low, $high — რიცხვების საზღვრები, ზედა აღარ შედის
needs-stretch-half = { $low }-დან { $high }-მდე
# $high — ზედა საზღვარი, შედის
needs-stretch-upto = { $high } ან ნაკლები
# $high — ზედა საზღვარი, აღარ შედის
needs-stretch-below = { $high }-ზე ნაკლები
# $low — ქვედა საზღვარი
needs-stretch-from = { $low } ან მეტი
needs-result-first = პირველ ადგილზე დააყენა:
# $options — ყველაზე ხშირი პასუხები მკითხველის დასახლებაში
needs-result-home = თქვენს დასახლებაში ყველაზე ხშირად აირჩიეს: { $options }.
# $count — რამდენმა აირჩია, $share — პროცენტი
needs-bar = { $count } ({ $share }%)
# $title — გამოკითხვის სახელი, $count — რამდენმა უპასუხა
needs-footer = { $title } · უპასუხა { $count } ადამიანმა
# $count — რამდენი პასუხია დახატული
needs-footer-first = პირველი { $count } პასუხი, დანარჩენი ტექსტშია
# $count — რამდენი პასუხია დაფარული
needs-footer-hidden = დაფარულია { $count } პასუხი, რომ არავინ ამოიცნონ
# $page, $pages — მერამდენე სურათია და სულ რამდენია
needs-picture-page = სურათი { $page }/{ $pages }
# $count — რამდენმა უპასუხა ამ კითხვას, $all — რამდენმა შეავსო გამოკითხვა
needs-result-of = უპასუხა { $count } ადამიანმა { $all }-დან.
# $when — როდიდან ან როდემდე, $since, $until — დღეები, $count — რამდენს ჰკითხეს
needs-result-asked = { $when ->
    [since] { $since }-დან ეს კითხვა დაუსვეს { $count } ადამიანს.
    [until] { $until }-მდე ეს კითხვა დაუსვეს { $count } ადამიანს.
   *[between] { $since }-დან { $until }-მდე ეს კითხვა დაუსვეს { $count } ადამიანს.
}
# $when — როდიდან ან როდემდე, $since, $until — დღეები: მანამდე ან მერე ამ პასუხს ვერ აირჩევდნენ
needs-result-offered = { $when ->
    [since] { $since }-დან
    [until] { $until }-მდე
   *[between] { $since }-დან { $until }-მდე
}
needs-result-which = რომელი შედეგი გაჩვენოთ?
# $trait — რის მიხედვით
needs-result-by = { $trait ->
    [settlement] დასახლებების მიხედვით
    [age] ასაკის მიხედვით
    [sex] სქესის მიხედვით
   *[language] ენის მიხედვით
}
# $group — ჯგუფის სახელი, $count — რამდენმა უპასუხა
needs-result-group = <b>{ $group }</b> — უპასუხა { $count } ადამიანმა
# $option — პასუხი, $count — რამდენმა აირჩია
needs-result-group-option = { $option } ({ $count })
# $groups — ჯგუფები
needs-result-groups-hidden = აქ რიცხვებს არ ვაჩვენებთ, რომ არავინ ამოიცნონ: { $groups }
needs-group-untold = არ უთქვამს
needs-group-child = 16 წლამდე
# $code — ენის კოდი
needs-group-language = { $code ->
    [ka] ქართული
    [en] ინგლისური
    [az] აზერბაიჯანული
    [hy] სომხური
    [ru] რუსული
   *[other] სხვა ენა
}
needs-result-tags = რაზე წერდნენ:
# $tag — თემა, $count — რამდენმა დაწერა
needs-result-tag = • { $tag } — { $count }
needs-result-picture = 📊 დიაგრამა
# $page, $pages — მერამდენე სურათია და სულ რამდენია
needs-result-picture-next = 📊 შემდეგი დიაგრამა ({ $page }/{ $pages })
needs-result-back = კითხვაზე დაბრუნება
needs-result-drawing = დიაგრამას ვხატავთ. ერთი წუთი, გეთაყვა.
needs-result-next = შემდეგი კითხვა
needs-result-list = ყველა კითხვა
needs-result-group-few = პასუხები გაიფანტა, ამიტომ რიცხვებს არ ვაჩვენებთ.
