/** Reads one row's parameters. Every accessor names the field in the form's words when it objects. */
export interface Reader {
	/** The value as n8n gives it; a picker's value without its wrapping. */
	raw: (name: string) => unknown;
	/** Text that must be there, trimmed at both ends. */
	text: (name: string) => string;
	/** Text as typed, empty where nothing is set. */
	optionalText: (name: string) => string;
	/** True or false, and the form's default where it is not set; anything else, and a set one that is empty, is refused. */
	flag: (name: string) => boolean;
	/** A whole number within bounds. */
	count: (name: string, min: number, max: number) => number;
	/** A number of zero or more. */
	amount: (name: string) => number;
	/**
	 * A reader for the fields of a collection; only those that were added are set.
	 * @param above stands in front of their titles where they are named
	 */
	within: (name: string, above?: string) => Reader;
	/** True where the field has a value other than empty text. */
	has: (name: string) => boolean;
	/** True where the saved node holds the field, also where its expression comes out empty. */
	isSet: (name: string) => boolean;
	/** The title of a field in the form. */
	label: (name: string) => string;
	/** The workflow's time zone. */
	timezone: string;
	/** The credential's Base URL. */
	baseUrl: string;
	/** What the operation's guide answered; nothing where it has none. */
	guide?: unknown;
	/** Where a vendor can wake this wait of the execution, and no other, once it is paused; n8n has signed it. */
	resumeUrl: () => string;
}
