### The Academy's certificate: getting, checking, revoking it

## Getting it
# Name of an unfinished conversation: "Continue: …"
certificate-title = Getting a certificate
certificate-unknown = We did not find this course among yours.
certificate-not-yet = You get the certificate once you have passed all lessons.
certificate-practicum = You have passed all lessons. You get the certificate once your team's practical work is accepted too.
certificate-name =
    <b>Your certificate</b>
    How shall we print your first and last name? For example: ნინო ბერიძე.
    We do not keep the name; it is printed on the certificate and nothing else.
# $code: the certificate's code
certificate-name-again =
    <b>Your certificate: { $code }</b>
    Write your first and last name as it is printed on it, and we send it once more. If there is a mistake in the name, write it rightly.
# $most: how many characters
certificate-name-bad = A name can only have letters and hyphens, at most { $most } characters.
# $name: the name, $course: the course, $track: the way, $version: its number, $day: a date, $issuer: the municipality
certificate-sure =
    This will be printed:

    <b>{ $name }</b>
    { $course } ({ $track }, version { $version })
    Date: { $day }
    Given by: { $issuer }
# $code: the old code, $left: how many times more after that
certificate-replaces = The new certificate will have a new code, and the old one ({ $code }) will be revoked. { $left ->
        [0] After that the name cannot be put right any more.
        [one] After that you can put the name right once more.
       *[other] After that you can put the name right { $left } times more.
    }
certificate-yes = ✓ That is right
certificate-edit = Change the name
# $code: the certificate's code
certificate-no-more = Certificate { $code } has another name on it, which cannot be put right any more. If there is still a mistake, please call the city hall.
certificate-language = In which language shall the certificate be?
certificate-making = The certificate is being made. We send it in a few seconds.
# $code: the certificate's code, $page: an address
certificate-made =
    <b>Congratulations!</b> The PDF is for printing, the picture for passing on.
    The certificate's code: <b>{ $code }</b>
    Whoever you show the code can check it here: { $page }
# $code: the certificate's code
certificate-file = Certificate { $code }
# $code: the certificate's code, $reason: why
certificate-ended =
    Your certificate { $code } is revoked.
    The reason: { $reason }
    If you do not agree, please call the city hall.

## What a certificate says
certificate-paper = Certificate
certificate-paper-given = This is to certify that
certificate-paper-did = has successfully completed the course
# $track: the way, $version: its number
certificate-paper-way = { $track } · version { $version }
certificate-paper-scan = To check it, point a phone's camera here,
# $page: an address
certificate-paper-page = or open { $page } and type the code.
certificate-paper-sample = A sample: the municipality is invented.

## Checking it
certificate-check-title = Checking a certificate
certificate-check-ask = Write the certificate's code, for example 7K9A-NFMJ
# $code: the code, $course: the course, $version: its number, $day: a date
certificate-check-valid =
    ✓ Certificate { $code } is <b>valid</b>.
    Course: { $course }, version { $version }
    Date: { $day }
# $code: the code, $course: the course, $version: its number, $day: a date
certificate-check-revoked =
    ✗ Certificate { $code } is <b>revoked</b>.
    Course: { $course }, version { $version }
    Date: { $day }
# $code: the code
certificate-check-changed = ✗ Somebody has changed the record of certificate { $code }. Do not trust it.
# $code: the code
certificate-check-unknown = ✗ No certificate was given with the code { $code }. Please check whether you typed it correctly.
# $day, $hour: when one may try again
certificate-check-pause = Too many wrong codes or names were typed. Try again: { $day }, { $hour }.
certificate-check-another = Check another code
certificate-check-compare = Compare the name
certificate-check-name = Write the first and last name as it is printed on the certificate. We only tell you whether it is the same.
# $code: the code
certificate-check-match = ✓ This is the name that was printed on certificate { $code }.
# $code: the code
certificate-check-no-match = ✗ Another name was printed on certificate { $code }. If you made a mistake in typing, try again. If not, the name on the paper has been changed.

## The web page
certificate-check-page-go = Check
certificate-check-page-name = First and last name
certificate-check-page-compare = Compare
certificate-check-page-about = The code stands beside the QR code on the certificate.

## Revoking it
certificate-revoke-desk = Revoke a certificate
certificate-revoke-ask = Write the code of the certificate that you revoke.
# $code: the code
certificate-revoke-not-here = Your municipality has given no certificate with the code { $code }.
# $code: the code
certificate-revoke-ended = Certificate { $code } is revoked already.
# $code: the code, $course: the course, $day: a date
certificate-revoke-why =
    <b>Certificate { $code }</b>
    { $course }, { $day }
    Why do you revoke it? Only its holder reads the reason.
# $code: the code, $reason: why
certificate-revoke-sure =
    Revoke certificate { $code }? This cannot be taken back.
    We write to the holder: { $reason }
certificate-revoke-yes = Yes, revoke it
certificate-revoke-no = No
certificate-revoke-kept = The certificate still holds.
# $code: the code
certificate-revoke-done = Certificate { $code } is revoked. We write to its holder, if they are still with us.
certificate-revoke-to-desk = Staff page
