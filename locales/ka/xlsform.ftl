### XLSForm-ის ფაილში ნაპოვნი შეცდომები და შენიშვნები

## სად არის
# $sheet — ფურცლის სახელი
xlsform-sheet = ფურცელი { $sheet }
# $row — სტრიქონის ნომერი
xlsform-row = სტრიქონი { $row }
# $column — სვეტის სახელი
xlsform-column = სვეტი { $column }
# $place — სად არის, $problem — რა არის
xlsform-place = • <b>{ $place }</b>
    { $problem }
# $problem — რა არის
xlsform-whole = • { $problem }
# $count — რამდენი
xlsform-and-more = { $count ->
    [one] და კიდევ ერთი.
   *[other] და კიდევ { $count }.
}

## ფაილი
xlsform-nothing = ფაილი ცარიელია.
# $most — მეგაბაიტი
xlsform-too-large = ფაილი ძალიან დიდია: ვკითხულობთ მაქსიმუმ { $most } მბ-ს. წაშალეთ სურათები და ზედმეტი ფურცლები.
# $most — მეგაბაიტი
xlsform-expands = გახსნისას ფაილი ძალიან იზრდება: ვკითხულობთ მაქსიმუმ { $most } მბ-ს. დატოვეთ მხოლოდ გამოკითხვის ფურცლები.
xlsform-not-a-workbook = ეს Excel-ის ფაილი არ არის. შეინახეთ გამოკითხვა ასე: „Save As“ → „Excel Workbook (.xlsx)“.
# $names — ფაილების სახელები
xlsform-several-workbooks = არქივში რამდენიმე Excel-ის ფაილია: { $names }. დატოვეთ ერთი.
xlsform-password = ფაილი პაროლით არის დაცული. შეინახეთ პაროლის გარეშე.
xlsform-damaged = ფაილი დაზიანებულია და არ იხსნება. გახსენით Excel-ში და ხელახლა შეინახეთ.
xlsform-entities = ამ ფაილს უსაფრთხოდ ვერ გავხსნით. გახსენით Excel-ში და ხელახლა შეინახეთ.
xlsform-encoding = ასოები ვერ წავიკითხეთ. შეინახეთ ფაილი .xlsx ფორმატში.
xlsform-too-long = ფაილის წაკითხვას ძალიან დიდი დრო სჭირდება. წაშალეთ ზედმეტი სტრიქონები ან გამოკითხვა ორად გაყავით.
xlsform-too-much-memory = ფაილში ძალიან ბევრი მონაცემია. წაშალეთ ზედმეტი სტრიქონები და ფურცლები.
xlsform-stopped = ეს ფაილი ვერ წავიკითხეთ. გახსენით Excel-ში და ხელახლა შეინახეთ .xlsx ფორმატში.

## ფურცლები და სვეტები
# $sheets — ფურცლების სახელები
xlsform-no-sheet = ფაილში არ არის ფურცელი „survey“ (არის: { $sheets }). კითხვების ფურცელს დაარქვით survey.
# $name — სვეტის სახელი
xlsform-no-column = აკლია სვეტი „{ $name }“. დაამატეთ.
xlsform-no-questions = არც ერთი კითხვა არ არის. ფურცელში survey ერთი კითხვა მაინც უნდა ეწეროს.
# $other, $header — სვეტების სახელები
xlsform-double-column = სვეტები „{ $other }“ და „{ $header }“ ერთსა და იმავეს ნიშნავს. დატოვეთ ერთი.
# $header, $others — სვეტების სახელები, $name — რა სვეტია, $wanted — ენის კოდი
xlsform-mixed-columns = სვეტს „{ $header }“ ენა არ აწერია, მის გვერდით კი არის { $others }. მიაწერეთ ენა, მაგალითად: { $name }::{ $wanted }.
# $header — სვეტის სახელი, $wanted — როგორ უნდა ეწეროს
xlsform-single-colon = სვეტში „{ $header }“ ენის წინ ორჯერ უნდა ეწეროს „:“. დაწერეთ ასე: { $wanted }.
# $language — რა წერია, $name — რა სვეტია
xlsform-unknown-language = ვერ გავიგეთ, რომელი ენაა „{ $language }“. დაწერეთ ასე: { $name }::Georgian (ka).
# $value — რას იძლევა ფორმულა
xlsform-error-value = ამ უჯრის ფორმულა შეცდომას იძლევა: { $value }. გაასწორეთ ფორმულა.
xlsform-formula-without-value = უჯრაში ფორმულაა, მისი შედეგი კი ფაილში არ წერია. გახსენით ფაილი Excel-ში და ხელახლა შეინახეთ.

## სტრიქონები
xlsform-no-type = კითხვას ტიპი არ აქვს. ჩაწერეთ სვეტში type, მაგალითად: text.
# $type — რა წერია
xlsform-unknown-type = კითხვის ტიპი „{ $type }“ არ არსებობს. დაწერეთ, მაგალითად: text, integer ან select_one და სიის სახელი.
# $type — რა წერია, $wanted — როგორ უნდა ეწეროს
xlsform-misspelt-type = „{ $type }“ ასე უნდა ეწეროს: { $wanted }.
xlsform-no-name = სტრიქონს სახელი არ აქვს. ჩაწერეთ სვეტში name, მაგალითად: road.
# $name — რა წერია
xlsform-bad-name = სახელი „{ $name }“ არ გამოდგება. დაიწყეთ ასოთი და დაწერეთ შუალედის გარეშე: ასოები, ციფრები, _ - ან წერტილი.
# $name — სახელი, $other — სტრიქონის ნომერი
xlsform-double-name = სახელი „{ $name }“ უკვე აქვს სტრიქონს { $other }. დაარქვით სხვა.
# $name — კითხვის სახელი
xlsform-no-label = კითხვას „{ $name }“ ტექსტი არ აქვს. ჩაწერეთ სვეტში label.
# $type — რა წერია
xlsform-no-list = „{ $type }“-ს ვარიანტების სიის სახელი უნდა მოსდევდეს, მაგალითად: select_one village.
# $list — სიის სახელი
xlsform-unknown-list = ფურცელში choices სია „{ $list }“ არ არის. დაამატეთ ის ან შეასწორეთ სახელი.
xlsform-other-filtered = or_other და choice_filter ერთად არ მუშაობს. წაშალეთ ერთ-ერთი.
xlsform-no-calculation = აკლია ფორმულა. ჩაწერეთ სვეტში calculation.
# $parameters — რა წერია
xlsform-bad-parameters = „{ $parameters }“ ვერ გავიგეთ. დაწერეთ ასე: start=1 end=10 step=1.
# $why — მიზეზი
xlsform-why = { $why ->
    [files] ჩატში ფაილებს ვერ ვიღებთ
    [lines] ჩატში მხოლოდ ერთი წერტილის გაგზავნა შეიძლება
    [maps] ჩატში რუკა ვერ იცვლება
    [choices] პასუხის ვარიანტები სხვა ფაილშია
    [beside] პასუხის ვარიანტები სხვა ფაილშია და ის არ გამოგვიგზავნეთ (ჩადეთ გამოკითხვასთან ერთად ერთ .zip ფაილში)
    [sheet] პასუხის ვარიანტები ფურცელში choices არ წერია
    [cascading] ეს ტიპი მოძველდა, მის მაგივრად choice_filter გამოიყენეთ
    [watching] ის ადამიანს შეუმჩნევლად აკვირდება
    [file] ის სხვა ფაილს კითხულობს
    [loop] ეს ტიპი მოძველდა, მის მაგივრად begin_repeat გამოიყენეთ
    [matrix] მას მხოლოდ KoboToolbox იცნობს, სვეტები ცალ-ცალკე კითხვებად დაწერეთ
    [answers] პასუხის ვარიანტები სხვა კითხვის პასუხებია
    [app] მას სხვა პროგრამა პასუხობს
    [lookup] ის instance()-ით ეძებს მონაცემს, ჩატი კი ამას ვერ აკეთებს; ვარიანტის ტექსტს jr:choice-name() პოულობს
   *[outside] ის იყენებს იმას, რაც ფორმაში არ არის
}
# $type — კითხვის ტიპი
xlsform-unsupported = „{ $type }“ ჩატში არ მუშაობს: { xlsform-why }. წაშალეთ ეს ნაწილი ან შეცვალეთ ტიპი.
# $type — კითხვის ტიპი
xlsform-unsupported-but-required = „{ $type }“ ჩატში არ მუშაობს: { xlsform-why }. კითხვა სავალდებულოა, ამიტომ თავისით არ გამოვტოვეთ. წაშალეთ ან შეცვალეთ ტიპი.
# $type — კითხვის ტიპი, $other — სტრიქონის ნომერი, $name — კითხვის სახელი
xlsform-unsupported-but-referred-to = „{ $type }“ ჩატში არ მუშაობს: { xlsform-why }. სტრიქონი { $other } კი მის პასუხს იყენებს ({ $name }). შეცვალეთ ორივე სტრიქონი.
xlsform-end-without-begin = ეს end ზედმეტია: აქ ღია ჯგუფი არ არის. წაშალეთ ან დაამატეთ begin.
# $type — ჯგუფის სახეობა, $name — სახელი
xlsform-begin-without-end = „{ $name }“ იწყება, მაგრამ არსად მთავრდება. დაამატეთ end_{ $type }.
# $most — რამდენი
xlsform-nested-too-deep = ჯგუფები ერთმანეთშია ჩასმული { $most }-ზე მეტჯერ. გაამარტივეთ.
xlsform-choice-without-name = პასუხის ვარიანტს სახელი არ აქვს. ჩაწერეთ სვეტში name.
# $name — რა წერია
xlsform-choice-name-with-blanks = ვარიანტის სახელში „{ $name }“ შუალედი წერია. დაწერეთ შუალედის გარეშე.
# $list — სიის სახელი, $name — ვარიანტის სახელი, $other — სტრიქონის ნომერი
xlsform-double-choice = სიაში „{ $list }“ ვარიანტი „{ $name }“ უკვე წერია (სტრიქონი { $other }). დაარქვით სხვა სახელი.
# $said — შემმოწმებელი პროგრამის ინგლისური სიტყვები
xlsform-pyxform = XLSForm-ის შემმოწმებელი ამბობს: { $said }

## ფორმულები (relevant, constraint, calculation); $at — მერამდენე ნიშანია უჯრაში
xlsform-expression-empty = ფორმულა ცარიელია.
xlsform-expression-too-long = ფორმულა 2 000 ნიშანზე გრძელია. შეამოკლეთ.
# $at — ადგილი
xlsform-expression-too-deep = ძალიან ბევრი ფრჩხილია ერთმანეთში (ნიშანი { $at }). გაამარტივეთ.
# $detail — რა წერია, $at — ადგილი
xlsform-expression-unknown-sign = ნიშანი „{ $detail }“ აქ გაუგებარია (ნიშანი { $at }).
# $detail — რა წერია, $at — ადგილი
xlsform-expression-unclosed = „{ $detail }“ გახსნილია (ნიშანი { $at }) და არსად იხურება.
# $detail — რა წერია, $at — ადგილი
xlsform-expression-unexpected = { $detail ->
    [none] ფორმულა შუაში წყდება (ნიშანი { $at }).
   *[other] „{ $detail }“ აქ არ უნდა ეწეროს (ნიშანი { $at }).
}
# $detail — რა წერია, $at — ადგილი
xlsform-expression-bare-name = „{ $detail }“ (ნიშანი { $at }): კითხვა ასე იწერება: ${"{"}{ $detail }{"}"}, ტექსტი კი ბრჭყალებში: '{ $detail }'.
# $detail — რა წერია
xlsform-yes-or-no = „{ $detail }“ აქ გაუგებარია. დაწერეთ yes ან no.
# $at — ადგილი
xlsform-expression-path = მისამართი ვერ გავიგეთ (ნიშანი { $at }). კითხვა ასე ჩაწერეთ: ${"{"}name{"}"}.
# $at — ადგილი
xlsform-expression-last-saved = წინა გამოკითხვის პასუხებს არ ვინახავთ (ნიშანი { $at }). წაშალეთ last-saved.
# $detail — ფუნქცია
xlsform-expression-other-file = { $detail } სხვა ფაილს კითხულობს, ჩატს კი ის არ აქვს. გადაიტანეთ მონაცემები ფურცელში choices.
# $detail — ფუნქცია, $at — ადგილი
xlsform-expression-unknown-function = ფუნქცია „{ $detail }“ არ ვიცით (ნიშანი { $at }). შეამოწმეთ, სწორად წერია თუ არა.
# $detail — ფუნქცია, $at — ადგილი
xlsform-expression-arguments = ფუნქციას „{ $detail }“ ზედმეტი ან ცოტა მნიშვნელობა აქვს (ნიშანი { $at }).
# $detail — ფუნქცია, $at — ადგილი
xlsform-expression-argument = ფუნქციას „{ $detail }“ აქ კითხვა ან ბრჭყალებში ჩასმული ტექსტი სჭირდება (ნიშანი { $at }).
# $detail — რა არის გაუგებარი, $at — ადგილი
xlsform-expression-pattern = regex()-ის ნიმუში ვერ გავიგეთ (ნიშანი { $at }): { $detail }
# $detail — რა წერია, $at — ადგილი
xlsform-expression-date-format = თარიღის ფორმატი „{ $detail }“ ვერ გავიგეთ (ნიშანი { $at }). მაგალითად: '%d.%m.%Y'.

## ფორმა მთლიანად
# $detail — სახელი
xlsform-form-unknown-name = კითხვა სახელით „{ $detail }“ არ არის. შეასწორეთ სახელი.
# $detail — სვეტის სახელი
xlsform-form-unknown-column = ფურცელში choices სვეტი „{ $detail }“ არ არის. დაამატეთ ის ან შეასწორეთ სახელი.
# $name — სახელი
xlsform-form-duplicate = სახელი „{ $name }“ ორჯერ წერია. ერთს სხვა დაარქვით.
# $name — სახელი
xlsform-form-bad-name = სახელი „{ $name }“ არ გამოდგება. დაწერეთ ასოებით, შუალედის გარეშე.
# $name — სახელი
xlsform-form-cycle = „{ $name }“ საკუთარი თავით გამოითვლება. შეცვალეთ calculation.
# $name — კითხვის სახელი
xlsform-form-no-options = კითხვას „{ $name }“ პასუხის ვარიანტები არ აქვს. დაამატეთ ფურცელში choices.
# $detail — რა წერია
xlsform-form-blank-in-option = ვარიანტის სახელში „{ $detail }“ შუალედი წერია. დაწერეთ შუალედის გარეშე.
# $name — კითხვის სახელი
xlsform-form-bad-range = კითხვის „{ $name }“ საზღვრები ერთმანეთს არ ერგება. შეასწორეთ start, end და step.
xlsform-form-too-nested = ძალიან ბევრი ჯგუფია ერთმანეთში. გაამარტივეთ.
xlsform-form-too-many = ძალიან ბევრი სტრიქონი ან გამოთვლაა. შეამოკლეთ გამოკითხვა.
# $detail — კითხვის სახელი
xlsform-form-later = აქ გამოიყენება კითხვა „{ $detail }“, რომელიც უფრო გვიან დაისმის: მისი პასუხი ჯერ ცარიელი იქნება.

## შენიშვნები: რაც ხელს არ უშლის
# $type — კითხვის ტიპი
xlsform-left-out = გამოტოვებულია: „{ $type }“ ჩატში არ მუშაობს, { xlsform-why }.
xlsform-disabled = გამოტოვებულია: სტრიქონი გამორთულია (disabled).
xlsform-comment = გამოტოვებულია: სტრიქონს არც ტიპი აქვს და არც სახელი.
xlsform-above-header = გამოტოვებულია: სტრიქონი სვეტების სახელების ზემოთ წერია.
xlsform-grid-header = გამოტოვებულია: ეს მხოლოდ ცხრილის სათაურია.
xlsform-nothing-to-tell = გამოტოვებულია: შენიშვნას ტექსტი არ აქვს.
# $type — კითხვის ტიპი
xlsform-stays-empty = ცარიელი დარჩება: ჩატმა „{ $type }“ არ იცის.
xlsform-read-only = ამ კითხვას არ ვსვამთ, რადგან მხოლოდ წასაკითხია (read_only).
xlsform-proposed = რაც აქ გამოითვლება, პასუხად შევთავაზებთ; ადამიანს მისი შეცვლა შეუძლია.
# $what — რისგან გამოითვლება
xlsform-not-proposed = პასუხს წინასწარ ვერ შევთავაზებთ: „{ $what }“ ჩატში არ მუშაობს. კითხვას მაინც დავსვამთ.
# $name — სახელი, $new — ახალი სახელი, $other — სტრიქონის ნომერი
xlsform-renamed = „{ $name }“ ახლა არის „{ $new }“, რადგან იგივე სახელი აქვს სტრიქონს { $other }.
xlsform-hint-as-label = კითხვას ტექსტი (label) არ აქვს, ამიტომ მინიშნებით (hint) დავსვამთ.
xlsform-choice-without-label = ვარიანტს ტექსტი არ აქვს, ამიტომ მის სახელს ვაჩვენებთ.
xlsform-choice-without-list = გამოტოვებულია: ვარიანტი არც ერთ სიაში არ შედის.
# $language — ენის კოდი, $shown — ენის კოდი
xlsform-untranslated = ენაზე { $language } ტექსტი არ არის, ვაჩვენებთ ენაზე { $shown }.
xlsform-media = ტექსტთან დართულ სურათებსა და ხმას არ ვაჩვენებთ.
xlsform-unread-column = ამ სვეტს ჩატი არ იყენებს.
# $header — სვეტის სახელი, $wanted — როგორ უნდა ეწეროს
xlsform-misspelt-column = სვეტს „{ $header }“ ვერ ვკითხულობთ. თუ ეს არის { $wanted }, სახელი შეასწორეთ და ფაილი ხელახლა გამოგზავნეთ.
# $language — ენის კოდი
xlsform-plain-language = ტექსტებს ენა არ აწერია, ამიტომ ვკითხულობთ ასე: { $language }. სხვა ენა შეგიძლიათ მიუთითოთ ფურცელში settings (default_language).
xlsform-random-order = ვარიანტებს ვაჩვენებთ ისე, როგორც წერია, და არა შემთხვევითი რიგით.

## რისი გასწორება შეგვიძლია თავად
xlsform-repair-types = • კითხვის ტიპებს სწორად ჩავწერთ;
xlsform-repair-names = • სადაც სახელი აკლია, არ გამოდგება ან მეორდება, სტრიქონის ნომრიდან ახალს შევქმნით;
xlsform-repair-choices = • გამეორებული ვარიანტებიდან ერთს დავტოვებთ, განსხვავებულს სხვა სახელს დავარქმევთ;
xlsform-repair-labels = • სადაც კითხვას ტექსტი აკლია, მის სახელს ვაჩვენებთ;
xlsform-repair-columns = • სვეტებს იმ ენაზე წავიკითხავთ, რომელსაც აშკარად გულისხმობენ;
xlsform-repair-leave-out = • კითხვებს, რომლებიც ჩატში ვერ დაისმის, გამოვტოვებთ.
