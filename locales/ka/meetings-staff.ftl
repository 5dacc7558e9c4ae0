### შეხვედრები: კოორდინატორის გვერდები

## ახალი შეხვედრა (კოორდინატორი)
meetings-new-title = ახალი შეხვედრა
meetings-not-staff = ეს გვერდი მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა.
meetings-ask-title = რას ეხება შეხვედრა? დაწერეთ მოკლე სახელი ქართულად, მაგალითად: „გზის შეკეთების განხილვა“.
meetings-ask-title-en = იგივე სახელი დაწერეთ ინგლისურად. თუ არ გაქვთ, გამოტოვეთ.
meetings-ask-time = როდის? დაწერეთ თარიღი და საათი ასე: 05.12.2026 18:00
meetings-ask-where = ვისთვისაა შეხვედრა?
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
# $title — შეხვედრის სახელი
meetings-made =
    ✓ შეხვედრა დანიშნულია: <b>{ $title }</b>
    ის უკვე ჩანს სიაში „შეხვედრები“. ხალხმა რომ გაიგოს, გააგზავნეთ განცხადება.
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
