### რაზე გწერთ და როდის

topics-head = <b>რაზე მოგწეროთ?</b>
# $topic — თემის სახელი, $mode — როგორ ვწერთ
topics-line = { $topic } — <b>{ $mode }</b>
topics-always = თქვენს საქმეებზე (თქვენს იდეაზე, შეხვედრაზე, რომელზეც ჩაეწერეთ) ყოველთვის მაშინვე მოგწერთ.
topics-how = შესაცვლელად აირჩიეთ თემა.
topics-stopped = ახლა შეტყობინებები შეჩერებულია და არაფერს გწერთ. თემების არჩევა ამას არ ცვლის.
topics-resume = შეტყობინებების ჩართვა
# $topic — თემის სახელი
topics-ask =
    <b>{ $topic }</b>
    როდის მოგწეროთ?

## თემები
topics-votes = კენჭისყრები და სამოქალაქო ბიუჯეტი
topics-surveys = გამოკითხვები
topics-meetings = შეხვედრები და სემინარები
topics-projects = მშენებარე პროექტები
topics-learning = სწავლა აკადემიაში
topics-news = მერიის სიახლეები
topics-about-votes = როდის იწყება იდეების მიღება და კენჭისყრა, როდის მთავრდება, რა შედეგი აქვს.
topics-about-surveys = როდის იხსნება გამოკითხვა, როდის იხურება, რა გაირკვა.
topics-about-meetings = რა გადაწყდა შეხვედრებზე, რომლებზეც ჩაწერილი იყავით, და რა მასალა დაემატა სემინარებს.
topics-about-projects = როგორ მიდის საქმე პროექტებზე, რომელთა სიახლეებსაც იღებთ.
topics-about-learning = შეგახსენებთ გაკვეთილს, რომელიც შუა გზაზე დარჩა.
topics-about-news = მერიის განცხადებები.

## როდის
topics-now = მაშინვე
topics-digest = დღეში ერთხელ
topics-off = არ გწერთ
topics-want-now = მაშინვე
# $hour — საათი
topics-want-digest = დღეში ერთხელ, { $hour } საათზე
topics-want-off = ნუ მომწერთ
