### იდეა: ახალი იდეა, სია, მხარდაჭერა

# დაუმთავრებელი იდეის სახელი
idea-name = ახალი იდეა

## ახალი იდეა
idea-ask-title = <b>რა უნდა გაკეთდეს?</b>
    დაწერეთ მოკლედ, ერთი წინადადებით. მაგალითად: „სკოლასთან გადასასვლელის მოწყობა“.
idea-ask-text = <b>მოგვიყევით დაწვრილებით.</b>
    რა არის პრობლემა? ვის დაეხმარება იდეა? როგორ უნდა მოგვარდეს? დაწერეთ ერთ შეტყობინებად.
idea-ask-category = რას ეხება თქვენი იდეა?
idea-ask-place = სად უნდა გაკეთდეს? თუ ახლა იქ ხართ, დააჭირეთ „ადგილის გაგზავნა“. თუ არა, გამოტოვეთ.
idea-ask-photo = გაქვთ ამ ადგილის ფოტო? გამოგზავნეთ ან გამოტოვეთ. ფოტოს ყველა ნახავს.
# $category — სფერო
idea-category = { $category ->
    [road] გზა და ტრანსპორტი
    [water] წყალი და კანალიზაცია
    [light] განათება
    [waste] დასუფთავება
    [park] ეზო და სკვერი
    [sport] სპორტი
    [education] სკოლა და ბაღი
    [health] ჯანმრთელობა
    [culture] კულტურა
   *[other] სხვა
}

## მსგავსი იდეები
idea-same = მსგავსი იდეა უკვე არსებობს. იქნებ მხარი მას დაუჭიროთ?
idea-own = ჩემი იდეა სხვაა
# $number — იდეის ნომერი, $title — სათაური
idea-row = №{ $number }. { $title }

## გადახედვა გაგზავნამდე
idea-overview = გადახედეთ თქვენს იდეას. ჯერ არაფერი გაგზავნილა.
# $title — სათაური
idea-heading = <b>{ $title }</b>
# $category — სფერო
idea-category-line = სფერო: { idea-category }
idea-with-place = ადგილი: მონიშნულია
idea-without-place = ადგილი: არ არის მითითებული
idea-with-photo = ფოტო: დართულია
idea-without-photo = ფოტო: არ არის
idea-send = ✓ გაგზავნა
idea-change = ✎ შეცვლა
idea-change-what = რა შევცვალოთ?
idea-part-title = სათაური
idea-part-text = აღწერა
idea-part-category = სფერო
idea-part-place = ადგილი
idea-part-photo = ფოტო
# $number — იდეის ნომერი
idea-thanks = გმადლობთ, თქვენი იდეა მივიღეთ! მისი ნომერია <b>{ $number }</b>. იდეას ყველა ნახავს, თქვენი სახელის გარეშე. ხალხს მისი მხარდაჭერაც შეეძლება.

## სია
idea-list = <b>იდეები</b>
    აირჩიეთ იდეა ან დაწერეთ მისი ნომერი. ახალი იდეები ზემოთაა.
idea-mine-list = <b>ჩემი იდეები</b>
    აირჩიეთ იდეა ან დაწერეთ მისი ნომერი.
idea-none = თქვენს მუნიციპალიტეტში იდეა ჯერ არავის შემოუთავაზებია. იყავით პირველი!
idea-mine-none = თქვენ იდეა ჯერ არ შემოგითავაზებიათ.
idea-new = ＋ ახალი იდეა
idea-mine = ჩემი იდეები
idea-to-mine = ჩემი იდეები
idea-to-list = ყველა იდეა
# $title — სათაური, $settlement — დასახლება, $count — მხარდამჭერების რაოდენობა
idea-list-row = { $title } · { $settlement } · ♥ { $count }
idea-everywhere = მთელი მუნიციპალიტეტი

## ერთი იდეა
# $number — იდეის ნომერი, $title — სათაური
idea-heading-numbered = <b>№{ $number }. { $title }</b>
# $settlement — დასახლების სახელი
idea-settlement = დასახლება: { $settlement }
# $lat, $lon — განედი და გრძედი
idea-pin = ადგილი: https://www.openstreetmap.org/?mlat={ $lat }&amp;mlon={ $lon }
# $date — როდის შემოვიდა
idea-date = შემოვიდა: { $date }
# $count — მხარდამჭერების რაოდენობა
idea-supporters = მხარს უჭერს: { $count }
idea-yours = ეს თქვენი იდეაა.
idea-not-here = ეს იდეა სხვა მუნიციპალიტეტისაა. მხარს მხოლოდ იქ მცხოვრებლები უჭერენ.
idea-gone = ეს იდეა სიაში აღარ არის.

## მხარდაჭერა
idea-support = ♥ მხარს ვუჭერ
idea-take-back = მხარდაჭერის გაუქმება
# $number — იდეის ნომერი
idea-supported = გმადლობთ! თქვენ მხარს უჭერთ იდეას №{ $number }.
# $number — იდეის ნომერი
idea-taken-back = თქვენ იდეას №{ $number } მხარს აღარ უჭერთ.
idea-already = ამ იდეას მხარს უკვე უჭერთ.
idea-to-this = იდეის ნახვა
