### აკადემიის სერტიფიკატი: მიღება, შემოწმება, გაუქმება

## მიღება
# დაუმთავრებელი საუბრის სახელი: „გაგრძელება: …“
certificate-title = სერტიფიკატის მიღება
certificate-unknown = ეს კურსი თქვენს კურსებს შორის ვერ ვიპოვეთ.
certificate-not-yet = სერტიფიკატს მაშინ მიიღებთ, როცა ყველა გაკვეთილს გაივლით.
certificate-practicum = ყველა გაკვეთილი გაიარეთ. სერტიფიკატს მაშინ მიიღებთ, როცა თქვენი გუნდის პრაქტიკულ სამუშაოსაც მიიღებენ.
certificate-name =
    <b>თქვენი სერტიფიკატი</b>
    როგორ დავბეჭდოთ თქვენი სახელი და გვარი? მაგალითად: ნინო ბერიძე.
    სახელს არ ვინახავთ, მხოლოდ სერტიფიკატზე დაიბეჭდება.
# $code: სერტიფიკატის კოდი
certificate-name-again =
    <b>თქვენი სერტიფიკატი: { $code }</b>
    დაწერეთ სახელი და გვარი ისე, როგორც მასზეა დაბეჭდილი, და კიდევ ერთხელ გამოგიგზავნით. თუ სახელში შეცდომაა, დაწერეთ სწორად.
# $most: რამდენი ნიშანი შეიძლება
certificate-name-bad = სახელსა და გვარში მხოლოდ ასოები და დეფისი შეიძლება იყოს, სულ არა უმეტეს { $most } ნიშნისა.
# $name: სახელი, $course: კურსი, $track: გზა, $version: ვერსიის ნომერი, $day: თარიღი, $issuer: მუნიციპალიტეტი
certificate-sure =
    ასე დაიბეჭდება:

    <b>{ $name }</b>
    { $course } ({ $track }, ვერსია { $version })
    თარიღი: { $day }
    გამცემი: { $issuer }
# $code: ძველი კოდი, $left: ამის შემდეგ კიდევ რამდენჯერ
certificate-replaces = ახალ სერტიფიკატს ახალი კოდი ექნება, ძველი სერტიფიკატი ({ $code }) კი გაუქმდება. { $left ->
        [0] ამის შემდეგ სახელს ვეღარ გაასწორებთ.
        [one] ამის შემდეგ სახელის გასწორებას კიდევ ერთხელ შეძლებთ.
       *[other] ამის შემდეგ სახელის გასწორებას კიდევ { $left }-ჯერ შეძლებთ.
    }
certificate-yes = ✓ სწორია
certificate-edit = სახელის შეცვლა
# $code: სერტიფიკატის კოდი
certificate-no-more = სერტიფიკატზე { $code } სხვა სახელია დაბეჭდილი, მისი გასწორება კი მეტჯერ აღარ შეიძლება. თუ შეცდომა დარჩა, დაურეკეთ მუნიციპალიტეტს.
certificate-language = რომელ ენაზე იყოს სერტიფიკატი?
certificate-making = სერტიფიკატი მზადდება. რამდენიმე წამში გამოგიგზავნით.
# $code: სერტიფიკატის კოდი, $page: ვებგვერდის მისამართი
certificate-made =
    <b>გილოცავთ!</b> PDF დასაბეჭდად არის, სურათი — გასაგზავნად.
    სერტიფიკატის კოდი: <b>{ $code }</b>
    ვისაც კოდს აჩვენებთ, აქ შეამოწმებს: { $page }
# $code: სერტიფიკატის კოდი
certificate-file = სერტიფიკატი { $code }
# $code: სერტიფიკატის კოდი, $reason: მიზეზი
certificate-ended =
    თქვენი სერტიფიკატი { $code } გაუქმებულია.
    მიზეზი: { $reason }
    თუ არ ეთანხმებით, დაურეკეთ მუნიციპალიტეტს.

## რა წერია სერტიფიკატზე
certificate-paper = სერტიფიკატი
certificate-paper-given = ადასტურებს, რომ
certificate-paper-did = წარმატებით დაეუფლა კურსს
# $track: გზა, $version: ვერსიის ნომერი
certificate-paper-way = { $track } · ვერსია { $version }
certificate-paper-scan = შესამოწმებლად მიუშვირეთ ტელეფონის კამერა,
# $page: ვებგვერდის მისამართი
certificate-paper-page = ან გახსენით { $page } და ჩაწერეთ კოდი.
certificate-paper-sample = ნიმუში: მუნიციპალიტეტი გამოგონილია.

## შემოწმება
certificate-check-title = სერტიფიკატის შემოწმება
certificate-check-ask = დაწერეთ სერტიფიკატის კოდი, მაგალითად: 7K9A-NFMJ
# $code: კოდი, $course: კურსი, $version: ვერსიის ნომერი, $day: თარიღი
certificate-check-valid =
    ✓ სერტიფიკატი { $code } <b>ნამდვილია</b>.
    კურსი: { $course }, ვერსია { $version }
    თარიღი: { $day }
# $code: კოდი, $course: კურსი, $version: ვერსიის ნომერი, $day: თარიღი
certificate-check-revoked =
    ✗ სერტიფიკატი { $code } <b>გაუქმებულია</b>.
    კურსი: { $course }, ვერსია { $version }
    თარიღი: { $day }
# $code: კოდი
certificate-check-changed = ✗ სერტიფიკატის { $code } ჩანაწერი ვიღაცამ შეცვალა. მას ნუ ენდობით.
# $code: კოდი
certificate-check-unknown = ✗ სერტიფიკატი კოდით { $code } არ გაცემულა. გადაამოწმეთ, სწორად აკრიფეთ თუ არა.
# $day, $hour: როდის შეიძლება ისევ ცდა
certificate-check-pause = ბევრი არასწორი კოდი ან სახელი ჩაიწერა. ისევ სცადეთ: { $day }, { $hour }.
certificate-check-another = სხვა კოდის შემოწმება
certificate-check-compare = სახელის შედარება
certificate-check-name = დაწერეთ სახელი და გვარი ისე, როგორც სერტიფიკატზეა დაბეჭდილი. გეტყვით მხოლოდ, ემთხვევა თუ არა.
# $code: კოდი
certificate-check-match = ✓ სერტიფიკატზე { $code } სწორედ ეს სახელი დაიბეჭდა.
# $code: კოდი
certificate-check-no-match = ✗ სერტიფიკატზე { $code } სხვა სახელი დაიბეჭდა. თუ აკრეფისას შეცდით, კიდევ სცადეთ. თუ არა, ქაღალდზე სახელი შეცვლილია.

## ვებგვერდი
certificate-check-page-go = შემოწმება
certificate-check-page-name = სახელი და გვარი
certificate-check-page-compare = შედარება
certificate-check-page-about = კოდი სერტიფიკატზე QR-კოდის გვერდით წერია.

## გაუქმება
certificate-revoke-desk = სერტიფიკატის გაუქმება
certificate-revoke-ask = დაწერეთ სერტიფიკატის კოდი, რომელსაც აუქმებთ.
# $code: კოდი
certificate-revoke-not-here = სერტიფიკატი კოდით { $code } თქვენს მუნიციპალიტეტს არ გაუცია.
# $code: კოდი
certificate-revoke-ended = სერტიფიკატი { $code } უკვე გაუქმებულია.
# $code: კოდი, $course: კურსი, $day: თარიღი
certificate-revoke-why =
    <b>სერტიფიკატი { $code }</b>
    { $course }, { $day }
    რატომ აუქმებთ? მიზეზს მხოლოდ მფლობელი წაიკითხავს.
# $code: კოდი, $reason: მიზეზი
certificate-revoke-sure =
    გავაუქმოთ სერტიფიკატი { $code }? უკან ვეღარ დააბრუნებთ.
    მფლობელს მივწერთ: { $reason }
certificate-revoke-yes = დიახ, გააუქმეთ
certificate-revoke-no = არა
certificate-revoke-kept = სერტიფიკატი ძალაში დარჩა.
# $code: კოდი
certificate-revoke-done = სერტიფიკატი { $code } გაუქმდა. მფლობელს მივწერთ, თუ ჩვენთან ისევ არის.
certificate-revoke-to-desk = სამუშაო გვერდი
