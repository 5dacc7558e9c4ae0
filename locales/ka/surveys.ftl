### გამოკითხვები კოორდინატორისთვის

surveys-not-staff = ეს გვერდი მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა.
surveys-none = თქვენს მუნიციპალიტეტში ასეთი გამოკითხვა არ არის.
surveys-list = <b>გამოკითხვები</b>
    აირჩიეთ გამოკითხვა.
# $title — გამოკითხვის სახელი, $state — მდგომარეობა
surveys-row = { $state ->
    [open] { $title } · მიმდინარეობს
   *[closed] { $title } · დასრულდა
}
# $title — სახელი, $state — მდგომარეობა, $date და $hour — დასრულების დრო, $count — რამდენმა უპასუხა
surveys-one = <b>{ $title }</b>
    { $state ->
        [open] მიმდინარეობს, ბოლო ვადა: { $date }, { $hour }
       *[closed] დასრულდა: { $date }, { $hour }
    }
    პასუხები ჩატში: { $count }
surveys-close = დასრულება ახლავე
# $count — რამდენმა უპასუხა
surveys-sure = დავასრულოთ გამოკითხვა ახლავე? ახალ პასუხებს ვეღარ მივიღებთ. შედეგს მიიღებს ყველა, ვინც უპასუხა ({ $count }).
surveys-close-yes = დიახ, დასრულდეს
surveys-close-no = არა, გაგრძელდეს
surveys-closed = გამოკითხვა დასრულდა. პასუხებს დავთვლით და შედეგს გავუგზავნით ყველას, ვინც უპასუხა.
surveys-kept = გამოკითხვა გრძელდება.
surveys-not-running = ეს გამოკითხვა ახლა არ მიმდინარეობს.
surveys-to-list = ყველა გამოკითხვა
surveys-to-result = შედეგის ნახვა
surveys-to-this = ამ გამოკითხვის გვერდი
surveys-to-report = ანგარიში (PDF)
surveys-to-texts = სიტყვიერი პასუხები
surveys-to-links = იდეების დაკავშირება

## სიტყვიერი პასუხები და მათი თემები
survey-texts-none = სიტყვიერი პასუხები ჯერ არ არის.
survey-texts-later = გამოკითხვა ანონიმურია. სიტყვიერ პასუხებს მისი დასრულების შემდეგ ნახავთ, როცა ისინი აირევა.
survey-texts-which = რომელი კითხვის პასუხები გაჩვენოთ?
# $label — კითხვა, $count — რამდენმა დაწერა, $page, $pages — გვერდი
survey-texts-head = <b>{ $label }</b>
    დაწერა { $count } ადამიანმა. გვერდი { $page } / { $pages }
survey-texts-choose = აირჩიეთ პასუხი, რომ თემა მიანიჭოთ. პასუხებს მხოლოდ კოორდინატორები ხედავენ, სხვები — მხოლოდ თემების რიცხვს.
# $text — პასუხი, $tags — თემები, $count — რამდენი თემა აქვს
survey-texts-row = { $count ->
    [0] { $text }
   *[other] { $text } [{ $tags }]
}
survey-texts-onward = შემდეგი გვერდი
survey-texts-earlier = წინა გვერდი
survey-tag-which = რა თემაა?
# $tags — თემები
survey-tag-has = თემები: { $tags }
survey-tag-new = ახალი თემა
survey-tag-none = თემების მოხსნა
survey-tag-back = სიაში დაბრუნება
survey-tag-ask = დაწერეთ თემის სახელი, მაგალითად: ხიდი. სახელს და ტელეფონის ნომერს ნუ დაწერთ: თემას ყველა ნახავს, თუ ხუთმა ადამიანმა მაინც ახსენა.

## საჭიროების და იდეის დაკავშირება
survey-links-none = ამ გამოკითხვაში დასაკავშირებელი საჭიროება არ არის.
survey-links-which = რომელ საჭიროებას უკავშირდება იდეა? იდეის გვერდზე გამოჩნდება, რამდენმა ადამიანმა მოითხოვა ეს.
# $option — საჭიროება, $count — რამდენმა აირჩია
survey-links-row = { $option } ({ $count })
survey-links-part = კავშირის მოხსნა
survey-links-ask = დაწერეთ იდეის ნომერი.
survey-links-no-idea = ასეთი ნომრით იდეა არ არის.
# $title — იდეის სახელი
survey-links-done = ✓ იდეა „{ $title }“ საჭიროებას დაუკავშირდა.
# $title — იდეის სახელი
survey-links-parted = ✓ იდეა „{ $title }“ ამ გამოკითხვას აღარ უკავშირდება.
survey-links-idea = იდეის ნახვა
survey-links-more = კიდევ ერთი იდეა
