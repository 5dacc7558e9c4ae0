### ახალი გამოკითხვა: ჩატში ან Excel-ის ფაილიდან (კოორდინატორისთვის)

## გამოკითხვების გვერდი
# $title — გამოკითხვის სახელი
drafts-row = { $title } · ჯერ არ დაწყებულა
drafts-new = + ახალი გამოკითხვა ჩატში
drafts-file = + გამოკითხვა Excel-ის ფაილიდან
drafts-untitled = უსახელო
drafts-gone = ასეთი მოსამზადებელი გამოკითხვა აღარ არის: ან უკვე დაიწყო, ან წაიშალა.
drafts-moved = ეს გამოკითხვა ამასობაში სხვამ შეცვალა. გთხოვთ, ხელახლა გადახედოთ.
drafts-making = ახალი გამოკითხვა
drafts-file-name = გამოკითხვა Excel-ის ფაილიდან
drafts-opening = გამოკითხვის დაწყება

## მოსამზადებელი გამოკითხვა
# $title — სახელი
drafts-title = <b>{ $title }</b>
# $count — რამდენი კითხვაა, $minutes — რამდენი წუთი
drafts-length = { $count ->
    [one] ერთი კითხვა, დაახლოებით { $minutes } წუთი
   *[other] { $count } კითხვა, დაახლოებით { $minutes } წუთი
}
# $least, $most — რამდენი კითხვა, $minutes — რამდენი წუთი
drafts-length-between = { $least }-დან { $most }-მდე კითხვა (პასუხების მიხედვით), დაახლოებით { $minutes } წუთი
# $languages — ენების სახელები
drafts-languages = ენა: { $languages }
# $code — ენის კოდი
drafts-language = { $code ->
    [ka] ქართული
    [en] ინგლისური
    [az] აზერბაიჯანული
    [hy] სომხური
    [ru] რუსული
   *[other] { $code }
}
# $number — ნომერი, $label — კითხვა
drafts-question = { $number }. { $label }
# $count — კიდევ რამდენი კითხვაა
drafts-more = { $count ->
    [one] და კიდევ ერთი კითხვა
   *[other] და კიდევ { $count } კითხვა
}
drafts-unseen = მცხოვრებლები ამას ჯერ ვერ ხედავენ. ჯერ თავად სცადეთ, მერე დაიწყეთ.
drafts-try = ▶ ცდა: როგორ დაინახავენ
drafts-open = ✓ გამოკითხვის დაწყება
drafts-change = ✎ კითხვების შეცვლა
drafts-rename = ✎ სახელი და შესავალი
drafts-drop = ✗ წაშლა
# $title — სახელი
drafts-drop-sure = წავშალოთ „{ $title }“? დაბრუნება შეუძლებელი იქნება.
drafts-drop-yes = დიახ, წაიშალოს
drafts-drop-no = არა, დარჩეს
drafts-dropped = გამოკითხვა წაიშალა.
drafts-to-draft = გამოკითხვის გვერდი

## ცდა
drafts-rehearsal = <i>ცდა: პასუხები არ შეინახება</i>
drafts-tried = ცდა დასრულდა. პასუხები არ შეგვინახავს.

## დაწყება
# $main — მთავარი ენა, $shown — ენა, რომელზეც გამოჩნდება
drafts-foreign = ამ გამოკითხვაში ეს ენა არ არის: { $main }. ყველა დაინახავს სხვა ენაზე: { $shown }. დავიწყოთ მაინც?
drafts-foreign-yes = დიახ, ასე იყოს
drafts-foreign-no = არა, თარგმანს დავამატებ
# $language — ენა
drafts-ask-title = რა ჰქვია გამოკითხვას? სახელს ყველა დაინახავს. დაწერეთ ენაზე: { $language }.
drafts-ask-intro = რისთვის არის ეს გამოკითხვა და რას შეცვლის? დაწერეთ ორი-სამი წინადადება. მცხოვრებლები ამას კითხვებამდე წაიკითხავენ.
drafts-ask-anonymous = <b>ანონიმური იყოს?</b>

    <b>ანონიმური:</b> ვინახავთ მხოლოდ იმას, რომ ადამიანმა უპასუხა. პასუხებს ვერავინ დაუკავშირებს მას. გულახდილი პასუხისთვის ეს ჯობს.

    <b>არაანონიმური:</b> პასუხი ადამიანთან ერთად ინახება და თავისას ის მერეც ნახავს. თქვენ აქაც სახელების გარეშე ხედავთ.
drafts-anonymous = ანონიმური
drafts-named = არაანონიმური
drafts-ask-days = როდემდე ვიღებთ პასუხებს?
# $count — რამდენი დღე, $date — ბოლო დღე
drafts-days = { $count ->
    [one] ერთი დღე, { $date }-ის ჩათვლით
   *[other] { $count } დღე, { $date }-ის ჩათვლით
}
drafts-days-other = სხვა დღე
drafts-ask-last = დაწერეთ ბოლო დღე, მაგალითად: 20.12.2026. იმ დღის ბოლომდე ვიღებთ პასუხებს.
# $first, $last — საზღვრები
drafts-days-between = ბოლო დღე უნდა იყოს { $first }-დან { $last }-მდე.
# $date — ბოლო დღე
drafts-last-day = ბოლო დღე: { $date }
# $count — რამდენი ადამიანი
drafts-people = შეუძლია უპასუხოს: { $count } ადამიანს
drafts-sure = დავიწყოთ? კითხვების გასწორება მერეც შეიძლება, მაგრამ მანამდე მიღებული პასუხები რჩება.
drafts-sure-yes = ✓ დიახ, დაიწყოს
drafts-edit-anonymous = ✎ ანონიმურობა
drafts-edit-days = ✎ ბოლო დღე
# $code — კოდი
drafts-opened = ✓ გამოკითხვა დაიწყო და მენიუში უკვე ჩანს.

    ხალხს თავად უნდა შეატყობინოთ. განცხადებაში ჩაწერეთ კოდი { $code }: ვინც მას ბოტს მისწერს, გამოკითხვა მაშინვე გაეხსნება. იგივე კოდი პოსტერსაც გამოადგება.
drafts-announce = განცხადების გაგზავნა

## ახალი გამოკითხვა ჩატში
# $most — მაქსიმუმ რამდენი კითხვა
drafts-new-title = <b>ახალი გამოკითხვა</b>
    ხუთ წუთში შეადგენთ: მაქსიმუმ { $most } კითხვა.

    რა ჰქვია გამოკითხვას? მაგალითად: „რა სჭირდება ჩვენს სოფელს?“
# $number — მერამდენე კითხვაა
drafts-ask-question = <b>კითხვა { $number }</b>
    დაწერეთ კითხვა ისე, როგორც მცხოვრებლები წაიკითხავენ. ერთ წერილში ერთი კითხვა.
drafts-ask-kind = როგორ უპასუხებენ?
drafts-kind-one = ერთ პასუხს აირჩევენ
drafts-kind-many = რამდენიმეს აირჩევენ
drafts-kind-number = რიცხვს დაწერენ
drafts-kind-text = თავისი სიტყვებით დაწერენ
drafts-kind-place = ადგილს მონიშნავენ
drafts-kind-photo = ფოტოს გამოგზავნიან
# $least, $most — რამდენი პასუხი
drafts-ask-answers = დაწერეთ პასუხის ვარიანტები ერთ წერილში, თითო ხაზზე თითო ({ $least }-დან { $most }-მდე). მაგალითად:

    გზა
    წყალი
    განათება
# $least, $most — რამდენი პასუხი
drafts-answers-between = პასუხის ვარიანტი { $least }-დან { $most }-მდე უნდა იყოს, თითო ხაზზე თითო.
# $answer — გამეორებული პასუხი
drafts-answers-twice = „{ $answer }“ ორჯერ წერია.
# $answer — პასუხის დასაწყისი, $limit — მაქსიმუმ რამდენი ასო
drafts-answers-long = ეს პასუხი { $limit } ასოზე გრძელია: „{ $answer }…“ შეამოკლეთ.
drafts-ask-required = პასუხი აუცილებელია?
drafts-optional = არა, შეიძლება გამოტოვება
drafts-required = დიახ, აუცილებელია
drafts-ask-next = რა ვქნათ შემდეგ?
drafts-one-more = + კიდევ ერთი კითხვა
drafts-ready = ✓ მზადაა
drafts-english = თარგმნა ინგლისურად
# $number — ნომერი
drafts-change-one = ✎ კითხვა { $number }
# $most — მაქსიმუმ რამდენი
drafts-full = ამ გამოკითხვას კითხვა ვეღარ დაემატება: მაქსიმუმ { $most } შეიძლება.

## ერთი კითხვის შეცვლა
# $label — კითხვა
drafts-question-text = <b>{ $label }</b>
# $answer — პასუხი
drafts-answer = • { $answer }
# $kind — როგორ უპასუხებენ, $required — აუცილებელია თუ არა
drafts-question-kind = <i>{ $kind }, { $required }</i>
drafts-is-required = აუცილებელია
drafts-is-optional = შეიძლება გამოტოვება
drafts-act-text = ✎ კითხვის ტექსტი
drafts-act-kind = ✎ როგორ უპასუხებენ
drafts-act-answers = ✎ პასუხის ვარიანტები
drafts-act-required = ✎ აუცილებელია თუ არა
drafts-act-up = ↑ ზემოთ
drafts-act-down = ↓ ქვემოთ
drafts-act-remove = ✗ წაშლა
drafts-act-keep = ასე დარჩეს

## ინგლისურად
drafts-english-how = თარგმნეთ სათაური, კითხვები და პასუხები. „გამოტოვება“ თარგმნას დაასრულებს: დანარჩენი მხოლოდ მთავარ ენაზე დარჩება.
# $words — ტექსტი
drafts-in-english = როგორ იქნება ინგლისურად?

    <b>{ $words }</b>
# $count — რამდენი პასუხია, $words — პასუხები
drafts-answers-in-english = იგივე პასუხები ინგლისურად, იმავე რიგით, თითო ხაზზე თითო ({ $count }):

    { $words }
# $count — რამდენი უნდა იყოს, $found — რამდენია
drafts-answers-as-many = უნდა იყოს { $count } პასუხი, თქვენ კი დაწერეთ { $found }.

## Excel-ის ფაილი
drafts-file-how = <b>გამოკითხვა Excel-ის ფაილიდან</b>

    გამოგვიგზავნეთ XLSForm: ასე წერენ გამოკითხვებს KoboToolbox-ისა და ODK-ისთვის. თუ ფაილი ჯერ არ გაქვთ, აიღეთ ნიმუში და თქვენი კითხვები ჩაწერეთ. გამოგზავნილი ფაილი მაშინვე არ დაიწყება: ჯერ ნახავთ, რას იკითხავს ბოტი.
drafts-file-have = ფაილის გამოგზავნა
drafts-file-template = ნიმუშის მიღება
drafts-file-send = გამოგზავნეთ ფაილი (📎): .xlsx ან .xls. თუ პასუხების სია ცალკე .csv ფაილშია, ჩადეთ ორივე ერთ .zip ფაილში.
drafts-template-coming = ნიმუშს ვამზადებთ. ცოტა ხანში აქ მოვა.
drafts-template-name = გამოკითხვის ნიმუში
drafts-template = ეს ნიმუშია: თითო მაგალითი ყოველი სახის კითხვისთვის. ფურცელში help წერია, რა რას ნიშნავს. ზედმეტი წაშალეთ, ჩაწერეთ თქვენი და გამოგვიგზავნეთ.
drafts-reading = ფაილი მივიღეთ და ვკითხულობთ. პასუხს მალე მოგწერთ.
# $count — რამდენი
drafts-bad = { $count ->
    [one] <b>ფაილში ერთი შეცდომაა:</b>
   *[other] <b>ფაილში { $count } შეცდომაა:</b>
}
drafts-mend = გაასწორეთ ფაილი Excel-ში.
drafts-unreadable = ფაილი ვერ წავიკითხეთ. შეცდომა ჩვენია. გთხოვთ, ხელახლა გამოგზავნოთ.
drafts-can-repair = ამის გასწორება თავადაც შეგვიძლია. თქვენი ფაილი არ შეიცვლება, გამოკითხვაში კი:
drafts-repair = გაასწორეთ თქვენ
drafts-send-again = გასწორებულ ფაილს გამოვგზავნი
# $column — როგორ წერია ენა სვეტში
drafts-which-language = რომელ ენაზეა სვეტები, რომლებსაც აწერია „{ $column }“?
drafts-which-plain = რომელ ენაზეა სვეტები, რომლებსაც ენა არ აწერია (მაგალითად, label)?
drafts-repaired = <b>რა გავასწორეთ:</b>
drafts-notes = <b>რა უნდა იცოდეთ:</b>

## შეხსენება მცხოვრებლებს
# $title — გამოკითხვის სახელი, $date და $hour — ბოლო ვადა
drafts-remind-opened = დაიწყო გამოკითხვა: <b>{ $title }</b>. პასუხს { $date }, { $hour }-მდე ვიღებთ.
# $title — გამოკითხვის სახელი, $date და $hour — ბოლო ვადა
drafts-remind-unfinished = გამოკითხვაზე პასუხი დაიწყეთ, მაგრამ ჯერ არ გამოგიგზავნიათ: <b>{ $title }</b>. თქვენი პასუხები შენახულია. ბოლო ვადა: { $date }, { $hour }.
drafts-remind-go-on = გაგრძელება
# $title — გამოკითხვის სახელი, $date და $hour — ბოლო ვადა
drafts-remind-last = გამოკითხვა ხვალ სრულდება: <b>{ $title }</b>. პასუხს { $date }, { $hour }-მდე ვიღებთ.
drafts-remind-answer = პასუხის გაცემა
