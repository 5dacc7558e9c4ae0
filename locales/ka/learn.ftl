menu-learn = აკადემია

learn-welcome = <b>მონაწილეობის აკადემია</b>
    { $about }
learn-anywhere = დაწყებულს ტელეგრამშიც გააგრძელებთ და ვაიბერშიც, თუ ორივე მიბმული გაქვთ.
learn-who-sees = რას სწავლობთ და როგორ პასუხობთ, ამას ვერავინ ხედავს. ვინახავთ მხოლოდ იმას, რომელ გაკვეთილამდე მიხვედით.
learn-choose-track = რომელი გზა გირჩევნიათ?
learn-track = <b>{ $name }</b> ({ $count } გაკვეთილი). { $about }
learn-other-track = სხვა გზა

learn-page = <b>{ $title }</b>
    { $track }
learn-bar = { $bar } { $passed }/{ $count }
learn-next = შემდეგია: { $number }. { $title }
learn-here = შეჩერდით აქ: { $number }. { $title }
learn-finished = ყველა გაკვეთილი გაიარეთ. გილოცავთ!
learn-go-on = გაგრძელება
learn-start = დაწყება
learn-all = ყველა გაკვეთილი
learn-practicum = გუნდის პრაქტიკული სამუშაო
learn-back = აკადემიის გვერდი

learn-list = აირჩიეთ გაკვეთილი. გავლილის გამეორებაც შეიძლება.
learn-row-new = { $title }
learn-row-begun = { $title } — დაწყებულია
learn-row-passed = ✓ { $title }

learn-card-title = <b>{ $title }</b>
learn-card-head = { $number }. { $title } · { $card }/{ $cards }
learn-lesson-head = <b>გაკვეთილი { $number }. { $title }</b>
    { $goal } დრო: დაახლოებით { $minutes } წუთი.
learn-picture = <i>სურათზე: { $shown }.</i>
learn-source = წყარო: { $sources }
learn-forward = შემდეგი ბარათი →
learn-backward = ← წინა ბარათი
learn-to-task = დავალება →
learn-to-quiz = კითხვები →
learn-skip-task = დავალების გარეშე
learn-gone = ეს გაკვეთილი ვერ მოიძებნა. გახსენით აკადემია და აირჩიეთ სიიდან.

learn-task-head = <b>სცადეთ.</b> { $ask }
learn-task-model = აი, ერთი კარგი მაგალითი. შეადარეთ თქვენსას:
learn-task-yes = დიახ
learn-task-no = არა
learn-task-not-yet = ჯერ ეს უნდა მოგვარდეს:
learn-task-ready = თქვენი ტექსტი მზადაა. შეგიძლიათ დააკოპიროთ:
learn-task-shares = სულ: { $total }. { $shares }
learn-task-share = { $name } — { $share } %
learn-task-nobody = ყველა რიცხვი ნულია. ჩაწერეთ, რამდენი ადამიანია გუნდში.
learn-task-picked = თქვენი საცდელი არჩევანი: { $names }.
learn-task-project = { $name } — { $cost }

learn-quiz-ask = კითხვა { $place }/{ $count }. { $ask }
learn-quiz-right = ✓ სწორია. { $why }
learn-quiz-wrong = ✗ არა. { $why }
learn-quiz-answer = სწორი პასუხი: { $answer }. { $why }
learn-quiz-missed = გამოგრჩათ: { $answer }. { $why }
learn-quiz-passed = <b>გაკვეთილი გავლილია.</b> სწორი პასუხი: { $right }/{ $count }.
learn-quiz-failed = სწორი პასუხი: { $right }/{ $count }. გასავლელად საჭიროა { $enough } %. არაფერია: სცადეთ ხელახლა, კითხვები სხვა იქნება.
learn-quiz-again = ხელახლა ცდა
learn-quiz-read = გაკვეთილის გადახედვა
learn-quiz-next = შემდეგი გაკვეთილი →
learn-quiz-all = <b>გილოცავთ!</b> ამ გზის ყველა გაკვეთილი გაიარეთ.

learn-nudge = გაკვეთილი „{ $title }“ გელოდებათ. დარჩენილია { $left } გაკვეთილი. შეგიძლიათ იქიდან გააგრძელოთ, სადაც შეჩერდით.
learn-nudge-off = ასე ნუ მომწერთ
