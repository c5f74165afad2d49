/** The page of the mails that did not leave, without its language. */
export const unsentMailsPath = '/admin/mails';
