### აკადემიის ჯგუფი: განაცხადი, შერჩევა, პირველი და ბოლო დღე

## მოქალაქე: რა არის და როგორ ჩავეწეროთ
admission-button = ჯგუფთან ერთად სწავლა
admission-draft = განაცხადი აკადემიის ჯგუფში
admission-none = ახლა ჯგუფში მიღება არ არის. კურსის გავლა განაცხადის გარეშეც შეგიძლიათ, როცა გინდათ.
admission-which = რომელი ჯგუფი გაინტერესებთ?
admission-gone = ეს მიღება ან განაცხადი აღარ არის.
# $title — ჯგუფის სახელი
admission-title = <b>{ $title }</b>
# $track — კურსის გზა
admission-way = კურსი: { $track }
# $starts, $ends — პირველი და ბოლო დღე
admission-days = ჯგუფი ერთად სწავლობს: { $starts }–{ $ends }
# $count — რამდენი ადგილი
admission-places = ადგილი: { $count }
# $day — დღე
admission-last-day = განაცხადის ბოლო დღე: { $day }
admission-open = თუ გსურთ, შემოგვიერთდით: შეავსეთ განაცხადი. ველით მათაც, ვისაც გამოცდილება არ აქვს. კურსი განაცხადის გარეშეც ღიაა ყველასთვის.
admission-late = განაცხადების მიღება დასრულდა. კურსი განაცხადის გარეშეც ღიაა: გახსენით აკადემია და დაიწყეთ, როცა გინდათ.
admission-apply = განაცხადის შევსება
admission-to-mine = ჩემი განაცხადი
admission-to-course = კურსის გახსნა
admission-to-academy = აკადემიის გახსნა

## განაცხადის შევსება
# $municipality — სახელი, $count — რამდენი სახელია, $names — კოორდინატორების სახელები
admission-readers = ვინ წაიკითხავს: { $municipality }, { $count ->
        [0] კოორდინატორები
        [one] კოორდინატორი { $names }
       *[other] კოორდინატორები { $names }
    }. ბოტში სხვა ვერავინ ნახავს. თუ სახელს დაწერთ, პასუხებთან ერთად სახელსაც დაინახავენ. როგორ სწავლობთ, ამას ვერ ხედავენ: მხოლოდ რიცხვი იციან, რამდენმა დაიწყო და რამდენმა დაამთავრა.
# $days — რამდენი დღე, $until — ბოლო დღე
admission-kept = როდემდე ვინახავთ: არაუგვიანეს { $until }. თუ ჯგუფში ვერ მოხვდით, გადაწყვეტილებიდან { $days } დღეში წავშლით. განაცხადი, როცა გინდათ, გააუქმეთ: მაშინვე წაიშლება.
admission-ask-name = როგორ მოგმართოთ? დაწერეთ სახელი და გვარი. თუ გამოტოვებთ, კოორდინატორი მხოლოდ ნომერს დაინახავს.
admission-overview = <b>თქვენი განაცხადი</b>
    გადახედეთ და გაგზავნეთ. ჯერ არაფერი გაგზავნილა.
# $number — განაცხადის ნომერი, $until — ბოლო დღე
admission-applied = ✓ განაცხადი მიღებულია. თქვენი ნომერია { $number }. განაცხადებს { $until }-მდე ვიღებთ, მერე კი გადაწყვეტილებას აქვე მოგწერთ.
admission-already = ამ ჯგუფში განაცხადი უკვე გაქვთ.

## სად არის ჩემი განაცხადი
# $day — როდის
admission-is-waiting = განაცხადი გამოგზავნილია ({ $day }). გადაწყვეტილებას აქვე მოგწერთ.
admission-is-accepted = <b>✓ ჯგუფში ხართ.</b>
# $place — მერამდენე, $until — დღე, $gone — როდის წაიშლება
admission-is-reserve = რეზერვში ხართ, რიგით { $place }. თუ { $until }-მდე ადგილი გათავისუფლდა, მოგწერთ. განაცხადს წავშლით: { $gone }.
# $reason — მიზეზი, $gone — როდის წაიშლება
admission-is-declined = ამჯერად ჯგუფში ვერ მოხვდით. მიზეზი: „{ $reason }“
    განაცხადს წავშლით: { $gone }.
admission-take-back = განაცხადის გაუქმება
admission-give-up = ჯგუფში ვეღარ ვისწავლი
admission-back-sure = გავაუქმოთ განაცხადი? თქვენი პასუხები წაიშლება.
admission-give-up-sure = თქვენს ადგილს სხვა დაიკავებს, თქვენი განაცხადი კი წაიშლება. გავაგრძელოთ?
admission-back-yes = დიახ
admission-back-no = არა, დარჩეს
admission-taken-back = განაცხადი წაიშალა.
admission-given-up = ადგილი გათავისუფლდა, განაცხადი წაიშალა. მადლობა, რომ გვითხარით. კურსი თქვენთვის ღია რჩება.

## წერილები
# $title — ჯგუფის სახელი
admission-letter-accepted = <b>✓ ჯგუფში „{ $title }“ მიღებული ხართ!</b>
# $words — კოორდინატორის სიტყვები
admission-letter-words = კოორდინატორი წერს: „{ $words }“
# $title — ჯგუფის სახელი, $reason — მიზეზი, $place — მერამდენე, $until — დღე, $gone — როდის წაიშლება
admission-letter-reserve = „{ $title }“: რეზერვში ხართ, რიგით { $place }. მიზეზი: „{ $reason }“
    თუ { $until }-მდე ადგილი გათავისუფლდა, მოგწერთ. განაცხადს წავშლით: { $gone }. კურსი განაცხადის გარეშეც ღიაა.
# $title — ჯგუფის სახელი, $reason — მიზეზი, $gone — როდის წაიშლება
admission-letter-declined = „{ $title }“: ამჯერად ჯგუფში ვერ მოხვდით. მიზეზი: „{ $reason }“
    კურსს უჯგუფოდაც გაივლით, როცა გინდათ. განაცხადს წავშლით: { $gone }.
# $title — ჯგუფის სახელი
admission-letter-moved = <b>✓ ადგილი გათავისუფლდა: ჯგუფში „{ $title }“ მიღებული ხართ!</b>
# $starts, $ends — პირველი და ბოლო დღე
admission-letter-days = ჯგუფი ერთად სწავლობს: { $starts }–{ $ends }. პირველ დღეს კურსის ღილაკს გამოგიგზავნით.
admission-letter-give-up = თუ ვეღარ ისწავლით, გვითხარით: ადგილს რეზერვიდან სხვა დაიკავებს.
# $title — ჯგუფის სახელი, $track — კურსის გზა, $ends — ბოლო დღე
admission-letter-first = <b>„{ $title }“: დღეს ვიწყებთ!</b>
    კურსი: { $track }. ჯგუფი { $ends }-მდე სწავლობს. დღეში ერთი გაკვეთილიც საკმარისია.
# $title — ჯგუფის სახელი
admission-letter-last = <b>„{ $title }“: დღეს ჯგუფის ბოლო დღეა.</b> გმადლობთ, რომ ჩვენთან ერთად ისწავლეთ.
admission-far-all = ყველა გაკვეთილი გაიარეთ, გილოცავთ! სერტიფიკატს აკადემიის გვერდზე მიიღებთ.
# $passed — რამდენი, $count — სულ
admission-far = გავლილი გაქვთ { $passed } გაკვეთილი { $count }-დან. კურსი ღია რჩება: გააგრძელეთ იქიდან, სადაც შეჩერდით.
admission-far-none = კურსი ჯერ არ დაგიწყიათ. ღია რჩება: დაიწყეთ, როცა გინდათ.

## კოორდინატორი: ყველა მიღება
admission-desk = აკადემიის ჯგუფები
admission-list = <b>აკადემიის ჯგუფები</b>
    ვინც ჯგუფში სწავლობს, განაცხადით შეირჩევა. კურსი სხვებისთვისაც ღიაა.
admission-list-none = <b>აკადემიის ჯგუფები</b>
    ჯერ არც ერთი. გამოაცხადეთ მიღება: ხალხი განაცხადს შეავსებს, თქვენ კი აირჩევთ, ვინ ისწავლის ერთად.
# $title — ჯგუფის სახელი, $state — მდგომარეობა
admission-row = { $title } · { $state ->
    [open] მიღება მიმდინარეობს
    [deciding] შესარჩევია
    [chosen] შერჩეულია
    [running] სწავლობს
   *[over] დასრულდა
}
admission-new = + მიღების გამოცხადება
admission-all = ყველა ჯგუფი
admission-to-call = ჯგუფის გვერდი
admission-changed = ამასობაში რაღაც შეიცვალა. ნახეთ თავიდან.

## ახალი მიღება
admission-new-draft = აკადემიის ჯგუფში მიღება
admission-ask-track = რომელ გზას გაივლის ჯგუფი?
admission-ask-title = რა ჰქვია ჯგუფს? მაგალითად: „აკადემია 2027, გაზაფხული“. ამას ყველა დაინახავს.
admission-ask-title-en = იგივე ინგლისურად? შეგიძლიათ გამოტოვოთ.
admission-ask-form = რა ვკითხოთ მსურველებს? მზა განაცხადში ოთხი კითხვაა: რატომ უნდათ, რა გამოცდილება აქვთ, რის შეცვლა სურთ, პირველად ერთვებიან თუ არა. თქვენი კითხვებისთვის ჯერ მოამზადეთ გამოკითხვა (სამუშაო გვერდი → გამოკითხვები) და აქ აირჩიეთ. გამოკითხვად ის არ გაიხსნება: კითხვები განაცხადში გადავა.
admission-ready = მზა განაცხადი
admission-unfit = ამ გამოკითხვაში ფოტო, ხმა ან ვიდეოა, განაცხადში კი მხოლოდ სიტყვებით, რიცხვებითა და არჩევით პასუხობენ. ამოიღეთ ის კითხვა ან სხვა აირჩიეთ.
admission-ask-places = რამდენი ადგილია ჯგუფში?
admission-ask-last = რომელ დღემდე მივიღოთ განაცხადები? დაწერეთ, მაგალითად: 01.03.2027
admission-ask-starts = რომელ დღეს იწყებს ჯგუფი სწავლას? იმ დღეს თითოეულს კურსის ღილაკს გავუგზავნით.
admission-ask-ends = რომელია ჯგუფის ბოლო დღე?
# $first, $last — დღეები
admission-day-between = აირჩიეთ დღე { $first }-დან { $last }-მდე.
# $day — დღე
admission-day-past = { $day } უკვე გავიდა. დაწერეთ დღეები თავიდან.
# $form — კითხვარის სახელი
admission-asks = რას ვეკითხებით: { $form }
admission-new-sure = გამოვაცხადოთ? მერე დღეები და კითხვები აღარ იცვლება.
admission-new-yes = ✓ გამოცხადება
admission-edit-title = სახელი
admission-edit-form = კითხვები
admission-edit-places = ადგილები
admission-edit-days = დღეები
admission-opened = ✓ მიღება გამოცხადდა. აკადემიაში უკვე ჩანს. ჯგუფის გვერდზე ნახავთ კოდს პოსტერისა და განცხადებისთვის.

## ერთი ჯგუფი
# $count — რამდენი
admission-count = განაცხადი: { $count }
# $settlement — დასახლება, $count — რამდენი
admission-from = • { $settlement }: { $count }
# $count — რამდენი, $places — რამდენი ადგილია
admission-count-accepted = მიღებულია { $count }, ადგილი — { $places }
# $count — რამდენი
admission-count-reserve = რეზერვში: { $count }
# $count — რამდენი
admission-count-declined = უარი: { $count }
# $count — რამდენი
admission-count-undecided = გადასაწყვეტია: { $count }
# $members — ახლა რამდენია ჯგუფში, $fewest — რამდენიდან ვამბობთ
admission-members = ახლა ჯგუფშია { $members }. რამდენმა დაიწყო და დაამთავრა, { $fewest } წევრიდან ჩანს: უფრო პატარა ჯგუფში ყველა მიხვდებოდა, ვინ.
# $members — ახლა რამდენია ჯგუფში, $begun — რამდენმა დაიწყო, $finished — რამდენმა დაამთავრა
admission-progress = ახლა ჯგუფშია { $members }. კურსი დაიწყო { $begun }, ყველა გაკვეთილი გაიარა { $finished }.
# $day — დღე
admission-then = როცა ყველას ეცნობა ({ $day }):
admission-was-told = თუ ვინმე ადგილს დათმობს, რეზერვიდან პირველი თავისით გადმოვა.
# $day — დღე
admission-may-read = განაცხადებს { $day }-მდე ვიღებთ. წაკითხვა და მონიშვნა ახლაც შეგიძლიათ; ყველას მიღების დასრულების შემდეგ მისწერთ.
# $day — დღე
admission-must-read = მიღება დასრულდა. წაიკითხეთ და მონიშნეთ ყველა განაცხადი, სანამ ჯგუფი დაიწყებს ({ $day }).
admission-may-tell = ყველა განაცხადი მონიშნულია. სანამ შეატყობინებთ, ნიშნებს კიდევ შეცვლით.
admission-nobody = განაცხადი არავის შემოუტანია.
admission-read = განაცხადების კითხვა
admission-names = ყველა განმცხადებელი
admission-tell = ✉ ყველას შეტყობინება
admission-share = კოდი და ბმული
# $code — კოდი
admission-code = კოდი პოსტერისთვის: { $code }
    ვინც მას ბოტს მისწერს, ამ მიღებას ნახავს. ჩასვით განცხადებაშიც.
# $link — მისამართი
admission-link = ბმული: { $link }
admission-drop = მიღების გაუქმება
admission-drop-sure = განაცხადი ჯერ არავის შემოუტანია. გავაუქმოთ მიღება?
admission-drop-yes = დიახ, გაუქმდეს
admission-drop-no = არა, დარჩეს
admission-dropped = მიღება გაუქმდა.

## განაცხადის კითხვა
admission-read-draft = განაცხადების კითხვა
# $number — ნომერი, $name — სახელი
admission-named = { $number }. { $name }
# $number — ნომერი
admission-unnamed = განმცხადებელი { $number }
# $who — ვინ, $day — როდის
admission-applicant = <b>{ $who }</b> ({ $day })
# $who — ვინ, $mark — ნიშანი
admission-applicant-row = { $who } · { $mark }
admission-which-applicant = რომელი განაცხადი წავიკითხოთ?
# $mark — ნიშანი
admission-decided = გადაწყვეტილება: { $mark }
admission-mark-accept = ✓ მიღებულია
admission-mark-reserve = ⏳ რეზერვში
admission-mark-decline = ✗ უარი
admission-mark-none = ჯერ არ არის
# $reason — მიზეზი
admission-reason = მიზეზი: „{ $reason }“
# $count — რამდენი
admission-left = გადასაწყვეტია კიდევ { $count }.
# $page — მერამდენე, $pages — რამდენი
admission-page = გვერდი { $page }/{ $pages }
admission-onward = შემდეგი გვერდი →
admission-earlier = ← წინა გვერდი
admission-accept = ✓ მიღება
admission-reserve = ⏳ რეზერვი
admission-decline = ✗ უარი
admission-next = შემდეგი განაცხადი →
admission-ask-praise = გსურთ, ორიოდე სიტყვა მისწეროთ? წერილთან ერთად მიიღებს.
admission-ask-reason = რატომ? ორიოდე სიტყვა საკმარისია: განმცხადებელი ამას წაიკითხავს.
# $places — რამდენი ადგილია
admission-full = ყველა ადგილი უკვე გაცემულია ({ $places }). მონიშნეთ რეზერვში, ან ჯერ სხვას შეუცვალეთ ნიშანი.
admission-own = ეს თქვენი განაცხადია. მასზე სხვა კოორდინატორმა უნდა გადაწყვიტოს.

## ყველას შეტყობინება
# $accepted, $reserve, $declined — რამდენი
admission-tell-sure = გავუგზავნოთ ყველას გადაწყვეტილება? მიღებულია { $accepted }, რეზერვშია { $reserve }, უარი — { $declined }. მერე ნიშნები აღარ იცვლება.
admission-tell-yes = ✓ დიახ, გაეგზავნოს
admission-tell-no = ჯერ არა
# $count — რამდენი
admission-told = ✓ გადაწყვეტილებას { $count } ადამიანი მიიღებს.
admission-told-already = ყველას უკვე ეცნობა, ამიტომ ნიშნები აღარ იცვლება.
# $day — დღე
admission-still-open = განაცხადებს { $day }-მდე ვიღებთ. ყველას მხოლოდ ამის შემდეგ მისწერთ.
# $day — დღე
admission-is-over = ჯგუფის ბოლო დღე უკვე გავიდა ({ $day }), ამიტომ შეტყობინებას აზრი აღარ აქვს.
admission-not-all = ჯერ ყველა განაცხადი არ არის მონიშნული. წაიკითხეთ დარჩენილებიც.
# $count — რამდენი განაცხადი
admission-owed-decide = აკადემიის განაცხადი გადაწყვეტილების მოლოდინში: { $count }
admission-owed-tell = აკადემიის ჯგუფი შერჩეულია: შეატყობინეთ განმცხადებლებს
