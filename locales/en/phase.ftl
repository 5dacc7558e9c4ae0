### Phases: what is possible now, and what is not

## Why not now
phase-draft = This process has not been announced yet.
phase-absent = This vote has no such step.
phase-waiting = The hour has come, but voting is not open yet. The city hall is preparing it. Please try later.
phase-stopped = Voting is stopped for now. Votes already cast stay valid. You can vote again once it goes on.
# $act — propose, support, withdraw, review, fix, appeal or vote; $at — day and hour
phase-soon =
    { $act ->
        [propose] Ideas are not taken yet. It begins
        [support] Ideas cannot be supported yet. It begins
        [vote] Voting has not begun yet. It begins
       *[other] This phase has not begun yet. It begins
    }: { $at }.
# $act — propose, support, withdraw, review, fix, appeal or vote; $at — day and hour
phase-over =
    { $act ->
        [propose] Ideas were taken until
        [support] Ideas could be supported until
        [withdraw] Ideas could be withdrawn until
        [review] Ideas were checked until
        [fix] Ideas could be corrected until
        [appeal] Appeals were taken until
       *[vote] Voting was open until
    } { $at }.

## What comes next
# $phase — proposing, reviewing, showing, voting, counting or after; $at — day and hour
phase-next =
    { $phase ->
        [proposing] Ideas are taken from
        [reviewing] The check of ideas begins
        [showing] The list of projects is published
        [voting] Voting begins
        [counting] Voting closes
       *[after] Results are announced
    }: { $at }.
# $day — date
phase-next-cycle = Ideas are taken again from: { $day }.
