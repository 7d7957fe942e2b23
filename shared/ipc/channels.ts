/*
 * The only names ever handed to Electron's IPC. What is asked travels inside, and is checked against the contract by
 * whoever answers; so the page cannot reach a channel that is not listed here.
 */

/** Page to main, always answered: `(name, payload)` of mainRequests. */
export const ASK_CHANNEL = 'stet:ask';
/** Main to page: `(name, data)` of mainEvents. */
export const EVENT_CHANNEL = 'stet:event';
/** Page to main: a page has come up and wants its port to the library. */
export const HELLO_CHANNEL = 'stet:hello';
/** Main to page, with the port in the transfer list. */
export const PORT_CHANNEL = 'stet:library-port';
/** The window that asks for a secret, to main, answered: what it is to ask for. */
export const SECRET_ASKED_CHANNEL = 'stet:secret-asked';
/** The window that asks for a secret, to main: what was typed, or null. */
export const SECRET_GIVEN_CHANNEL = 'stet:secret-given';
