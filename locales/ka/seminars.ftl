### აკადემიის სემინარები: სია, ვინ უძღვება, მასალა, კითხვა ტრენერს

## სემინარი შეხვედრებს შორის
seminar-word = აკადემიის სემინარი
# $title — სემინარის სახელი
seminar-name = სემინარი: { $title }
# $title — გაკვეთილის სახელი
seminar-lesson = გაკვეთილი: { $title }
# $names — ვინ უძღვება
seminar-led-by = სემინარს უძღვება: { $names }
# $count — რამდენი მასალა
seminar-materials = მასალა ({ $count })
seminar-ask = კითხვა ტრენერს
seminar-ask-whom = ვის ჰკითხავთ?
seminar-ask-text =
    დაწერეთ კითხვა ერთ შეტყობინებად.
    წაიკითხავს ტრენერი და კოორდინატორი. თქვენს სახელს ისინი ვერ დაინახავენ. პირად ნომერს, ტელეფონს და სხვის სახელს ნუ დაწერთ.
seminar-to-page = სემინარის გვერდი

## აკადემიის გვერდი
seminars-name = სემინარები
seminars-ahead =
    <b>აკადემიის სემინარები</b>
    რომელი გაინტერესებთ?
# $when — დღე და საათი, $title — სახელი, $free — რამდენი ადგილია თავისუფალი
seminars-row = { $when } · { $title } · { $free ->
        [0] ადგილი აღარ არის
       *[other] თავისუფალია { $free }
    }
# $count — რამდენი
seminars-to-past = ჩატარებული ({ $count })
seminars-past =
    <b>ჩატარებული სემინარები</b>
    რომელი გაინტერესებთ?
seminars-none = სემინარი ჯერ არ დანიშნულა. როცა დაინიშნება, აქ ნახავთ.
# $count — რამდენ სემინარს დაესწრო
seminars-attended = { $count ->
        [one] ერთ სემინარს დაესწარით.
       *[other] { $count } სემინარს დაესწარით.
    }
# $day — თარიღი
seminar-of-lesson = სემინარი ამ თემაზე, { $day }

## მასალა
# $title — სემინარის სახელი
materials-of =
    <b>მასალა</b>
    სემინარი: { $title }
# $kind — document, photo ან link, $title — სახელი
materials-row = { $kind ->
        [document] PDF
        [photo] ფოტო
       *[link] ბმული
    } · { $title }
# $kind — document, photo ან link, $title — სახელი
materials-line = • { $title } ({ $kind ->
        [document] PDF
        [photo] ფოტო
       *[link] ბმული
    })
# $title — მასალის სახელი
materials-title = <b>{ $title }</b>
materials-open = ბმულის გახსნა
materials-others = ← მთელი მასალა
materials-none = მასალა ჯერ არ არის.
materials-not-yours = მასალას ის ხედავს, ვინც ამ სემინარზე ჩაეწერა ან მოვიდა.
# $title — სემინარის სახელი
materials-added-to =
    სემინარის მასალა დაემატა: <b>{ $title }</b>
materials-see = მასალის ნახვა

## მასალის დამატება (ტრენერი, კოორდინატორი)
materials-name = სემინარის მასალა
materials-told = — შეტყობინებულია
materials-add-document = + დოკუმენტი (PDF)
materials-add-photo = + ფოტო
materials-add-link = + ბმული
materials-to-tell = შევატყობინოთ მონაწილეებს
materials-to-drop = წაშლა
materials-back = ← უკან
materials-ask-document = გამოგზავნეთ PDF, არა უმეტეს 10 მეგაბაიტისა. თუ პრეზენტაცია გაქვთ, ჯერ PDF-ად შეინახეთ.
materials-ask-photo = გამოგზავნეთ ფოტო. თუ ვინმეს სახე ჩანს, მისი ნებართვა გჭირდებათ.
materials-ask-link = ჩაწერეთ ბმული, მაგალითად: https://example.ge/slides
materials-ask-title = რა ჰქვია? დაწერეთ მოკლედ, მაგალითად: „სლაიდები“.
materials-not-pdf = ეს PDF არ არის. შეინახეთ დოკუმენტი PDF-ად და ისევ გამოგზავნეთ.
# $most — მეტი არ შეიძლება
materials-full = აქ უკვე { $most } მასალაა. ჯერ რომელიმე წაშალეთ.
materials-added = ✓ დაემატა. ჩაწერილები სემინარის გვერდზე ნახავენ.
materials-drop-which = რომელი წავშალოთ?
materials-dropped = ✓ წაიშალა.
materials-changed = ამასობაში რაღაც შეიცვალა. გახსენით მასალა თავიდან.
# $count — რამდენი ადამიანი
materials-tell-sure = { $count ->
        [0] ამ სემინარზე არავინ ჩაწერილა და კოდით არავინ მოსულა.
        [one] წერილს ერთი ადამიანი მიიღებს.
       *[other] წერილს { $count } ადამიანი მიიღებს.
    } წერილი ერთია: მასში ყველაფერი ჩაიწერება, რაც ჯერ არ შეგვიტყობინებია. თუ კიდევ ამატებთ, ჯერ დაამატეთ. შევატყობინოთ?
materials-tell-yes = დიახ, შევატყობინოთ
materials-tell-no = ჯერ არა
materials-telling = ✓ იგზავნება.
materials-were-told = ახალი მასალა არ არის: ყველაფერი უკვე შეტყობინებულია.

## ტრენერის გვერდი
trainer-name = ჩემი სემინარები
trainer-not-yours = ეს გვერდი იმისია, ვინც ამ სემინარს უძღვება.
trainer-none = ახლა სემინარი არ გაქვთ. როცა კოორდინატორი დაგნიშნავთ, მოგწერთ.
trainer-seminars =
    <b>ჩემი სემინარები</b>
    რომელი გავხსნათ?
# $when — დღე და საათი, $title — სახელი, $count — რამდენი ჩაეწერა
trainer-row = { $when } · { $title } · ჩაწერილია { $count }
# $municipality — სახელი
trainer-leave = აღარ ვარ ტრენერი: { $municipality }
# $count — რამდენი მოვიდა
seminar-came = მოვიდა: { $count }
# $name — სახელი, როგორც ხალხი ხედავს
trainer-name-shown = ხალხი თქვენს სახელს ხედავს: { $name }
trainer-name-hidden = ხალხი თქვენს სახელს ვერ ხედავს.
# $name — სახელი, როგორც კოლეგები იცნობენ
trainer-may-show = თუ თანახმა ხართ, სემინარის გვერდზე ხალხი დაინახავს: „{ $name }“. სანამ არ დაგვეთანხმებით, სახელი არ გამოჩნდება.
trainer-show-name = ჩემი სახელი გამოჩნდეს
trainer-hide-name = ჩემი სახელი არ გამოჩნდეს
trainer-to-page = ჩემი სემინარის გვერდი
trainer-to-list = ჩემი სემინარები
trainer-your-name = დაწერეთ თქვენი სახელი და გვარი. კოლეგები დაინახავენ; ხალხი — მხოლოდ მაშინ, თუ რომელიმე სემინარზე დაგვთანხმდებით.
trainer-appointed = გმადლობთ! ახლა ტრენერი ხართ. როცა სემინარზე დაგნიშნავენ ან კითხვას დაგისვამენ, აქ მოგწერთ.
# $title — სახელი, $when — დღეები და საათები, $place — სად
trainer-named =
    თქვენ უძღვებით სემინარს: <b>{ $title }</b>
    { $when }
    სად: { $place }
# $title — სახელი, $when — ახალი დღე და საათი, $place — სად
trainer-moved =
    შეიცვალა დრო სემინარისა, რომელსაც უძღვებით.
    <b>{ $title }</b>
    ახალი დრო: { $when }
    სად: { $place }
    თუ ამ დროს ვერ შეძლებთ, უთხარით კოორდინატორს.

## კოორდინატორი
meetings-ask-kind = რას ნიშნავთ?
meetings-kind-meeting = შეხვედრა
meetings-kind-seminar = აკადემიის სემინარი
seminar-ask-lesson = რომელ გაკვეთილს ეხება სემინარი? იმ გაკვეთილის ბოლოს მას შევთავაზებთ.
seminar-no-lesson = არც ერთს
seminar-set-lesson = გაკვეთილი
seminar-ask-trainers = ვინ გაუძღვება სემინარს? სახელი მხოლოდ მათი თანხმობით გამოჩნდება.
seminar-trainers = ვინ უძღვება
seminar-led-by-nobody = სემინარს ჯერ არავინ უძღვება.
# $title — სემინარის სახელი
seminar-who-leads =
    <b>{ $title }</b>
    ვინ უძღვება? აირჩიეთ, ვინ დავამატოთ ან ამოვიღოთ.
# $name — სახელი, $state — shown ან hidden
seminar-leads = ✓ { $name } { $state ->
        [shown] (სახელი ჩანს)
       *[hidden] (სახელი არ ჩანს)
    }
seminar-nobody-able = ჯერ არავინ არის, ვინც სემინარს გაუძღვება. მოიწვიეთ ტრენერი ან ექსპერტი.
seminar-cannot-lead = ამ ადამიანს აქ ტრენერის ან ექსპერტის როლი აღარ აქვს.
seminar-trainer-named = ✓ შენახულია. ტრენერს ვწერთ.
seminar-trainer-dropped = ✓ ამოღებულია.
# $count — რამდენი სემინარი, $came — სულ რამდენი მოვიდა
seminars-held = { $count ->
        [one] ჩატარებულია ერთი სემინარი, მოვიდა { $came } ადამიანი.
       *[other] ჩატარებულია { $count } სემინარი, სულ მოვიდა { $came } ადამიანი.
    }
