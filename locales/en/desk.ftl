### The coordinator's desk, staff and invitations

## Desk
# $municipality: its name
desk-title =
    <b>Staff page</b>
    { $municipality }
    What would you like to do?
desk-which = Which municipality are we working on?
desk-not-yours = Only a coordinator of this municipality may do this.
desk-today = Today
desk-edition = Civil budget
desk-announce = Send an announcement
desk-meeting = New meeting
desk-meetings = Manage meetings
desk-process = Run a vote
desk-list = List of projects
desk-works = Winning projects
desk-surveys = Surveys
desk-staff = Staff and invitations
desk-leave = Stop working here
desk-which-vote = Which vote?
desk-no-votes = No vote has been prepared in this municipality yet. A coordinator prepares it: Staff page → Civil budget.

## Staff
desk-people = <b>Who has access</b>
# $name: of the member, $role: what they are
desk-member = • { $name } — { $role }
desk-nameless = no name
desk-role-coordinator = coordinator
desk-role-partner = partner
desk-role-reviewer = reviewer
desk-role-observer = observer
desk-role-helper = helper
desk-role-official = official who answers questions
desk-role-expert = expert
desk-role-mentor = mentor
desk-role-trainer = trainer
desk-invite-coordinator = Invite a coordinator
desk-invite-reviewer = Invite a reviewer
desk-invite-partner = Invite a partner
desk-invite-helper = Invite a helper
desk-invite-official = Invite an official for questions
desk-invite-expert = Invite an expert
desk-invite-mentor = Invite a mentor
desk-invite-trainer = Invite a trainer
desk-end-access = End somebody's access
desk-no = No
desk-last-one = This is the last coordinator. Please invite another one first.
# $code: the one-time code, $role: what it makes somebody, $days: how long it works
desk-invited =
    One-time code: <b>{ $code }</b>
    Role: { $role }
    Give it only to the person you are inviting: they type the code here, in this bot.
    { $days ->
        [one] The code works for one day.
       *[other] The code works for { $days } days.
    } You will not see it again.

## Being appointed
# $municipality: its name, $role: what one becomes, $until: the code's last day
desk-appointment =
    You are invited to join the staff.
    Municipality: { $municipality }
    Role: { $role }
    The code works until: { $until }
    Do you accept?
desk-appointment-title = invitation
desk-accept = Yes, I accept
desk-your-name = Please write your first and last name. Only colleagues will see it.
desk-appointed = Congratulations! Your menu now has the button “Staff page”.
