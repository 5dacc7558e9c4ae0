### პრაქტიკა: გუნდი აკეთებს, მენტორი კითხულობს

practicum-draft = პრაქტიკა

## სანამ გუნდი არ არის
practicum-none = ჯერ გუნდში არ ხართ. თუ მოწვევის კოდი გაქვთ, აქვე ჩაწერეთ. გუნდს ქმნის ის, ვინც აკადემიაში მუნიციპალიტეტის გუნდის კურსს გადის.
# $title — პრაქტიკის სახელი
practicum-head = <b>{ $title }</b>
practicum-how = თუ თქვენს გუნდს უკვე აქვს მოწვევის კოდი, აქვე ჩაწერეთ. თუ არა, შექმენით გუნდი და კოდს სხვებს თქვენ გაუგზავნით.
practicum-found = გუნდის შექმნა
practicum-ask-team = რა ჰქვია თქვენს გუნდს?
practicum-ask-name = თქვენი სახელი? ასე დაგინახავთ გუნდი და მენტორი.
practicum-ask-side = რომელი მხრიდან ხართ? გუნდში ორივე უნდა იყოს.
practicum-am-city = მერიიდან ან საკრებულოდან
practicum-am-civil = ორგანიზაციიდან ან მცხოვრებლებიდან
# $name — გუნდის სახელი
practicum-founded = ✓ გუნდი „{ $name }“ შეიქმნა. ახლა სხვებიც მოიწვიეთ.
# $code — კოდი
practicum-code = მოწვევის კოდი: { $code }
    ვისაც გუნდში ელოდებით, კოდს ამ ბოტს მისწერს.
# $link — მისამართი
practicum-link = ან გაუგზავნეთ ბმული: { $link }
# $name — გუნდის სახელი
practicum-invited = გუნდი „{ $name }“ გეპატიჟებათ პრაქტიკაში. თქვენს სახელსა და ნამუშევარს მხოლოდ გუნდი და მისი მენტორი ნახავენ.
# $name — გუნდის სახელი
practicum-joined = ✓ ახლა გუნდში „{ $name }“ ხართ.
practicum-gone = ეს გუნდი ან მასალა აღარ არის.
practicum-over = ამ გუნდის ნამუშევარი უკვე მიღებულია, ამიტომ აღარაფერი იცვლება.
# $most — მეტი არ შეიძლება
practicum-full = გუნდში უკვე { $most } ადამიანია, მეტი არ შეიძლება.
practicum-elsewhere = ამ კურსს უკვე სხვა გუნდში გადიხართ. ჯერ იქიდან გამოდით.

## გუნდის გვერდი
# $name — გუნდის სახელი
practicum-team = <b>გუნდი „{ $name }“</b>
practicum-members = გუნდში არიან:
# $name — სახელი, $side — მხარე
practicum-member = • { $name } ({ $side })
practicum-side-city = მუნიციპალიტეტი
practicum-side-civil = სამოქალაქო საზოგადოება
# $number — ნაბიჯის ნომერი, $title — მისი სახელი
practicum-step-done = <b>✓ { $number }. { $title }</b>
# $number — ნაბიჯის ნომერი, $title — მისი სახელი
practicum-step-open = <b>○ { $number }. { $title }</b>
# $number — ნაბიჯის ნომერი, $title — მისი სახელი
practicum-step-back = <b>↩ { $number }. { $title }</b> — შესასწორებელია
# $number — ნაბიჯის ნომერი, $title — მისი სახელი
practicum-step = ნაბიჯი { $number }: { $title }
practicum-has-text = ტექსტი
# $start — პირველი სიტყვები
practicum-has-words = ტექსტი „{ $start }“
# $number — მერამდენე მასალაა
practicum-has-photo = ფოტო { $number }
# $number — მერამდენე მასალაა
practicum-has-document = PDF { $number }
# $title — სახელი, $count — რამდენი პასუხი, $least — რამდენია საჭირო
practicum-has-survey = გამოკითხვა „{ $title }“, პასუხი: { $count } (საჭიროა { $least })
# $title — სახელი, $count — რამდენი მოვიდა, $least — რამდენია საჭირო
practicum-has-meeting = შეხვედრა „{ $title }“, მოვიდა: { $count } (საჭიროა { $least })
# $what — რა დევს, $name — ვინ დაამატა, $day — როდის
practicum-by = • { $what } — { $name }, { $day }
# $what — რა დევს, $day — როდის
practicum-by-gone = • { $what } — ყოფილი წევრი, { $day }
practicum-lacks-people = აკლია: გუნდში ორი ადამიანი მაინც უნდა იყოს. გაუგზავნეთ ვინმეს მოწვევის კოდი.
practicum-lacks-mixed = აკლია: გუნდში ორივე მხარე უნდა იყოს, მუნიციპალიტეტიც და სამოქალაქო საზოგადოებაც.
# $titles — ნაბიჯების სახელები
practicum-lacks = აკლია: { $titles }
practicum-ready = ყველაფერი მზადაა. შეგიძლიათ შეფასება მოითხოვოთ.
# $mentor — სახელი, $until — დღე
practicum-waits = ნამუშევარს მენტორი კითხულობს: { $mentor }. პასუხის ბოლო დღე: { $until }.
practicum-waits-nobody = შეფასება მოთხოვნილია. მენტორს კოორდინატორი დანიშნავს და შეგატყობინებთ.
# $day — დღე
practicum-revise = <b>↩ მენტორმა შესასწორებლად დააბრუნა ({ $day }).</b>
# $day — დღე
practicum-accepted = <b>✓ მენტორმა ნამუშევარი მიიღო ({ $day }). გილოცავთ!</b>
# $words — მენტორის სიტყვები
practicum-words = მენტორი წერს: „{ $words }“
# $title — ნაბიჯის სახელი
practicum-back = ↩ შეასწორეთ: { $title }
# $count — რამდენი კითხვა რვიდან
practicum-scores = <b>ქულები</b> — სრულად შესრულებულია { $count } რვიდან:
# $mark — ქულა 0-2, $title — კითხვა, $meaning — რას ნიშნავს
practicum-score = { $mark } — { $title }: { $meaning }
practicum-to-team = გუნდის გვერდი
practicum-to-ask = ✓ შეფასების მოთხოვნა
practicum-to-marks = მენტორის ქულები
practicum-to-code = მოწვევის კოდი
practicum-to-leave = გუნდიდან გასვლა

## ერთი ნაბიჯი
# $number — ნაბიჯის ნომერი, $title — მისი სახელი
practicum-step-head = <b>{ $number }. { $title }</b>
practicum-add-text = + ტექსტი
practicum-add-photo = + ფოტო
practicum-add-document = + PDF
practicum-add-survey = + გამოკითხვა
practicum-add-meeting = + შეხვედრა
# $what — რა დევს
practicum-look = ნახვა: { $what }
practicum-ask-text = დაწერეთ ერთ შეტყობინებად (20–3000 ნიშანი). ადამიანების სახელები და ტელეფონები არ ჩაწეროთ.
practicum-ask-photo = გამოგზავნეთ ფოტო. თუ ვინმეს სახე ჩანს, მისი ნებართვა გჭირდებათ.
practicum-ask-document = გამოგზავნეთ PDF.
practicum-not-pdf = ეს PDF არ არის. შეინახეთ დოკუმენტი PDF-ად და ისევ გამოგზავნეთ.
practicum-which-survey = რომელი გამოკითხვა?
practicum-which-meeting = რომელი შეხვედრა?
# $title — სახელი, $count — რამდენი
practicum-held = { $title } ({ $count })
practicum-no-survey = გუნდის შექმნის შემდეგ აქ გამოკითხვა ჯერ არ ჩატარებულა. სთხოვეთ კოორდინატორს, გახსნას. ითვლება ისიც, რაც ახლა მიმდინარეობს.
practicum-no-meeting = გუნდის შექმნის შემდეგ აქ შეხვედრა ჯერ არ ჩატარებულა. სთხოვეთ კოორდინატორს, დანიშნოს.
practicum-added = ✓ დაემატა.
practicum-twice = ეს ამ ნაბიჯში უკვე დევს.
practicum-not-held = ეს ჩამონათვალში აღარ არის.
# $most — მეტი არ შეიძლება
practicum-step-full = ამ ნაბიჯში უკვე { $most } მასალაა. ჯერ რომელიმე წაშალეთ.
practicum-is-asked = შეფასება უკვე მოთხოვნილია. სანამ მენტორი კითხულობს, არაფერი იცვლება.
practicum-to-step = ← ნაბიჯი
practicum-drop = წაშლა
practicum-dropped = წაიშალა.
practicum-send-file = PDF-ის ნახვა
practicum-file-sent = ფაილი გამოგიგზავნეთ.
practicum-back-there = ← უკან

## მოთხოვნა და გასვლა
practicum-ask-sure = მოვითხოვოთ?
practicum-ask-yes = ✓ დიახ, მოვითხოვოთ
practicum-ask-no = ჯერ არა
# $until — დღე
practicum-asked = ✓ მოთხოვნილია. პასუხის ბოლო დღე: { $until }.
practicum-asked-nobody = ✓ მოთხოვნილია. მენტორი ჯერ არ არის: კოორდინატორს ვთხოვეთ, დანიშნოს.
# $name — გუნდის სახელი
practicum-leave-sure = გუნდიდან „{ $name }“ გადიხართ? რაც დაამატეთ, გუნდს დარჩება. დაბრუნება მოწვევის კოდით შეიძლება.
# $name — გუნდის სახელი
practicum-leave-last = გუნდიდან „{ $name }“ გადიხართ? მასში მხოლოდ თქვენ ხართ: გუნდი და მისი მასალა წაიშლება.
practicum-leave-yes = დიახ, გავდივარ
practicum-leave-no = არა, ვრჩები
# $name — გუნდის სახელი
practicum-left = გუნდში „{ $name }“ აღარ ხართ.

## წერილები გუნდს
# $name — გუნდის სახელი
practicum-letter-accepted = <b>✓ გუნდი „{ $name }“: მენტორმა ნამუშევარი მიიღო. გილოცავთ!</b>
# $name — გუნდის სახელი
practicum-letter-revise = <b>↩ გუნდი „{ $name }“: მენტორმა ნამუშევარი შესასწორებლად დააბრუნა.</b>
practicum-letter-again = ამ ნაბიჯებს რაღაც ახალი დაუმატეთ და შეფასება ხელახლა მოითხოვეთ.
# $name — გუნდის სახელი, $until — დღე
practicum-letter-moved = გუნდი „{ $name }“: ნამუშევარს ახლა სხვა მენტორი კითხულობს. პასუხის ბოლო დღე: { $until }.

## მენტორი
mentor-name = გუნდების შეფასება
mentor-draft = გუნდის შეფასება
mentor-not-yours = ეს შეფასება თქვენთან აღარ არის, ან მენტორი არ ხართ.
mentor-appointed = გმადლობთ! ახლა მენტორი ხართ. როცა რომელიმე გუნდი შეფასებას მოითხოვს, შეგატყობინებთ. მენიუში ნახავთ ღილაკს „გუნდების შეფასება“.
# $count — რამდენი გუნდი
mentor-queue = <b>გუნდების შეფასება</b>
    შესაფასებელია { $count }. ყველაზე სასწრაფო პირველია.
mentor-none = <b>გუნდების შეფასება</b>
    ახლა შესაფასებელი არაფერია.
# $name — გუნდის სახელი, $until — დღე
mentor-row = { $name } — { $until }-მდე
# $name — გუნდის სახელი, $until — დღე
mentor-row-late = { $name } — ვადა გავიდა { $until }
# $municipality — სახელი
mentor-leave = აღარ ვარ მენტორი: { $municipality }
# $until — დღე
mentor-until = პასუხის ბოლო დღე: { $until }.
# $until — დღე
mentor-late = ვადა გავიდა: { $until }.
# $words — წინა შეფასების სიტყვები
mentor-before = წინა შეფასებაში ეწერა: „{ $words }“
# $enough — რამდენი სრულად
mentor-how = რვა კითხვას უპასუხებთ, თითოს 0, 1 ან 2-ით. ნამუშევარი მიიღება, თუ { $enough } მაინც სრულად არის შესრულებული (2) და არსად წერია 0.
mentor-begin = ✓ შეფასების დაწყება
# $number — მერამდენე მასალაა, $step — ნაბიჯის ნომერი
mentor-file = PDF { $number }, ნაბიჯი { $step }
mentor-later = მოგვიანებით
mentor-decline = ვერ შევაფასებ
mentor-decline-sure = თუ ვერ იკითხავთ ან გუნდს პირადად უკავშირდებით, შეფასებას სხვა მენტორი მიიღებს. გადავცეთ?
mentor-decline-yes = დიახ, გადაეცით
mentor-decline-no = არა, მე ვაფასებ
mentor-declined = გადაეცა. გმადლობთ, რომ დროულად თქვით.
# $place — მერამდენე, $count — სულ, $title — კითხვის სახელი
mentor-point = <b>{ $place }/{ $count }. { $title }</b>
# $mark — ქულა, $meaning — რას ნიშნავს
mentor-meaning = { $mark } — { $meaning }
mentor-mark-fully = სრულად
mentor-mark-partly = ნაწილობრივ
mentor-mark-none = არ არის
mentor-ask-praise = მიიღება! გსურთ, გუნდს ორიოდე სიტყვა მისწეროთ?
mentor-ask-steps = რომელი ნაბიჯები შეასწორონ? ყოველ არჩეულს რაღაც ახალი უნდა დაემატოს.
mentor-ask-words = მისწერეთ გუნდს, კონკრეტულად რა შეასწოროს (20 ნიშანი მაინც).
mentor-passes = <b>ნამუშევარი მიიღება.</b> გუნდი ამას წაიკითხავს:
# $enough — რამდენი სრულად
mentor-passes-not = <b>ნამუშევარი ბრუნდება</b> (საჭიროა { $enough } სრულად და არც ერთი 0). გუნდი ამას წაიკითხავს:
mentor-accept = ✓ მიღება
mentor-send-back = ↩ დაბრუნება
mentor-change-words = სიტყვების შეცვლა
mentor-change-marks = ქულების თავიდან დასმა
mentor-accepted = ✓ ნამუშევარი მიღებულია. გუნდს შევატყობინეთ.
mentor-returned = ↩ დაბრუნდა. გუნდს თქვენი სიტყვები გავუგზავნეთ.
mentor-own = ამ გუნდში თქვენც ხართ, ამიტომ ვერ შეაფასებთ.
# $name — გუნდის სახელი, $until — დღე
mentor-letter-called = გუნდი „{ $name }“ შეფასებას ითხოვს. პასუხის ბოლო დღე: { $until }. თუ ვერ ახერხებთ, თქვით ახლავე: სხვა წაიკითხავს.
# $name — გუნდის სახელი, $until — დღე
mentor-letter-soon = გუნდი „{ $name }“ თქვენს შეფასებას ელოდება. ორი სამუშაო დღე დარჩა: { $until }-მდე.
# $name — გუნდის სახელი, $until — დღე
mentor-letter-late = გუნდის „{ $name }“ შეფასების ვადა გავიდა ({ $until }). სხვა მენტორი არ არის, გუნდი თქვენ გელოდებათ.
# $name — გუნდის სახელი
mentor-letter-taken = გუნდის „{ $name }“ შეფასების ვადა გავიდა, ამიტომ სხვა მენტორს გადაეცა. თქვენგან აღარაფერია საჭირო.
mentor-to-review = ნამუშევრის ნახვა
mentor-to-queue = გუნდების შეფასება

## კოორდინატორი
teams-name = პრაქტიკის გუნდები
teams-none = გუნდი ჯერ არ არის.
# $count — რამდენი, $accepted — რამდენის ნამუშევარია მიღებული
teams-list = <b>პრაქტიკის გუნდები</b>: { $count }, მიღებული ნამუშევარი: { $accepted }
# $name — გუნდის სახელი
teams-row = { $name }
# $name — გუნდის სახელი
teams-row-asked = ⏳ { $name }
# $name — გუნდის სახელი
teams-row-accepted = ✓ { $name }
# $side — მხარე, $count — რამდენი
teams-side = { $side }: { $count }
# $done — რამდენი, $count — სულ
teams-steps = მზად არის { $done } ნაბიჯი { $count }-დან.
teams-working = შეფასება ჯერ არ მოუთხოვიათ.
# $day — დღე
teams-revising = მენტორმა შესასწორებლად დააბრუნა: { $day }.
# $day — დღე
teams-accepted = ✓ ნამუშევარი მიღებულია: { $day }.
teams-nobody = შეფასება მოთხოვნილია, მენტორი არ ჰყავს.
# $mentor — სახელი, $until — დღე
teams-asked = კითხულობს { $mentor }, { $until }-მდე.
# $mentor — სახელი, $until — დღე
teams-late = კითხულობს { $mentor }, ვადა გავიდა: { $until }.
teams-no-mentor = სხვა მენტორი არ არის. მოიწვიეთ: სამუშაო გვერდი → თანამშრომლები → მენტორის მოწვევა.
# $name — მენტორის სახელი
teams-give = გადაეცეს: { $name }
teams-all = ყველა გუნდი
teams-moved = ✓ გადაეცა. მენტორსა და გუნდს ვატყობინებთ.
teams-changed = ამასობაში რაღაც შეიცვალა. ნახეთ თავიდან.
# $name — გუნდის სახელი, $until — დღე
teams-letter-late = გუნდი „{ $name }“: შეფასების ვადა გავიდა ({ $until }) და სხვა მენტორი არ არის. მოიწვიეთ ახალი.
# $name — გუნდის სახელი
teams-letter-nobody = გუნდი „{ $name }“ შეფასებას ითხოვს, მენტორი კი არ არის. მოიწვიეთ: სამუშაო გვერდი → თანამშრომლები → მენტორის მოწვევა.
teams-to-team = გუნდის ნახვა
