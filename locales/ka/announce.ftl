### განცხადება: ვის, რა, წინასწარი ნახვა, თანხმობა, შეჩერება, ანგარიში

announce-title = განცხადება
announce-not-staff = განცხადების გაგზავნა მხოლოდ ამ მუნიციპალიტეტის კოორდინატორს შეუძლია.
announce-not-yours = ეს განცხადება სხვას ეკუთვნის, უკვე გაგზავნილია ან წაშლილია.

## ტექსტი
announce-which = გავაგრძელოთ დაწყებული თუ დავწეროთ ახალი?
announce-new = ✎ ახალი განცხადება
# $text — განცხადების დასაწყისი
announce-begun = { $text }
announce-text = დაწერეთ განცხადება ქართულად. მოკლედ და გასაგებად: რა, სად, როდის.
announce-text-en = იგივე დაწერეთ ინგლისურად. თუ არ გაქვთ, გამოტოვეთ: მაშინ ყველა ქართულ ტექსტს მიიღებს.
announce-which-text = რა შევცვალოთ?
# $municipality — მუნიციპალიტეტის სახელი, $text — განცხადება
announce-body =
    <b>{ $municipality }</b>

    { $text }
# $question — სწრაფი გამოკითხვის კითხვა
announce-question = ❓ <b>{ $question }</b>
announce-open-link = 🔗 ვრცლად
announce-sign-up = შეხვედრაზე ჩაწერა

## ვის ვწერთ
announce-where = <b>ვის მივწეროთ?</b> აირჩიეთ ერთი ნიშანი, მერე, თუ გინდათ, მეორეც: ყველა ერთად უნდა ემთხვეოდეს.
announce-enough = ✓ მეტი არაფერი
announce-whole = ✓ მთელ მუნიციპალიტეტს
announce-these = ✓ ამ ადამიანებს
# $by — ნიშანი: დასახლება, ენა…
announce-narrow = <b>{ $by }</b>. აირჩიეთ:
announce-everybody = ისევ მთელ მუნიციპალიტეტს
announce-by-settlements = დასახლებით
announce-by-languages = ენით
announce-by-bots = მესენჯერით
announce-by-age = ასაკით
announce-by-signed-up = ვინც შეხვედრაზე ჩაეწერა
announce-by-authors = იდეის ავტორებს
announce-by-follows = ვინც პროექტს თვალს ადევნებს
announce-by-answered = ვინც გამოკითხვას უპასუხა
announce-by-staff = როლით
# $age — ასაკი, რომელიც ადამიანმა თვითონ თქვა
announce-age = { $age } წლის ან უფროსი
# $bot — telegram ან viber
announce-bot = { $bot ->
    [telegram] Telegram
   *[viber] Viber
}
# $least — სულ მცირე რამდენი უნდა იყოს
announce-few = { $least }-ზე ნაკლები
# $count — დამრგვალებული რიცხვი
announce-about = დაახლოებით { $count }
# $count — რამდენი ადამიანი, სიტყვებით
announce-people = ადამიანი: <b>{ $count }</b>
announce-to = <b>ვის:</b>
announce-to-everybody = მთელ მუნიციპალიტეტს
announce-to-reached = ვინც წინა განცხადება უკვე მიიღო
# $names — დასახლებები
announce-to-settlements = • დასახლება: { $names }
# $names — ენები
announce-to-languages = • ენა: { $names }
# $bot — telegram ან viber
announce-to-bots = • მესენჯერი: { announce-bot }
# $age — ასაკი
announce-to-age = • ასაკი: { $age } წლის ან უფროსი (ვინც ეს თქვა)
# $name — შეხვედრა
announce-to-signed-up = • ჩაეწერა შეხვედრაზე: { $name }
# $name — კენჭისყრა
announce-to-authors = • იდეის ავტორია: { $name }
# $name — პროექტი
announce-to-follows = • თვალს ადევნებს პროექტს: { $name }
# $name — გამოკითხვა
announce-to-answered = • უპასუხა გამოკითხვას: { $name }
# $names — როლები
announce-to-staff = • როლი: { $names }
# $least — სულ მცირე რამდენია საჭირო
announce-too-few = აქ { $least }-ზე ნაკლები ადამიანია. ასე ცოტას განცხადებას არ ვუგზავნით, რომ ცალკეული ადამიანები არ ამოიცნონ.
# $least — რამდენზე ნაკლები
announce-telltale = ამ განცხადებისა და ბოლო 30 დღის განცხადებების რიცხვებს თუ შევადარებთ, { $least }-ზე ნაკლებ ადამიანზე რაღაც გამოჩნდება. ამიტომ ასე ვერ გავგზავნით. აირჩიეთ უფრო ფართო წრე ან იგივე ადამიანები, ვისაც უკვე მისწერეთ.
announce-reached-nobody = წინა განცხადება ჯერ არავის მისვლია, გასასწორებელი არაფერია.

## გვერდი
announce-page = <b>განცხადება მზადდება</b>
# $language — ენა, რომელზეც ტექსტი არ არის
announce-lacks = ⚠ ზოგი ამ ენაზე კითხულობს: { $language }. ტექსტი ამ ენაზე არ არის: ქართულს მიიღებს.
announce-has-photo = 🖼 ახლავს სურათი
# $name — ფაილის სახელი
announce-has-document = 📎 ახლავს ფაილი: { $name }
# $label — ღილაკის წარწერა
announce-has-button = ღილაკი: { $label }
# $question — კითხვა
announce-has-poll = ❓ სწრაფი გამოკითხვა: { $question }
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
announce-has-time = 🕑 გაიგზავნება: { meetings-when }
announce-to-send = ✉ გაგზავნა
announce-to-preview = 👁 როგორ გამოჩნდება
announce-to-who = ვის
announce-to-text = ტექსტი, სურათი
announce-to-words = ტექსტი
announce-to-attach = 🖼 სურათი ან ფაილი
announce-to-buttons = ღილაკები, გამოკითხვა
announce-to-poll = ❓ სწრაფი გამოკითხვა
announce-to-time = როდის
announce-to-drop = 🗑 წაშლა
announce-to-page = განცხადებაზე დაბრუნება
announce-drop-sure = წავშალოთ ეს განცხადება?
announce-drop-yes = დიახ, წავშალოთ
announce-is-dropped = განცხადება წაშლილია.

## სურათი და ფაილი
announce-attach = რა დავურთოთ?
announce-a-photo = 🖼 სურათი
announce-a-document = 📎 ფაილი
announce-no-photo = სურათის მოხსნა
announce-no-document = ფაილის მოხსნა
announce-photo = გამოგზავნეთ სურათი.
# $kinds — დაბოლოებები
announce-document = გამოგზავნეთ ფაილი ({ $kinds }). Telegram-ზე ტექსტთან ერთად მივა, Viber-ზე ცალკე შეტყობინებად.
announce-file-name = განცხადება
announce-reading = ⏳ ფაილს ვკითხულობთ…
announce-bad-document = ეს ფაილი ვერ წავიკითხეთ: შიგნით ის არ არის, რასაც სახელი ამბობს.

## ღილაკები
# $most — სულ რამდენი შეიძლება
announce-buttons = <b>ღილაკები განცხადების ქვეშ</b> (სულ { $most }-მდე)
announce-a-journey = ბოტის გვერდი
announce-a-link = ბმული
announce-a-meeting = შეხვედრაზე ჩაწერა
announce-no-buttons = ყველა ღილაკის მოხსნა
announce-which-journey = რა გავხსნათ ამ ღილაკით?
announce-which-meeting = რომელ შეხვედრაზე ჩაეწერონ?
announce-which-link = გამოგზავნეთ ბმული. ის https://-ით უნდა იწყებოდეს.
announce-https = ბმული https://-ით უნდა იწყებოდეს, მაგალითად: https://example.ge/news

## სწრაფი გამოკითხვა
announce-poll-there = სწრაფი გამოკითხვა უკვე არის. რა ვქნათ?
announce-poll-new = თავიდან დავწეროთ
announce-poll-none = მოვხსნათ
announce-poll-question = დაწერეთ ერთი კითხვა ქართულად.
announce-poll-question-en = იგივე კითხვა დაწერეთ ინგლისურად.
# $most — სულ რამდენი პასუხი
announce-poll-options = დაწერეთ პასუხები, თითო ხაზზე თითო: ორიდან { $most }-მდე.
# $count — რამდენი პასუხი
announce-poll-options-en = იგივე პასუხები ინგლისურად, იმავე რიგით: { $count }.
# $count — რამდენი პასუხი
announce-poll-same = პასუხი იმდენივე უნდა იყოს, რამდენიც ქართულად: { $count }.
# $least, $most — რამდენი პასუხი
announce-poll-lines = საჭიროა { $least }-დან { $most }-მდე სხვადასხვა პასუხი, თითო ხაზზე თითო.
# $most — რამდენი ასო
announce-poll-long = პასუხი ღილაკზე უნდა დაეტიოს: { $most } ასომდე.
# $option — არჩეული პასუხი
poll-answered = ✓ თქვენი პასუხია: <b>{ $option }</b>. თუ გადაიფიქრეთ, სხვა ღილაკს დააჭირეთ: ბოლო პასუხი ჩაითვლება.
poll-gone = ეს გამოკითხვა აღარ არის.
poll-not-sent = ეს მხოლოდ წინასწარი ნახვაა: პასუხი ჯერ არ ითვლება.
poll-elsewhere = ეს გამოკითხვა სხვა მუნიციპალიტეტისაა.

## როდის
announce-when = როდის გავგზავნოთ?
announce-at-once = როგორც კი დავადასტურებ
announce-later = დღეს და საათს დავწერ
announce-ask-time = დაწერეთ დღე და საათი, მაგალითად: 05.12.2026 18:00
# $days — რამდენ დღეში
announce-too-far = ეს ძალიან შორსაა: განცხადება { $days } დღეში უნდა გაიგზავნოს.
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
announce-put-off = ღამით არ ვაწუხებთ: გაიგზავნება { meetings-when }.

## წინასწარი ნახვა
# $bot — telegram ან viber, $language — ენა
announce-as-on = 👁 { announce-bot }, { $language }: ზუსტად ასე მივა.
# $bot — telegram ან viber, $language — ენა
announce-described = 👁 { announce-bot }, { $language }: ამ მესენჯერში თქვენი ანგარიში არ გვაქვს, ამიტომ სიტყვებით აღვწერთ.
# $number — რიგითი, $count — სულ რამდენია
announce-message = <i>შეტყობინება { $number } / { $count }</i>
announce-with-photo = 🖼 სურათი
# $name — ფაილის სახელი
announce-with-document = 📎 { $name }
# $label — ღილაკის წარწერა
announce-with-button = [ { $label } ]
announce-previewed = ☝ მოქალაქეები ასე ნახავენ. ღილაკები მუშაობს, სწრაფი გამოკითხვის პასუხი კი ჯერ არ ითვლება.

## დადასტურება
# $bot — telegram ან viber, $count — რამდენი ადამიანი, სიტყვებით
announce-on-bot = • მიიღებს { announce-bot }-ზე: { $count }
announce-left-out = ზოგს არ მიუვა: უარი თქვა შეტყობინებებზე ან ბოტი დაბლოკა.
announce-topics = ვინც სიახლეებს დღეში ერთხელ კითხულობს, საღამოს მიიღებს. ვინც გამორთო, არ მიიღებს.
# $minutes — დაახლოებით რამდენ წუთში
announce-takes = გაგზავნის დრო: { $minutes ->
        [0] ერთ წუთზე ნაკლები
        [one] დაახლოებით ერთი წუთი
       *[other] დაახლოებით { $minutes } წუთი
    }
announce-no-price = ღირებულება: Viber-ის ფასი მითითებული არ არის. Telegram უფასოა.
# $cost — თანხა, $spent — რა დაიხარჯა ამ თვეში
announce-costs = ღირებულება: არაუმეტეს { $cost } (Viber). ამ თვეში უკვე: { $spent }
# $ceiling — თვის ზღვარი
announce-ceiling = თვის ზღვარი: { $ceiling }
announce-over-ceiling = ეს განცხადება თვის ზღვარს გადააჭარბებს. აირჩიეთ ნაკლები ადამიანი, მხოლოდ Telegram, ან მოიცადეთ მომავალ თვემდე.
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
announce-goes-out = გაგზავნა დაიწყება: { meetings-when }. მანამდე შეჩერება შეიძლება.
announce-sure = გავაგზავნოთ?
announce-yes = დიახ, გავაგზავნოთ
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
announce-held = ✓ განცხადება მზადაა. გაგზავნა დაიწყება: { meetings-when }. მანამდე შეგიძლიათ შეაჩეროთ.

## მეორე ადამიანი
# $count — რამდენი ადამიანიდან
announce-needs-second = 👥 { $count } ან მეტ ადამიანს რომ მივწეროთ, მეორე თანამშრომელიც უნდა დაგვეთანხმოს.
announce-proposed = 👥 მეორე თანამშრომლის თანხმობას ველოდებით. მას უკვე მივწერეთ; როცა დაგვეთანხმება, შეგატყობინებთ.
announce-nobody = 👥 საჭიროა მეორე თანამშრომლის თანხმობა, მაგრამ თქვენს გარდა არავინაა. მოიწვიეთ კოორდინატორი ან პარტნიორი: სამუშაო გვერდი → თანამშრომლები და მოწვევა.
announce-waits = 👥 ეს განცხადება მეორე თანამშრომლის თანხმობას ელის.
announce-take-back = დაბრუნება და შეცვლა
announce-asks-you = 👥 კოლეგამ განცხადება დაწერა. სანამ გაიგზავნება, თქვენი თანხმობაა საჭირო.
announce-to-agree = განცხადების ნახვა
# $count — რამდენი განცხადება
announce-owed = განცხადება, თქვენს თანხმობას ელის: { $count }
announce-agree = <b>კოლეგის განცხადება</b>
announce-agrees = ✓ ვეთანხმები, გავაგზავნოთ
announce-disagrees = ✗ არ ვეთანხმები
announce-why = რატომ? კოლეგა წაიკითხავს.
announce-agreed = ✓ კოლეგა დაგეთანხმათ. განცხადება მალე გაიგზავნება.
# $reason — მიზეზი
announce-refused = ✗ კოლეგა განცხადებას არ დაეთანხმა: { $reason }
announce-given-back = ავტორს დავუბრუნეთ თქვენი მიზეზით.
announce-alone = თქვენს განცხადებას სხვა უნდა დაეთანხმოს.
announce-decided = ეს განცხადება უკვე გადაწყვეტილია.
announce-unfit-now = ⚠ მას მერე, რაც დაიწერა, რაღაც შეიცვალა: ახლა ამ ადამიანებს ასე ვერ მივწერთ.

## გზაში
# $bar — ზოლი, $percent — პროცენტი, $ended — რამდენს დამთავრდა, $people — სულ, $minutes — დარჩა წუთი (-1: ჯერ არ ვიცით)
announce-progress =
    <b>განცხადება იგზავნება</b>
    { $bar } { $percent } %
    { $ended } / { $people }
    { $minutes ->
        [-1] ახლა იწყება
        [0] დარჩა ერთ წუთზე ნაკლები
        [one] დარჩა დაახლოებით ერთი წუთი
       *[other] დარჩა დაახლოებით { $minutes } წუთი
    }
announce-stop = ⛔ შეჩერება
announce-stopped = ⛔ შეჩერებულია. სხვას აღარავის მივწერთ.
announce-nothing-to-stop = განცხადების გაგზავნა უკვე დასრულდა, შესაჩერებელი აღარაფერია.

## ანგარიში
announce-to-report = გაგზავნის ანგარიში
# $state — held, expanding, sending, done ან stopped; $count — სულ რამდენი ადამიანი
announce-report =
    <b>განცხადება: { $state ->
        [held] ელოდება გაგზავნას
        [done] გაგზავნილია
        [stopped] შეჩერებულია
       *[sending] იგზავნება
    }</b>
    სულ: { $count }
announce-is-correction = (შესწორება: მიიღებენ ისინი, ვინც წინა მიიღო)
announce-is-retry = (განმეორება: მიიღებენ ისინი, ვისაც წინა არ მიუვიდა)
# $count — რამდენმა ადამიანმა
announce-sent = ✓ გაეგზავნა: { $count }
# $delivered — რამდენს მიუვიდა, $seen — რამდენმა ნახა; ამას მხოლოდ Viber გვატყობინებს
announce-receipts = {"   "}მათგან Viber-მა დაადასტურა: მიუვიდა { $delivered }, ნახა { $seen }
# $count — რამდენი ადამიანი
announce-waiting = რიგშია: { $count }
# $count — რამდენმა ადამიანმა
announce-opted-out = შეტყობინებებზე უარი თქვა: { $count }
# $count — რამდენი ადამიანი
announce-unreachable = ბოტი დაბლოკა ან წაშალა: { $count }
# $count — რამდენ ადამიანს
announce-failed = ვერ გაეგზავნა: { $count }
# $reason — მიზეზი, $count — რამდენ ადამიანს
announce-reason = {"   "}{ $reason }: { $count }
announce-reason-device = ტელეფონმა არ მიიღო
announce-reason-form = მესენჯერმა არ მიიღო
announce-reason-big = ფაილი ძალიან დიდია
announce-reason-file = ფაილი აღარ არის
announce-reason-ours = შეცდომა ჩვენთან
# $count — რამდენ ადამიანს
announce-outdated = აღარ იყო საჭირო: { $count }
# $count — რამდენ ადამიანს
announce-cancelled = აღარ გაეგზავნა: { $count }
# $count — რამდენ ადამიანზე
announce-unknown = მესენჯერმა არ დაგვიდასტურა: { $count }
# $cost — თანხა
announce-cost = ღირებულება: { $cost }
# $option — პასუხი, $count — რამდენმა აირჩია
announce-poll-count = • { $option }: { $count }
announce-poll-few = პასუხებს მაშინ ნახავთ, როცა ათი ადამიანი მაინც უპასუხებს.

## შესწორება
announce-to-correct = ✎ შესწორების გაგზავნა
announce-still-going = განცხადება ჯერ იგზავნება. შევაჩერებთ, რომ დანარჩენებს შეცდომით არ მიუვიდეს; ვინც უკვე მიიღო, შესწორებას მიიღებს.
announce-correct-stop = შევაჩეროთ და გავასწოროთ
announce-right-text = დაწერეთ სწორი ტექსტი ქართულად. მას ზუსტად ისინი მიიღებენ, ვინც წინა მიიღო. Telegram-ზე ძველი ტექსტი შეიცვლება, თუ შესაძლებელია; სხვაგან ახალი შეტყობინება მივა.
announce-right-text-en = სწორი ტექსტი დაწერეთ ინგლისურადაც.
announce-corrected = ✎ <b>შესწორებული განცხადება</b>

## კიდევ ერთხელ
announce-to-retry = ↻ ვერგაგზავნილების განმეორება
announce-retry = ვის გავუგზავნოთ კიდევ ერთხელ? ვისაც უკვე მიუვიდა, მას აღარ მივწერთ.
announce-may-double = ⚠ ვისზეც დადასტურება არ მოგვივიდა, შეიძლება ორჯერ მიიღოს.
# $count — რამდენი ადამიანი
announce-retry-refused = მესენჯერმა არ მიიღო: { $count }
# $count — რამდენი ადამიანი
announce-retry-failed = ვერ გაეგზავნა: { $count }
# $count — რამდენი ადამიანი
announce-retry-unknown = დადასტურება არ მოგვივიდა: { $count }
announce-nothing-to-retry = განსამეორებელი არაფერია.

## სხვაგან ჩასასმელად
announce-to-share = 📋 Facebook-ისთვის
announce-share = ქვემოთ სურათი და ტექსტია. დააკოპირეთ და ჩასვით Facebook-ში ან Viber-ის ჯგუფში.
# $text — განცხადება, $link — ბმული
announce-shared =
    { $text }

    მეტი და თქვენი აზრი: { $link }
announce-card-head = განცხადება
announce-card-foot = დაასკანირეთ: კითხვა, იდეა, ხმა — ტელეფონიდან.
