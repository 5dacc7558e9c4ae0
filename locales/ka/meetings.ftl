### შეხვედრები: სია, ჩაწერა, რიგი, შეხსენება

## სია
meetings-none = უახლოეს დღეებში შეხვედრა არ არის დაგეგმილი. როცა დაინიშნება, აქ ნახავთ.
meetings-list =
    <b>შეხვედრები</b>
    რომელი გაინტერესებთ?
meetings-list-series =
    <b>სხვა დღეები</b>
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
# $agenda — რაზე ისაუბრებენ
meetings-agenda =
    რაზე ვისაუბრებთ:
    { $agenda }
# $count — თავისუფალი ადგილები
meetings-seats = თავისუფალი ადგილი: { $count }
# $count — რამდენი ადამიანი ელოდება ადგილს
meetings-full =
    თავისუფალი ადგილი აღარ არის. { $count ->
        [0] შეგიძლიათ, რიგში ჩადგეთ.
        [one] რიგში ერთი ადამიანია.
       *[other] რიგში { $count } ადამიანია.
    }
# $place — რიგის ნომერი
meetings-is-waiting = თქვენ რიგში ხართ, ნომერი — { $place }. ადგილი თუ გათავისუფლდა, თქვენი იქნება და მაშინვე მოგწერთ.
meetings-is-mine = ✓ თქვენ ჩაწერილი ხართ.
meetings-sign-up = დავესწრები
meetings-sign-off = ვეღარ დავესწრები
meetings-wait = დაველოდები ადგილს
meetings-stop-waiting = აღარ ველოდები
meetings-dates = სხვა დღეები
meetings-directions = როგორ მივიდე
meetings-desk = შეხვედრის მართვა
meetings-others = სხვა შეხვედრები
meetings-details = დაწვრილებით
# $title — სახელი, $kind — meeting ან seminar
meetings-is-cancelled = { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    } „{ $title }“ გაუქმებულია.
# $title — სახელი, $kind — meeting ან seminar
meetings-is-over = { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    } „{ $title }“ უკვე დაიწყო ან დასრულდა.
meetings-gone = ასეთი შეხვედრა ვერ ვიპოვეთ.

## ჩაწერა
# $title — სახელი, $when — დღე და საათი
meetings-signed-up =
    ✓ ჩაგწერეთ: <b>{ $title }</b>
    { $when }
# $times — შეხსენების დღე და საათი, ერთი ან ორი
meetings-will-remind = შეგახსენებთ: { $times }
# $title — სახელი, $place — რიგის ნომერი
meetings-waits =
    თქვენ რიგში ხართ: <b>{ $title }</b>
    თქვენი ნომერია { $place }. ადგილი თუ გათავისუფლდა, თქვენი იქნება და მაშინვე მოგწერთ.
# $title — სახელი, $kind — meeting ან seminar
meetings-signed-off = კარგით, { $kind ->
        [seminar] სემინარზე
       *[meeting] შეხვედრაზე
    } „{ $title }“ აღარ გელოდებით. თუ გადაიფიქრებთ, ისევ ჩაეწერეთ.
meetings-too-late = ვერ ჩაგწერეთ: ადგილი აღარ არის ან შეხვედრა შეიცვალა.

## შეხსენება და ცვლილება
# $day — today, tomorrow ან later, $date — თარიღი, $hour — საათი, $title — სახელი, $place — სად,
# $kind — meeting ან seminar
meetings-remind =
    შეგახსენებთ: { $day ->
        [today] დღეს
        [tomorrow] ხვალ
       *[later] { $date },
    } { $hour } საათზე { $kind ->
        [seminar] სემინარია
       *[meeting] შეხვედრაა
    }.
    <b>{ $title }</b>
    სად: { $place }
# $title — სახელი, $when — ახალი დღე და საათი, $place — სად, $reminds — yes ან no,
# $kind — meeting ან seminar
meetings-moved =
    { $kind ->
        [seminar] სემინარის
       *[meeting] შეხვედრის
    } დრო შეიცვალა.
    <b>{ $title }</b>
    ახალი დრო: { $when }
    სად: { $place }
    { $reminds ->
        [yes] დაწყებამდე შეგახსენებთ. თუ
       *[no] თუ
    } ვეღარ მოხვალთ, დააჭირეთ „დაწვრილებით“, შემდეგ — „ვეღარ დავესწრები“.
# $title — სახელი, $when — ახალი დღე და საათი, $place — სად, $kind — meeting ან seminar
meetings-moved-waiting =
    შეიცვალა დრო { $kind ->
        [seminar] სემინარისა
       *[meeting] შეხვედრისა
    }, რომელზეც ადგილს ელოდებით.
    <b>{ $title }</b>
    ახალი დრო: { $when }
    სად: { $place }
    თუ ადგილი აღარ გჭირდებათ, დააჭირეთ „დაწვრილებით“, შემდეგ — „აღარ ველოდები“.
# $title — სახელი, $when — დღე და საათი, $place — სად
meetings-seat-free =
    ადგილი გათავისუფლდა და ახლა თქვენია.
    <b>{ $title }</b>
    { $when }
    სად: { $place }
    თუ ვერ მოხვალთ, დააჭირეთ „დაწვრილებით“, შემდეგ — „ვეღარ დავესწრები“: ადგილს სხვა ელოდება.
# $title — სახელი, $when — როდის უნდა ყოფილიყო, $kind — meeting ან seminar
meetings-called-off =
    სამწუხაროდ, { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    } გაუქმდა.
    <b>{ $title }</b>
    უნდა გამართულიყო: { $when }

## დასწრება
# $title — სახელი, $kind — meeting ან seminar
meetings-you-came =
    ✓ დასწრება ჩაგეთვალათ: <b>{ $title }</b>
    { $kind ->
        [seminar] მასალა რომ დაემატება, აქ მოგწერთ.
       *[meeting] როცა ჩაიწერება, რა გადაწყდა, აქ მიიღებთ.
    }
# $title — სახელი, $when — როდიდან მოქმედებს კოდი, $kind — meeting ან seminar
meetings-not-yet =
    { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    } „{ $title }“ ჯერ არ დაწყებულა.
    კოდი იმოქმედებს ამ დროიდან: { $when }.
# $title — სახელი, $kind — meeting ან seminar
meetings-too-late-here = { $kind ->
        [seminar] სემინარი
       *[meeting] შეხვედრა
    } „{ $title }“ დასრულდა და დასწრება ვეღარ ჩაგეთვლებათ.
meetings-was-here = ✓ დასწრება ჩაგეთვალათ.

## შეხვედრის შემდეგ
meetings-past = ჩატარებული შეხვედრები
meetings-list-past =
    <b>ჩატარებული შეხვედრები</b>
    რომელი გაინტერესებთ?
# $kind — meeting ან seminar
meetings-nothing-decided = { $kind ->
        [seminar] სემინარი უკვე დაიწყო ან დასრულდა.
       *[meeting] შეხვედრა უკვე დაიწყო ან დასრულდა. რა გადაწყდა, ჯერ არ ჩაწერილა.
    }
meetings-decided = <b>რა გადაწყდა</b>
# $title — შეხვედრის სახელი
meetings-decided-at =
    რა გადაწყდა შეხვედრაზე:
    <b>{ $title }</b>
# $question — რას უყარეს კენჭი
meetings-vote-question = <b>{ $question }</b>
# $option — რას შეიძლებოდა მხარი დაეჭირა, $count — რამდენმა ასწია ხელი
meetings-vote-hands = { $option }: { $count }
# $count — რამდენმა არ ასწია ხელი
meetings-vote-none = ხელი არ აუწევია: { $count }
# $option — რას აქვს ყველაზე მეტი ხმა, $count — რამდენს ჰქონდა ხმის უფლება
meetings-vote-majority = „{ $option }“ — { $count } დამსწრის ნახევარზე მეტი
# $option — რას აქვს ყველაზე მეტი ხმა, $count — რამდენს ჰქონდა ხმის უფლება
meetings-vote-most = ყველაზე მეტი ხმა აქვს: „{ $option }“, მაგრამ { $count } დამსწრის ნახევარზე მეტი არ არის
meetings-vote-tie = სხვებზე მეტი ხმა არცერთ პასუხს არ აქვს
# $outcome — რომელს აქვს ყველაზე მეტი ხმა
meetings-vote-result = შედეგი: { $outcome }
# $count — რამდენი ფოტოა
meetings-photos = ფოტოები ({ $count })
# $title — შეხვედრის სახელი
meetings-photos-of = ფოტოები შეხვედრიდან „{ $title }“
meetings-file = ფაილი (PDF)
meetings-file-sent = ✓ ფაილი გამოგიგზავნეთ.
meetings-back-to-page = შეხვედრის გვერდზე
