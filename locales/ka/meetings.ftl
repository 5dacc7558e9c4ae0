### შეხვედრები: სია, ჩაწერა, შეხსენება

## სია
meetings-none = უახლოეს დღეებში შეხვედრა არ არის დაგეგმილი. როცა დაინიშნება, აქ ნახავთ.
meetings-list =
    <b>შეხვედრები</b>
    რომელი გაინტერესებთ?
# $when — დღე და საათი, $title — შეხვედრის სახელი
meetings-row = { $when } · { $title }
# $when — დღე და საათი, $title — შეხვედრის სახელი
meetings-row-mine = ✓ { $when } · { $title }
# $weekday — კვირის დღე (mon … sun), $day — თარიღი, $hour — საათი
meetings-when =
    { $weekday ->
        [mon] ორშაბათი
        [tue] სამშაბათი
        [wed] ოთხშაბათი
        [thu] ხუთშაბათი
        [fri] პარასკევი
        [sat] შაბათი
       *[sun] კვირა
    }, { $day }, { $hour }

## ერთი შეხვედრა
# $title — სახელი, $when — დღე და საათი, $place — სად
meetings-card =
    <b>{ $title }</b>
    { $when }
    სად: { $place }
# $settlement — დასახლების სახელი
meetings-settlement = დასახლება: { $settlement }
# $lat, $lon — კოორდინატები
meetings-map = რუკაზე: https://maps.google.com/?q={ $lat },{ $lon }
# $count — თავისუფალი ადგილები
meetings-seats = თავისუფალი ადგილი: { $count }
meetings-full = თავისუფალი ადგილი აღარ არის.
meetings-is-mine = ✓ თქვენ ჩაწერილი ხართ.
meetings-sign-up = დავესწრები
meetings-sign-off = ვეღარ დავესწრები
meetings-change = გადატანა ან გაუქმება
meetings-others = სხვა შეხვედრები
meetings-details = დაწვრილებით
# $title — შეხვედრის სახელი
meetings-is-cancelled = შეხვედრა „{ $title }“ გაუქმებულია.
# $title — შეხვედრის სახელი
meetings-is-over = შეხვედრა „{ $title }“ უკვე დაიწყო ან დასრულდა.
meetings-gone = ასეთი შეხვედრა ვერ ვიპოვეთ.

## ჩაწერა
# $title — სახელი, $when — დღე და საათი
meetings-signed-up =
    ✓ ჩაგწერეთ: <b>{ $title }</b>
    { $when }
# $times — შეხსენების დღე და საათი, ერთი ან ორი
meetings-will-remind = შეგახსენებთ: { $times }
# $title — შეხვედრის სახელი
meetings-signed-off = კარგით, შეხვედრაზე „{ $title }“ აღარ გელოდებით. თუ გადაიფიქრებთ, ისევ ჩაეწერეთ.
meetings-too-late = ვერ ჩაგწერეთ: ადგილი აღარ არის ან შეხვედრა შეიცვალა.

## შეხსენება და ცვლილება
# $day — today, tomorrow ან later, $date — თარიღი, $hour — საათი, $title — სახელი, $place — სად
meetings-remind =
    შეგახსენებთ: { $day ->
        [today] დღეს
        [tomorrow] ხვალ
       *[later] { $date },
    } { $hour } საათზე შეხვედრაა.
    <b>{ $title }</b>
    სად: { $place }
# $title — სახელი, $when — ახალი დღე და საათი, $place — სად
meetings-moved =
    შეხვედრის დრო შეიცვალა.
    <b>{ $title }</b>
    ახალი დრო: { $when }
    სად: { $place }
    შეხვედრამდე შეგახსენებთ. თუ ვეღარ მოხვალთ, დააჭირეთ „დაწვრილებით“, შემდეგ — „ვეღარ დავესწრები“.
# $title — სახელი, $when — როდის უნდა ყოფილიყო
meetings-called-off =
    სამწუხაროდ, შეხვედრა გაუქმდა.
    <b>{ $title }</b>
    უნდა გამართულიყო: { $when }

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

## გადატანა და გაუქმება (კოორდინატორი)
meetings-change-which = რომელი შეხვედრა შევცვალოთ?
# $title — სახელი, $when — დღე და საათი, $count — რამდენია ჩაწერილი
meetings-change-what =
    <b>{ $title }</b>
    { $when }
    ჩაწერილია: { $count }
meetings-to-move = სხვა დროზე გადატანა
meetings-to-cancel = შეხვედრის გაუქმება
# $when — ახალი დღე და საათი, $count — რამდენ ადამიანს მივწერთ
meetings-move-sure =
    ახალი დრო: <b>{ $when }</b>
    { $count ->
        [0] ჯერ არავინ ჩაწერილა.
        [one] ერთ ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
       *[other] { $count } ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
    } გადავიტანოთ?
meetings-move-yes = დიახ, გადავიტანოთ
# $title — სახელი, $count — რამდენ ადამიანს მივწერთ
meetings-cancel-sure =
    გავაუქმოთ „{ $title }“?
    { $count ->
        [0] ჯერ არავინ ჩაწერილა.
        [one] ერთ ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
       *[other] { $count } ჩაწერილ ადამიანს ახლავე შევატყობინებთ.
    } უკან ვეღარ დააბრუნებთ.
meetings-cancel-yes = დიახ, გავაუქმოთ
meetings-no = არა, დარჩეს
# $when — ახალი დღე და საათი
meetings-was-moved = ✓ შეხვედრა გადატანილია: { $when }. ჩაწერილებს ვატყობინებთ.
meetings-was-cancelled = ✓ შეხვედრა გაუქმებულია. ჩაწერილებს ვატყობინებთ.
meetings-kept = კარგით, არაფერი შეცვლილა.
