/** The page about a user's name, devices and account, without its language. */
export const accountPath = '/settings/account';
