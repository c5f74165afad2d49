/** Why an invitation lets nobody in. */
export type InvitationRefusal = 'unknown' | 'expired' | 'used' | 'revoked' | 'closed';

/**
 * Why somebody does not join. `not_signed_in`: a link is for who is signed in. `not_for_you`: the mail was
 * for another address.
 */
export type JoinRefusal = InvitationRefusal | 'not_signed_in' | 'not_for_you' | 'blocked';

/** Why nobody is invited. `not_found`: the organization is not the user's to invite into. */
export type InviteRefusal =
  | 'not_found'
  | 'closed'
  | 'high_role'
  | 'already_member'
  | 'already_invited'
  | 'for_everybody'
  | 'over_cap';

/** Why a member stays, or stays what they are. `not_allowed`: they are more than the one who asks. */
export type MemberRefusal = 'not_found' | 'not_allowed' | 'last_owner';
export type LeaveRefusal = MemberRefusal | 'has_sessions';
