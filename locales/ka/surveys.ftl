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
    მიღებული პასუხები: { $count }
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
