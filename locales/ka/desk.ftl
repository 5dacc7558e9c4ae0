### კოორდინატორის მაგიდა, თანამშრომლები და მოწვევები

## მაგიდა
# $municipality — მუნიციპალიტეტის სახელი
desk-title =
    <b>სამუშაო გვერდი</b>
    { $municipality }
    რა გსურთ?
desk-which = რომელ მუნიციპალიტეტზე ვმუშაობთ?
desk-not-yours = ამის უფლება მხოლოდ ამ მუნიციპალიტეტის კოორდინატორს აქვს.
desk-today = დღევანდელი საქმე
desk-edition = სამოქალაქო ბიუჯეტი
desk-announce = განცხადების გაგზავნა
desk-meeting = ახალი შეხვედრა
desk-meetings = შეხვედრების მართვა
desk-process = კენჭისყრის მართვა
desk-list = პროექტების სია
desk-works = გამარჯვებული პროექტები
desk-surveys = გამოკითხვები
desk-staff = თანამშრომლები და მოწვევა
desk-leave = მუშაობის შეწყვეტა
desk-which-vote = რომელი კენჭისყრა?
desk-no-votes = ამ მუნიციპალიტეტში კენჭისყრა ჯერ არ მომზადებულა. მას კოორდინატორი ამზადებს: სამუშაო გვერდი → სამოქალაქო ბიუჯეტი.

## თანამშრომლები
desk-people = <b>ვის აქვს წვდომა</b>
# $name — თანამშრომლის სახელი, $role — მისი როლი
desk-member = • { $name } — { $role }
desk-nameless = სახელის გარეშე
desk-role-coordinator = კოორდინატორი
desk-role-partner = პარტნიორი
desk-role-reviewer = შემმოწმებელი
desk-role-observer = დამკვირვებელი
desk-role-helper = დამხმარე
desk-role-official = კითხვებზე პასუხისმგებელი
desk-role-expert = ექსპერტი
desk-role-mentor = მენტორი
desk-role-trainer = ტრენერი
desk-invite-coordinator = კოორდინატორის მოწვევა
desk-invite-reviewer = შემმოწმებლის მოწვევა
desk-invite-partner = პარტნიორის მოწვევა
desk-invite-helper = დამხმარის მოწვევა
desk-invite-official = კითხვებზე პასუხისმგებლის მოწვევა
desk-invite-expert = ექსპერტის მოწვევა
desk-invite-mentor = მენტორის მოწვევა
desk-invite-trainer = ტრენერის მოწვევა
desk-end-access = წვდომის შეწყვეტა
desk-no = არა
desk-last-one = ეს ბოლო კოორდინატორია. ჯერ სხვა კოორდინატორი მოიწვიეთ.
# $code — ერთჯერადი კოდი, $role — როლი, $days — რამდენ დღეს მოქმედებს
desk-invited =
    ერთჯერადი კოდი: <b>{ $code }</b>
    როლი: { $role }
    გადაეცით მხოლოდ იმ ადამიანს, ვისაც იწვევთ. მან კოდი ამ ბოტში უნდა აკრიფოს.
    { $days ->
        [one] კოდი მოქმედებს ერთი დღე.
       *[other] კოდი მოქმედებს { $days } დღე.
    } აქ ის მეორედ აღარ გამოჩნდება.

## დანიშვნა
# $municipality — მუნიციპალიტეტის სახელი, $role — როლი, $until — კოდის ბოლო დღე
desk-appointment =
    თქვენ თანამშრომლად გიწვევენ.
    მუნიციპალიტეტი: { $municipality }
    როლი: { $role }
    კოდის ვადა: { $until }
    თანახმა ხართ?
desk-appointment-title = მოწვევა
desk-accept = დიახ, თანახმა ვარ
desk-your-name = დაწერეთ თქვენი სახელი და გვარი. მას მხოლოდ თანამშრომლები დაინახავენ.
desk-appointed = გილოცავთ! თქვენს მენიუში ახლა არის ღილაკი „სამუშაო გვერდი“.
