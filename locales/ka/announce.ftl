### განცხადება: ვის, რა, წინასწარი ნახვა, შეჩერება, ანგარიში

announce-title = განცხადება
announce-not-staff = განცხადების გაგზავნა მხოლოდ ამ მუნიციპალიტეტის კოორდინატორს შეუძლია.

## ვის და რას ვწერთ
announce-where = ვის მივწეროთ?
announce-everybody = მთელ მუნიციპალიტეტს
announce-others = სხვა დასახლების არჩევა
# $count — რამდენი ადამიანია, $least — სულ მცირე რამდენია საჭირო
announce-too-few =
    { $count ->
        [0] აქ ჯერ არავინ დარეგისტრირებულა.
        [one] აქ ერთი ადამიანია დარეგისტრირებული.
       *[other] აქ { $count } ადამიანია დარეგისტრირებული.
    } { $least }-ზე ნაკლებ ადამიანს განცხადებას არ ვუგზავნით, რომ ცალკეული ადამიანები არ ამოიცნონ.
announce-text = დაწერეთ განცხადება ქართულად. მოკლედ და გასაგებად: რა, სად, როდის.
announce-text-en = იგივე დაწერეთ ინგლისურად. თუ არ გაქვთ, გამოტოვეთ: მაშინ ყველა ქართულ ტექსტს მიიღებს.
announce-photo = გსურთ სურათის დართვა? გამოგზავნეთ ფოტო ან გამოტოვეთ.
# $municipality — მუნიციპალიტეტის სახელი, $text — განცხადება
announce-body =
    <b>{ $municipality }</b>

    { $text }

## დადასტურება
# $count — რამდენი ადამიანი მიიღებს, $minutes — დაახლოებით რამდენ წუთში
announce-sure =
    ———
    ☝ მოქალაქეები ასე ნახავენ.

    მიიღებს: <b>{ $count }</b> ადამიანი
    გაგზავნის დრო: { $minutes ->
        [0] ერთ წუთზე ნაკლები
        [one] დაახლოებით ერთი წუთი
       *[other] დაახლოებით { $minutes } წუთი
    }
# $count — რამდენს არ მიუვა
announce-left-out =
    { $count ->
        [one] კიდევ ერთ ადამიანს არ მიუვა: უარი თქვა შეტყობინებებზე ან ბოტი დაბლოკა.
       *[other] კიდევ { $count } ადამიანს არ მიუვა: უარი თქვეს შეტყობინებებზე ან ბოტი დაბლოკეს.
    }
announce-no-english = ⚠ ინგლისური ტექსტი არ არის: ყველა ქართულ ტექსტს მიიღებს.
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
announce-goes-out = გაგზავნა დაიწყება: { meetings-when }. მანამდე შეჩერება შეიძლება.
announce-yes = დიახ, გავაგზავნოთ
announce-edit-text = ✎ ქართული ტექსტი
announce-edit-english = ✎ ინგლისური ტექსტი
announce-edit-picture = ✎ სურათი
announce-edit-audience = ✎ მიმღებები
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
announce-held = ✓ განცხადება მზადაა. გაგზავნა დაიწყება: { meetings-when }. მანამდე შეგიძლიათ შეაჩეროთ.
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
# $count — რამდენმა ადამიანმა
announce-sent = ✓ გაეგზავნა: { $count }
# $count — რამდენი ადამიანი
announce-waiting = რიგშია: { $count }
# $count — რამდენმა ადამიანმა
announce-opted-out = შეტყობინებებზე უარი თქვა: { $count }
# $count — რამდენი ადამიანი
announce-unreachable = ბოტი დაბლოკა ან წაშალა: { $count }
# $count — რამდენ ადამიანს
announce-failed = ვერ გაეგზავნა: { $count }
# $count — რამდენ ადამიანს
announce-cancelled = აღარ გაეგზავნა: { $count }
# $count — რამდენ ადამიანზე
announce-unknown = მესენჯერმა არ დაგვიდასტურა: { $count }
