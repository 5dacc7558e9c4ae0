### საერთო სიტყვები და პასუხები, რომლებიც ყველა საუბარს ახლავს

## სიტყვები, რომლებიც ყოველთვის მოქმედებს; ერთმანეთისგან მძიმით გამოიყოფა
word-menu = მენიუ, მთავარი, მთავარი მენიუ, დასაწყისი, თავიდან, დაწყება, menu, meniu, mtavari, mtavari meniu, tavidan, dawyeba, dawkeba, меню
word-cancel = გაუქმება, გააუქმე, გააუქმეთ, cancel, gauqmeba, gaukmeba, gaauqme, gaauqmet, отмена
word-back = უკან, დაბრუნება, ukan, dabruneba, назад
word-help = დახმარება, მიშველეთ, დამეხმარეთ, ვერ გავიგე, ადამიანი, ოპერატორი, help, daxmareba, dakhmareba, dahmareba, damexmaret, mishvelet, ver gavige, operatori, помощь
word-language = ენა, ენის შეცვლა, language, ena, enis shecvla, язык
word-stop = stop, სტოპ, შეწყვიტე, შეწყვიტეთ, აღარ მომწერო, აღარ მომწეროთ, ნუ მომწერ, ნუ მომწერთ, ნუღარ მომწერთ, აღარ მინდა შეტყობინებები, stopi, agar momwero, agar momwerot, aghar momtserot, nu momwer, nu momwert, nugar momwert, shewyvite, shewyvitet, стоп, unsubscribe

## ღილაკები
core-menu = ☰ მენიუ
core-back = ← უკან
core-skip = გამოტოვება
# რითაც კიდევ ამბობენ, რომ პასუხი არ აქვთ; ერთმანეთისგან მძიმით გამოიყოფა
core-skip-words = არა, არ მაქვს, არ ვიცი, არ მინდა, ფოტო არ მაქვს, გამოტოვე, skip, no, ara, ar maqvs, ar makvs, ar vici, ar vitsi, ar minda, gamotoveba, нет, не знаю
core-done = ✓ მზადაა
# $page — ახლანდელი გვერდი, $pages — სულ რამდენია
core-next = შემდეგი → ({ $page }/{ $pages })
core-next-word = შემდეგი
core-previous = ← წინა
core-share-phone = ნომრის გაგზავნა
core-share-place = ადგილის გაგზავნა
core-show-all = ყველას ნახვა
# $what — დაუმთავრებელი საქმის სახელი
core-continue = გაგრძელება: { $what }

## როცა პასუხი კითხვას არ შეეფერება
core-stale = ეს ღილაკი აღარ მოქმედებს. ახლა აქ ვართ:
core-use-buttons = გთხოვთ, დააჭიროთ ერთ-ერთ ღილაკს ქვემოთ.
core-want-text = გთხოვთ, პასუხი სიტყვებით დაწეროთ.
core-want-number = გთხოვთ, დაწეროთ მხოლოდ რიცხვი, მაგალითად: 25.
# $low, $high — საზღვრები
core-number-between = რიცხვი უნდა იყოს { $low }-დან { $high }-მდე.
core-want-photo = გთხოვთ, გამოგზავნოთ ფოტო.
core-photo-failed = ფოტო ვერ მივიღეთ. გთხოვთ, ხელახლა გამოგზავნოთ.
core-want-file = გთხოვთ, გამოგზავნოთ ფაილი (📎).
# $kinds — ფაილის დაბოლოება, მაგალითად: .csv
core-file-kind = ეს სხვა სახის ფაილია. მისი სახელი ასე უნდა მთავრდებოდეს: { $kinds }. გთხოვთ, ასე შეინახოთ და ხელახლა გამოგზავნოთ.
# $limit — მეგაბაიტი
core-file-too-big = ფაილი ძალიან დიდია. მაქსიმუმ { $limit } მბ შეიძლება. დატოვეთ მასში მხოლოდ საჭირო და ხელახლა გამოგზავნეთ.
core-file-failed = ფაილი ვერ მივიღეთ. გთხოვთ, ხელახლა გამოგზავნოთ.
core-want-place = გთხოვთ, დააჭიროთ ღილაკს „ადგილის გაგზავნა“.
core-want-phone = ნომერს ნუ აკრეფთ: ის ღილაკით უნდა გამოგზავნოთ.
core-phone-not-own = ეს სხვისი ნომერია. გთხოვთ, ღილაკით საკუთარი ნომერი გამოგზავნოთ.
core-want-moment = თარიღი და საათი ვერ ამოვიკითხეთ.
core-moment-past = ეს დრო უკვე გავიდა. გთხოვთ, მომავალი დრო დაწეროთ.
# $limit — ასოების რაოდენობა
core-too-short = ძალიან მოკლეა. საჭიროა სულ მცირე { $limit } ასო.
# $limit — დასაშვები, $length — მოწერილი ასოების რაოდენობა
core-too-long = ტექსტი ძალიან გრძელია: { $length } ასო. შეამოკლეთ { $limit } ასომდე. დანარჩენი პასუხები შენახულია.
# $number — აკრეფილი ნომერი
core-no-such-number = ნომერი { $number } სიაში არ არის.
core-one-only = აქ მხოლოდ ერთის არჩევა შეიძლება.
core-no-longer-there = თქვენ მიერ არჩეული პასუხი სიაში აღარ არის. გთხოვთ, აირჩიოთ ხელახლა.
core-still-working = ჯერ ვმუშაობთ. პასუხს მალე მოგწერთ.

## რამდენიმე პასუხის არჩევა
# $count — არჩეულია, $limit — მეტი არ შეიძლება
core-picked = არჩეულია: { $count } (მაქსიმუმ { $limit })
# $count — სულ მცირე რამდენი
core-pick-some = გთხოვთ, აირჩიოთ სულ მცირე { $count }.
# $limit — მეტი არ შეიძლება
core-pick-at-most = { $limit }-ზე მეტის არჩევა არ შეიძლება. რომელიმე რომ მოხსნათ, მას კიდევ ერთხელ დააჭირეთ.
# $count — რამდენი არჩეული პასუხი გაქრა
core-pick-gone = { $count ->
    [one] თქვენ მიერ არჩეულთაგან ერთი სიაში აღარ არის. გთხოვთ, გადახედოთ არჩევანს.
   *[other] თქვენ მიერ არჩეულთაგან { $count } სიაში აღარ არის. გთხოვთ, გადახედოთ არჩევანს.
}

## სხვა
core-apology = უკაცრავად, პასუხი ვერ მოგეცით. შეცდომა ჩვენია და ის უკვე ვიცით. გთხოვთ, სცადოთ ხელახლა.
core-stopped = კარგით, აღარაფერს მოგწერთ. თუ თქვენ მოგვწერთ, გიპასუხებთ. შეტყობინებების ჩართვა: მენიუ → ჩემი მონაცემები.

## მესენჯერის მენიუ
core-name = მონაწილე
command-menu = მთავარი მენიუ
command-help = დახმარება
command-language = ენის შეცვლა
command-stop = შეტყობინებების შეწყვეტა
core-phone-got = ✓ ნომერი მივიღეთ.
core-place-got = ✓ ადგილი მივიღეთ.
