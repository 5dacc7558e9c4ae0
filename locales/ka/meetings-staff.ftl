### შეხვედრები: კოორდინატორის გვერდები

## ახალი შეხვედრა (კოორდინატორი)
meetings-new-title = ახალი შეხვედრა
meetings-not-staff = ეს გვერდი მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა.
# $kind — meeting ან seminar
meetings-ask-title = { $kind ->
        [seminar] რას ეხება სემინარი? დაწერეთ მოკლე სახელი ქართულად, მაგალითად: „როგორ დავწეროთ იდეა“.
       *[meeting] რას ეხება შეხვედრა? დაწერეთ მოკლე სახელი ქართულად, მაგალითად: „გზის შეკეთების განხილვა“.
    }
meetings-ask-title-en = იგივე სახელი დაწერეთ ინგლისურად. თუ არ გაქვთ, გამოტოვეთ.
meetings-ask-time = როდის? დაწერეთ თარიღი და საათი ასე: 05.12.2026 18:00
# $kind — meeting ან seminar
meetings-ask-where = ვისთვისაა { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    }?
meetings-everywhere = მთელი მუნიციპალიტეტი
meetings-ask-place = სად შეიკრიბებით? დაწერეთ ისე, რომ ადგილი ყველამ იპოვოს, მაგალითად: „სკოლის სააქტო დარბაზი“.
meetings-ask-pin = გამოგზავნეთ ადგილი რუკაზე. თუ არ გსურთ, გამოტოვეთ.
meetings-ask-seats = რამდენი ადამიანი დაეტევა? თუ რაოდენობა შეზღუდული არ არის, გამოტოვეთ.
# $card — შეხვედრა ისე, როგორც მოქალაქე ნახავს
meetings-new-sure =
    მოქალაქეები ასე ნახავენ:

    { $card }

    დავნიშნოთ?
meetings-new-yes = დიახ, დავნიშნოთ
meetings-new-edit-title = სახელის შეცვლა
meetings-new-edit-time = დროის შეცვლა
meetings-new-edit-place = ადგილის შეცვლა
# $title — სახელი, $kind — meeting ან seminar
meetings-made =
    ✓ { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    } დანიშნულია: <b>{ $title }</b>
    { $kind ->
        [seminar] უკვე ჩანს სიაში „შეხვედრები“ და აკადემიაში.
       *[meeting] ის უკვე ჩანს სიაში „შეხვედრები“.
    } ხალხმა რომ გაიგოს, გააგზავნეთ განცხადება.
meetings-announce = განცხადების გაგზავნა

## შეხვედრის გვერდი
meetings-change-which = რომელი შეხვედრა?
meetings-none-set = დაგეგმილი შეხვედრა არ არის.
meetings-to-desk = შეხვედრის გვერდზე
meetings-is-off = ეს შეხვედრა გაუქმებულია.
# $count — რამდენს აქვს ადგილი, $seats — რამდენი ადგილია, ან none
meetings-signed-count = ჩაწერილია: { $count }{ $seats ->
        [none] {""}
       *[other] {" "}/ { $seats }
    }
# $count — რამდენი ელოდება ადგილს
meetings-waiting-count = ადგილს ელოდება: { $count }
# $length — რამდენ ხანს გრძელდება
meetings-lasts = ხანგრძლივობა: { $length }
# $times — დაწყებამდე რამდენი ხნით ადრე
meetings-reminders = შეხსენება დაწყებამდე: { $times }
meetings-reminders-none = შეხსენება არ იგზავნება.
# $count — დღეები
meetings-days = { $count ->
        [one] { $count } დღე
       *[other] { $count } დღე
    }
# $count — საათები
meetings-hours = { $count ->
        [one] { $count } საათი
       *[other] { $count } საათი
    }
# $count — წუთები
meetings-minutes = { $count ->
        [one] { $count } წუთი
       *[other] { $count } წუთი
    }
meetings-change = გადატანა ან გაუქმება
meetings-set = დღის წესრიგი, შეხსენება, ადგილები
meetings-repeat = კიდევ ჩატარება

## პარამეტრები
meetings-set-what = რა დავაყენოთ?
meetings-set-agenda = დღის წესრიგი
meetings-set-reminders = შეხსენება
meetings-set-seats = ადგილების რაოდენობა
meetings-set-length = ხანგრძლივობა
meetings-ask-agenda = რაზე ისაუბრებთ? დაწერეთ ქართულად, თითო საკითხი ახალ ხაზზე.
meetings-ask-agenda-en = იგივე დაწერეთ ინგლისურად. თუ არ გაქვთ, გამოტოვეთ.
meetings-ask-reminders = როდის შევახსენოთ ჩაწერილებს?
meetings-reminders-usual = ერთი დღით და 2 საათით ადრე
meetings-reminders-own = მე ავირჩევ
meetings-reminders-off = არ შევახსენოთ
meetings-ask-reminder-times = რამდენი ხნით ადრე? აირჩიეთ არაუმეტეს ოთხისა.
meetings-ask-length = რამდენ ხანს გაგრძელდება?
meetings-was-set = ✓ შენახულია.

## კიდევ ჩატარება
meetings-ask-repeat = როდის ჩატარდება კიდევ? საათი იგივე დარჩება.
meetings-every-week = ყოველ კვირას
meetings-every-month = ყოველ თვე, იმავე რიცხვში
meetings-on-days = დღეებს ჩამოვწერ
meetings-ask-times = კიდევ რამდენჯერ?
meetings-ask-days = დაწერეთ დღეები ასე: 12.12.2026, 19.12.2026
meetings-bad-days = დაწერეთ ერთი დღე მაინც და არაუმეტეს 51-ისა, მძიმეებით გამოყოფილი.
# $said — რა დაწერა
meetings-bad-day = „{ $said }“ თარიღი არ არის. დაწერეთ ასე: 12.12.2026
# $day — თარიღი
meetings-day-past = { $day } უკვე გავიდა.
# $count — რამდენი აღარ არის ჩამოთვლილი
meetings-more-dates = { $count ->
        [one] და კიდევ ერთი
       *[other] და კიდევ { $count }
    }
# $count — რამდენი შეხვედრა, $dates — მათი დღეები და საათები
meetings-repeat-sure =
    { $count ->
        [one] კიდევ ერთი შეხვედრა:
       *[other] კიდევ { $count } შეხვედრა:
    }
    { $dates }

    დავნიშნოთ? თითოეულზე ცალ-ცალკე ჩაეწერებიან.
meetings-repeat-yes = დიახ, დავნიშნოთ
meetings-repeat-other = სხვა დღეები
# $count — რამდენი შეხვედრა დაემატა
meetings-repeated = { $count ->
        [0] ეს შეხვედრები უკვე დანიშნული იყო.
        [one] ✓ დაინიშნა კიდევ ერთი შეხვედრა.
       *[other] ✓ დაინიშნა კიდევ { $count } შეხვედრა.
    }

## გადატანა და გაუქმება
# $title — სახელი, $when — დღე და საათი, $count — რამდენია ჩაწერილი ან რიგში
meetings-change-what =
    <b>{ $title }</b>
    { $when }
    ჩაწერილია: { $count }
meetings-to-move = სხვა დროზე გადატანა
meetings-to-cancel = შეხვედრის გაუქმება
meetings-which-of-series = ეს შეხვედრა რამდენჯერმე ტარდება. რომელი შევცვალოთ?
meetings-only-this = მხოლოდ ეს
# $count — რამდენია შემდეგ
meetings-later-too = { $count ->
        [one] ეს და შემდეგი ერთი
       *[other] ეს და შემდეგი { $count }
    }
# $when — ახალი დღე და საათი, $count — რამდენ ადამიანს მივწერთ
meetings-move-sure =
    ახალი დრო: <b>{ $when }</b>
    { $count ->
        [0] ჯერ არავინ ჩაწერილა.
        [one] ერთ ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
       *[other] { $count } ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
    } გადავიტანოთ?
# $count — რამდენია შემდეგი შეხვედრა
meetings-later-move = { $count ->
        [one] ამდენითვე გადავა შემდეგი ერთი შეხვედრაც.
       *[other] ამდენითვე გადავა შემდეგი { $count } შეხვედრაც.
    }
meetings-move-yes = დიახ, გადავიტანოთ
# $title — სახელი, $count — რამდენ ადამიანს მივწერთ
meetings-cancel-sure =
    გავაუქმოთ „{ $title }“?
    { $count ->
        [0] ჯერ არავინ ჩაწერილა.
        [one] ერთ ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
       *[other] { $count } ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
    } უკან ვეღარ დააბრუნებთ.
# $count — რამდენია შემდეგი შეხვედრა
meetings-later-cancel = { $count ->
        [one] გაუქმდება შემდეგი ერთი შეხვედრაც.
       *[other] გაუქმდება შემდეგი { $count } შეხვედრაც.
    }
meetings-cancel-yes = დიახ, გავაუქმოთ
meetings-no = არა, დარჩეს
# $when — ახალი დღე და საათი, $count — რამდენი შეხვედრა
meetings-was-moved = { $count ->
        [one] ✓ შეხვედრა გადატანილია: { $when }. ჩაწერილებს ვატყობინებთ.
       *[other] ✓ გადატანილია { $count } შეხვედრა, ეს — { $when }. ჩაწერილებს ვატყობინებთ.
    }
# $count — რამდენი შეხვედრა
meetings-was-cancelled = { $count ->
        [one] ✓ შეხვედრა გაუქმებულია. ჩაწერილებს ვატყობინებთ.
       *[other] ✓ გაუქმებულია { $count } შეხვედრა. ჩაწერილებს ვატყობინებთ.
    }
meetings-kept = კარგით, არაფერი შეცვლილა.

## ვინ მოვიდა
meetings-not-yours = ეს გვერდი მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისა და დამხმარეებისთვისაა.
meetings-came = ვინ მოვიდა
# $title — სახელი, $when — დღე და საათი
meetings-came-title =
    <b>{ $title }</b>
    { $when }
# $count — რამდენს აქვს ადგილი
meetings-expected = ჩაწერილია: { $count }. დასწრების აღნიშვნა შეიძლება დაწყებამდე ერთი საათით ადრე.
# $there — სულ მოვიდა, $came — კოდით, $hand — ხელით დათვლილი, $expected — იყო ჩაწერილი
meetings-came-count =
    მოვიდა: <b>{ $there }</b>
    კოდით: { $came }
    ტელეფონის გარეშე: { $hand }
    ჩაწერილი იყო: { $expected }
meetings-to-code = წასაკითხი კოდი
meetings-to-poster = პოსტერი კარისთვის
meetings-to-hand = ტელეფონის გარეშე მოსულები
meetings-ask-by-hand = რამდენი ადამიანი მოვიდა ტელეფონის ან კოდის გარეშე? დაწერეთ სრული რიცხვი: ის წინას შეცვლის.
# $count — ადამიანები
meetings-counted = ✓ ჩავინიშნეთ. ტელეფონის გარეშე: { $count }
# $code — ექვსი ციფრი
meetings-code =
    წაუკითხეთ ხალხს ეს კოდი: <b>{ $code }</b>
    ვინც მას ჩატში ჩაწერს, დასწრება ჩაეთვლება. კოდი დაწყებამდე ერთი საათით ადრე ამოქმედდება.
## პოსტერი კარზე
meetings-poster-how = მოხვედით? გვითხარით!
meetings-poster-open = მიუშვირეთ კამერა კვადრატს, ან ჩატში ჩაწერეთ კოდი.
meetings-poster-done = სულ ეს არის: ჩატი გიპასუხებთ, რომ დასწრება ჩაგეთვალათ. გადაწყვეტილებასაც იქ მიიღებთ.
meetings-poster-phone = თუ ტელეფონი არ გაქვთ, უთხარით იმას, ვინც კართან გხვდებათ.

## რა ჩაიწერება შემდეგ
meetings-minutes-page = რა გადაწყდა
meetings-not-begun = ამას შეხვედრის დაწყების შემდეგ ჩაწერთ.
# $chair — სახელი, $secretary — სახელი, $present — ხმის უფლებით, $advisory — ხმის უფლების გარეშე
meetings-head =
    თავმჯდომარე: { $chair }
    მდივანი: { $secretary }
    ესწრება ხმის უფლებით: { $present }
    სხვა დამსწრე: { $advisory }
meetings-nothing-recorded = ჯერ არაფერი ჩაწერილა.
# $count — რამდენი ფოტოა
meetings-has-photos = ფოტო: { $count }
meetings-has-file = ✓ ფაილი დართულია.
meetings-has-sheet = ✓ ხელმოწერილი სიის ფოტო შენახულია. მას მხოლოდ თანამშრომლები ხედავენ.
meetings-was-told = ✓ ჩაწერილებსა და მოსულებს უკვე ეცნობათ.
meetings-to-decided = რა გადაწყდა — სიტყვიერად
meetings-to-head = ვინ წარმართა და რამდენი დაესწრო
meetings-to-vote = ხელის აწევით მიცემული ხმების ჩაწერა
meetings-to-sheet = ხელმოწერილი სიის ფოტო
meetings-to-print = 🖨 ხელმოსაწერი ოქმი
meetings-to-strike = კენჭისყრის ამოღება
meetings-to-tell = ჩაწერილებსა და მოსულებს გავუგზავნოთ
meetings-strike-which = რომელი კენჭისყრა ჩაიწერა შეცდომით?
meetings-struck = ✓ კენჭისყრა ამოღებულია.
# $count — რამდენი ადამიანი
meetings-tell-sure =
    { $count ->
        [0] არავინ ჩაწერილა და კოდით არავინ მოსულა.
        [one] ერთი ადამიანი მიიღებს, ერთხელ.
       *[other] { $count } ადამიანი მიიღებს, ერთხელ.
    } შემდეგი შესწორება მხოლოდ შეხვედრის გვერდზე გამოჩნდება, კენჭისყრას კი ვეღარ ამოიღებთ. გავგზავნოთ?
meetings-tell-yes = დიახ, გავგზავნოთ
meetings-telling = ✓ იგზავნება.
meetings-ask-decided = რა გადაწყდა? დაწერეთ ქართულად, თითო გადაწყვეტილება ახალ ხაზზე.
meetings-ask-decided-en = იგივე დაწერეთ ინგლისურად. თუ არ გაქვთ, გამოტოვეთ.
meetings-ask-photo = გამოგზავნეთ შეხვედრის ფოტო ან გამოტოვეთ. სანამ სახეებს აჩვენებთ, ხალხს ჰკითხეთ.
# $count — უკვე შენახული ფოტოები
meetings-another-photo = { $count ->
        [one] ერთი ფოტო შენახულია.
       *[other] { $count } ფოტო შენახულია.
    } გამოგზავნეთ კიდევ, ან დააჭირეთ „მზადაა“.
meetings-ask-file = გამოგზავნეთ ფაილი ყველასთვის (PDF) ან გამოტოვეთ.
meetings-no-pdf = ეს PDF არ არის. გამოგზავნეთ სხვა ფაილი ან გამოტოვეთ.
# $text — რა გადაწყდა, $photos — რამდენი, $file — yes ან no
meetings-decided-sure =
    ხალხი ასე ნახავს:

    { $text }

    ფოტო: { $photos }. ფაილი: { $file ->
        [yes] არის
       *[no] არ არის
    }.
meetings-decided-yes = შევინახოთ
meetings-decided-edit = ტექსტის შეცვლა
meetings-ask-chair = ვინ წარმართა შეხვედრა? დაწერეთ სახელი და გვარი.
meetings-ask-secretary = ვინ დაწერა ოქმი? დაწერეთ სახელი და გვარი.
# $count — რამდენი მოვიდა, კოდითა და ხელით დათვლილი
meetings-ask-present = რამდენი ადამიანი ესწრება ხმის უფლებით? მოსულად დათვლილია: { $count }
# $count — უკვე ჩაწერილი კენჭისყრის ხმები
meetings-fewer-than-hands = უკვე ჩაწერილია კენჭისყრა, სადაც ხელი { $count } ადამიანმა ასწია: დამსწრე უფრო ცოტა ვერ იქნებოდა.
meetings-ask-advisory = კიდევ რამდენი ესწრება, ვისაც სიტყვის უფლება აქვს, ხმის კი არა? თუ არავინ, დაწერეთ 0.
meetings-ask-voters = თუ ეს დასახლების საერთო კრებაა: რამდენი ამომრჩეველია დასახლებაში რეგისტრირებული? სხვა შეხვედრისთვის გამოტოვეთ.
# $count — რამდენი ესწრება
meetings-fewer-voters = ამომრჩეველი ვერ იქნება უფრო ცოტა, ვიდრე დამსწრე: { $count }.
meetings-head-first = ჯერ ჩაწერეთ, ვინ წარმართა შეხვედრა და რამდენი დაესწრო.
meetings-ask-question = რას უყარეს კენჭი? დაწერეთ კითხვა ქართულად.
meetings-ask-options = რისთვის შეეძლო ხალხს ხელის აწევა?
meetings-options-usual = მომხრე · წინააღმდეგი · თავი შეიკავა
meetings-options-own = პასუხებს მე დავწერ
meetings-for = მომხრე
meetings-against = წინააღმდეგი
meetings-abstains = თავი შეიკავა
meetings-ask-names = დაწერეთ პასუხები, თითო ახალ ხაზზე.
meetings-bad-options = დაწერეთ 2-დან 8-მდე განსხვავებული პასუხი, თითო ახალ ხაზზე.
# $option — პასუხი, $left — რამდენს არ აუწევია ჯერ ხელი
meetings-ask-hands = რამდენმა ასწია ხელი: „{ $option }“? დარჩა { $left } ადამიანი.
# $count — რამდენს აქვს ხმის უფლება, $left — რამდენი დარჩა
meetings-more-hands = ხმის უფლება { $count } ადამიანს აქვს და თითოს ერთი ხმა: დარჩა { $left }.
# $question — რას უყარეს კენჭი, $hands — პასუხები და ხმები
meetings-vote-sure =
    <b>{ $question }</b>
    { $hands }

    სწორია?
meetings-vote-yes = დიახ, ჩავწეროთ
meetings-vote-again = თავიდან დავთვალოთ
meetings-ask-sheet = გამოგზავნეთ ხალხის მიერ ხელმოწერილი სიის ფოტო. მას მხოლოდ თანამშრომლები ნახავენ.
meetings-numbers-changed = ვერ შევინახეთ: რიცხვები ამასობაში შეიცვალა. გადახედეთ თავიდან.

## ოქმი ქაღალდზე
meetings-protocol = შეხვედრის ოქმი
meetings-protocol-title = კრების ოქმი
meetings-protocol-meeting = კრება
meetings-protocol-when = დრო
meetings-protocol-place = ადგილი
meetings-protocol-settlement = დასახლება
meetings-protocol-present = ესწრება ხმის უფლებით
meetings-protocol-voters = დასახლებაში რეგისტრირებული ამომრჩეველი
meetings-protocol-share = დამსწრე რეგისტრირებული ამომრჩევლებიდან
meetings-protocol-advisory = სხვა დამსწრე (სათათბირო ხმით)
meetings-protocol-chair-is = თავმჯდომარე
meetings-protocol-secretary-is = მდივანი
meetings-protocol-agenda = დღის წესრიგი
# $number — საკითხის ნომერი, $question — რას უყარეს კენჭი
meetings-protocol-vote = საკითხი { $number }. { $question }
meetings-protocol-none = ხელი არ აუწევია
meetings-protocol-result = შედეგი
meetings-protocol-decided = გადაწყდა
# $name — სახელი და გვარი
meetings-protocol-chair = კრების თავმჯდომარე: { $name }
# $name — სახელი და გვარი
meetings-protocol-secretary = კრების მდივანი: { $name }
